"""A request: which report is wanted, of whom, for when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tongket.core.nouns.paper import Signature
from tongket.core.nouns.period import Period


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands around the text: who issues it, its symbol, place and readers.

    `symbol` is what follows the number ("BC-SKHCN"). `on` is None while undated.
    """

    superior: str
    issuer: str
    symbol: str
    place: str
    signature: Signature
    number: str = ""
    on: date | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str = "VT"


@dataclass(frozen=True, slots=True)
class Request:
    """A report of one department (`department` its code) over one period.

    `kind` names the report ("half-year", "nine-months", "year"). `names` holds how
    periods are called, by code ("2018-H1" → "6 tháng đầu năm 2018"), and must know
    the period, its year, the same period a year before and the coming one (`ahead`).
    `units` are the names of the department's own units by code.
    """

    department: str
    name: str
    kind: str
    period: Period
    ahead: str
    letterhead: Letterhead
    names: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)

    def called(self, period: str) -> str:
        """Return how *period* is called; its code when nobody named it."""
        return self.names.get(period, period)
