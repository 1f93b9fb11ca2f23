"""The journal of a document: what was proposed, who decided what, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from tongket.content.refusal import Refusal
from tongket.core.nouns.figure import Figure
from tongket.core.nouns.plain import as_plain, from_plain
from tongket.core.nouns.proposal import Act, Decision, Proposal, ProposedFigure
from tongket.rooms.intake import models


class NoSuchDocument(Refusal):
    """No document has this number."""

    code = "intake_no_such_document"


class NoSuchFigure(Refusal):
    """The document has no figure of this name."""

    code = "intake_no_such_figure"


@dataclass(frozen=True, slots=True)
class Line:
    """A figure with the row that its decisions are appended to."""

    row: int
    figure: ProposedFigure


def lock(document: int) -> models.Document:
    """Return the document, held until the transaction ends.

    Two people deciding at once about one document take turns, so that the state each
    of them saw is the state they decided about.
    """
    row = (
        models.Document.objects.select_for_update()
        .defer("text", "places", "others")
        .filter(pk=document)
        .first()
    )
    if row is None:
        raise NoSuchDocument(document=document)
    return row


def lines(document: int, names: Iterable[str] | None = None) -> dict[str, Line]:
    """Return the figures of a document by name, in text order.

    *names* narrows to some of them; a name that the document lacks raises
    :class:`NoSuchFigure`.
    """
    rows = models.Figure.objects.filter(document=document).order_by("number")
    wanted = None if names is None else tuple(names)
    if wanted is not None:
        rows = rows.filter(number__in=[number_in(name) for name in wanted])
    found = {}
    for row in rows.prefetch_related("decisions"):
        figure = proposed(row)
        found[figure.figure.id] = Line(row.pk, figure)
    if wanted and (missing := set(wanted) - set(found)):
        raise NoSuchFigure(figure=", ".join(sorted(missing)))
    return found


def number_in(name: str) -> int:
    """Return the number in a figure's name ("f12" → 12)."""
    digits = name.removeprefix("f")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise NoSuchFigure(figure=name)
    return int(digits)


def proposed(row: models.Figure) -> ProposedFigure:
    """Return a stored figure with its journal as a value."""
    decisions = sorted(row.decisions.all(), key=lambda decision: decision.pk)
    return ProposedFigure(
        figure=from_plain(Figure, row.read),
        first=from_plain(Proposal, row.first),
        certainty=Decimal(row.certainty) / 1000,
        decisions=tuple(
            Decision(
                act=Act(decision.act),
                by=decision.by_id,
                at=decision.at,
                proposal=from_plain(Proposal, decision.proposal),
                entry=decision.entry,
                reason=decision.reason,
            )
            for decision in decisions
        ),
    )


@dataclass(frozen=True, slots=True)
class Pen:
    """Who writes in the journal, and when."""

    by: str
    at: datetime

    def row(
        self,
        line: Line,
        act: Act,
        proposal: Proposal | None = None,
        *,
        entry: int | None = None,
        reason: str = "",
    ) -> models.Decision:
        """Return the row that says *act* was done, not yet saved."""
        decided = line.figure.proposal if proposal is None else proposal
        return models.Decision(
            figure_id=line.row,
            act=act.value,
            proposal=as_plain(decided),
            entry=entry,
            reason=reason,
            by_id=self.by,
            at=self.at,
        )


def append(rows: Iterable[models.Decision]) -> None:
    """Append *rows* to the journal."""
    models.Decision.objects.bulk_create(rows)
