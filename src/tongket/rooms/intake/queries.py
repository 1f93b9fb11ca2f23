"""What others may ask intake: documents, their figures, and where a span stands."""

from collections.abc import Iterable
from decimal import Decimal

from django.db.models import OuterRef, Subquery

from tongket.content.catalogue import OUTSIDE
from tongket.core.nouns.document import Format, Place
from tongket.core.nouns.entry import Entry
from tongket.core.nouns.facsimile import Facsimile
from tongket.core.nouns.plain import from_plain
from tongket.core.nouns.proposal import (
    Act,
    Held,
    ProposedFigure,
    Standing,
    state_after,
)
from tongket.core.nouns.reading import Reading, Token
from tongket.core.nouns.received import Received
from tongket.core.nouns.span import Span
from tongket.core.reading.suggestions.confirmation import Confirmation
from tongket.rooms.intake import entering, facsimiles, journal, models, posting
from tongket.rooms.intake.examining import most_scans
from tongket.rooms.intake.shelf import (
    STANDING,
    TAKEN,
    document,
    documents,
    how_many,
    several,
    with_last_act,
)
from tongket.rooms.ledger import queries as ledger
from tongket.rooms.units import queries as units

__all__ = ["document", "documents", "how_many", "most_scans", "several"]

NoSuchDocument = journal.NoSuchDocument
NoSuchFigure = journal.NoSuchFigure
NoSuchPage = facsimiles.NoSuchPage
PageNotDrawn = facsimiles.PageNotDrawn

# A department's memory: this many of its latest choices teach the suggester.
REMEMBERED = 5_000
# So many figures are read with their journals at a time.
CHUNK = 2_000


def waiting(*, department: str, period: str | None = None) -> int:
    """Return how many figures of a department nobody has decided about."""
    rows = models.Figure.objects.filter(document__department=department)
    if period is not None:
        rows = rows.filter(document__period=period)
    return with_last_act(rows).filter(last__in=["", Act.REOPEN.value]).count()


def reading(number: int) -> Reading:
    """Return the document's text with everything numeric that was read in it."""
    _, found, _ = opened(number)
    return found


def opened(number: int) -> tuple[Received, Reading, tuple[ProposedFigure, ...]]:
    """Return a document, its reading and its figures with their journals, read once."""
    proposed = figures(number)
    reading = Reading(
        text=text(number),
        figures=tuple(each.figure for each in proposed),
        others=others(number),
    )
    return document(number), reading, proposed


def text(number: int) -> str:
    """Return the document's text. Raises `NoSuchDocument`."""
    return _row(number, "text").text


def others(number: int) -> tuple[Token, ...]:
    """Return the numeric tokens of the document's text that are no figures."""
    return from_plain(tuple[Token, ...], _row(number, "others").others)


def standings(number: int) -> tuple[Standing, ...]:
    """Return where each figure of a document stands, in text order."""
    rows = with_last_act(models.Figure.objects.filter(document=number))
    return tuple(
        Standing(
            figure=f"f{name}",
            span=Span(start, end),
            certainty=Decimal(certainty) / 1000,
            state=state_after(Act(last) if last else None),
        )
        for name, start, end, certainty, last in rows.order_by("number").values_list(
            "number", "start", "end", "certainty", "last"
        )
    )


def figures(
    number: int, names: Iterable[str] | None = None
) -> tuple[ProposedFigure, ...]:
    """Return the document's figures in text order, with their journals.

    *names* narrows to some of them.
    """
    return tuple(line.figure for line in journal.lines(number, names).values())


def figure(number: int, name: str) -> ProposedFigure:
    """Return one figure of a document. Raises `NoSuchFigure`."""
    return journal.lines(number, [name])[name].figure


def accepted(department: str) -> tuple[tuple[Received, ProposedFigure], ...]:
    """Return what people accepted of a department's documents, posted or not yet.

    Oldest document first, figures in text order.
    """
    acts = [act for act, counted in STANDING.items() if counted in TAKEN]
    rows = with_last_act(
        models.Figure.objects.filter(document__department=department)
    ).filter(last__in=acts)
    found = [
        (row.document_id, journal.proposed(row))
        for row in rows.order_by("document", "number")
        .prefetch_related("decisions")
        .iterator(CHUNK)
    ]
    brought = several({number for number, _ in found})
    return tuple((brought[number], each) for number, each in found)


def held(number: int) -> tuple[Held, ...]:
    """Return which accepted figures could not be posted now, and why."""
    ready = [each.figure for each in standings(number) if each.state in posting.READY]
    department = document(number).department
    return entering.sort_out(department, figures(number, ready)).held if ready else ()


def standing(number: int, name: str) -> Entry | None:
    """Return the ledger's entry for what a figure says, if the ledger has one."""
    proposal = figure(number, name).proposal
    found = ledger.entries(
        department=document(number).department,
        period=proposal.period,
        indicator=proposal.indicator,
    )
    return next((each for each in found if posting.key_of(each) == proposal.key), None)


def figure_at(number: int, span: Span) -> str | None:
    """Return the name of the figure that stands at *span*, None when none does."""
    rows = models.Figure.objects.filter(document=number, start=span.start, end=span.end)
    found = rows.values_list("number", flat=True).first()
    return None if found is None else f"f{found}"


def place_of(number: int, span: Span) -> Place | None:
    """Return where the start of *span* stands in the original file, if it is known."""
    for plain in _row(number, "places").places:
        if plain["span"]["start"] <= span.start < plain["span"]["end"]:
            return from_plain(Place, plain)
    return None


def facsimile(number: int, page: int) -> Facsimile:
    """Return a page of a document's original as it looks, its figures marked.

    Raises `NoSuchDocument`, `NoSuchPage` where the original is no pdf or has fewer
    pages, and `PageNotDrawn`.
    """
    row = _row(number, "text", "places", "original", "format")
    if row.format != Format.PDF.value:
        raise NoSuchPage(page=page)
    places = (
        from_plain(Place, plain)
        for plain in row.places
        # Thousands of places on other pages are not made into nouns.
        if plain.get("box", {}).get("page") == page
    )
    figures = {each.figure: each.span for each in standings(number)}
    sought = facsimiles.sought_on(page, places, figures=figures, text=row.text)
    key = (row.original_id, page, sought)
    return facsimiles.facsimile(key, lambda: original(number))


def document_of(sha256: str, *, department: str | None = None) -> int | None:
    """Return the number of the document whose original has this SHA-256, if any."""
    rows = models.Document.objects.filter(original=sha256).order_by("pk")
    if department is not None:
        rows = rows.filter(department=department)
    return rows.values_list("pk", flat=True).first()


def original(number: int) -> bytes:
    """Return the original file of a document, byte for byte."""
    row = (
        models.Original.objects.filter(documents=number)
        .values_list("content", flat=True)
        .first()
    )
    if row is None:
        raise NoSuchDocument(document=number)
    return bytes(row)


def names_above(number: int, certainty: Decimal) -> tuple[str, ...]:
    """Return the undecided figures whose certainty is at least *certainty*.

    A figure that no indicator fits is never among them: a person must look at it.
    """
    rows = models.Figure.objects.filter(
        document=number, certainty__gte=int(certainty * 1000)
    ).exclude(first__indicator="")
    undecided = with_last_act(rows).filter(last="").order_by("number")
    return tuple(f"f{each}" for each in undecided.values_list("number", flat=True))


def confirmations(department: str) -> tuple[Confirmation, ...]:
    """Return which indicators the department's people gave to which words.

    Latest last; what was refused, taken back or kept outside the catalogue teaches
    nothing.
    """
    rows = with_last_act(
        models.Figure.objects.filter(document__department=department)
    ).exclude(last__in=["", Act.REOPEN.value, Act.REFUSE.value, Act.WITHDRAW.value])
    last = models.Decision.objects.filter(figure=OuterRef("pk")).order_by("-pk")
    pairs = (
        rows.annotate(decided=Subquery(last.values("proposal")[:1]))
        .order_by("-pk")
        .values_list("read", "decided")[:REMEMBERED]
    )
    return tuple(
        # Four words of each are wanted, and thousands are read: no noun is built.
        Confirmation(
            subject=read.get("subject", ""),
            section=tuple(read.get("section", ())),
            measure=read["measure"],
            code=decided["indicator"],
        )
        for read, decided in reversed(list(pairs))
        if decided["indicator"] != OUTSIDE
    )


def units_of(department: str) -> tuple[str, ...]:
    """Return the codes of a department and of every unit under it."""
    return (department, *(unit.code for unit in units.below(department)))


def _row(number: int, *columns: str) -> models.Document:
    """Return a document of which only some columns are read."""
    row = models.Document.objects.only(*columns).filter(pk=number).first()
    if row is None:
        raise NoSuchDocument(document=number)
    return row
