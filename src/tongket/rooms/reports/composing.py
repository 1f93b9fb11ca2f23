"""Composing: a request, the outline of its day and the ledger become a paper."""

from dataclasses import dataclass
from datetime import date, datetime

from tongket.content import layouts, outlines
from tongket.content.catalogue import catalogue
from tongket.core.composing import calendar
from tongket.core.composing.compose import compose
from tongket.core.composing.request import Request
from tongket.core.nouns.delivered import Delivered, Origin
from tongket.core.nouns.delivery import FileForm
from tongket.core.nouns.entry import Entry
from tongket.core.nouns.paper import Paper
from tongket.core.rendering import facts
from tongket.core.rendering.docx import to_docx
from tongket.core.rendering.html import to_page
from tongket.core.rendering.layout import Layout
from tongket.core.rendering.pdf import to_pdf
from tongket.rooms.ledger import queries as ledger


@dataclass(frozen=True, slots=True)
class Composed:
    """A paper with the request it answers and the layout it is printed in."""

    request: Request
    paper: Paper
    layout: Layout


def composed(request: Request, *, issued: date) -> Composed:
    """Return the report as the ledger stands now, in the layout of the day *issued*."""
    paper = compose(
        outline=outlines.outline(request.period.end),
        request=request,
        entries=_entries(request),
        indicators=catalogue().by_code,
    )
    return Composed(request, paper, layouts.layout(issued))


def has_figures(request: Request) -> bool:
    """Tell whether the ledger holds anything of the department for the period."""
    periods = tuple(sorted(_own(request)))
    return ledger.count(department=request.department, periods=periods) > 0


def file_of(made: Composed, form: FileForm, *, at: datetime) -> tuple[bytes, Delivered]:
    """Return the file of a composed report, and the facts that it carries."""
    delivered = _delivered(made, at)
    paper, layout = made.paper, made.layout
    if form is FileForm.DOCX:
        return to_docx(paper, layout=layout, delivered=delivered), delivered
    if form is FileForm.HTML:
        return to_page(paper, layout=layout, delivered=delivered), delivered
    content = to_pdf(
        paper,
        layout=layout,
        typesetting=layouts.typesetting(),
        fonts=[str(layouts.fonts())],
        delivered=delivered,
    )
    return content, delivered


def _own(request: Request) -> set[str]:
    """Return the report's period, and the shorter ones that make it up."""
    found = {request.period.code}
    todo = [request.period.code]
    while todo:
        parts = {part for way in calendar.partitions(todo.pop()) for part in way}
        todo += parts - found
        found |= parts
    return found


def _periods(request: Request) -> set[str]:
    """Return every period whose entries the report may speak of."""
    own = _own(request)
    before = {calendar.year_before(code) for code in own}
    named = {calendar.year_of(request.period.code), request.ahead}
    return own | named | {code for code in before if code is not None}


def _entries(request: Request) -> tuple[Entry, ...]:
    return ledger.entries(
        department=request.department,
        periods=tuple(sorted(_periods(request))),
        limit=None,
    )


def _delivered(made: Composed, at: datetime) -> Delivered:
    request, paper = made.request, made.paper
    head = ledger.entries(
        department=request.department, current_only=False, newest_first=True, limit=1
    )
    return Delivered(
        origin=Origin(
            department=request.department,
            period=request.period.code,
            kind=request.kind,
            title=f"{paper.type_name}: {paper.subject}",
            at=at.isoformat(),
            head=head[0].hash if head else "",
            position=head[0].position if head else 0,
        ),
        facts=paper.facts,
        entries=ledger.sealed(n for fact in paper.facts for n in fact.entries),
        outside=facts.outside(paper, layout=made.layout),
    )
