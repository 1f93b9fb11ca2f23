"""The tables of a text: their rows gathered as they are read, then related."""

from tongket.core.nouns.reading import TokenClass
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line
from tongket.core.reading.relations.purposes import is_planned
from tongket.core.reading.relations.scene import Purpose
from tongket.core.reading.sighting import Aside, Found
from tongket.core.reading.tables.body import Body, Entry, level_of
from tongket.core.reading.tables.cells import cells_of
from tongket.core.reading.tables.columns import Titles
from tongket.core.reading.tables.roles import roles_of_cells
from tongket.core.reading.tables.rows import Row
from tongket.core.reading.tables.totals import totals_of

# The caption of a table is one of so many lines above it.
_CAPTIONS = 3


class Bodies:
    """The tables of a text, by the line that each begins with."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._bodies: dict[int, Body] = {}

    def read(self, line: Line, row: Row, section: tuple[str, ...]) -> list[Found]:
        """Read the cells of a row under its headings; its running number is none."""
        if row.counters:
            return [
                Aside(*place, TokenClass.LIST_MARKER, "column_number")
                for place in row.counters
            ]
        placed = cells_of(line, row, self._lexicon)
        label = self._text[row.label[0] : row.label[1]].strip()
        entry = Entry(label, level_of(row.mark or label), section)
        self._bodies.setdefault(row.table, Body()).add(row.label, entry, placed)
        cells: list[Found] = [cell.seen for cell in placed]
        if row.index is None or row.index[0] == row.index[1]:
            return cells
        return [Aside(*row.index, TokenClass.LIST_MARKER, "row_number"), *cells]

    def relate(
        self, lines: list[tuple[int, int]], titles: Titles, purpose: Purpose
    ) -> None:
        """Give the cells of all tables their roles, and tie portions to totals."""
        for first, body in self._bodies.items():
            above = lines[max(0, first - _CAPTIONS) : first]
            captions = [self._text[low:high].strip() for low, high in above]
            section = next((row.section for row in body.rows), ())
            planned = is_planned(
                captions[::-1], section, self._lexicon, plan=purpose.plan
            )
            roles_of_cells(body, titles, planned=planned)
            totals_of(body, titles)
