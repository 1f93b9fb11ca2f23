"""Everything that the first page tells about one department in one period."""

from collections import Counter
from dataclasses import dataclass

from tongket.content.catalogue import catalogue
from tongket.content.periods import period as known_period
from tongket.content.periods import previous_year
from tongket.core.nouns.claim import Verdict
from tongket.core.nouns.entry import Entry, EntryKind
from tongket.core.nouns.finding import Finding
from tongket.core.nouns.received import Shelved
from tongket.doors.web.home.fields import FieldStanding, fields
from tongket.doors.web.home.targets import Standing, Target, targets
from tongket.doors.web.signed import Signed, signed
from tongket.rooms.checking import queries as checking
from tongket.rooms.intake import queries as intake
from tongket.rooms.ledger import queries as ledger

# What fits beside the targets without scrolling; the lists have pages of their own.
FEW = 5
# A finding is a sentence, so that fewer fit.
FINDINGS = 3


@dataclass(frozen=True, slots=True)
class Overview:
    """How a department stands in a period."""

    targets: tuple[Target, ...]
    fields: tuple[FieldStanding, ...]
    findings: tuple[Finding, ...]
    open_findings: int
    inconsistent: int
    waiting: int
    documents: tuple[Shelved, ...]
    recent: tuple[Signed, ...]
    entries: int

    @property
    def standings(self) -> Counter[Standing]:
        """Count the targets by how they stand."""
        return Counter(target.standing for target in self.targets)

    @property
    def compares(self) -> bool:
        """Tell whether any figure has one of last year beside it."""
        return any(field.compared for field in self.fields)

    @property
    def reached(self) -> int:
        """Count the targets that were reached or exceeded."""
        return self.standings[Standing.REACHED] + self.standings[Standing.EXCEEDED]

    @property
    def needing_eyes(self) -> int:
        """Count the targets that are behind or without a figure."""
        return self.standings[Standing.BEHIND] + self.standings[Standing.MISSING]


def overview(department: str, period: str) -> Overview:
    """Gather what the first page shows."""
    entries = ledger.entries(department=department, period=period)
    indicators = catalogue().by_code
    months = months_of(period)
    year_plans: tuple[Entry, ...] = ()
    if months < 12:
        year_plans = ledger.entries(
            department=department, period=period[:4], kinds=(EntryKind.PLAN,)
        )
    found = targets(entries, indicators, months=months, year_plans=year_plans)
    last_year = ledger.entries(department=department, period=previous_year(period))
    verdicts = checking.how_many_open(department=department, period=period)
    shelf = intake.documents(department=department, period=period)
    return Overview(
        targets=found,
        fields=fields(entries, last_year, indicators, found=found),
        findings=checking.open_findings(department=department, period=period)[
            :FINDINGS
        ],
        open_findings=sum(verdicts.values()),
        inconsistent=verdicts[Verdict.INCONSISTENT],
        waiting=intake.waiting(department=department, period=period),
        documents=shelf[:FEW],
        recent=signed(
            ledger.entries(
                department=department, period=period, newest_first=True, limit=FEW
            )
        ),
        entries=len(entries),
    )


def months_of(period: str) -> int:
    """Return how many months a period covers."""
    known = known_period(period)
    years = known.end.year - known.start.year
    return 12 * years + known.end.month - known.start.month
