"""A line of a text, as the words that the rules walk over."""

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import accumulate, chain
from operator import add

from tongket.core.reading.digits import end_of_digits
from tongket.core.reading.signs import NO_SIGNS, Signs

# "KH&CN" is one word; digits, letters and marks never share a token, so that "5S"
# and "3.954kg" come apart at the place where a rule has to decide.
_TOKEN = re.compile(r"[^\W\d_]++(?:&[^\W\d_]++)*+|\d++|[^\w\s]|_")
_SPLIT = re.compile(f"({_TOKEN.pattern})")

# What digits go on behind, and how many may stand in one number without a mark.
_GOES_ON = frozenset(".,")
_MOST_DIGITS = 15
# A line longer than this is cut at a blank: no report has one, and the memory that a
# line takes stays bounded.
LONGEST = 20_000
# A line shorter than this was not broken by the width of a page.
_SHORTEST_WRAPPED = 50
_ENDS = frozenset(".:;!?…")
_ITEM = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)/]\s")


def words_of(phrase: str) -> list[str]:
    """Return the lower-cased words of a phrase, cut as a line is cut.

    >>> words_of("Đ/c Sở KH&CN")
    ['đ', '/', 'c', 'sở', 'kh&cn']
    """
    low = phrase.lower()
    # Most phrases are letters and blanks, which come apart without the pattern.
    return low.split() if low.replace(" ", "").isalpha() else _TOKEN.findall(low)


# "- ", "+ ", "a) ", "1. ", "(2) ": what opens an item of a list.
_MARK = re.compile(
    r"\s*(?:(?P<bullet>[-+*•●▪–])|\(?(?:(?P<number>\d{1,2}(?:\.\d{1,2})*)"
    r"|(?P<letter>[a-zđ]))[.)/])\s"
)


_UNASKED = ""


@dataclass(slots=True, eq=False)
class Line:
    """One line of a text: its words, and where each stands.

    Offsets are code points of the whole text; `low` is the whole text lower-cased,
    with the same offsets. The last word is a sentinel, a newline, that no phrase holds.
    `signs` are filled when the line is found to hold figures, `item` when its mark is
    first asked for.
    """

    text: str
    low: str
    start: int
    end: int
    words: list[str]
    starts: list[int]
    ends: list[int]
    signs: Signs = NO_SIGNS
    item: str | None = _UNASKED
    _number_ends: dict[int, int | None] = field(default_factory=dict)

    def number_end(self, word: int) -> int | None:
        """Return the offset where the number that begins at a word ends.

        None: it has more digits than a number of a report.
        """
        if (
            self.words[word + 1] not in _GOES_ON
            and len(self.words[word]) <= _MOST_DIGITS
        ):
            # No point or comma stands behind these digits, and nothing goes on.
            return self.ends[word]
        if word not in self._number_ends:
            self._number_ends[word] = end_of_digits(
                self.low, self.starts[word], self.end
            )
        return self._number_ends[word]

    def word_at(self, offset: int, after: int) -> int:
        """Return the first word, from word *after* on, that begins at an offset."""
        return bisect_left(self.starts, offset, after)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets from word *first* to word *last*, excluded."""
        return self.starts[first], self.ends[last - 1]

    def quote(self, first: int, last: int) -> str:
        """Return the stretch from word *first* to word *last*, excluded, verbatim."""
        if first >= last:
            return ""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def is_capital(self, word: int) -> bool:
        """Tell whether a word is written with a capital letter."""
        return self.text[self.starts[word]].isupper()

    def glued(self, word: int) -> bool:
        """Tell whether no blank stands between a word and the one before it."""
        return word > 0 and self.starts[word] == self.ends[word - 1]


def item_mark(line: Line) -> str | None:
    """Return the sort of mark that opens a line as an item of a list.

    "bullet", "number" or "letter"; None: the line is no item.
    """
    if line.item == _UNASKED:
        line.item = mark_at(line.low, line.start, line.end)
    return line.item


def mark_at(low: str, start: int, end: int) -> str | None:
    """Return the sort of mark that opens the line between two offsets; None: none."""
    match = _MARK.match(low, start, end)
    return match.lastgroup if match is not None else None


class _Pieces(dict[str, list[str]]):
    """The words of what stands between two blanks: "(37,9%)," has six.

    Kept, since a report repeats its words; `strides` tells how far it is from the
    beginning of each word to that of the next, one blank after the piece.
    """

    def __init__(self) -> None:
        super().__init__()
        self.strides: dict[str, list[int]] = {}

    def __missing__(self, piece: str) -> list[str]:
        words = _TOKEN.findall(piece)
        strides = list(map(len, words))
        strides[-1] += 1
        self[piece], self.strides[piece] = words, strides
        return words

    def make_room(self) -> None:
        """Forget all pieces when they have grown too many."""
        if len(self) > _MOST_PIECES:
            self.clear()
            self.strides.clear()


_PIECES = _Pieces()
_MOST_PIECES = 20_000


def cut(text: str, low: str, *, start: int, end: int) -> Line:
    """Return the line that stands between two offsets of a text."""
    stretch = low[start:end]
    pieces = stretch.split()
    lead = len(stretch) - len(stretch.lstrip())
    if len(stretch.strip()) - sum(map(len, pieces)) != len(pieces) - 1:
        return _cut_spaced(text, low, start=start, end=end)
    # One blank stands between any two pieces, so that their lengths tell all offsets.
    _PIECES.make_room()
    words = list(chain.from_iterable(map(_PIECES.__getitem__, pieces)))
    strides = chain.from_iterable(map(_PIECES.strides.__getitem__, pieces))
    starts = list(accumulate(strides, initial=start + lead))
    ends = list(map(add, starts, map(len, words)))
    words.append("\n")
    starts[-1] = end
    ends.append(end)
    return Line(text, low, start, end, words, starts, ends)


def _cut_spaced(text: str, low: str, *, start: int, end: int) -> Line:
    """Return a line whose words are parted by more than a blank here and there."""
    # Splitting at a captured token gives what stands between tokens and the tokens
    # in turn; their running lengths are the offsets.
    pieces = _SPLIT.split(low[start:end])
    marks = list(accumulate(map(len, pieces), initial=start))
    words = pieces[1::2]
    starts = marks[1:-1:2]
    ends = marks[2::2]
    words.append("\n")
    starts.append(end)
    ends.append(end)
    return Line(text, low, start, end, words, starts, ends)


def stretches(text: str) -> list[tuple[int, int]]:
    """Return the offsets of the lines of a text, longer ones cut at a blank."""
    found: list[tuple[int, int]] = []
    start = 0
    for piece in text.splitlines(keepends=True):
        end = start + len(piece)
        while end - start > LONGEST:
            blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            middle = blank if blank > 0 else start + LONGEST
            found.append((start, middle))
            start = middle
        if start < end:
            found.append((start, end))
        start = end
    return found


def paragraphs(
    text: str, lines: list[tuple[int, int]], apart: Collection[int]
) -> list[tuple[int, int, int]]:
    """Return number, start and end of the paragraphs that the lines make up.

    A long line that ends in the middle of a sentence goes on in the next one, when
    that begins with a small letter or a digit. The lines numbered in *apart* stay
    alone.
    """
    found: list[tuple[int, int, int]] = []
    for number, (start, end) in enumerate(lines):
        joins = found and number not in apart and number - 1 not in apart
        if joins and _goes_on(text, lines[number - 1], (start, end)):
            first, low, high = found[-1]
            if end - low <= LONGEST and high == start:
                found[-1] = (first, low, end)
                continue
        found.append((number, start, end))
    return found


def _goes_on(text: str, above: tuple[int, int], below: tuple[int, int]) -> bool:
    """Tell whether a sentence goes on from one line to the next."""
    start, end = above
    if end - start < _SHORTEST_WRAPPED or text[end - 1] not in "\r\n":
        return False
    last = text[start:end].rstrip()[-1:]
    if not last or last in _ENDS:
        return False
    first = text[below[0] : below[0] + 1]
    if first.islower():
        return _ITEM.match(text, below[0]) is None
    return first.isdecimal() and _ITEM.match(text, *below) is None
