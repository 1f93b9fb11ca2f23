"""Rows of tables: their labels and cells, as they stand in a text."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from tongket.core.nouns.figure import Kind

_NUMBER_LINE = re.compile(r"[ \t]*[-+]?\d[\d.,  ]{0,20}%?[ \t\r\n]*")
# In the books of accountants a number in brackets is below nought.
_BRACKETED = re.compile(r"\(\s?\d[\d.,  ]{0,20}\s?%?\s?\)")
YEAR_LINE = re.compile(r"[ \t]*(?:[Nn][ăa]m |NĂM )?((?:19|20)\d{2})[ \t\r\n]*")
# "Đơn vị tính: triệu đồng" above a table holds for all its cells.
MEASURE_LINE = re.compile(
    r"(?:đơn vị(?: tính)?|đvt|đ\.v\.t) ?: ?([^\n\r:;.()]{1,30})", re.IGNORECASE
)
# What stands in a cell that tells of none.
EMPTY = frozenset(("", "-", "–", "—", "…", "x", "X", "/"))
# The measure of a total is looked for in so many rows above it.
_LONGEST = 100


# Kind, measure and scale of the numbers of a cell.
Worth = tuple[Kind, str, Decimal]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds a number alone: its offsets, its column and the heading.

    `sign` is "+" or "-" where one stands before the number or brackets around it, and
    `signed` the offsets with it.
    """

    start: int
    end: int
    heading: str
    column: int = 0
    sign: str = ""
    signed: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Row:
    """A row of a table: what it is about, in which measure, and its cells.

    `index` is the place of its running number, `mark` how it is numbered ("II", "3.1"),
    `table` the line that its table begins with. `counters` are the places of numbers
    that only count the columns, `above` the rows that a row of totals adds up. `titled`
    is the title over the label.
    `worths` keeps what its numbers were found to be under each heading, since its
    total asks for them again.
    """

    label: tuple[int, int]
    measure: str = ""
    index: tuple[int, int] | None = None
    mark: str = ""
    table: int = 0
    cells: list[Cell] = field(default_factory=list)
    counters: tuple[tuple[int, int], ...] = ()
    above: tuple["Row", ...] = ()
    titled: str = ""
    worths: dict[str, Worth] = field(default_factory=dict)

    def add_up(self, above: list["Row"]) -> None:
        """Make the row a total of the rows above it."""
        self.above = tuple(above[-_LONGEST:])


def is_number_line(text: str, start: int, end: int) -> bool:
    """Tell whether a line holds a number and nothing else."""
    return _NUMBER_LINE.fullmatch(text, start, end) is not None


def cell_of(text: str, place: tuple[int, int], head: tuple[int, str]) -> Cell:
    """Return the cell at two offsets, under a column and its heading."""
    start, end = place
    column, heading = head
    piece = text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
    signed = start, end
    sign = text[start] if text[start] in "+-" else ""
    if text[start] == "(":
        sign, end = "-", end - 1
    while not text[start].isdecimal():
        start += 1
    return Cell(start, end, heading, column, sign, signed)


def is_number(cell: str) -> bool:
    """Tell whether a cell holds a number and nothing else."""
    return _NUMBER_LINE.fullmatch(cell.strip()) is not None


def is_below_nought(cell: str) -> bool:
    """Tell whether a cell holds a number in brackets.

    >>> is_below_nought("(1.250)"), is_below_nought("1.250")
    (True, False)
    """
    return _BRACKETED.fullmatch(cell.strip()) is not None
