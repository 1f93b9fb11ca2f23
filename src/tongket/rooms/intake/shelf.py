"""The shelf of documents: each by its number, all with how far they are."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from tongket.core.nouns.document import Format, Note
from tongket.core.nouns.plain import from_plain
from tongket.core.nouns.proposal import Act
from tongket.core.nouns.received import Received, Shelved
from tongket.rooms.intake import models
from tongket.rooms.intake.journal import NoSuchDocument

# Under which heading of `Shelved` a figure is counted, by the act decided last.
STANDING = {
    "": "waiting",
    Act.REOPEN.value: "waiting",
    Act.ACCEPT.value: "accepted",
    Act.CHANGE.value: "accepted",
    Act.POST.value: "posted",
    Act.CORRECT.value: "posted",
    Act.REFUSE.value: "refused",
    Act.WITHDRAW.value: "refused",
}

TAKEN = frozenset({"accepted", "posted"})


def document(number: int) -> Received:
    """Return the document called *number*. Raises `NoSuchDocument`."""
    row = _light().filter(pk=number).first()
    if row is None:
        raise NoSuchDocument(document=number)
    return _received(row)


def several(numbers: Collection[int]) -> dict[int, Received]:
    """Return the documents of *numbers* by number; missing ones are left out."""
    return {row.pk: _received(row) for row in _light().filter(pk__in=numbers)}


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


def with_last_act(rows: QuerySet[models.Figure]) -> QuerySet[Any]:
    """Annotate figures with the act decided last, empty when there is none."""
    last = models.Decision.objects.filter(figure=OuterRef("pk")).order_by("-pk")
    return rows.annotate(last=Coalesce(Subquery(last.values("act")[:1]), Value("")))


def _light() -> QuerySet[models.Document]:
    """Return documents without their texts, with the size of their originals."""
    return models.Document.objects.defer("text", "places", "others").annotate(
        size=F("original__size")
    )


def _counts(numbers: Sequence[int]) -> dict[int, Counter[str]]:
    """Count the figures of documents by where they stand, and all of them."""
    rows = with_last_act(models.Figure.objects.filter(document__in=numbers))
    counts: dict[int, Counter[str]] = {}
    for number, last in rows.values_list("document", "last"):
        counts.setdefault(number, Counter()).update(("figures", STANDING[last]))
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
