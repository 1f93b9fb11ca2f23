"""The reading face of reports: papers, deliveries, and the proof of delivered files."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tongket.content import periods
from tongket.content.messages import messages
from tongket.core.nouns.delivery import DeliveredFile, Delivery, Verification
from tongket.core.nouns.paper import Fact, Paper
from tongket.core.rendering.html import to_html
from tongket.rooms.ledger import queries as ledger
from tongket.rooms.reports import asking, models, rows, verifying
from tongket.rooms.reports.composing import Composed, composed, has_figures
from tongket.rooms.reports.refusals import (
    KindDoesNotFit,
    NoSuchDelivery,
    NoSuchForm,
    NoSuchKind,
    NotADepartment,
    NotDelivered,
    NothingToReport,
)

__all__ = [
    "Choice",
    "KindDoesNotFit",
    "NoSuchDelivery",
    "NoSuchForm",
    "NoSuchKind",
    "NotADepartment",
    "NotDelivered",
    "NothingToReport",
    "article",
    "choices",
    "deliveries",
    "file",
    "kinds",
    "paper",
    "sentences",
    "title",
    "verification",
]


@dataclass(frozen=True, slots=True)
class Choice:
    """A report that can be composed: its period, its kind, and how it is called."""

    period: str
    kind: str
    title: str


def kinds() -> tuple[str, ...]:
    """Return the kinds of report that can be composed."""
    return tuple(asking.kinds())


def title(*, period: str, kind: str, language: str = "vi") -> str:
    """Return how a report is called: "Báo cáo sơ kết 6 tháng đầu năm 2018".

    Raises UnknownPeriod and NoSuchKind.
    """
    known = asking.kinds()
    if kind not in known:
        raise NoSuchKind(kind=kind, known=", ".join(known))
    name = periods.label(periods.period(period), language)
    return known[kind][language].format(period=name)


def choices(department: str, language: str = "vi") -> tuple[Choice, ...]:
    """Return the reports that a department has figures for, latest period first."""
    return tuple(
        Choice(code, kind, title(period=code, kind=kind, language=language))
        for code in ledger.periods(department)
        for kind in [asking.kind_of(code)]
        if kind is not None
    )


def paper(*, unit: str, period: str, kind: str, on: date | None = None) -> Paper:
    """Return the report of a department as the ledger stands now.

    `on` is the date printed on it; undated when left out. Raises NoSuchUnit,
    NotADepartment, UnknownPeriod, NoSuchKind, KindDoesNotFit, NothingToReport.
    """
    return _made(unit, period, kind, on=on).paper


def article(
    *, unit: str, period: str, kind: str, link: Callable[[Fact], str]
) -> tuple[Paper, str]:
    """Return the report and its text as HTML for a page with a heading of its own.

    `link` gives the address that a number leads to. Raises as `paper` does.
    """
    made = _made(unit, period, kind, on=None)
    return made.paper, to_html(made.paper, layout=made.layout, link=link, under=1)


def deliveries(department: str, *, limit: int = 50) -> tuple[Delivery, ...]:
    """Return what a department delivered, latest first."""
    found = models.Delivery.objects.defer("content").filter(department=department)
    return tuple(rows.value_of(row) for row in found[:limit])


def file(number: int) -> DeliveredFile:
    """Return a delivered file exactly as it left. Raises NoSuchDelivery."""
    row = models.Delivery.objects.filter(pk=number).first()
    if row is None:
        raise NoSuchDelivery(number=number)
    return DeliveredFile(rows.value_of(row), bytes(row.content))


def verification(data: bytes, *, with_ledger: bool = True) -> Verification:
    """Return whether a delivered file still says what was delivered.

    The printed numbers are held against the facts inside, the facts against their
    entries, the entries against their seals; with the ledger, also against what
    stands there now. Without it no database is needed. Raises NotDelivered.
    """
    return verifying.verified(data, with_ledger=with_ledger)


def sentences(verification: Verification, language: str = "vi") -> tuple[str, ...]:
    """Return what a verification showed: the verdict, then one sentence per doubt."""
    said = messages(language)
    faults = sum(doubt.breaks for doubt in verification.doubts)
    verdict = "reports_whole" if verification.is_whole else "reports_broken"
    lead = said[verdict].format(
        title=verification.title,
        facts=verification.facts,
        entries=verification.entries,
        faults=faults,
    )
    doubts = (
        said[doubt.code].format(**dict(doubt.arguments))
        for doubt in verification.doubts
    )
    return (lead, *doubts)


def _made(unit: str, period: str, kind: str, *, on: date | None) -> Composed:
    request = asking.asked(unit, period, kind, on=on)
    if not has_figures(request):
        raise NothingToReport(
            unit=request.name, period=request.called(request.period.code)
        )
    # A report without a date is printed as one issued when its period ends.
    return composed(request, issued=on or request.period.end)
