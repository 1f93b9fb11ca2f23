"""The columns that the cells of a table's rows stand in."""

from dataclasses import dataclass, field

from tongket.core.reading.formats.web.page import Element

# A table wider than this is broken, not wide; its cells reach into no other row.
WIDEST = 200


@dataclass(slots=True)
class Columns:
    """Where in its table a row's cells stand: merged cells take columns and rows."""

    row: int = 0
    _next: int = 0
    _before: int = 0
    # Of each column, the last row that a merged cell of a row above reaches into.
    _reach: dict[int, int] = field(default_factory=dict)

    def begin_row(self) -> None:
        """Go to the next row."""
        self.row += 1
        self._next = self._before = 0

    def step(self, cell: Element) -> int:
        """Return how many columns on from the cell before it the next *cell* stands."""
        while self._reach.get(self._next, -1) >= self.row:
            self._next += 1
        step, self._before = self._next - self._before, self._next
        if not cell.keys():
            self._next += 1
            return step
        width = min(max(whole_number(cell.get("colspan"), 1), 1), 100)
        height = max(whole_number(cell.get("rowspan"), 1), 1)
        if height > 1 and self._next + width <= WIDEST:
            for column in range(self._next, self._next + width):
                self._reach[column] = self.row + height - 1
        self._next += width
        return step


def whole_number(text: str | None, default: int) -> int:
    """Return the whole number that an attribute writes, or *default*."""
    digits = (text or "").strip()
    # More digits than any list or table has items.
    return int(digits) if digits.isdecimal() and len(digits) < 7 else default
