"""A line of a text, as the words that the rules walk over."""

import re
from dataclasses import dataclass

# "KH&CN" is one word; digits, letters and marks never share a token, so that "5S"
# and "3.954kg" come apart at the place where a rule has to decide.
_TOKEN = re.compile(r"[^\W\d_]+(?:&[^\W\d_]+)*|\d+|[^\w\s]|_")

# A line longer than this is cut at a blank: no report has one, and the memory that a
# line takes stays bounded.
LONGEST = 20_000


def words_of(phrase: str) -> list[str]:
    """Return the lower-cased words of a phrase, cut as a line is cut.

    >>> words_of("Đ/c Sở KH&CN")
    ['đ', '/', 'c', 'sở', 'kh&cn']
    """
    return _TOKEN.findall(phrase.lower())


@dataclass(slots=True)
class Line:
    """One line of a text: its words, and where each stands.

    Offsets are code points of the whole text; `low` is the whole text lower-cased,
    with the same offsets. The last word is a sentinel, a newline, that no phrase holds.
    """

    text: str
    low: str
    start: int
    end: int
    words: list[str]
    starts: list[int]
    ends: list[int]

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


def cut(text: str, low: str, *, start: int, end: int) -> Line:
    """Return the line that stands between two offsets of a text."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(low, start, end):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
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
            middle = blank if blank > 0 else _between_digits(text, start + LONGEST)
            found.append((start, middle))
            start = middle
        if start < end:
            found.append((start, end))
        start = end
    return found


def _between_digits(text: str, at: int) -> int:
    """Return the place at or shortly before *at* where no digits would be parted."""
    for place in range(at, at - 200, -1):
        if not text[place].isdecimal():
            return place
    return at
