"""The total row of a table and the rows that it adds up."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile

from tongket.core.checks.parts.tables import Row, tables
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.interval import (
    added,
    nominal,
    quantum,
    shown,
    total,
)
from tongket.core.checks.values.judging import Rule, claim
from tongket.core.checks.values.notation import amount, written
from tongket.core.checks.wording import GRAND_TOTAL
from tongket.core.nouns.claim import Claim, ClaimType, Severity, Verdict
from tongket.core.nouns.figure import Bound, Figure, Kind

RULE = Rule("C013", ClaimType.SUM_OF_PARTS)
# Further off than this, the row adds up something else than the rows beside it.
# A last column is a total where so many rows say so, of so many columns at least.
_COLUMNS = 3
_NEAREST, _FARTHEST = Fraction(4, 5), Fraction(5, 4)


def table_total(scene: Scene) -> Iterator[Claim]:
    """C013: in each column the total row is the sum of the rows that it totals."""
    for rows in tables(scene):
        yield from _by_column(rows)
        for place, row in enumerate(rows):
            parts = _totalled(rows, place) if _is_total(row) else []
            # A row with an empty cell could stand for anything.
            even = all(len(part.figures) == len(row.figures) for part in parts)
            if len(parts) < 2 or not even:
                continue
            columns = zip(*(part.figures for part in parts), strict=True)
            for whole, column in zip(row.figures, columns, strict=True):
                yield from _judged(whole, column)


def _by_column(rows: Sequence[Row]) -> Iterator[Claim]:
    """Judge each row by a last column that adds the others up in nearly all rows."""
    width = len(rows[0].figures)
    if width < _COLUMNS or any(len(row.figures) != width for row in rows):
        return
    found = [
        claim
        for row in rows
        for claim in _judged(row.figures[-1], row.figures[:-1], case="columns")
    ]
    holding = sum(one.verdict is Verdict.CONSISTENT for one in found)
    if holding >= _COLUMNS and holding >= len(rows) - 1:
        yield from found


def _totalled(rows: Sequence[Row], place: int) -> list[Row]:
    """Give the rows that the total row at *place* adds up: above it, or below a head.

    Of rows with sub-rows only the main ones count.
    """
    others = list(rows[place + 1 :] if place == 0 else reversed(rows[:place]))
    adjacent = list(takewhile(lambda row: not _is_total(row), others))
    if place:
        adjacent.reverse()
    return [row for row in adjacent if row.level == adjacent[0].level]


def _is_total(row: Row) -> bool:
    return GRAND_TOTAL.match(row.label.lower()) is not None


def _judged(
    whole: Figure, parts: tuple[Figure, ...], *, case: str = ""
) -> Iterator[Claim]:
    if not _can_add(whole, parts):
        return
    last = min(quantum(part) for part in parts)
    summed = total(shown(part, last) for part in parts)
    adds = added(parts)
    holds = summed.meets(shown(whole))
    stated = nominal(whole)
    if not holds and not (
        _NEAREST * Fraction(stated) <= Fraction(adds) <= _FARTHEST * Fraction(stated)
    ):
        return
    finest = min(parts, key=quantum)
    spelled = " + ".join(written(part) for part in parts)
    yield claim(
        RULE,
        Verdict.CONSISTENT if holds else Verdict.INCONSISTENT,
        [whole, *parts],
        arithmetic=f"{spelled} = {amount(adds, finest)}"
        + ("" if holds else f" ≠ {written(whole)}"),
        grade=Severity.CONTRADICTION,
        whole=written(whole),
        parts=str(len(parts)),
        added=amount(adds, finest),
        gap=amount(abs(adds - stated), finest),
        case=case,
        way="@more" if adds > stated else "@less",
    )


def _can_add(whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Tell whether a column adds up: exact values of one kind, and no percentages."""
    column = (whole, *parts)
    if any(
        figure.value is None or figure.bound is not Bound.EXACT or figure.total
        for figure in column
    ):
        return False
    return len({figure.kind for figure in column}) == 1 and whole.kind not in {
        Kind.PERCENT,
        Kind.RANK,
    }
