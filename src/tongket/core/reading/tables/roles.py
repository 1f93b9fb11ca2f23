"""Roles of cells: by the headings of their columns."""

from decimal import Decimal

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.sighting import Sighting
from tongket.core.reading.tables.body import Body, Entry
from tongket.core.reading.tables.columns import Column, Titles

_ROLES = {
    "target": Role.TARGET,
    "gap": Role.GAP,
    "previous": Role.PREVIOUS,
    "cumulative": Role.CUMULATIVE,
    "change": Role.CHANGE,
}
# What a column without a year is the value of.
_OF_LEVEL = frozenset((Role.GAP, Role.CHANGE, Role.PREVIOUS, Role.CUMULATIVE))


def roles_of_cells(body: Body, titles: Titles, *, planned: bool = False) -> None:
    """Give the numbers of a table the roles that the headings of columns name.

    Columns that tell the same of several years are one result and those before it; a
    plan, a per cent or a change beside them keeps its own role whatever year it names.
    In a table of what is *planned*, what no heading calls otherwise is a target.
    """
    level = Role.TARGET if planned else Role.RESULT
    columns = {at: titles.column(head) for at, head in body.columns.items()}
    compares_years = not any(column.role == "target" for column in columns.values())
    for row in body.rows:
        cells = {at: placed.seen for at, placed in row.cells.items()}
        for at, seen in cells.items():
            default = Role.RESULT if columns[at].role == "result" else level
            seen.role = _ROLES.get(columns[at].role, default)
            if seen.role is Role.RESULT and titles.is_running(row.label):
                seen.role = Role.CUMULATIVE
            seen.period = columns[at].year
            if seen.role is Role.GAP and compares_years and _dated(columns) > 1:
                # Beside years and no plan, a per cent compares with the year before.
                seen.role = Role.CHANGE
        _years(cells, columns)
        _tie(row, columns)


def _dated(columns: dict[int, Column]) -> int:
    """Return how many years the columns of values name."""
    return len({c.year for c in columns.values() if c.year and _is_value(c)})


def _is_value(column: Column) -> bool:
    return column.role in {"", "result"}


def _years(cells: dict[int, Sighting], columns: dict[int, Column]) -> None:
    """Make the columns of earlier years the values before that of the last."""
    series: dict[tuple[str, ...], list[int]] = {}
    for at in cells:
        if columns[at].year is not None and _is_value(columns[at]):
            series.setdefault(_thing(columns[at]), []).append(at)
    for places in series.values():
        last = max(places, key=lambda at: columns[at].year or "")
        for at in places:
            if columns[at].year != columns[last].year:
                cells[at].role, cells[at].of = Role.PREVIOUS, cells[last]


def _thing(column: Column) -> tuple[str, ...]:
    """Return what a column tells, whether foreseen or done: "TH", "Ước thực hiện"."""
    return tuple(word for word in column.stem if word not in _DONE)


_DONE = frozenset(("thực", "hiện", "th", "ước", "kết", "quả", "cả", "đạt", "được"))


def _tie(row: Entry, columns: dict[int, Column]) -> None:
    """Tie what compares to the level that stands in its row."""
    cells = {at: placed.seen for at, placed in row.cells.items()}
    levels = [
        at
        for at, seen in cells.items()
        if seen.role is Role.RESULT and seen.kind is not Kind.RANK
    ]
    for at, seen in cells.items():
        if seen.role is Role.GAP:
            seen.sign = seen.sign or "="
        if seen.role in _OF_LEVEL and seen.of is None:
            seen.of = _level_for(at, levels, cells, columns=columns)


def _meets(gap: int, level: int, cells: dict[int, Sighting]) -> bool:
    """Tell whether a per cent is that of a level, against the plan beside it."""
    percent = cells[gap]
    plans = [
        cell for at, cell in cells.items() if at < gap and cell.role is Role.TARGET
    ]
    value = cells[level].value
    if percent.kind is not Kind.PERCENT or percent.value is None or value is None:
        return False
    if percent.role is not Role.GAP or level >= gap:
        return False
    slack = percent.quantum or Decimal(1)
    return any(
        plan.value and abs(value * 100 / plan.value - percent.value) <= slack
        for plan in plans
    )


def _level_for(
    at: int,
    levels: list[int],
    cells: dict[int, Sighting],
    *,
    columns: dict[int, Column],
) -> Sighting | None:
    """Return the level of a comparison: the one called a result that is nearest.

    One to the left of it comes first, as in "KH | TH | TH/KH".
    """
    named = [level for level in levels if columns[level].role == "result"]
    dated = [level for level in levels if columns[level].year is not None]
    runs = [level for level in cells if columns[level].role == "cumulative"]
    meets = [level for level in (*named, *runs) if _meets(at, level, cells)]
    for group in (meets, named, dated):
        before = [level for level in group if level < at]
        if before or group:
            return cells[before[-1] if before else group[0]]
    return None
