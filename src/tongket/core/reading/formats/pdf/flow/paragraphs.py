"""Rows of running text to paragraphs: where a line was only broken, it is joined."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median, mode

from tongket.core.nouns.document import Box, Place
from tongket.core.reading.formats.pdf.flow.spreads import Placed
from tongket.core.reading.formats.pdf.segments import STRUCK_OUT, Row, Segment
from tongket.core.reading.formats.transcript import NOWHERE, Stretch

# How an item of a list begins; such a line is never the rest of the one before.
MARKER = re.compile(
    r"(?:[-–—+•*▪◦●]|\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-zđ]\)|\(\d{1,2}\)|[IVXL]{1,5}[.)])"
    r"(?:\s|$)"
)
# Narrower than this, in heights of its lines, a flow may be a list of words.
NARROWEST = 15
# The right margin is where a third of the lines nearby end, and no fewer than three; a
# title above a narrow column shows no margin.
FEWEST, NEARBY = 3, 8
WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Paragraphs:
    """Joins the rows of flow after flow, page after page.

    `is_syllable` tells Vietnamese syllables, which are never hyphenated, from pieces
    of foreign words, which are.
    """

    is_syllable: Callable[[str], bool]
    _line: list[Stretch] = field(default_factory=list)
    _last: Segment | None = None
    # Where the flow begins and ends, and where most of its lines begin.
    _left: int = 0
    _usual: int = 0
    _right: int = 0
    _indents: bool = False
    _runs: bool = True

    def flow(self, rows: Sequence[Row], page: int) -> Iterator[list[Stretch]]:
        """Yield the paragraphs that end within a flow of rows; the last stays open."""
        self._left = min(row.segments[0].left for row in rows)
        # Beside a frame, lines are narrower.
        parts = groupby(rows, lambda row: row.beside)
        margins = [
            margin for _, part in parts for margin in right_margins([*part], self._left)
        ]
        self._usual = _usual_left(rows)
        self._indents = _indents(rows, self._left)
        self._runs = _runs(rows)
        pitch = pitch_of(rows)
        for row, margin in zip(rows, margins, strict=True):
            whole = _labelled(row.segments)
            first = whole[0]
            if not (len(whole) == 1 and self._continues(first, pitch)):
                yield from self.end()
            self._append(whole, page)
            self._last = first if len(whole) == 1 else None
            self._right = margin

    def table_row(self, cells: Sequence[Sequence[Placed]]) -> Iterator[list[Stretch]]:
        """Yield the row of a table as one line, its columns parted by tabs."""
        yield from self.end()
        line: list[Stretch] = []
        for number, cell in enumerate(cells):
            if number:
                line.append(Stretch("\t"))
            for page, segment in cell:
                blank = " " if line and line[-1].text != "\t" else ""
                line.append(Stretch(blank + segment.text, _place(segment, page)))
        yield line

    def end(self) -> Iterator[list[Stretch]]:
        """Yield the paragraph that stands open, if one does."""
        line, self._line, self._last = self._line, [], None
        if any(stretch.text.strip(STRUCK_OUT + " ") for stretch in line):
            yield line

    def _append(self, whole: list[Segment], page: int) -> None:
        for number, segment in enumerate(whole):
            text = segment.text
            if number:
                self._line.append(Stretch("\t"))
            elif self._line:
                text = self._joint(text) + text
            self._line.append(Stretch(text, _place(segment, page)))

    def _joint(self, text: str) -> str:
        """Return what stands between the line so far and *text*; undo hyphens."""
        last = self._line[-1]
        if STRUCK_OUT in (text, last.text):
            return "" if text == STRUCK_OUT else " "
        if not last.text.endswith(("-", "\xad")) or last.text[-2:-1].isspace():
            return " "
        before = WORD.findall(last.text)[-1:]
        after = WORD.match(text)
        soft = last.text.endswith("\xad")
        foreign = (
            before
            and after
            and not (self.is_syllable(before[0]) and self.is_syllable(after[0]))
        )
        if soft or (foreign and text[0].islower()):
            self._line[-1] = Stretch(last.text[:-1], last.place)
        return ""

    def _continues(self, row: Segment, pitch: int) -> bool:
        """Tell whether a row is the rest of the line before it.

        It is when its first word would not have fitted there any more, and neither an
        indent, a gap, a change of size nor the marker of a list begins something new.
        """
        last = self._last
        if last is None or self._is_item(row, last):
            return False
        if not self._runs:
            return False
        step = last.middle - row.middle
        # On the next page or column the step is upwards: there only the words tell.
        if step <= 0 and last.text[-1] in ".:;!?" and not row.text[0].islower():
            return False
        if step > pitch * 5 // 4 or abs(row.em - last.em) * 5 > last.em:
            return False
        width, first = _first_word(row)
        needed = width * (first + 1)
        # A line may stop a letter short of the margin although the next word is short.
        if self._right - last.right > needed + width:
            return False
        return self._begins_where_a_rest_does(row, last)

    def _is_item(self, row: Segment, last: Segment) -> bool:
        """Tell whether a row is an item of a list, not a line that begins like one.

        Where first lines are indented, "- Techfest" at the margin goes on a sentence.
        """
        if not MARKER.match(row.text):
            return False
        at_margin = row.left - self._left <= row.em * 7 // 10
        return not (self._indents and at_margin and last.text[-1] not in ".:;!?")

    def _begins_where_a_rest_does(self, row: Segment, last: Segment) -> bool:
        """Tell whether a row begins at the margin, or below the line before it."""
        near = row.em * 7 // 10
        if min(abs(row.left - self._left), abs(row.left - self._usual)) <= near:
            return True
        # An item of a list hangs: its rest begins further right than its marker.
        return abs(row.left - last.left) <= near or bool(MARKER.match(last.text))


def _first_word(row: Segment) -> tuple[int, int]:
    """Return how wide the letters of a row are, and how many its first word has."""
    if row.text == STRUCK_OUT:
        return row.em * 2 // 5, 3
    width = (row.right - row.left) // max(len(row.text), 1)
    return width, len(row.text.split(maxsplit=1)[0])


def _labelled(row: Sequence[Segment]) -> list[Segment]:
    """Return a row with the marker of a list put before its text."""
    first, *others = row
    if len(row) == 2 and MARKER.fullmatch(first.text):
        rest = others[0]
        return [
            Segment(
                f"{first.text} {rest.text}",
                first.left,
                min(first.bottom, rest.bottom),
                rest.right,
                max(first.top, rest.top),
            )
        ]
    return list(row)


def _indents(rows: Sequence[Row], margin: int) -> bool:
    """Tell whether first lines are indented: one line in ten, by up to five letters."""
    firsts = [row.segments[0] for row in rows]
    indented = [
        first
        for first in firsts
        if first.em * 7 < (first.left - margin) * 10 < first.em * 50
    ]
    return len(indented) > 1 and len(indented) * 10 >= len(firsts)


def _runs(rows: Sequence[Row]) -> bool:
    """Tell whether rows can be running text: wide, or most of them full."""
    left = min(row.segments[0].left for row in rows)
    width = max(row.segments[-1].right for row in rows) - left
    widths = [row.segments[-1].right - row.segments[0].left for row in rows]
    is_wide = width > rows[0].segments[0].em * NARROWEST
    return is_wide or median(widths) * 10 >= width * 8


def _usual_left(rows: Sequence[Row]) -> int:
    """Return where most lines of a flow begin."""
    return mode(row.segments[0].left // 100 for row in rows) * 100


def right_margins(rows: Sequence[Row], left: int) -> list[int]:
    """Return of each row the right margin that it is set to.

    Lines that are not justified share none nearby; theirs is the widest line's. So is
    that of words one below the other, from *left* on: they are no narrow column.
    """
    rights = [row.segments[-1].right for row in rows]
    widest = max(rights)
    margins = []
    for number, row in enumerate(rows):
        near = rights[max(number - NEARBY, 0) : number + NEARBY + 1]
        near.sort(reverse=True)
        others = near[max(FEWEST, len(near) // 3) - 1 :]
        shared = (
            one
            for one, other in zip(near, others, strict=False)
            if (one - other) * 2 <= row.segments[0].em
            and one - left > row.segments[0].em * NARROWEST
        )
        margins.append(next(shared, widest))
    return margins


def pitch_of(rows: Sequence[Row]) -> int:
    """Return how far apart the lines of a flow stand, as a rule."""
    steps = [
        one.segments[0].middle - two.segments[0].middle for one, two in pairwise(rows)
    ]
    downward = [step for step in steps if step > 0]
    return int(median(downward)) if downward else rows[0].segments[0].em * 2


def _place(segment: Segment, page: int) -> Place:
    box = Box(page, segment.left, segment.bottom, segment.right, segment.top)
    return Place(NOWHERE, box=box)
