"""Everything about one indicator as one department knows it."""

from dataclasses import dataclass

from tongket.content.catalogue import catalogue
from tongket.core.nouns.entry import Aspect, Entry
from tongket.core.nouns.indicator import Indicator
from tongket.core.nouns.unit import Unit
from tongket.doors.web.indicators.series import Series, all_series, in_time
from tongket.rooms.ledger import queries as ledger
from tongket.rooms.units import queries as units

# As many departments as a page compares; the ledger page filters the others.
MANY = 70


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The latest actual value of the indicator in another department."""

    department: Unit
    entry: Entry


@dataclass(frozen=True, slots=True)
class About:
    """An indicator, its relatives, and what the ledger holds of it.

    `others` are standing entries that are no levels: changes, gaps, shares.
    """

    indicator: Indicator
    general: Indicator | None
    narrower: tuple[Indicator, ...]
    series: tuple[Series, ...]
    others: tuple[Entry, ...]
    elsewhere: tuple[Elsewhere, ...]


def about(code: str, department: str) -> About:
    """Gather the page of an indicator; *department* may be empty (no series then)."""
    known = catalogue()
    indicator = known.indicator(code)
    levels = ledger.series(indicator.code, department) if department else ()
    others: tuple[Entry, ...] = ()
    if department:
        others = ledger.entries(
            indicator=indicator.code,
            department=department,
            aspects=tuple(each for each in Aspect if each is not Aspect.LEVEL),
        )
    return About(
        indicator=indicator,
        general=known.general_of(indicator.code),
        narrower=known.breakdowns_of(indicator.code),
        series=all_series(levels, department=department),
        others=others,
        elsewhere=_elsewhere(indicator.code, department),
    )


def _elsewhere(code: str, department: str) -> tuple[Elsewhere, ...]:
    """Return other departments' latest undivided actual values."""
    latest: dict[str, Entry] = {}
    for entry in ledger.undivided(code):
        draft = entry.draft
        best = latest.get(draft.department)
        if best is None or in_time(best.draft.period) <= in_time(draft.period):
            latest[draft.department] = entry
    latest.pop(department, None)
    shown = dict(sorted(latest.items())[:MANY])
    return tuple(map(Elsewhere, units.several(shown), shown.values()))
