"""Which department and period a person is looking at, remembered from page to page."""

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

    What no longer exists falls back to the first there is, so that an old link works.
    """
    departments = _departments(request)
    codes = [unit.code for unit in departments]
    code = _kept(request, "department", codes)
    if not code:
        return Choice(departments, None, (), "")
    periods = ledger.periods(code)
    period = _kept(request, "period", list(periods))
    department = departments[codes.index(code)]
    return Choice(departments, department, periods, period)


def _departments(request: HttpRequest) -> tuple[Unit, ...]:
    """Return the departments with figures, the person's own before the others."""
    own = _own_department(request)
    others = (code for code in ledger.departments() if code != own)
    return tuple(units.unit(code) for code in (*([own] if own else []), *others))


def _own_department(request: HttpRequest) -> str:
    code = getattr(request.user, "unit_id", None)
    own = units.department_of(code) if code else None
    return own.code if own else ""


def _kept(request: HttpRequest, name: str, known: list[str]) -> str:
    """Return what the address asks for, else what the session kept, else the first."""
    asked = request.GET.get(name)
    if asked in known:
        request.session[name] = asked
        return asked
    kept = request.session.get(name)
    if kept in known:
        return str(kept)
    return known[0] if known else ""
