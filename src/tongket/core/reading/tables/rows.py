"""Rows of tables: their labels and cells, as they stand in a text."""

import re
from dataclasses import dataclass, field

_NUMBER_LINE = re.compile(r"[ \t]*[-+]?\d[\d.,  ]{0,20}%?[ \t\r\n]*")
YEAR_LINE = re.compile(r"[ \t]*(?:[Nn][ăa]m |NĂM )?((?:19|20)\d{2})[ \t\r\n]*")
# "Đơn vị tính: triệu đồng" above a table holds for all its cells.
MEASURE_LINE = re.compile(
    r"(?:đơn vị(?: tính)?|đvt|đ\.v\.t) ?: ?([^\n\r:;.]{1,30})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds a number alone: its offsets, its column and the heading."""

    start: int
    end: int
    heading: str
    column: int = 0


@dataclass(slots=True)
class Row:
    """A row of a table: what it is about, in which measure, and its cells.

    `index` is the place of its running number, `mark` how it is numbered ("II", "3.1"),
    `table` the line that its table begins with.
    """

    label: tuple[int, int]
    measure: str = ""
    index: tuple[int, int] | None = None
    mark: str = ""
    table: int = 0
    cells: list[Cell] = field(default_factory=list)


def is_number_line(text: str, start: int, end: int) -> bool:
    """Tell whether a line holds a number and nothing else."""
    return _NUMBER_LINE.fullmatch(text, start, end) is not None


def cell_of(text: str, place: tuple[int, int], head: tuple[int, str]) -> Cell:
    """Return the cell at two offsets, under a column and its heading."""
    start, end = place
    column, heading = head
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip(" \t+-"))
    return Cell(first, start + len(piece.rstrip()), heading, column)


def is_number(cell: str) -> bool:
    """Tell whether a cell holds a number and nothing else."""
    return _NUMBER_LINE.fullmatch(cell.strip()) is not None
