"""The reading face of units: who exists, on which day, under whom."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q, QuerySet

from tongket.content.refusal import Refusal
from tongket.core.nouns.period import Period
from tongket.core.nouns.unit import Unit, UnitKind
from tongket.rooms.units import models


class NoSuchUnit(Refusal):
    """No unit has that code."""

    code = "units_no_such_unit"


class Ended(Refusal):
    """The unit had ended before the period begins."""

    code = "units_ended"


def demand_still_there(code: str, period: Period) -> None:
    """Refuse a unit that had ended before *period* begins, or whose department had.

    A unit that is younger than the period may report it: it speaks for those that were
    merged into it. Raises Ended and NoSuchUnit.
    """
    for found in (unit(code), *ancestors(code)):
        if found.valid_to and found.valid_to < period.start:
            raise Ended(
                unit=found.name,
                last=f"{found.valid_to:%d/%m/%Y}",
                first=f"{period.start:%d/%m/%Y}",
            )


def unit(code: str) -> Unit:
    """Return the unit of that code. Raises NoSuchUnit."""
    row = models.Unit.objects.filter(pk=code).first()
    if row is None:
        raise NoSuchUnit(unit=code)
    return value_of(row)


def several(codes: Iterable[str]) -> tuple[Unit, ...]:
    """Return the units of *codes*, in that order. Raises NoSuchUnit."""
    wanted = tuple(codes)
    rows = models.Unit.objects.in_bulk(wanted)
    lost = next((code for code in wanted if code not in rows), None)
    if lost is not None:
        raise NoSuchUnit(unit=lost)
    return tuple(value_of(rows[code]) for code in wanted)


def known(codes: Collection[str]) -> frozenset[str]:
    """Return those of *codes* that name a unit."""
    rows = models.Unit.objects.filter(pk__in=set(codes))
    return frozenset(rows.values_list("pk", flat=True))


def provinces(on: date | None = None) -> tuple[Unit, ...]:
    """Return the provinces that exist on a day, of all times when no day is said."""
    return _of_kind(UnitKind.PROVINCE, on)


def departments(on: date | None = None) -> tuple[Unit, ...]:
    """Return the departments that exist on a day, of all times when no day is said."""
    return _of_kind(UnitKind.DEPARTMENT, on)


def children(code: str, on: date | None = None) -> tuple[Unit, ...]:
    """Return the units right under a unit on a day (of all times: no day said)."""
    return _values(models.Unit.objects.filter(parent=code), on)


def below(code: str, on: date | None = None) -> tuple[Unit, ...]:
    """Return all units under a unit, at any depth, nearer ones first."""
    found: list[Unit] = []
    level = [code]
    while level:
        row = _values(models.Unit.objects.filter(parent__in=level), on)
        found += row
        level = [each.code for each in row]
    return tuple(found)


def ancestors(code: str) -> tuple[Unit, ...]:
    """Return the units above a unit, nearest first; none above: empty.

    Raises NoSuchUnit.
    """
    above: list[Unit] = []
    parent = unit(code).parent
    while parent is not None:
        above.append(unit(parent))
        parent = above[-1].parent
    return tuple(above)


def department_of(code: str) -> Unit | None:
    """Return the department that a unit is or belongs to, None for a province.

    Raises NoSuchUnit.
    """
    for each in (unit(code), *ancestors(code)):
        if each.kind is UnitKind.DEPARTMENT:
            return each
    return None


def predecessors(code: str) -> tuple[Unit, ...]:
    """Return the units that were merged into a unit."""
    return _values(models.Unit.objects.filter(merged_into=code), None)


def value_of(row: models.Unit) -> Unit:
    """Return a stored row as a value."""
    return Unit(
        code=row.code,
        name=row.name,
        kind=UnitKind(row.kind),
        parent=row.parent_id,
        province=row.province_id,
        short_name=row.short_name,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        merged_into=row.merged_into_id,
    )


def _of_kind(kind: UnitKind, on: date | None) -> tuple[Unit, ...]:
    return _values(models.Unit.objects.filter(kind=kind.value), on)


def _values(rows: QuerySet[models.Unit], on: date | None) -> tuple[Unit, ...]:
    if on is not None:
        rows = rows.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=on),
            Q(valid_to__isnull=True) | Q(valid_to__gte=on),
        )
    return tuple(map(value_of, rows))
