"""The grid: which lines of a text are rows of a table, and under which headings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from tongket.core.reading.lexicon import Phrases
from tongket.core.reading.line import words_of

_NUMBER_LINE = re.compile(r"[ \t]*[-+]?\d[\d.,  ]{0,20}%?[ \t\r\n]*")
_YEAR_LINE = re.compile(r"[ \t]*(?:[Nn][ăa]m |NĂM )?((?:19|20)\d{2})[ \t\r\n]*")
# The lengths of "2019" and "Năm 2019".
_YEAR_LENGTHS = frozenset((4, 8))
# "Đơn vị tính: triệu đồng" above a table holds for all its cells.
_MEASURE_LINE = re.compile(
    r"(?:đơn vị(?: tính)?|đvt|đ\.v\.t) ?: ?([^\n\r:;.]{1,30})", re.IGNORECASE
)
_SPLIT = re.compile(r"\t+|\s*\|\s*| {4,}")
# A label over a column of cells is short.
_LONGEST_LABEL = 120
# The title of a column has at most so many words.
_TITLE_WORDS = 8
_MOST = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds a number alone: its offsets and the heading of its column."""

    start: int
    end: int
    heading: str


@dataclass(slots=True)
class Row:
    """A row of a table: what it is about, in which measure, and its cells.

    `index` is the place of its running number.
    """

    label: tuple[int, int]
    measure: str = ""
    index: tuple[int, int] | None = None
    headings: tuple[str, ...] = ()
    cells: list[Cell] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a text, by the number of the line that their cells stand in."""

    rows: dict[int, Row]

    def row(self, line: int) -> Row | None:
        """Return the row whose cells a line holds, or None."""
        return self.rows.get(line)


def is_number_line(text: str, start: int, end: int) -> bool:
    """Tell whether a line holds a number and nothing else."""
    return _NUMBER_LINE.fullmatch(text, start, end) is not None


def grid_of(text: str, lines: list[tuple[int, int]], titles: "Titles") -> Grid:
    """Find the tables of a text: tab-parted rows, and columns told line by line."""
    texts = [text[start:end].strip() for start, end in lines]
    rows = _titled(text, lines, titles, texts=texts) | _columns(text, lines, texts)
    if "\t" in text or "|" in text or "    " in text:
        rows = _tabbed(text, lines, titles) | rows
    return Grid(rows)


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of columns that name a label, a measure or an index."""

    roles: Phrases[str]

    def role(self, title: str) -> str:
        """Return what a column title says; "" when it is unknown."""
        return _role_of(title, self.roles)


@lru_cache(maxsize=512)
def _role_of(title: str, roles: Phrases[str]) -> str:
    """Return what a title says, kept because every row asks again."""
    words = [*words_of(title), "\n"]
    known = roles.ahead(words, 0)
    whole = known is not None and known[1] == len(words) - 1
    if not whole and "/" in title and "%" in title:
        # "TH/KH (%)": one column as a per cent of another.
        return "gap"
    return known[0] if known is not None else ""


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
        size = 1 + len(years)
        while (row := _row_of_lines(text, lines[at : at + size], years)) is not None:
            for number, cell in enumerate(row.cells, at + 1):
                rows[number] = Row(row.label, headings=tuple(years), cells=[cell])
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
            named = _MEASURE_LINE.fullmatch(first) if ":" in first else None
            measure = named[1].strip() if named is not None else measure
            at += 1
            continue
        heads = _heads((texts[one] for one in filled[at : at + _MOST]), titles)
        at += len(heads)
        if len(heads) < 2:
            continue
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
                    heading = (cell.heading,)
                    rows[line] = Row(place.label, place.measure, None, heading, [cell])
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
    for (number, (start, end)), (role, title) in zip(
        lines.items(), columns, strict=True
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
        elif role != "index":
            cells.append((number, _cell(text, (start, end), title)))
    return row, cells


def _years(text: str, lines: list[tuple[int, int]], at: int) -> list[str]:
    years: list[str] = []
    while at < len(lines):
        match = _YEAR_LINE.fullmatch(text, *lines[at])
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
    if not 0 < len(label) <= _LONGEST_LABEL or _NUMBER_LINE.fullmatch(text, start, end):
        return None
    if not all(_NUMBER_LINE.fullmatch(text, *line) for line in lines[1:]):
        return None
    first = start + text[start:end].index(label[0])
    row = Row((first, first + len(label)))
    for line, year in zip(lines[1:], years, strict=True):
        row.cells.append(_cell(text, line, year))
    return row


def _cell(text: str, place: tuple[int, int], heading: str) -> Cell:
    start, end = place
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip(" \t+-"))
    return Cell(first, start + len(piece.rstrip()), heading)


def _tabbed(text: str, lines: list[tuple[int, int]], titles: Titles) -> dict[int, Row]:
    """Find tables whose rows are lines, their cells parted by tabs or bars."""
    rows: dict[int, Row] = {}
    columns: list[tuple[str, str]] = []
    measure = ""
    for number, (start, end) in enumerate(lines):
        parts = _parts(text, start, end)
        if len(parts) < 2:
            named = None
            if text.find(":", start, end) >= 0:
                named = _MEASURE_LINE.search(text, start, end)
            if named is not None:
                measure = named[1].strip()
            elif text[start:end].strip():
                columns, measure = [], ""
            continue
        texts = [text[low:high] for low, high in parts]
        if _is_header(texts, titles):
            columns = [(titles.role(title), title.strip()) for title in texts]
            continue
        row = _row_of_parts(text, parts, columns)
        if row is not None:
            row.measure = row.measure or measure
            rows[number] = row
    return rows


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
        return all(_YEAR_LINE.fullmatch(one) for one in texts if one[:1].isdecimal())
    known = sum(1 for one in texts if titles.role(one) or _YEAR_LINE.fullmatch(one))
    return known >= 2 and known * 2 >= sum(1 for one in texts if one.strip())


def _row_of_parts(
    text: str, parts: list[tuple[int, int]], columns: list[tuple[str, str]]
) -> Row | None:
    """Return a line of cells as a row; None: no number stands alone in a cell."""
    columns = columns + [("", "")] * (len(parts) - len(columns))
    row = Row((0, 0), headings=tuple(title for _, title in columns))
    labelled = False
    for (low, high), (role, title) in zip(parts, columns, strict=False):
        piece = text[low:high].strip()
        if role == "measure":
            row.measure = piece
        elif _NUMBER_LINE.fullmatch(piece):
            # A number before the label only counts the rows.
            if role == "index" or not labelled:
                row.index = low, high
            else:
                row.cells.append(_cell(text, (low, high), title))
        elif not labelled and any(letter.isalpha() for letter in piece):
            row.label, labelled = (low, high), len(piece) > 3
    return row if labelled and row.cells else None
