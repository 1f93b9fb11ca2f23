"""Totals of tables: the rows and columns that others add up to."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.relations.likeness import added
from tongket.core.reading.sighting import Sighting
from tongket.core.reading.tables.body import UNMARKED, Body, Entry
from tongket.core.reading.tables.columns import Titles

_LEVELS = frozenset((Role.RESULT, Role.TARGET, Role.PREVIOUS, Role.CUMULATIVE))
# A total adds up at most so many rows.
_MOST = 200
# A table has at most so many columns of totals.
_TOTALS = 8
Term = tuple[Entry, Sighting]
_UNADDED = frozenset((Kind.PERCENT, Kind.RANK))


def totals_of(body: Body, titles: Titles) -> None:
    """Make the numbers that the rows or columns of totals add up portions of them."""
    rows, heads = body.rows, body.columns
    totals = [at for at, heading in heads.items() if titles.is_total(heading)]
    for at in totals[:_TOTALS]:
        terms, years = _terms(heads, at, titles)
        _across(rows, at, terms, years=years)
    _down(rows, titles)
    _head(rows, titles)
    _sub_rows(rows)


def _terms(
    heads: dict[int, str], total: int, titles: Titles
) -> tuple[list[int], list[str]]:
    """Return the columns that a column of totals may add up, and their years."""
    before = [at for at in heads if at < total]
    beside = before or [at for at in heads if at > total]
    columns = {at: titles.column(heads[at]) for at in beside}
    terms = [at for at in beside if columns[at].role in {"", "result"}]
    years = {year for at in terms if (year := columns[at].year)}
    return terms, sorted(years)


def _across(
    rows: Sequence[Entry], total: int, terms: list[int], *, years: list[str]
) -> None:
    """Tie the numbers of each row to its total: years make it a running total."""
    if len(terms) < 2:
        return
    if terms[0] > total:
        # What follows "Tổng số" may be no division of it: then it does not add up.
        met = sum(_meets(row, total, terms) for row in rows)
        rows = rows if met * 2 > len(rows) else []
    for row in rows:
        if total not in row.cells:
            continue
        whole = row.cells[total].seen
        parts = [row.cells[at].seen for at in terms if at in row.cells]
        _mark(whole, [one for one in parts if _alike(whole, one)])
        if len(years) > 1:
            whole.role, whole.of = Role.CUMULATIVE, None
            whole.period = f"{years[0]}-{years[-1]}"
            whole.note("role_cumulative_years", (whole.start, whole.end))


def _meets(row: Entry, total: int, terms: Sequence[int]) -> bool:
    """Tell whether the numbers of a row add up to the one of its total column."""
    if total not in row.cells:
        return False
    cells = [row.cells[at].seen for at in terms if at in row.cells]
    return len(cells) > 1 and _add_up(row.cells[total].seen, cells)


def _down(rows: Sequence[Entry], titles: Titles) -> None:
    """Tie the rows above a row of totals to it, where no total before took them."""
    free: dict[int, list[Term]] = {}
    begun: dict[int, int] = {}
    for row in rows:
        total = titles.is_total(row.label)
        for at, placed in row.cells.items():
            terms = free.setdefault(at, [])
            if total:
                since = max(0, len(terms) - begun.get(at, 0))
                near = terms[-_MOST:]
                used = _take(placed.seen, near, since)
                terms[-_MOST:] = [term for term in near if term[1] not in used]
            terms.append((row, placed.seen))
            begun[at] = len(terms) if total else begun.get(at, 0)


def _take(whole: Sighting, terms: list[Term], since: int) -> set[Sighting]:
    """Tie to a total those of the rows above it that it adds up, and return them.

    The last *since* of them stand behind the total before.
    """
    if whole.role not in _LEVELS:
        return set()
    late = [
        term for term in terms[max(0, len(terms) - since) :] if _alike(whole, term[1])
    ]
    every = [term for term in terms if _alike(whole, term[1])]
    chosen = _chosen(whole, every, late)
    _measure(whole, chosen)
    _mark(whole, chosen)
    return set(chosen)


def _head(rows: Sequence[Entry], titles: Titles) -> None:
    """Tie the rows below a first row of totals to it, where they add up to it."""
    if not rows or not titles.is_total(rows[0].label):
        return
    below = [row for row in rows[1:] if not titles.is_total(row.label)]
    for at, placed in rows[0].cells.items():
        whole = placed.seen
        if whole.role not in _LEVELS:
            continue
        terms = [(row, row.cells[at].seen) for row in below if at in row.cells]
        terms = [term for term in terms if _alike(whole, term[1])]
        chosen = _chosen(whole, terms, [])
        if _add_up(whole, chosen):
            _measure(whole, chosen)
            _mark(whole, chosen)


def _measure(whole: Sighting, terms: Sequence[Sighting]) -> None:
    """Count a total in what the numbers that it adds up are counted in."""
    first = terms[0] if terms else whole
    if whole.kind is Kind.COUNT and {one.measure for one in terms} == {first.measure}:
        whole.measure, whole.noun, whole.kin = first.measure, first.noun, first.kin


def _chosen(whole: Sighting, column: list[Term], since: list[Term]) -> list[Sighting]:
    """Return the numbers that a total adds up: all, or those of the main rows.

    *since* are the rows behind the total before, which come first where not all of
    them add up.
    """
    every = [one for _, one in column]
    if _add_up(whole, every):
        return every
    left = since or column
    top = min((row.level for row, _ in left), default=UNMARKED)
    late = [one for _, one in left]
    return late if _add_up(whole, late) else [one for r, one in left if r.level == top]


def _sub_rows(rows: Sequence[Entry]) -> None:
    """Tie the rows marked below another to it, where they add up to it."""
    for place, row in enumerate(rows):
        below = list(_below(row, rows[place + 1 : place + _MOST]))
        for at, placed in row.cells.items():
            terms = [sub.cells[at].seen for sub in below if at in sub.cells]
            terms = [one for one in terms if _alike(placed.seen, one)]
            addable = placed.seen.kind not in _UNADDED and len(terms) > 1
            if addable and _add_up(placed.seen, terms):
                _mark(placed.seen, terms)


def _below(row: Entry, after: Sequence[Entry]) -> Iterator[Entry]:
    """Return the rows one level below a row, up to the next of its own level."""
    level = after[0].level if after else 0
    if level <= row.level:
        return
    for one in after:
        if one.level <= row.level:
            return
        if one.level == level:
            yield one


def _alike(whole: Sighting, one: Sighting) -> bool:
    """Tell whether a number may be one of those that a total adds up."""
    if one is whole or one.role not in _LEVELS or one.kind is not whole.kind:
        return False
    return (
        whole.value is not None
        and one.value is not None
        and one.value <= whole.value
        and one.kind not in _UNADDED
    )


def _add_up(whole: Sighting, terms: Sequence[Sighting]) -> bool:
    """Tell whether numbers meet their total, within the rounding displayed."""
    if whole.value is None or not terms:
        return False
    slack = Decimal(0)
    if whole.kind is not Kind.COUNT or "," in whole.line.text[whole.start : whole.end]:
        slack = (whole.quantum or Decimal(0)) * (len(terms) + 1) / 2
    return abs(whole.value - added(terms)) <= slack


def _mark(whole: Sighting, terms: Sequence[Sighting]) -> None:
    for one in terms:
        one.role, one.of = Role.PART, whole
        place = (min(one.start, whole.start), max(one.end, whole.end))
        one.note("role_part_total", place, f"{whole.value:f}")
