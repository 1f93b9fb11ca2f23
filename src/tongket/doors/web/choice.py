"""Which department and period a person is looking at, remembered from page to page."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from tongket.core.nouns.unit import Unit
from tongket.rooms.ledger import queries as ledger
from tongket.rooms.units import queries as units


@dataclass(frozen=True, slots=True)
class Choice:
    """The department and period chosen, and what there is to choose from.

    `department` is None while no department has figures, `period` empty while the
    department has none.
    """

    departments: tuple[Unit, ...]
    department: Unit | None
    periods: tuple[str, ...]
    period: str


def chosen(request: HttpRequest) -> Choice:
    """Read the choice from the address, else from the last page, else from the person.

    What no longer exists falls back to what is usual, so that an old link works.
    """
    departments = _departments(request)
    by_code = {unit.code: unit for unit in departments}
    code = _kept(request, "department", by_code, first=next(iter(by_code), ""))
    if not code:
        return Choice(departments, None, (), "")
    figures = ledger.count_by_period(code)
    period = _kept(request, "period", figures, first=_fullest_of_late(figures))
    return Choice(departments, by_code[code], tuple(figures), period)


def _departments(request: HttpRequest) -> tuple[Unit, ...]:
    """Return the departments with figures, the person's own before the others."""
    own = _own_department(request)
    others = (code for code in ledger.departments() if code != own)
    return units.several((*([own] if own else []), *others))


def _own_department(request: HttpRequest) -> str:
    code = getattr(request.user, "unit_id", None)
    own = units.department_of(code) if code else None
    return own.code if own else ""


def _kept(
    request: HttpRequest, name: str, known: Collection[str], *, first: str
) -> str:
    """Return what the address asks for, else what the session kept, else *first*."""
    asked = request.GET.get(name)
    if asked and asked in known:
        request.session[name] = asked
        return asked
    kept = request.session.get(name)
    return str(kept) if kept in known else first


def _fullest_of_late(figures: Mapping[str, int]) -> str:
    """Return the latest period that is at least half as full as the fullest.

    A few targets of next year, or last year's total in a half-year report, do not make
    the period that a director means by "now".
    """
    most = max(figures.values(), default=0)
    return next((code for code, count in figures.items() if 2 * count >= most), "")
