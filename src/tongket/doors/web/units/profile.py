"""Everything about one unit: where it stands, what it reported, what it received."""

from dataclasses import dataclass

from tongket.core.nouns.received import Shelved
from tongket.core.nouns.unit import Unit
from tongket.rooms.intake import queries as intake
from tongket.rooms.ledger import queries as ledger
from tongket.rooms.units import queries as units

SHELF = 20


@dataclass(frozen=True, slots=True)
class Reported:
    """One period of a department, with how many figures stand in the ledger."""

    period: str
    figures: int


@dataclass(frozen=True, slots=True)
class Profile:
    """A unit with its neighbours; the ledger and the shelf only for a department."""

    unit: Unit
    above: tuple[Unit, ...]
    children: tuple[Unit, ...]
    predecessors: tuple[Unit, ...]
    successor: Unit | None
    periods: tuple[Reported, ...]
    indicators: int
    shelf: tuple[Shelved, ...]


def profile(code: str) -> Profile:
    """Gather the page of a unit. Raises NoSuchUnit."""
    unit = units.unit(code)
    periods = tuple(
        Reported(period, ledger.count(department=code, period=period))
        for period in ledger.periods(code)
    )
    return Profile(
        unit=unit,
        above=units.ancestors(code)[::-1],
        children=units.children(code),
        predecessors=units.predecessors(code),
        successor=units.unit(unit.merged_into) if unit.merged_into else None,
        periods=periods,
        indicators=len(ledger.indicators(code)),
        shelf=intake.documents(department=code, limit=SHELF),
    )
