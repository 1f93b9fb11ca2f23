"""Everything about one unit: where it stands, what it reported, what it received."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tongket.content.catalogue import catalogue
from tongket.core.nouns.delivery import Delivery
from tongket.core.nouns.entry import Entry
from tongket.core.nouns.received import Shelved
from tongket.core.nouns.unit import Unit, UnitKind
from tongket.rooms.intake import queries as intake
from tongket.rooms.ledger import queries as ledger
from tongket.rooms.reports import queries as reports
from tongket.rooms.units import queries as units

# As much of each list as a page shows; the lists have pages of their own.
SHELF, DELIVERED, LATEST = 20, 5, 20


@dataclass(frozen=True, slots=True)
class Reported:
    """One period of a department: its figures in the ledger, the report they make.

    `kind` is the kind of the report that can be composed, empty when none can.
    """

    period: str
    figures: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Covered:
    """A field of work that a department has figures of, and of how many indicators."""

    field: str
    indicators: int


@dataclass(frozen=True, slots=True)
class Work:
    """What a department reported, received and delivered."""

    periods: tuple[Reported, ...]
    fields: tuple[Covered, ...]
    shelf: tuple[Shelved, ...]
    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A unit with its neighbours: a department with its work, another with figures."""

    unit: Unit
    above: tuple[Unit, ...]
    children: tuple[Unit, ...]
    predecessors: tuple[Unit, ...]
    successor: Unit | None
    work: Work | None
    entries: tuple[Entry, ...]


def profile(code: str) -> Profile:
    """Gather the page of a unit. Raises NoSuchUnit."""
    unit = units.unit(code)
    is_department = unit.kind is UnitKind.DEPARTMENT
    return Profile(
        unit=unit,
        above=units.ancestors(code)[::-1],
        children=units.children(code),
        predecessors=units.predecessors(code),
        successor=units.unit(unit.merged_into) if unit.merged_into else None,
        work=_work(code) if is_department else None,
        entries=()
        if is_department
        else ledger.entries(unit=code, newest_first=True, limit=LATEST),
    )


def _work(code: str) -> Work:
    kinds = {each.period: each.kind for each in reports.choices(code)}
    return Work(
        periods=tuple(
            Reported(period, figures, kinds.get(period, ""))
            for period, figures in ledger.count_by_period(code).items()
        ),
        fields=covered(ledger.indicators(code)),
        shelf=intake.documents(department=code, limit=SHELF),
        deliveries=reports.deliveries(code, limit=DELIVERED),
    )


def covered(codes: Iterable[str]) -> tuple[Covered, ...]:
    """Return the fields of *codes* in the catalogue's order, with their counts."""
    known = catalogue()
    count = Counter(
        known.by_code[code].field for code in codes if code in known.by_code
    )
    return tuple(
        Covered(field.code, count[field.code])
        for field in known.fields
        if count[field.code]
    )
