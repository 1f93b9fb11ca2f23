"""The grid: which lines of a text are rows of a table, and under which headings."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import takewhile

from tongket.core.reading.tables.columns import Titles
from tongket.core.reading.tables.rows import (
    MEASURE_LINE,
    YEAR_LINE,
    Cell,
    Row,
    cell_of,
    is_number_line,
)
from tongket.core.reading.tables.tabbed import tabbed

# The lengths of "2019" and "Năm 2019".
_YEAR_LENGTHS = frozenset((4, 8))
# A label over a column of cells is short.
_LONGEST_LABEL = 120
# The title of a column has at most so many words.
_TITLE_WORDS = 8
_MOST = 12


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
    rows = _titled(text, lines, titles, texts=texts) | _columns(text, lines, texts)
    if "\t" not in text and "|" not in text and "    " not in text:
        return Grid(rows)
    in_lines, heads = tabbed(text, lines, titles)
    return Grid(in_lines | rows, frozenset(heads))


def _columns(
    text: str, lines: list[tuple[int, int]], texts: list[str]
) -> dict[int, Row]:
    """Find tables whose cells stand one a line, under a run of years."""
    rows: dict[int, Row] = {}
    at = 0
    while at < len(lines):
        if len(texts[at]) not in _YEAR_LENGTHS:
            at += 1
            continue
        years = _years(text, lines, at)
        at += max(1, len(years))
        if len(years) < 2:
            continue
        table = at
        size = 1 + len(years)
        while (row := _row_of_lines(text, lines[at : at + size], years)) is not None:
            for number, cell in enumerate(row.cells, at + 1):
                rows[number] = replace(row, table=table, cells=[cell])
            at += size
    return rows


def _titled(
    text: str, lines: list[tuple[int, int]], titles: Titles, *, texts: list[str]
) -> dict[int, Row]:
    """Find tables whose cells stand one a line, under a run of column titles.

    *texts* are the lines without the blanks around them.
    """
    rows: dict[int, Row] = {}
    filled = [at for at, one in enumerate(texts) if one]
    measure = ""
    at = 0
    while at < len(filled):
        first = texts[filled[at]]
        if not _is_title(first, titles):
            named = MEASURE_LINE.fullmatch(first) if ":" in first else None
            measure = named[1].strip() if named is not None else measure
            at += 1
            continue
        heads = _heads((texts[one] for one in filled[at : at + _MOST]), titles)
        at += len(heads)
        if len(heads) < 2:
            continue
        table = at
        for columns in _readings(heads, titles):
            size = len(columns)
            while (
                row := _row_under(
                    text, {n: lines[n] for n in filled[at : at + size]}, columns
                )
            ) is not None:
                place, cells = row
                place.measure = place.measure or measure
                for line, cell in cells:
                    rows[line] = replace(place, table=table, cells=[cell])
                at += size
    return rows


def _heads(texts: Iterable[str], titles: Titles) -> list[str]:
    """Return the known titles that the lines at hand begin with."""
    return list(takewhile(lambda title: _is_title(title, titles), texts))


def _is_title(line: str, titles: Titles) -> bool:
    """Tell whether a line is the title of a column: most are too long for one."""
    if len(line) > _LONGEST_LABEL or ":" in line:
        return False
    return len(line.split()) <= _TITLE_WORDS and titles.role(line) != ""


def _readings(heads: list[str], titles: Titles) -> list[list[tuple[str, str]]]:
    """Return what the lines of a row may be: the label has a title, or it has none."""
    known = [(titles.role(title), title) for title in heads]
    lead = 1 if known[0][0] == "index" else 0
    rest = known[lead + 1 :]
    titled = [*known[:lead], ("label", ""), *rest]
    untitled = [*known[:lead], ("label", ""), *known[lead:]]
    return [
        columns
        for columns in (titled, untitled)
        if sum(role not in {"index", "label", "measure"} for role, _ in columns) > 1
    ]


def _row_under(
    text: str, lines: dict[int, tuple[int, int]], columns: list[tuple[str, str]]
) -> tuple[Row, list[tuple[int, Cell]]] | None:
    """Return a row of one line per column, and the lines of its cells; None: none.

    *lines* are those at hand by their numbers in the text.
    """
    if len(lines) < len(columns):
        return None
    row = Row((0, 0))
    cells: list[tuple[int, Cell]] = []
    for at, ((number, (start, end)), (role, title)) in enumerate(
        zip(lines.items(), columns, strict=True)
    ):
        piece = text[start:end].strip()
        worded = role in {"label", "measure"}
        if worded is is_number_line(text, start, end) or len(piece) > _LONGEST_LABEL:
            return None
        if role == "label":
            first = start + text[start:end].index(piece[0])
            row.label = first, first + len(piece)
        elif role == "measure":
            row.measure = piece
        elif role == "index":
            row.mark = piece
        else:
            cells.append((number, cell_of(text, (start, end), (at, title))))
    return row, cells


def _years(text: str, lines: list[tuple[int, int]], at: int) -> list[str]:
    years: list[str] = []
    while at < len(lines):
        match = YEAR_LINE.fullmatch(text, *lines[at])
        if match is None:
            break
        years.append(match[1])
        at += 1
    return years


def _row_of_lines(
    text: str, lines: list[tuple[int, int]], years: list[str]
) -> Row | None:
    """Return the row of a label and one line per year; None: it is none."""
    if len(lines) <= len(years):
        return None
    start, end = lines[0]
    label = text[start:end].strip()
    if not 0 < len(label) <= _LONGEST_LABEL or is_number_line(text, start, end):
        return None
    if not all(is_number_line(text, *line) for line in lines[1:]):
        return None
    first = start + text[start:end].index(label[0])
    row = Row((first, first + len(label)))
    for line, head in zip(lines[1:], enumerate(years), strict=True):
        row.cells.append(cell_of(text, line, head))
    return row
