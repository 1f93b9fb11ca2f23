"""Cells: the numbers of a table, read by the row and the column they stand in."""

import re
from decimal import Decimal
from functools import lru_cache

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.digits import read_digits, whole
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line, words_of
from tongket.core.reading.sighting import Sighting
from tongket.core.reading.tables.grid import Row, Titles

_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]\s*$")
# The marker of a row: "A.", "II.", "1.2.", "-".
_MARKER = re.compile(r"^(?:[A-ZĐ]|[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})*)[.)] |^[-+•*] ?")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_LEAD_IN = re.compile(r"(?:tổng )?số (?:lượng )?|tỷ lệ |tỉ lệ ", re.IGNORECASE)
# What parts the counted noun from the rest of a label: "cuộc thanh tra, kiểm tra".
_STOPS = ",;:."
# Kind, measure and scale of the numbers of a cell.
Worth = tuple[Kind, str, Decimal]
_ROLES = {
    "target": Role.TARGET,
    "gap": Role.GAP,
    "previous": Role.PREVIOUS,
    "cumulative": Role.CUMULATIVE,
    "change": Role.CHANGE,
}


def titles_of(lexicon: Lexicon) -> Titles:
    """Return the known titles of table columns."""
    return Titles(lexicon.columns.roles)


def cells_of(line: Line, row: Row, lexicon: Lexicon) -> list[Sighting]:
    """Return the numbers of a table row, with all that row and column say of them."""
    label = _MARKER.sub("", line.text[row.label[0] : row.label[1]].strip())
    seen: list[Sighting] = []
    for cell in row.cells:
        first = line.word_at(cell.start, 0)
        end = line.number_end(first)
        if end is not None and end <= cell.end:
            worth = _measure(row, label, cell.heading, lexicon=lexicon)
            one = _read_cell(line, first, worth)
            one.subject = _BRACKET.sub("", label).strip()
            year = _YEAR.search(cell.heading)
            one.period = year.group() if year is not None else None
            one.note("table_cell", row.label, cell.heading)
            seen.append(one)
    return seen


def _read_cell(line: Line, first: int, worth: Worth) -> Sighting:
    """Return the number of a cell, in a measure and scale known from around it."""
    kind, measure, factor = worth
    start = line.starts[first]
    end = line.number_end(first) or line.ends[first]
    last = line.word_at(end, first)
    raw = line.low[start:end]
    if line.words[last] == "%":
        kind, measure, factor = Kind.PERCENT, "%", Decimal(1)
        end, last = line.ends[last], last + 1
    counted = kind is Kind.COUNT and "," not in raw
    digits = read_digits(raw, fractional=kind is Kind.PERCENT, counted=counted)
    seen = Sighting(line, first, last, start, end, whole(digits.value * factor))
    seen.quantum = whole(digits.quantum * factor)
    seen.kind, seen.measure, seen.noun = kind, measure, measure
    seen.tail, seen.opening, seen.settled = last, first, True
    return seen


def _measure(row: Row, label: str, heading: str, *, lexicon: Lexicon) -> Worth:
    """Return kind, measure and scale of a cell: of its column, row or label."""
    bracket = _BRACKET.search(label)
    titled = _BRACKET.search(heading)
    for words in (
        titled[1] if titled else "",
        "%" if "%" in heading else "",
        row.measure,
        bracket[1] if bracket else "",
    ):
        found = _named_measure(words, lexicon)
        if found is not None:
            return found
    if words_of(label)[:2] in (["tỷ", "lệ"], ["tỉ", "lệ"]):
        return Kind.PERCENT, "%", Decimal(1)
    noun = _LEAD_IN.sub("", _BRACKET.sub("", label)).strip().lower()
    found_noun = lexicon.nouns.ahead([*words_of(noun), "\n"], 0)
    if found_noun is not None and "/" not in noun:
        length = len(words_of(found_noun[0].label))
        noun = " ".join(noun.split()[:length]).rstrip(_STOPS) if length else noun
    return Kind.COUNT, noun, Decimal(1)


@lru_cache(maxsize=512)
def _named_measure(words: str, lexicon: Lexicon) -> Worth | None:
    split = [*words_of(words), "\n", "\n"]
    if len(split) < 3:
        return None
    at = 1 if split[0] in {"đvt", ":"} else 0
    factor = Decimal(1)
    scale = lexicon.numbers.scales.ahead(split, at)
    if scale is not None:
        factor, at = scale[0], at + scale[1]
    found = lexicon.measures.ahead(split, at)
    if found is not None:
        return found[0].kind, found[0].label, factor
    if scale is not None and at >= len(split) - 2:
        return Kind.MONEY, "đồng", factor
    noun = lexicon.nouns.ahead(split, at)
    if noun is None:
        return None
    return Kind.COUNT, " ".join(split[at:-2]).replace(" ,", ","), factor


def relate_cells(groups: list[list[Sighting]], titles: Titles) -> None:
    """Give the cells of each row their roles, by the headings of their columns.

    Under years the last is the result and the others come before it; a plan of a year
    is a target all the same.
    """
    for cells in groups:
        aims = [titles.role(cell.steps[0][3]) == "target" for cell in cells]
        dated = [
            cell
            for cell, aim in zip(cells, aims, strict=True)
            if cell.period is not None and not aim
        ]
        last = max(dated, key=lambda cell: cell.period or "") if dated else None
        for cell in dated:
            if cell is not last:
                cell.role, cell.of = Role.PREVIOUS, last
        # Identity tells: two cells may say the same.
        known = {id(cell) for cell in dated}
        others = [cell for cell in cells if id(cell) not in known]
        _by_title(others, last, titles)


def _by_title(cells: list[Sighting], last: Sighting | None, titles: Titles) -> None:
    """Give cells the roles that the titles of their columns name.

    *last* is the latest of the row's dated cells: beside years, a per cent compares
    the last with the one before, or with the plan where there is one.
    """
    heads = [titles.role(cell.steps[0][3]) for cell in cells]
    level = last or next(
        (c for c, h in zip(cells, heads, strict=True) if h == "result"), None
    )
    for cell, head in zip(cells, heads, strict=True):
        cell.role = _ROLES.get(head, Role.RESULT)
        if cell.role is Role.GAP and last is not None and "target" not in heads:
            cell.role = Role.CHANGE
        if cell.role not in {Role.RESULT, Role.TARGET} and level is not None:
            cell.of = level
        if cell.role is Role.GAP:
            cell.sign = "="
