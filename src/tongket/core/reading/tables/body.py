"""The body of a table: its rows, and the numbers of each by their columns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tongket.core.reading.sighting import Sighting

# How the rows of a table are numbered, the main ones first.
_MARKS = (
    re.compile(r"[A-HK-UY-ZĐ](?:[.)\s]|$)"),
    re.compile(r"[IVX]{1,5}(?:[.)\s/-]|$)"),
    re.compile(r"\d{1,3}(?:[.)\s/-]|$)"),
    re.compile(r"\d{1,3}(?:\.\d{1,3})+"),
    re.compile(r"[a-zđ](?:[.)]|$)"),
    re.compile(r"[-–+*•](?:\s|$|(?=\w))"),
)
UNMARKED = len(_MARKS)


@dataclass(frozen=True, slots=True)
class Placed:
    """A number of a table, the column that it stands in and the heading over it."""

    seen: Sighting
    column: int
    heading: str


@dataclass(slots=True, eq=False)
class Entry:
    """A row of a table as read: its label, how it is marked, its numbers by column.

    `level` is 0 for the rows marked "A", more for those below them; UNMARKED for a row
    without a mark. `section` are the headings that it stands under.
    """

    label: str
    level: int
    section: tuple[str, ...] = ()
    cells: dict[int, Placed] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Body:
    """The rows of one table in text order."""

    entries: dict[tuple[int, int], Entry] = field(default_factory=dict)

    def add(
        self, label: tuple[int, int], entry: Entry, cells: Iterable[Placed]
    ) -> None:
        """Add numbers to the row whose label stands between two offsets."""
        row = self.entries.setdefault(label, entry)
        for cell in cells:
            row.cells[cell.column] = cell

    @property
    def rows(self) -> list[Entry]:
        """The rows that hold numbers, from top to bottom."""
        return [entry for entry in self.entries.values() if entry.cells]

    @property
    def columns(self) -> dict[int, str]:
        """The headings of the columns that hold numbers, from left to right."""
        found: dict[int, str] = {}
        for row in self.entries.values():
            for at, cell in row.cells.items():
                found.setdefault(at, cell.heading)
        return dict(sorted(found.items()))


def level_of(mark: str) -> int:
    """Return the level of a row by the mark that it begins with.

    >>> level_of("II"), level_of("3"), level_of("3.1"), level_of("Chi khác")
    (1, 2, 3, 6)
    """
    for level in (3, 0, 1, 2, 4, 5):
        if _MARKS[level].match(mark):
            return level
    return UNMARKED
