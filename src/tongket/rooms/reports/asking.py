"""Asking for a report: a unit, a period and a kind become a whole request."""

from datetime import date

from tongket.content import periods, places
from tongket.content.loader import load
from tongket.core.composing.request import Letterhead, Request
from tongket.core.nouns.paper import Signature
from tongket.core.nouns.period import Period, PeriodKind, Window
from tongket.core.nouns.person import Role
from tongket.core.nouns.unit import Unit, UnitKind
from tongket.rooms.people import queries as people
from tongket.rooms.reports.refusals import (
    KindDoesNotFit,
    NoSuchKind,
    NotADepartment,
)
from tongket.rooms.units import queries as units

LETTERHEAD = "outlines/letterhead.yaml"

# A year named with the kind of a part of it means that part.
_PART_OF_YEAR = {"half-year": "-H1", "nine-months": "-9M"}
_EXAMPLES = {
    PeriodKind.YEAR: "2019",
    PeriodKind.HALF_YEAR: "2018-H1",
    PeriodKind.NINE_MONTHS: "2019-9M",
    PeriodKind.QUARTER: "2019-Q3",
}
_AHEAD = {"-H1": "-H2", "-9M": "-Q4", "-Q1": "-Q2", "-Q2": "-Q3", "-Q3": "-Q4"}


def kinds() -> dict[str, dict[str, str]]:
    """Return the kinds of report: the period's kind, names ("vi", "en"), file name."""
    known: dict[str, dict[str, str]] = load(LETTERHEAD)["kinds"]
    return known


def asked(unit: str, period: str, kind: str, *, on: date | None) -> Request:
    """Return the request for a report; `on` is the date it is given, if any.

    Raises NoSuchUnit, NotADepartment, UnknownPeriod, NoSuchKind, KindDoesNotFit.
    """
    department = units.unit(unit)
    if department.kind is not UnitKind.DEPARTMENT:
        raise NotADepartment(unit=department.name)
    covered = _covered(period, kind)
    ahead = _ahead(covered)
    return Request(
        department=department.code,
        name=load(LETTERHEAD)["name"].format(province=_province(department, covered)),
        kind=kind,
        period=covered,
        ahead=ahead,
        letterhead=_letterhead(department, covered, on),
        names={
            covered.code: periods.label(covered),
            ahead: periods.label(periods.period(ahead)),
        },
        units={each.code: each.name for each in units.below(department.code)},
    )


def kind_of(period: str) -> str | None:
    """Return the kind of report that is made for a period; None when there is none."""
    wanted = periods.period(period).kind
    return next(
        (name for name, kind in kinds().items() if kind["period"] == wanted.value),
        None,
    )


def _covered(period: str, kind: str) -> Period:
    """Return the period of a report, in the window that reports of its time keep."""
    known = kinds()
    if kind not in known:
        raise NoSuchKind(kind=kind, known=", ".join(known))
    named = periods.period(period)
    if named.kind is PeriodKind.YEAR and kind in _PART_OF_YEAR:
        named = periods.period(named.code + _PART_OF_YEAR[kind])
    wanted = PeriodKind(known[kind]["period"])
    if named.kind is not wanted:
        raise KindDoesNotFit(kind=kind, period=period, expected=_EXAMPLES[wanted])
    decree = Window.DECREE_09
    if periods.is_in_force(decree, named.end):
        return periods.period(named.code, decree)
    return named


def _ahead(period: Period) -> str:
    """Return the period that the report looks ahead to."""
    year, part = period.code[:4], period.code[4:]
    if part in _AHEAD:
        return year + _AHEAD[part]
    following = int(year) + 1
    if part == "-Q4":
        return f"{following}-Q1"
    return f"{following}-H1" if part == "-H2" else str(following)


def _province(department: Unit, period: Period) -> str:
    """Return the province's name as documents at the end of the period write it."""
    if department.province is None:
        return ""
    return places.full_name(department.province, period.end)


def _letterhead(department: Unit, period: Period, on: date | None) -> Letterhead:
    words = load(LETTERHEAD)
    province = _province(department, period)
    place = province.removeprefix("tỉnh ").removeprefix("thành phố ")

    def filled(text: str) -> str:
        return text.format(province=province, place=place)

    return Letterhead(
        superior=filled(words["superior"]),
        issuer=words["issuer"],
        symbol=words["symbol"],
        place=filled(words["place"]),
        on=on,
        addressees=tuple(filled(line) for line in words["addressees"]),
        recipients=tuple(words["recipients"]),
        archive=words["archive"],
        signature=_signature(department),
    )


def _signature(department: Unit) -> Signature:
    """Return who signs: the head when there is an account, else a deputy for them."""
    words = load(LETTERHEAD)
    signers = {
        person.post: person.full_name
        for person in people.people(unit=department.code)
        if person.role is Role.DIRECTOR
    }
    head, deputy = words["head"], words["deputy"]
    if head not in signers and deputy in signers:
        return Signature(words["for_head"], deputy, signers[deputy])
    return Signature(head, name=signers.get(head, ""))
