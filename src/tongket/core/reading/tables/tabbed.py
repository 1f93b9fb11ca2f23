"""Tables whose rows are lines: their cells parted by tabs, by bars or by wide gaps."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tongket.core.reading.tables.columns import TIER, Titles
from tongket.core.reading.tables.rows import (
    EMPTY,
    MEASURE_LINE,
    YEAR_LINE,
    Row,
    cell_of,
    is_below_nought,
    is_number,
)

# A tab parts two cells; a typist puts as many as bring the next cell into its column.
_EACH = re.compile(r"\t|\s*\|\s*| {4,}")
_SOME = re.compile(r"\t+|\s*\|\s*| {4,}")
# What numbers the columns below their titles: "A", "1", "(1)", "(3)=(2)/(1)", "5=4/3".
_COUNTER = re.compile(r"[A-EĐ]|\(?(\d{1,2})\)?(?:\s?=\s?[\d()/x*:%+\- ]{1,20})?")
_AT_END = re.compile(r"\(([^()]{1,30})\)$")
# A title of a column that is not in the lexicon has so many letters at most.
_LONGEST_TITLE = 60
# The title of a column has at most so many words.
_TITLE_WORDS = 8
# How a row is numbered shows in so many letters at its beginning.
_MARK = 8
Place = tuple[int, int]
# The number of a line, and the places of its cells.
Line = tuple[int, list[Place]]


def tabbed(
    text: str, lines: list[Place], titles: Titles
) -> tuple[dict[int, Row], set[int]]:
    """Find tables whose rows are lines, their cells parted by tabs or bars.

    Returns the rows, and the lines that their heads stand in.
    """
    rows: dict[int, Row] = {}
    heads: set[int] = set()
    table = Table(text, titles)
    block: list[Line] = []
    # A line beyond the last ends the last block.
    for number, place in enumerate([*lines, (len(text), len(text))]):
        parts = parts_of(text, place, _EACH)
        if len(parts) > 1:
            block.append((number, parts))
            continue
        if block:
            table = _told(table, block, lines)
            rows |= table.rows
            heads |= table.heads
            block = []
        table = table.below(number, place)
    return rows, heads


def _told(above: "Table", block: Sequence[Line], lines: list[Place]) -> "Table":
    """Return the table that a block of lines is, its cells parted as they fit best."""
    table = above.going_on()
    table.take(block)
    if not table.strays:
        return table
    text = above.text
    typed = above.going_on()
    typed.take(
        [
            (number, parts)
            for number, _ in block
            if len(parts := parts_of(text, lines[number], _SOME)) > 1
        ]
    )
    return typed if typed.strays < table.strays else table


def parts_of(text: str, line: Place, between: re.Pattern[str]) -> list[Place]:
    """Return the offsets of the cells of a line, blank ones included."""
    words = text[slice(*line)].rstrip("\r\n")
    if "\t" not in words and "|" not in words and "    " not in words.strip():
        return []
    start = line[0]
    parts: list[Place] = []
    low = 0
    for match in between.finditer(words):
        parts.append((start + low, start + match.start()))
        low = match.end()
    parts.append((start + low, start + len(words)))
    closed = words.rstrip().endswith("|")
    if words.startswith("|") or (closed and words.lstrip().startswith("|")):
        # " | Tổng cộng | 45": a blank cell, and no frame, stands before the bar.
        parts = parts[1:]
    return parts[:-1] if closed else parts


@dataclass(slots=True)
class Table:
    """A table while it is read line by line.

    `line` is the line that it begins with, `columns` are role and title of each
    column, `strays` counts the numbers that stand under no title.
    """

    text: str
    titles: Titles
    line: int = 0
    measure: str = ""
    columns: list[tuple[str, str]] = field(default_factory=list)
    rows: dict[int, Row] = field(default_factory=dict)
    heads: set[int] = field(default_factory=set)
    strays: int = 0
    _heads_open: bool = False
    _above: list[Row] = field(default_factory=list)

    def going_on(self) -> "Table":
        """Return the same table with no rows yet."""
        return Table(self.text, self.titles, self.line, self.measure, self.columns)

    def below(self, number: int, place: Place) -> "Table":
        """Return the table as it goes on below a line that is none of its rows."""
        if self.text.find(":", *place) >= 0:
            named = MEASURE_LINE.search(self.text, *place)
            if named is not None:
                table = self.going_on()
                table.measure = named[1].strip()
                return table
        words = self.text[slice(*place)].strip()
        if not words:
            return self
        # "Bảng 2. Kinh phí (triệu đồng)": what is no measure says nothing.
        inside = _AT_END.search(words) if words[-1] == ")" else None
        measure = inside[1] if inside is not None else ""
        if self.columns or self.measure or self.rows or measure:
            return Table(self.text, self.titles, number, measure)
        # Most lines are no rows, and none stood above: the table has yet to begin.
        self.line = number
        return self

    def take(self, lines: Sequence[Line]) -> None:
        """Read the lines of the table."""
        for at, (number, parts) in enumerate(lines):
            texts = [self.text[slice(*place)].strip() for place in parts]
            if sum(map(bool, texts)) < 2:
                self._alone("".join(texts))
            elif self._heads_open and self._is_second_head(texts):
                self._head_below(texts)
                self.heads.add(number)
            elif self._is_head(texts, lines[at + 1 : at + 2]):
                self._head(number, texts)
            elif self._heads_open and counts_columns(texts):
                counters = [
                    place
                    for place, one in zip(parts, texts, strict=True)
                    if any(map(str.isdecimal, one))
                ]
                self.rows[number] = Row(parts[0], counters=tuple(counters))
            else:
                self._row(number, parts, texts)

    def _alone(self, words: str) -> None:
        """Take a line of one filled cell: it may name the measure of all."""
        named = MEASURE_LINE.search(words)
        if named is not None:
            self.measure = named[1].strip()

    def _is_head(self, texts: list[str], below: Sequence[Line]) -> bool:
        """Tell whether cells are titles: known ones, or words over numbers."""
        counts = [one for one in texts if one[:1].isdecimal()]
        if len(counts) * 2 > len(texts):
            return all(YEAR_LINE.fullmatch(one) for one in counts)
        known = sum(
            1 for one in texts if self.titles.role(one) or YEAR_LINE.fullmatch(one)
        )
        if known >= 2 and known * 2 >= sum(map(bool, texts)):
            return True
        return bool(below) and self._stands_over(texts, below[0][1])

    def _stands_over(self, texts: list[str], below: list[Place]) -> bool:
        """Tell whether cells of words stand over as many cells of numbers.

        The row below must have a label and, under at least half of the titles, numbers.
        """
        if any(is_number(one) for one in texts):
            return False
        named = [one for one in texts if any(map(str.isalpha, one))]
        counted = len(named) > 1 and named[-1].lower().startswith(("số ", "tổng số "))
        if not (len(named) > 2 or counted) or max(map(len, named)) > _LONGEST_TITLE:
            return False
        cells = [self.text[slice(*place)].strip() for place in below]
        numbers = sum(is_number(one) or one in EMPTY for one in cells[1:])
        return len(cells) == len(texts) and numbers * 2 >= len(cells) - 1

    def _head(self, number: int, texts: list[str]) -> None:
        self.columns = [(self.titles.role(title), title) for title in texts]
        self.line = number
        self.heads.add(number)
        self._heads_open, self._above = True, []
        for role, title in self.columns:
            if role == "label":
                self._alone(title)

    def _is_second_head(self, texts: list[str]) -> bool:
        """Tell whether cells are titles of columns below the titles of groups."""
        for at, one in enumerate(texts):
            role, title = self.columns[at] if at < len(self.columns) else ("", "")
            if role in {"label", "index", "measure"} and one not in {"", title}:
                return False
            if is_number(one) and not YEAR_LINE.fullmatch(one):
                return False
            if one == "-" or len(one.split()) > _TITLE_WORDS:
                return False
        return not texts[0] and not counts_columns(texts)

    def _head_below(self, texts: list[str]) -> None:
        """Join the titles of columns to those of the groups that they stand under."""
        group = ""
        joined = []
        for at in range(max(len(texts), len(self.columns))):
            role, upper = self.columns[at] if at < len(self.columns) else ("", "")
            lower = texts[at] if at < len(texts) else ""
            group = upper or group
            if lower in {"", upper}:
                joined.append((role, upper))
            else:
                title = f"{group}{TIER}{lower}" if group else lower
                joined.append((self.titles.role(title), title))
        self.columns = joined

    def _row(self, number: int, parts: list[Place], texts: list[str]) -> None:
        row = self._row_of(parts, texts)
        if row is None:
            return
        self._heads_open = False
        if self.titles.is_total(self.text[slice(*row.label)].strip()):
            row.add_up(self._above)
        self._above.append(row)
        row.measure, row.table = row.measure or self.measure, self.line
        self.rows[number] = row

    def _row_of(self, parts: list[Place], texts: list[str]) -> Row | None:
        """Return a line of cells as a row; None: no number stands alone in a cell."""
        wide = len(parts) - len(self.columns)
        row = Row((0, 0))
        labelled = False
        for at, (place, piece, (role, title)) in enumerate(
            zip(parts, texts, [*self.columns, *[("", "")] * wide], strict=False)
        ):
            if not labelled and not row.mark:
                row.mark = piece[:_MARK]
            if role == "measure":
                row.measure = piece
            elif is_number(piece) or (labelled and is_below_nought(piece)):
                # A number before the label only counts the rows.
                if role == "index" or not labelled:
                    row.index = place
                else:
                    row.cells.append(cell_of(self.text, place, (at, title)))
            elif not labelled and any(map(str.isalpha, piece)):
                row.label, row.titled = place, title
                labelled = len(piece) > 3
        if not labelled or not row.cells:
            return None
        self.strays += sum(not cell.heading for cell in row.cells)
        return row


def counts_columns(texts: list[str]) -> bool:
    """Tell whether the cells of a line only number the columns.

    >>> counts_columns(["A", "B", "1", "2", "3=2/1"]), counts_columns(["", "1", "3"])
    (True, False)
    """
    filled = [one for one in texts if one]
    found = [_COUNTER.fullmatch(one) for one in filled]
    numbers = [int(match[1]) for match in found if match and match[1]]
    return (
        len(filled) > 2
        and all(found)
        and len(numbers) > 1
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    )
