"""The step from accepted figures to entries of the ledger, and back."""

from collections.abc import Iterable, Mapping, Sequence

from tongket.core.nouns.entry import Draft, Entry
from tongket.core.nouns.proposal import Act, Outcome, Proposal, ProposedFigure
from tongket.rooms.intake import journal, models, posting
from tongket.rooms.ledger import actions as ledger
from tongket.rooms.ledger import queries as entries


def post(
    document: models.Document, lines: Mapping[str, journal.Line], pen: journal.Pen
) -> Outcome:
    """Post what is accepted and free, and write the entries' numbers in the journal."""
    sorted_out = sort_out(
        document.department_id, (line.figure for line in lines.values())
    )
    made = _enter(document, sorted_out.free, pen)
    journal.append(
        pen.row(lines[name], Act.POST, entry=entry.number)
        for name, entry in made.items()
    )
    return Outcome(
        tuple(made), sorted_out.held, tuple(entry.number for entry in made.values())
    )


def sort_out(department: str, figures: Iterable[ProposedFigure]) -> posting.Sorted:
    """Tell which accepted figures could be posted now, and why the others wait."""
    ready = [figure for figure in figures if figure.state in posting.READY]
    return posting.sort_out(ready, _current(department, ready))


def correct(
    document: models.Document,
    line: journal.Line,
    proposal: Proposal,
    *,
    pen: journal.Pen,
) -> None:
    """Append the entry that replaces the line's own."""
    entry = _correct(_draft(document, line.figure, proposal), proposal, pen)
    journal.append(
        [
            pen.row(
                line, Act.CORRECT, proposal, entry=entry.number, reason=proposal.reason
            )
        ]
    )


def withdraw(line: journal.Line, reason: str, pen: journal.Pen) -> None:
    """Append the entry that takes the line's own back."""
    if line.figure.entry is None:
        raise LookupError(line.figure.figure.id)
    entry = ledger.withdraw(
        entry=line.figure.entry, reason=reason, by=pen.by, at=pen.at
    )
    journal.append([pen.row(line, Act.WITHDRAW, entry=entry.number, reason=reason)])


def _current(department: str, ready: Sequence[ProposedFigure]) -> tuple[Entry, ...]:
    """Return the ledger's current entries of the periods that *ready* speaks of."""
    periods = tuple(sorted({figure.proposal.period for figure in ready}))
    # All of them: a value that is not seen here would be posted twice.
    return entries.entries(department=department, periods=periods, limit=None)


def _enter(
    document: models.Document, free: Sequence[ProposedFigure], pen: journal.Pen
) -> dict[str, Entry]:
    """Make the entries of *free*, new ones together, corrections one by one."""
    fresh = [figure for figure in free if figure.proposal.replaces is None]
    drafts = [_draft(document, figure, figure.proposal) for figure in fresh]
    made = dict(
        zip(
            (figure.figure.id for figure in fresh),
            ledger.post(drafts=drafts, by=pen.by, at=pen.at) if drafts else (),
            strict=True,
        )
    )
    for figure in free:
        if figure.proposal.replaces is not None:
            said = _draft(document, figure, figure.proposal)
            made[figure.figure.id] = _correct(said, figure.proposal, pen)
    return made


def _draft(
    document: models.Document, figure: ProposedFigure, proposal: Proposal
) -> Draft:
    return posting.draft(
        figure,
        proposal,
        department=document.department_id,
        sha256=document.original_id,
    )


def _correct(draft: Draft, proposal: Proposal, pen: journal.Pen) -> Entry:
    if proposal.replaces is None:
        raise LookupError(draft.displayed)
    return ledger.correct(
        entry=proposal.replaces,
        draft=draft,
        reason=proposal.reason,
        by=pen.by,
        at=pen.at,
    )
