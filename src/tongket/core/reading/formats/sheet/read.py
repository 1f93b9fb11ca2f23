"""A spreadsheet to a document: every row a line, every cell a stretch of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tongket.core.nouns.document import Document, Format, Note, Place
from tongket.core.reading.formats.archive import Archive, elements
from tongket.core.reading.formats.letters.legacy import read_in_font
from tongket.core.reading.formats.means import Means
from tongket.core.reading.formats.plain import mended_lines
from tongket.core.reading.formats.sheet.book import (
    Book,
    Element,
    Piece,
    Rich,
    S,
    Style,
    is_on,
    rich,
    whole,
)
from tongket.core.reading.formats.sheet.numbers import shown
from tongket.core.reading.formats.struck import Struck
from tongket.core.reading.formats.transcript import (
    NOWHERE,
    Stretch,
    Transcript,
    stripped,
    within_limits,
)
from tongket.core.reading.formats.unreadable import Unreadable

ADDRESS = re.compile(r"([A-Z]{1,3})(\d+)")
BLANKS = re.compile(r"\s+")
# Names that a program gave; others were given by somebody and say something.
UNNAMED = re.compile(r"(?:sheet|trang[ _]?tính|bảng)\s?\d*", re.IGNORECASE)
# Empty columns between two cells that still are columns of one table.
WIDEST_GAP = 50


@dataclass(slots=True)
class Tally:
    """What was met on the way through the sheets."""

    cells: int = 0
    uncomputed: int = 0
    hidden: bool = False
    struck: Struck = field(default_factory=Struck)
    alphabets: set[str] = field(default_factory=set)


def read_sheet(archive: Archive, means: Means) -> Document:
    """Return a spreadsheet as a document: sheets in order, cells parted by tabs.

    Formulas show the value that was stored with them; hidden sheets, rows and columns
    are left out. Raises Unreadable: file_archive_broken, file_too_many_cells,
    file_unfolds_too_far, file_text_too_long, file_blank.
    """
    book = Book(archive)
    tally = Tally(hidden=book.has_hidden_sheets)
    lines = [*within_limits(_lines(book, means, tally), means.limits)]
    mended, notes = mended_lines(lines, means.legacy)
    transcript = Transcript(means.limits)
    for line in mended:
        transcript.line(line)
    if transcript.is_blank:
        raise Unreadable("file_blank")
    return transcript.document(Format.XLSX, [*_told(tally), *notes])


def _lines(book: Book, means: Means, tally: Tally) -> Iterator[list[Stretch]]:
    """Yield the rows of all sheets, each sheet under its name if it was given one."""
    for name, part in book.sheets():
        yield []
        if not UNNAMED.fullmatch(name):
            yield [Stretch(name, Place(NOWHERE, cell=name))]
            yield []
        yield from Sheet(book, name, means, tally).lines(part)


def _told(tally: Tally) -> Iterator[Note]:
    for alphabet in sorted(tally.alphabets):
        yield Note(f"{alphabet}_converted")
    if tally.uncomputed:
        yield Note("formulas_uncomputed", (("count", str(tally.uncomputed)),))
    if tally.hidden:
        yield Note("hidden_left_out")
    yield from tally.struck.notes("cells")


@dataclass(slots=True)
class Sheet:
    """Reads the rows of one sheet."""

    book: Book
    name: str
    means: Means
    tally: Tally
    _hidden: list[tuple[int, int]] = field(default_factory=list)
    # Whether the row before had several filled cells.
    _in_table: bool = False

    def lines(self, part: str) -> Iterator[list[Stretch]]:
        """Yield the rows of the sheet that show, cells parted by tabs."""
        margin = 1
        count = 0
        for element in elements(
            self.book.archive.part(part), ("col", "dimension", "row")
        ):
            name = element.tag.rpartition("}")[2]
            if name == "dimension":
                margin = column_of(element.get("ref") or "A1")
            elif name == "col":
                self._hide(element)
            else:
                count = whole(element.get("r"), count + 1)
                yield from self._row(element, count, margin)

    def _hide(self, column: Element) -> None:
        if is_on(column.get("hidden")):
            self._hidden.append((whole(column.get("min")), whole(column.get("max"))))
            self.tally.hidden = True

    def _row(self, row: Element, number: int, margin: int) -> Iterator[list[Stretch]]:
        if is_on(row.get("hidden")):
            self.tally.hidden = True
            return
        line: list[Stretch] = []
        at, last = 0, margin
        for cell in row.iterchildren(S + "c"):
            at = column_of(cell.get("r") or "") or at + 1
            words = self._words(cell, f"{letters(at)}{number}")
            if not words or any(low <= at <= high for low, high in self._hidden):
                continue
            gap = min(max(at - last, 0), WIDEST_GAP)
            line.extend([Stretch("\t")] * gap)
            line.extend(words)
            last = at
        filled = [stretch for stretch in line if stretch.place]
        if self._is_alone(filled) and last > margin + 1:
            # A line above a table, at its right: "Đơn vị tính: triệu đồng".
            line = filled
        self._in_table = len({stretch.place for stretch in filled}) > 1
        yield line

    def _is_alone(self, filled: list[Stretch]) -> bool:
        """Tell whether words stand alone in their row, and not below a table's row."""
        if self._in_table or len({stretch.place for stretch in filled}) != 1:
            return False
        return any(map(str.isalpha, filled[0].text))

    def _words(self, cell: Element, address: str) -> list[Stretch]:
        """Return what a cell shows, in the letters that its font draws."""
        self.tally.cells += 1
        if self.tally.cells > self.means.limits.cells:
            limit = f"{self.means.limits.cells:,}"
            raise Unreadable("file_too_many_cells", (("limit", limit),))
        styles, style = self.book.styles, whole(cell.get("s"))
        look = styles[style] if style < len(styles) else Style()
        place = Place(NOWHERE, cell=f"{self.name}!{address}")
        found: list[Stretch] = []
        for piece in self._content(cell, look):
            font = piece.font or look.font
            words, alphabet = read_in_font(piece.text, font, self.means.legacy)
            if alphabet:
                self.tally.alphabets.add(alphabet)
            if look.struck if piece.struck is None else piece.struck:
                self.tally.struck.take(f"{self.name}!{address}", words)
                continue
            self.tally.struck.end()
            found.append(Stretch(BLANKS.sub(" ", words), place))
        return stripped(found)

    def _content(self, cell: Element, look: Style) -> Rich:
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            inline = cell.find(S + "is")
            return () if inline is None else rich(inline)
        stored = cell.findtext(S + "v")
        if not stored:
            self.tally.uncomputed += cell.find(S + "f") is not None
            return ()
        if kind == "s":
            at, strings = whole(stored, -1), self.book.strings
            return strings[at] if 0 <= at < len(strings) else ()
        if kind == "n":
            number = shown(stored, look.pattern, from_1904=self.book.from_1904)
            return (Piece(number),)
        return (Piece(stored),)


def column_of(address: str) -> int:
    """Return the number of the column of an address, from 1; 0 for none.

    >>> column_of("B7"), column_of("AA1:AC9"), column_of("")
    (2, 27, 0)
    """
    found = ADDRESS.match(address)
    count = 0
    for sign in found[1] if found else "":
        count = count * 26 + ord(sign) - ord("A") + 1
    return count


def letters(column: int) -> str:
    """Return the letters of a column.

    >>> letters(2), letters(27)
    ('B', 'AA')
    """
    text = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
