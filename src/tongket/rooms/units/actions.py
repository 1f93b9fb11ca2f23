"""The writing face of units: load the places, found a unit, end it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from tongket.content import places
from tongket.content.refusal import Refusal
from tongket.core.nouns.unit import Unit, UnitKind
from tongket.rooms.units import models
from tongket.rooms.units.queries import NoSuchUnit, value_of

__all__ = ["NoSuchUnit"]

# Codes stand in addresses of pages and in exported files.
_CODE = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
# The kinds of unit that a department founds within itself.
_OWN = frozenset({UnitKind.DIVISION, UnitKind.CENTRE})


class CodeTaken(Refusal):
    """Another unit has that code, now or in the past; codes are for ever."""

    code = "units_code_taken"


class CodeNotUsable(Refusal):
    """A code holds something else than small plain letters, digits, dots, dashes."""

    code = "units_code_not_usable"


class NameMissing(Refusal):
    """A unit was to be entered without its name."""

    code = "units_name_missing"


class NotWithin(Refusal):
    """A division or centre was to stand outside a department, or outlive it."""

    code = "units_not_within"


class EndsBeforeItBegins(Refusal):
    """The last day named is before the unit's first."""

    code = "units_ends_before_it_begins"


class AlreadyEnded(Refusal):
    """The unit has a last day already."""

    code = "units_already_ended"


def load_places(*, by: str, at: datetime) -> int:
    """Enter the provinces and departments of content/units that are not yet known.

    Returns how many were entered. May be called at every start: what is known keeps
    its days, and takes the name that content gives it now.
    """
    units = (*places.provinces(), *places.departments())
    with transaction.atomic():
        known = models.Unit.objects.in_bulk()
        fresh = [unit for unit in units if unit.code not in known]
        _enter(fresh, by, at)
        for unit in units:
            row = known.get(unit.code)
            names = (unit.name, unit.short_name)
            if row is not None and (row.name, row.short_name) != names:
                row.name, row.short_name = names
                row.recorded_by, row.recorded_at = by, at
                row.save()
    return len(fresh)


def found(*, unit: Unit, by: str, at: datetime) -> Unit:
    """Enter a division or centre of a department.

    Raises CodeNotUsable, NameMissing, CodeTaken, NoSuchUnit for its parent, NotWithin.
    """
    if not _CODE.fullmatch(unit.code):
        raise CodeNotUsable(unit=unit.code)
    if not unit.name.strip():
        raise NameMissing(unit=unit.code)
    with transaction.atomic():
        if models.Unit.objects.filter(pk=unit.code).exists():
            raise CodeTaken(unit=unit.code)
        parent = models.Unit.objects.filter(pk=unit.parent).first()
        if parent is None:
            raise NoSuchUnit(unit=unit.parent)
        if unit.kind not in _OWN or parent.kind == UnitKind.PROVINCE.value:
            raise NotWithin(unit=unit.name, parent=parent.name)
        placed = replace(unit, province=parent.province_id)
        _enter([placed], by, at)
    return placed


def end(
    *, code: str, on: date, merged_into: str | None = None, by: str, at: datetime
) -> Unit:
    """Record the last day of a unit, and who took it over; its figures stay its own.

    Raises NoSuchUnit (also for *merged_into*), AlreadyEnded, EndsBeforeItBegins.
    """
    with transaction.atomic():
        row = models.Unit.objects.select_for_update().filter(pk=code).first()
        if row is None:
            raise NoSuchUnit(unit=code)
        if row.valid_to is not None:
            raise AlreadyEnded(unit=row.name, on=row.valid_to)
        if row.valid_from is not None and on < row.valid_from:
            raise EndsBeforeItBegins(unit=row.name, first=row.valid_from, on=on)
        if merged_into and not models.Unit.objects.filter(pk=merged_into).exists():
            raise NoSuchUnit(unit=merged_into)
        row.valid_to, row.merged_into_id = on, merged_into
        row.recorded_by, row.recorded_at = by, at
        row.save()
    return value_of(row)


def _enter(units: Iterable[Unit], by: str, at: datetime) -> None:
    """Store *units*, whichever of them names which."""
    rows = [
        models.Unit(
            code=unit.code,
            name=unit.name,
            short_name=unit.short_name,
            kind=unit.kind.value,
            parent_id=unit.parent,
            province_id=unit.province,
            valid_from=unit.valid_from,
            valid_to=unit.valid_to,
            merged_into_id=unit.merged_into,
            recorded_by=by,
            recorded_at=at,
        )
        for unit in units
    ]
    # Keys are looked at when the transaction ends, so that an old province may name
    # the new one before it stands there.
    models.Unit.objects.bulk_create(rows)
