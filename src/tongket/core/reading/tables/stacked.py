"""Tables told line by line: a run of titles or years, then one cell a line."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from tongket.core.reading.tables.columns import Titles
from tongket.core.reading.tables.rows import (
    EMPTY,
    MEASURE_LINE,
    YEAR_LINE,
    Cell,
    Row,
    cell_of,
    is_number_line,
)

# The lengths of "2019" and "Năm 2019".
_YEAR_LENGTHS = frozenset((4, 8))
# A label over a column of cells is short.
_LONGEST_LABEL = 120
# The title of a column has at most so many words.
_TITLE_WORDS = 8
_MOST = 12
Place = tuple[int, int]
# Role and title of each column.
Columns = list[tuple[str, str]]


class Stack(NamedTuple):
    """A row whose cells stand one below the other: it, its cells, and how many lines.

    Each cell comes with the number of its line.
    """

    row: Row
    cells: list[tuple[int, Cell]]
    size: int


def dated_rows(text: str, lines: list[Place], texts: list[str]) -> dict[int, Row]:
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


def titled_rows(
    text: str, lines: list[Place], titles: Titles, *, texts: list[str]
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
        above: list[Row] = []
        for columns in _readings(heads, titles):
            size = len(columns)
            while (
                stack := _stack(
                    text,
                    {n: lines[n] for n in filled[at : at + size]},
                    columns,
                    titles=titles,
                )
            ) is not None:
                row = replace(stack.row, table=table)
                row.measure = row.measure or measure
                if titles.is_total(text[slice(*row.label)]):
                    row.add_up(above)
                above.append(row)
                if row.index is not None:
                    rows[filled[at]] = row
                for line, cell in stack.cells:
                    rows[line] = replace(row, index=None, cells=[cell])
                at += stack.size
    return rows


def _heads(texts: Iterable[str], titles: Titles) -> list[str]:
    """Return the known titles that the lines at hand begin with."""
    return list(takewhile(lambda title: _is_title(title, titles), texts))


def _is_title(line: str, titles: Titles) -> bool:
    """Tell whether a line is the title of a column: most are too long for one."""
    if len(line) > _LONGEST_LABEL or ":" in line:
        return False
    return len(line.split()) <= _TITLE_WORDS and titles.role(line) != ""


def _readings(heads: list[str], titles: Titles) -> list[Columns]:
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


def _stack(
    text: str, lines: dict[int, Place], columns: Columns, *, titles: Titles
) -> Stack | None:
    """Return the row that the lines at hand begin with; None: there is none.

    *lines* come by their numbers in the text. A row of totals has no running number.
    """
    numbered = [*enumerate(columns)]
    stack = _filled(text, lines, numbered)
    if stack is None and lines and columns[0][0] == "index":
        first = text[slice(*next(iter(lines.values())))]
        if titles.is_total(first.strip()):
            return _filled(text, lines, numbered[1:])
    return stack


def _filled(
    text: str, lines: dict[int, Place], columns: list[tuple[int, tuple[str, str]]]
) -> Stack | None:
    """Return the row that the first lines are when they fill these columns."""
    if len(lines) < len(columns):
        return None
    row = Row((0, 0))
    cells: list[tuple[int, Cell]] = []
    for (number, place), (at, (role, title)) in zip(
        lines.items(), columns, strict=False
    ):
        piece = text[slice(*place)].strip()
        if is_number_line(text, *place):
            if role in {"label", "measure"}:
                return None
            cell = cell_of(text, place, (at, title))
            if role == "index":
                row.index, row.mark = cell.signed, piece
            else:
                cells.append((number, cell))
        elif not _is_worded(row, role, piece, place=place):
            return None
    return Stack(row, cells, len(columns)) if cells else None


def _is_worded(row: Row, role: str, piece: str, *, place: Place) -> bool:
    """Tell whether words may stand in a column, and keep them in the row."""
    if role == "label":
        row.label = place[0], place[0] + len(piece)
    elif role == "measure":
        row.measure = piece
    else:
        return role != "index" and piece in EMPTY
    return len(piece) <= _LONGEST_LABEL


def _years(text: str, lines: list[Place], at: int) -> list[str]:
    years: list[str] = []
    while at < len(lines):
        match = YEAR_LINE.fullmatch(text, *lines[at])
        if match is None:
            break
        years.append(match[1])
        at += 1
    return years


def _row_of_lines(text: str, lines: list[Place], years: list[str]) -> Row | None:
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
