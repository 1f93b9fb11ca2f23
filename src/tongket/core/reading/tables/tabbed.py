"""Tables whose rows are lines, their cells parted by tabs or bars."""

import re

from tongket.core.reading.tables.columns import Titles
from tongket.core.reading.tables.rows import (
    MEASURE_LINE,
    YEAR_LINE,
    Row,
    cell_of,
    is_number,
)

_SPLIT = re.compile(r"\t+|\s*\|\s*| {4,}")
# A title of a column that is not in the lexicon has so many letters at most.
_LONGEST_TITLE = 60
# What stands in a cell that tells of none.
_EMPTY = frozenset(("-", "–", "…", "x", "X", "/"))
# How a row is numbered shows in so many letters at its beginning.
_MARK = 8


def tabbed(
    text: str, lines: list[tuple[int, int]], titles: Titles
) -> tuple[dict[int, Row], set[int]]:
    """Find tables whose rows are lines, their cells parted by tabs or bars.

    Returns the rows, and the lines that their heads stand in.
    """
    rows: dict[int, Row] = {}
    heads: set[int] = set()
    columns: list[tuple[str, str]] = []
    measure = ""
    table = 0
    for number, (start, end) in enumerate(lines):
        parts = _parts(text, start, end)
        if len(parts) < 2:
            named = None
            if text.find(":", start, end) >= 0:
                named = MEASURE_LINE.search(text, start, end)
            if named is not None:
                measure = named[1].strip()
            elif text[start:end].strip():
                columns, measure, table = [], "", number
            continue
        texts = [text[low:high] for low, high in parts]
        below = lines[number + 1 : number + 2]
        if _is_header(texts, titles) or _stands_over(texts, text, below):
            columns = [(titles.role(title), title.strip()) for title in texts]
            heads.add(number)
            table = number
            continue
        row = _row_of_parts(text, parts, columns)
        if row is not None:
            row.measure, row.table = row.measure or measure, table
            rows[number] = row
    return rows, heads


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of the cells of a line, blank ones included."""
    line = text[start:end].rstrip("\r\n")
    if "\t" not in line and "|" not in line and "    " not in line.strip():
        return []
    parts: list[tuple[int, int]] = []
    low = 0
    for match in _SPLIT.finditer(line):
        parts.append((start + low, start + match.start()))
        low = match.end()
    parts.append((start + low, start + len(line)))
    if line.lstrip().startswith("|"):
        parts = parts[1:]
    return parts[:-1] if line.rstrip().endswith("|") else parts


def _is_header(texts: list[str], titles: Titles) -> bool:
    if sum(1 for one in texts if one[:1].isdecimal()) * 2 > len(texts):
        return all(YEAR_LINE.fullmatch(one) for one in texts if one[:1].isdecimal())
    known = sum(1 for one in texts if titles.role(one) or YEAR_LINE.fullmatch(one))
    return known >= 2 and known * 2 >= sum(1 for one in texts if one.strip())


def _stands_over(texts: list[str], text: str, below: list[tuple[int, int]]) -> bool:
    """Tell whether cells of words stand over as many cells of numbers.

    The row below must have a label and, under at least half of the titles, numbers.
    """
    if not below or any(is_number(one) for one in texts):
        return False
    named = [one.strip() for one in texts if any(map(str.isalpha, one))]
    counted = len(named) > 1 and named[-1].lower().startswith(("số ", "tổng số "))
    if not (len(named) > 2 or counted) or max(map(len, named)) > _LONGEST_TITLE:
        return False
    cells = [text[low:high].strip() for low, high in _parts(text, *below[0])]
    numbers = sum(is_number(one) or one in _EMPTY for one in cells[1:])
    return len(cells) == len(texts) and numbers * 2 >= len(cells) - 1


def _row_of_parts(
    text: str, parts: list[tuple[int, int]], columns: list[tuple[str, str]]
) -> Row | None:
    """Return a line of cells as a row; None: no number stands alone in a cell."""
    columns = columns + [("", "")] * (len(parts) - len(columns))
    row = Row((0, 0))
    labelled = False
    for at, ((low, high), (role, title)) in enumerate(
        zip(parts, columns, strict=False)
    ):
        piece = text[low:high].strip()
        if not labelled and not row.mark:
            row.mark = piece[:_MARK]
        if role == "measure":
            row.measure = piece
        elif is_number(piece):
            # A number before the label only counts the rows.
            if role == "index" or not labelled:
                row.index = low, high
            else:
                row.cells.append(cell_of(text, (low, high), (at, title)))
        elif not labelled and any(letter.isalpha() for letter in piece):
            row.label, labelled = (low, high), len(piece) > 3
    return row if labelled and row.cells else None
