"""What others may ask checking: the findings of a document, of a department."""

from collections.abc import Iterable

from django.db.models import BooleanField, Max, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from tongket.core.nouns.claim import Claim, Severity, Verdict
from tongket.core.nouns.finding import WANTS_A_LOOK, Apart, Finding, Waiver
from tongket.core.nouns.plain import from_plain
from tongket.rooms.checking import comparing, models

# The gravest first; within one gravity, in the order of the text.
GRAVITY = (
    Severity.CONCLUSION,
    Severity.CONTRADICTION,
    Severity.ROUNDING,
    Severity.NONE,
)


def findings(document: int) -> tuple[Finding, ...]:
    """Return every claim that the last run saw in a document, in text order."""
    run = _last_run(document)
    if run is None:
        return ()
    return _with_waivers(run.findings.order_by("pk"))


def open_findings(
    *, department: str | None = None, period: str | None = None
) -> tuple[Finding, ...]:
    """Return what somebody should still look at, gravest first.

    Of every document's last run; of one department, or of its documents of *period*,
    when given.
    """
    found = _with_waivers(_wanting_a_look(department, period).order_by("-run", "pk"))
    return tuple(
        sorted(
            (finding for finding in found if finding.is_open),
            key=lambda finding: GRAVITY.index(finding.claim.severity),
        )
    )


def how_many_open(
    *, department: str | None = None, period: str | None = None
) -> dict[Verdict, int]:
    """Return how many findings of each verdict nobody has set aside."""
    waived = models.Waiver.objects.filter(
        document=OuterRef("run__document"), key=OuterRef("key")
    ).order_by("-pk")
    rows = (
        _wanting_a_look(department, period)
        .annotate(
            waived=Coalesce(
                Subquery(waived.values("stands")[:1]),
                Value(False),  # noqa: FBT003 - a value of the database
                output_field=BooleanField(),
            )
        )
        .filter(waived=False)
    )
    counts = dict.fromkeys(WANTS_A_LOOK, 0)
    for verdict in rows.values_list("verdict", flat=True):
        counts[Verdict(verdict)] += 1
    return counts


def disagreements(department: str) -> tuple[Apart, ...]:
    """Return where two documents of a department cannot both be right."""
    return comparing.disagreements(department)


def _wanting_a_look(
    department: str | None, period: str | None
) -> QuerySet[models.Finding]:
    runs = models.Run.objects.all()
    if department is not None:
        runs = runs.filter(document__department=department)
    if period is not None:
        runs = runs.filter(document__period=period)
    latest = runs.values("document").annotate(last=Max("pk")).values("last")
    return models.Finding.objects.filter(
        run__in=latest, verdict__in=[verdict.value for verdict in WANTS_A_LOOK]
    ).select_related("run")


def _last_run(document: int) -> models.Run | None:
    return models.Run.objects.filter(document=document).order_by("-pk").first()


def _with_waivers(rows: QuerySet[models.Finding]) -> tuple[Finding, ...]:
    found = list(rows.select_related("run"))
    waivers = _waivers({row.run.document_id for row in found})
    return tuple(
        Finding(
            document=row.run.document_id,
            key=row.key,
            claim=from_plain(Claim, row.claim),
            waiver=waivers.get((row.run.document_id, row.key)),
        )
        for row in found
    )


def _waivers(documents: Iterable[int]) -> dict[tuple[int, str], Waiver]:
    """Return the waivers that stand, by document and key."""
    standing: dict[tuple[int, str], Waiver] = {}
    rows = models.Waiver.objects.filter(document__in=documents).order_by("pk")
    for row in rows:
        place = (row.document_id, row.key)
        standing.pop(place, None)
        if row.stands:
            standing[place] = Waiver(row.reason, by=row.by_id, at=row.at)
    return standing
