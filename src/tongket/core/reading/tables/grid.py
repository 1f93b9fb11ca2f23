"""The grid: which lines of a text are rows of a table, and under which headings."""

from dataclasses import dataclass

from tongket.core.reading.tables.columns import Titles
from tongket.core.reading.tables.rows import Row
from tongket.core.reading.tables.stacked import dated_rows, titled_rows
from tongket.core.reading.tables.tabbed import tabbed


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a text, by the number of the line that their cells stand in.

    `heads` are the lines that hold the titles of columns side by side.
    """

    rows: dict[int, Row]
    heads: frozenset[int] = frozenset()

    def row(self, line: int) -> Row | None:
        """Return the row whose cells a line holds, or None."""
        return self.rows.get(line)


def grid_of(text: str, lines: list[tuple[int, int]], titles: Titles) -> Grid:
    """Find the tables of a text: tab-parted rows, and columns told line by line."""
    texts = [text[start:end].strip() for start, end in lines]
    rows = titled_rows(text, lines, titles, texts=texts) | dated_rows(
        text, lines, texts
    )
    if "\t" not in text and "|" not in text and "    " not in text:
        return Grid(rows)
    in_lines, heads = tabbed(text, lines, titles)
    return Grid(in_lines | rows, frozenset(heads))
