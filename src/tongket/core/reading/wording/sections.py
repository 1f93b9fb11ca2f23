"""Sections: the headings and labels that a number stands under."""

import re
from dataclasses import dataclass

from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line
from tongket.core.reading.wording.clauses import ends_sentence

_HEADING_MARK = re.compile(
    r"\s*(?:\*{0,2}|#{1,6} )\s*(?:"
    r"(?P<part>phần (?:thứ )?(?:\w{1,8})\b[.:]?)"
    r"|(?P<article>(?:điều|chương) (?:\d{1,3}|[ivx]{1,5})[.:])"
    r"|(?P<roman>[ivx]{1,5}) ?[./)\-]"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,4})[.)]?"
    r"|(?P<number>\d{1,2}) ?[./)\-]"
    r"|(?P<letter>[a-zđ]) ?[.)]"
    r"|(?P<bracket>\(\d{1,2}\)|\([ivx]{1,5}\)|\([a-zđ]\))"
    r"|(?P<bullet>[-•*+–●▪◦·])"
    r")(?:\s+|(?<=[-.)•*+–●▪])(?=[^\W\d_]))"
)
_INLINE_MARK = re.compile(r"\(?(?:[ivx]{1,5}|\d{1,2}|[a-zđ])\)[.:]?$")
_RANKS = {
    "part": 0,
    # 1 is a line in capitals without a marker.
    "roman": 2,
    "article": 2,
    "number": 3,
    "dotted": 4,
    "letter": 5,
    "bracket": 6,
    "bullet": 7,
}
_LOUD, _LOWEST, _BULLET = 1, 6, 7
_LONGEST_HEADING = 32
# No paragraph has so many labels.
_MOST_LABELS = 200
_LONGEST_LABEL = 16
_LONGEST_LEAD = 14
# "Nhận xét:", "Mục tiêu năm 2025:" above items: so many words, with the colon.
_SHORT_LEAD = 7
# A label that ends in a year has more words than "năm" and the year.
_YEAR_WORDS = 3
# A short line under a blank one, with a paragraph right below it.
_ALONE = re.compile(r"\n[ \t\r]*\n(?=([^\W_][^\n]{2,60})\n[ \t]*[^\W_][^\n]{60})")
_ITEM_BELOW = re.compile(r"\s*(?:[-•+*●▪–]|\d{1,2}[.)])\s")
_OWN_LINE, _SENTENCE, _MARKER, _STAR, _COLON = "line", "sentence", "marker", "star", ":"

# A label behind a marker is of the second level, behind a star of the third.
_FIXED = {_MARKER: 1, _STAR: 2}

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    """The stretch before a colon: where it begins and ends, and what opens it."""

    start: int
    colon: int
    opener: str
    bullet: bool


class Outline:
    """The headings above the line being read, and the labels within it."""

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self._lexicon = lexicon
        self._alone = _standing_alone(text)
        self._headings: list[tuple[int, str]] = []
        self._opened = False
        # Capitals before the body are the title of the report.
        self._body = False

    def paths(self, line: Line) -> list[tuple[int, Path]]:
        """Return the section paths of a line, each with the word it holds from.

        A heading's own numbers stand under the heading above it.
        """
        words = line.words
        if len(words) < 2:
            return [(0, self._path())]
        mark = _HEADING_MARK.match(line.low, line.start, line.end)
        rank = _rank_of_mark(line, mark) if mark else None
        first = _word_from(line, mark.end()) if mark else 0
        if self._is_heading(line, first, rank):
            paths = [(0, self._path(below=rank))]
            self._push(self._rank_of(line, rank), _title(line, first))
        else:
            if rank is None or rank < _BULLET:
                self._drop_bullets(rank)
            paths = self._labels(line, first, rank)
        self._opened = self._opened or len(words) > 5
        self._body = self._body or mark is not None or words[-2] == "."
        return paths

    def pass_by(self, low: str, start: int, end: int) -> None:
        """Go past a long line that holds no colon and is no heading."""
        mark = _HEADING_MARK.match(low, start, end)
        rank = _RANKS[mark.lastgroup] if mark and mark.lastgroup else None
        if rank is None or rank < _BULLET:
            self._drop_bullets(rank)
        self._opened = True
        ended = low[start:end].rstrip().endswith(".")
        self._body = self._body or mark is not None or ended

    def _rank_of(self, line: Line, rank: int | None) -> int:
        """Return the rank of a heading; unmarked lines stand below marked ones."""
        if rank is not None:
            return rank
        marked = any(_LOUD < above < _LOWEST for above, _ in self._headings)
        return _LOWEST if line.start in self._alone and marked else _LOUD

    def here(self) -> Path:
        """Return the headings that the next line stands under."""
        return self._path()

    def _path(self, below: int | None = None) -> Path:
        return tuple(
            title for rank, title in self._headings if below is None or rank < below
        )

    def _push(self, rank: int, title: str) -> None:
        self._headings = [entry for entry in self._headings if entry[0] < rank]
        if title:
            self._headings.append((rank, title))

    def _drop_bullets(self, rank: int | None) -> None:
        kept = _BULLET if rank is None else rank
        # The headings stand in the order of their ranks, so that the last goes first.
        while self._headings and self._headings[-1][0] >= kept:
            self._headings.pop()

    def _is_heading(self, line: Line, first: int, rank: int | None) -> bool:
        """Tell whether a line is a heading: marked or in capitals, short, unended."""
        words = line.words
        count = len(words) - 1
        if count - first > _LONGEST_HEADING or not _is_worded(words[first:count]):
            return False
        ended = words[count - 1] in {".", ";", ",", "…", "!", "?"}
        stretch = line.text[line.starts[first] : line.ends[count - 1]]
        if rank is None:
            loud = stretch.isupper() and count > 2 and self._body
            alone = line.start in self._alone
            return not ended and (loud or alone or self._leads_a_list(line))
        if self._lexicon.structure.persons.ahead(words, first) is not None:
            return False
        if rank == _BULLET or ended:
            return rank == _BULLET and words[count - 1] == ":" and count - first <= 12
        inner = words.index(":", first) if ":" in words[first : count - 1] else -1
        if inner > 0 and inner < count - 1:
            return False
        return line.is_capital(first) or stretch.isupper()

    def _leads_a_list(self, line: Line) -> bool:
        """Tell whether a short line names a subject, and the items of it follow."""
        words, structure = line.words, self._lexicon.structure
        if len(words) > _LONGEST_LEAD or not self._opened or not line.is_capital(0):
            return False
        if _ITEM_BELOW.match(line.text, line.end) is None:
            return False
        if words[-2] == ":" and len(words) <= _SHORT_LEAD:
            return structure.no_labels.ahead(words, 0) is None
        heads = structure.label_heads.ahead(words, 0) or structure.aim_headings.ahead(
            words, 0
        )
        return heads is not None

    def _labels(
        self, line: Line, first: int, rank: int | None
    ) -> list[tuple[int, Path]]:
        """Return the paths that the labels before colons open within a line."""
        base = self._path(below=rank)
        paths: list[tuple[int, Path]] = [(0, base)]
        inline: list[str | None] = [None, None, None]
        if line.low.find(":", line.start, line.end) < 0:
            return paths
        colons = line.words.count(":")
        colon = -1
        for _ in range(min(colons, _MOST_LABELS)):
            colon = line.words.index(":", colon + 1)
            start, opener = self._label_start(line, colon, first)
            place = _Label(start, colon, opener, bullet=rank is not None and rank > 0)
            level = self._level(line, place, within=inline[1] is not None)
            if level is None:
                continue
            label = line.quote(start, colon)
            inline[level] = label
            inline[level + 1 :] = [None] * (2 - level)
            if opener == _OWN_LINE and rank is not None and level == 0:
                self._push(rank, label)
            paths.append((start, base + tuple(part for part in inline if part)))
        return paths

    def _label_start(self, line: Line, colon: int, first: int) -> tuple[int, str]:
        """Return the word that the stretch before a colon begins with, and why."""
        words = line.words
        depth = 0
        for at in range(colon - 1, max(first, colon - 40) - 1, -1):
            word = words[at]
            if word == ")":
                if depth == 0 and _is_inline_mark(line, at):
                    return at + 2 if words[at + 1] in {".", ":"} else at + 1, _MARKER
                depth += 1
            elif word == "(":
                depth = max(0, depth - 1)
            elif depth == 0 and (opener := self._opener(line, at)) is not None:
                return at + 1, opener
        return (first, _OWN_LINE) if colon - first <= 40 else (colon, _SENTENCE)

    def _opener(self, line: Line, at: int) -> str | None:
        """Return why a stretch begins after a word; None: it does not."""
        word = line.words[at]
        if word == "*":
            return _STAR
        if word == ":":
            return _COLON
        ends = word in {".", "…", "!", "?"} and line.words[at - 1] != ")"
        return _SENTENCE if ends and ends_sentence(line, at, self._lexicon) else None

    def _level(self, line: Line, label: "_Label", *, within: bool) -> int | None:
        """Return the level of the label before a colon; None: it is no label.

        *within*: a label behind a marker stands above it in the same line.
        """
        words = line.words
        if not self._may_label(line, label.start, label.colon):
            return None
        if label.opener in _FIXED:
            return _FIXED[label.opener]
        last = min(label.colon + 4, len(words) - 1)
        leads = _INLINE_MARK.match(line.quote(label.colon + 1, last).split(" ")[0])
        if leads is not None:
            return 0
        structure = self._lexicon.structure
        lists = structure.never_labels if label.bullet else structure.no_labels
        barred = lists.ahead(words, label.start)
        if barred is not None or label.opener == _COLON:
            return None
        own_line = label.opener == _OWN_LINE
        if own_line or words[label.colon + 1] == "*":
            return 0 if self._opened or label.start > 0 or not own_line else None
        return self._sentence_level(words, label, within=within)

    def _sentence_level(
        self, words: list[str], label: "_Label", *, within: bool
    ) -> int | None:
        """Return the level of a label that opens a sentence within a line."""
        headed = self._lexicon.structure.label_heads.ahead(words, label.start)
        if within:
            return 2 if headed is not None else None
        return 0 if headed is not None or label.colon - label.start <= 4 else None

    def _may_label(self, line: Line, start: int, colon: int) -> bool:
        """Tell whether the words before a colon could name a section at all."""
        words = line.words
        plain = _outside_brackets(words[start:colon])
        if not 0 < len(plain) <= _LONGEST_LABEL:
            return False
        if not line.is_capital(start) and not _opens_item(words, start):
            return False
        if words[colon + 1] in {"\n", "/"} and start > 0:
            return False
        if len(plain) > _YEAR_WORDS and plain[-2] in {"năm", "nam"}:
            # "Viễn thông công ích năm 2010: …": the year belongs to the name.
            plain = plain[:-1]
        return not any(word[0].isdecimal() or word == '"' for word in plain)


def _rank_of_mark(line: Line, mark: re.Match[str]) -> int | None:
    """Return the rank that a mark gives: "A." stands above "I." and "1.", "a)" below.

    What begins so and is no heading is an item all the same.
    """
    name = mark.lastgroup
    if name is None:
        return None
    if name == "letter" and line.text[mark.start(name)].isupper():
        return _LOUD
    return _RANKS[name]


def _standing_alone(text: str) -> frozenset[int]:
    """Return where short lines begin that stand as headings without a mark.

    One alone may be a title or a caption; of two and more each heads its paragraph.
    """
    found = [
        match.start(1)
        for match in _ALONE.finditer(text)
        if match[1].rstrip()[-1:] not in _ENDED
        and ":" not in match[1]
        and match[1][0].isupper() | match[1][0].isdecimal()
    ]
    return frozenset(found) if len(found) > 1 else frozenset()


_ENDED = frozenset(".;,…!?:")


def _opens_item(words: list[str], start: int) -> bool:
    """Tell whether a label of small letters stands right behind its item's marker."""
    return 0 < start <= _FARTHEST_LABEL and words[start - 1] in _MARKS


# "a) nhãn hàng hóa không đạt: 305": a marker has so many words at most.
_FARTHEST_LABEL = 3
_MARKS = frozenset(")-+*•")


def _is_worded(words: list[str]) -> bool:
    """Tell whether a line holds a word, and not only letters of a name that signs."""
    return any(len(word) > 1 and word[0].isalpha() for word in words)


def _is_inline_mark(line: Line, shut: int) -> bool:
    """Tell whether a closing bracket ends the marker of an item: "(ii)", "b)"."""
    return any(
        _INLINE_MARK.match(line.quote(max(shut - back, 0), shut + 1)) is not None
        for back in (1, 2)
    )


def _outside_brackets(words: list[str]) -> list[str]:
    depth = 0
    outside = []
    for word in words:
        if word == "(":
            depth += 1
        elif word == ")":
            depth = max(0, depth - 1)
        elif depth == 0:
            outside.append(word)
    return outside


def _word_from(line: Line, offset: int) -> int:
    at = 0
    while line.starts[at] < offset:
        at += 1
    return at


def _title(line: Line, first: int) -> str:
    last = len(line.words) - 1
    while last > first and line.words[last - 1] in {":", "*", "."}:
        last -= 1
    return line.quote(first, last)
