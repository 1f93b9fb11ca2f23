"""The body of a Word file: paragraphs and tables, in the order they are read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tongket.core.nouns.document import Place
from tongket.core.reading.formats.transcript import NOWHERE, Stretch, joined
from tongket.core.reading.formats.unreadable import Unreadable
from tongket.core.reading.formats.word.markup import (
    Element,
    W,
    child,
    local,
    number,
    value,
)
from tongket.core.reading.formats.word.numbering import Numbering
from tongket.core.reading.formats.word.runs import Runs, alternative
from tongket.core.reading.formats.word.styles import Styles

AROUND = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
# A table of so few rows whose cells hold several paragraphs only sets them side by
# side: the letterhead, the signatures.
FEW_ROWS = 2
# A table wider than this is broken, not wide.
WIDEST = 200


@dataclass(slots=True)
class Cell:
    """One cell: its lines, and how many columns it spans."""

    lines: list[list[Stretch]]
    span: int = 1


@dataclass(slots=True)
class Body:
    """Reads blocks (w:p, w:tbl) into lines; counts the paragraphs as it goes."""

    styles: Styles
    numbering: Numbering
    runs: Runs
    path: str | None = None
    paragraphs: int = 0
    dropped_contents: bool = False
    _open: list[Stretch] = field(default_factory=list)

    def lines(
        self, blocks: Iterable[Element], depth: int = 0
    ) -> Iterator[list[Stretch]]:
        """Yield the lines of all blocks, those within an element or as they come."""
        if depth > self.runs.depth:
            raise Unreadable("file_nested_too_deep")
        for block in blocks:
            name = local(block)
            if name == "p":
                yield from self._paragraph(block, depth)
            elif name == "tbl":
                yield from self._table(block, depth)
            elif name in AROUND:
                yield from self.lines(block, depth + 1)
            elif name == "AlternateContent":
                yield from self.lines(alternative(block), depth + 1)
        yield from self._closed()

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[list[Stretch]]:
        self.paragraphs += 1
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle"))
        place = Place(NOWHERE, self.paragraphs, path=self.path)
        look = self.styles.paragraph_look(style)
        shown = self.runs.stretches(paragraph, look, place)
        boxes, self.runs.boxes = self.runs.boxes, []
        if self._is_contents(style):
            self.dropped_contents = True
        else:
            yield from self._finished(shown, properties, style)
        for box in boxes:
            yield from self._boxed(box, depth)

    def _finished(
        self, shown: list[Stretch], properties: Element | None, style: str | None
    ) -> Iterator[list[Stretch]]:
        """Yield the lines of a paragraph, its label first.

        A paragraph whose mark was deleted runs on into the next one.
        """
        numbered = child(properties, "numPr")
        if numbered is None:
            numbered = self.styles.numbering(style)
        # An empty paragraph of a list counts, but its number labels nothing.
        label = self.numbering.label(numbered)
        if label and any(stretch.text.strip() for stretch in shown):
            place = Place(NOWHERE, self.paragraphs, path=self.path)
            shown = [Stretch(label + " ", place), *shown]
        self._open.extend(shown)
        if child(properties, "rPr", "del") is None:
            yield from self._closed() if self._open else ([],)

    def _closed(self) -> Iterator[list[Stretch]]:
        """Yield the paragraph that stands open, if one does."""
        whole, self._open = self._open, []
        if whole:
            yield from broken(whole)

    def _is_contents(self, style: str | None) -> bool:
        """Tell whether a paragraph is a line of the table of contents."""
        return self.styles.name(style).startswith("toc ")

    def _boxed(self, drawing: Element, depth: int) -> Iterator[list[Stretch]]:
        for box in drawing.iter(W + "txbxContent"):
            yield from self.lines(box, depth + 1)

    def _table(self, table: Element, depth: int) -> Iterator[list[Stretch]]:
        rows = [
            [*self._cells(row, depth + 1)]
            for row in _rows(table)
            if child(row, "trPr", "del") is None
        ]
        yield []
        if is_layout(rows):
            for row in rows:
                for cell in row:
                    yield from cell.lines
        else:
            yield from (tabbed(row) for row in rows)
        yield []

    def _cells(self, row: Element, depth: int) -> Iterator[Cell]:
        """Yield the cells of a row, those that it skips at its ends included."""
        for _ in range(_span(child(row, "trPr", "gridBefore"), 0)):
            yield Cell([])
        for cell in _unwrapped(row, "tc"):
            lines = [line for line in self.lines(cell, depth) if line]
            yield Cell(lines, _span(child(cell, "tcPr", "gridSpan"), 1))


def _span(element: Element | None, default: int) -> int:
    return min(number(value(element), default), WIDEST)


def _rows(table: Element) -> Iterator[Element]:
    return _unwrapped(table, "tr")


def _unwrapped(element: Element, name: str) -> Iterator[Element]:
    """Yield the children called *name*, those in content controls included."""
    for each in element:
        if each.tag == W + name:
            yield each
        elif local(each) in AROUND:
            yield from _unwrapped(each, name)


def is_layout(rows: list[list[Cell]]) -> bool:
    """Tell whether a table only sets paragraphs side by side."""
    return len(rows) <= FEW_ROWS and any(
        len(cell.lines) > 1 for row in rows for cell in row
    )


def tabbed(row: list[Cell]) -> list[Stretch]:
    """Return a row as one line, its columns parted by tabs; merged ones stay empty."""
    line: list[Stretch] = []
    for number_, cell in enumerate(row):
        if number_:
            line.append(Stretch("\t"))
        line.extend(_without_tabs(joined(cell.lines, " ")))
        line.extend([Stretch("\t")] * (cell.span - 1))
    return line


def _without_tabs(line: list[Stretch]) -> list[Stretch]:
    return [Stretch(part.text.replace("\t", " "), part.place) for part in line]


def broken(line: list[Stretch]) -> Iterator[list[Stretch]]:
    """Yield the lines that line breaks part a paragraph into."""
    current: list[Stretch] = []
    for stretch in line:
        first, *others = stretch.text.split("\n")
        current.append(Stretch(first, stretch.place))
        for other in others:
            yield current
            current = [Stretch(other, stretch.place)]
    yield current
