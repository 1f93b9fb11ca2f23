"""What others may ask intake: documents, their figures, and where a span stands."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from tongket.core.nouns.document import Format, Note, Place
from tongket.core.nouns.entry import Entry
from tongket.core.nouns.figure import Figure
from tongket.core.nouns.plain import from_plain
from tongket.core.nouns.proposal import (
    Act,
    Held,
    Proposal,
    ProposedFigure,
    Standing,
    state_after,
)
from tongket.core.nouns.reading import Reading, Token
from tongket.core.nouns.received import Received, Shelved
from tongket.core.nouns.span import Span
from tongket.core.reading.suggestions.confirmation import Confirmation
from tongket.rooms.intake import entering, journal, models, posting
from tongket.rooms.ledger import queries as ledger
from tongket.rooms.units import queries as units

NoSuchDocument = journal.NoSuchDocument
NoSuchFigure = journal.NoSuchFigure

# A department's memory: this many of its latest choices teach the suggester.
REMEMBERED = 5_000


def document(number: int) -> Received:
    """Return the document called *number*. Raises `NoSuchDocument`."""
    row = _light().filter(pk=number).first()
    if row is None:
        raise NoSuchDocument(document=number)
    return _received(row)


def documents(
    *,
    department: str | None = None,
    period: str | None = None,
    start: int = 0,
    limit: int = 50,
) -> tuple[Shelved, ...]:
    """Return documents, latest first, with how many of their figures stand where."""
    rows = _light().order_by("-received_at", "-pk")
    if department is not None:
        rows = rows.filter(department=department)
    if period is not None:
        rows = rows.filter(period=period)
    page = list(rows[start : start + limit])
    counts = _counts([row.pk for row in page])
    return tuple(_shelved(row, counts.get(row.pk, Counter())) for row in page)


def how_many(*, department: str | None = None) -> int:
    """Return how many documents there are, of one department or of all."""
    rows = models.Document.objects.all()
    return (rows if department is None else rows.filter(department=department)).count()


def waiting(*, department: str, period: str | None = None) -> int:
    """Return how many figures of a department nobody has decided about."""
    rows = models.Figure.objects.filter(document__department=department)
    if period is not None:
        rows = rows.filter(document__period=period)
    return _with_last_act(rows).filter(last__in=["", Act.REOPEN.value]).count()


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
    rows = _with_last_act(models.Figure.objects.filter(document=number))
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
    undecided = _with_last_act(rows).filter(last="").order_by("number")
    return tuple(f"f{each}" for each in undecided.values_list("number", flat=True))


def confirmations(department: str) -> tuple[Confirmation, ...]:
    """Return which indicators the department's people gave to which words.

    Latest last; what was refused or taken back teaches nothing.
    """
    rows = _with_last_act(
        models.Figure.objects.filter(document__department=department)
    ).exclude(last__in=["", Act.REOPEN.value, Act.REFUSE.value, Act.WITHDRAW.value])
    last = models.Decision.objects.filter(figure=OuterRef("pk")).order_by("-pk")
    pairs = (
        rows.annotate(decided=Subquery(last.values("proposal")[:1]))
        .order_by("-pk")
        .values_list("read", "decided")[:REMEMBERED]
    )
    return tuple(
        Confirmation.of(
            from_plain(Figure, read), from_plain(Proposal, decided).indicator
        )
        for read, decided in reversed(list(pairs))
    )


def units_of(department: str) -> tuple[str, ...]:
    """Return the codes of a department and of every unit under it."""
    return (department, *(unit.code for unit in units.below(department)))


# Under which heading of `Shelved` a figure is counted, by the act decided last.
_STANDING = {
    "": "waiting",
    Act.REOPEN.value: "waiting",
    Act.ACCEPT.value: "accepted",
    Act.CHANGE.value: "accepted",
    Act.POST.value: "posted",
    Act.CORRECT.value: "posted",
    Act.REFUSE.value: "refused",
    Act.WITHDRAW.value: "refused",
}


def _row(number: int, column: str) -> models.Document:
    """Return a document of which one large column is read."""
    row = models.Document.objects.only(column).filter(pk=number).first()
    if row is None:
        raise NoSuchDocument(document=number)
    return row


def _light() -> QuerySet[models.Document]:
    """Return documents without their texts, with the size of their originals."""
    return models.Document.objects.defer("text", "places", "others").annotate(
        size=F("original__size")
    )


def _with_last_act(rows: QuerySet[models.Figure]) -> QuerySet[Any]:
    """Annotate figures with the act decided last, empty when there is none."""
    last = models.Decision.objects.filter(figure=OuterRef("pk")).order_by("-pk")
    return rows.annotate(last=Coalesce(Subquery(last.values("act")[:1]), Value("")))


def _counts(numbers: Sequence[int]) -> dict[int, Counter[str]]:
    """Count the figures of documents by where they stand, and all of them."""
    rows = _with_last_act(models.Figure.objects.filter(document__in=numbers))
    counts: dict[int, Counter[str]] = {}
    for number, last in rows.values_list("document", "last"):
        counts.setdefault(number, Counter()).update(("figures", _STANDING[last]))
    return counts


def _shelved(row: models.Document, counts: Counter[str]) -> Shelved:
    return Shelved(
        document=_received(row),
        figures=counts["figures"],
        waiting=counts["waiting"],
        accepted=counts["accepted"],
        posted=counts["posted"],
        refused=counts["refused"],
    )


def _received(row: models.Document) -> Received:
    return Received(
        id=row.pk,
        department=row.department_id,
        unit=row.unit_id,
        period=row.period,
        name=row.name,
        format=Format(row.format),
        sha256=row.original_id,
        size=row.size,  # type: ignore[attr-defined]  # annotated by _light
        by=row.received_by_id,
        at=row.received_at,
        notes=from_plain(tuple[Note, ...], row.notes),
    )
