"""What the ledger knows about a document's figures, and how a claim is told again."""

import hashlib
from collections.abc import Iterable, Iterator
from decimal import Decimal

from tongket.content.periods import previous_year
from tongket.core.nouns.claim import Claim, Known
from tongket.core.nouns.entry import Aspect, Entry, EntryKind
from tongket.core.nouns.proposal import Proposal, ProposedFigure
from tongket.core.nouns.received import Received
from tongket.rooms.ledger import queries as ledger

Thing = tuple[str, str, str, tuple[tuple[str, str], ...], EntryKind]


def key_of(claim: Claim) -> str:
    """Return the name that a claim keeps from run to run: code, place and verdict."""
    places = ",".join(f"{span.start}-{span.end}" for span in claim.spans)
    words = f"{claim.code} {claim.type} {claim.verdict} {places}"
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def head_of(department: str) -> str:
    """Return the hash of a department's last entry, empty when it has none."""
    last = ledger.entries(
        department=department, current_only=False, newest_first=True, limit=1
    )
    return last[0].hash if last else ""


def known_for(
    document: Received, figures: Iterable[ProposedFigure]
) -> tuple[Known, ...]:
    """Return what the ledger holds beside each figure that has an indicator.

    What this very document brought into the ledger is left out: a text cannot be
    its own witness.
    """
    named = [figure for figure in figures if figure.proposal.indicator]
    periods = {figure.proposal.period for figure in named}
    both_years = periods | {previous_year(each) for each in periods}
    held = {_thing(entry): entry for entry in _levels(document, both_years)}
    known = (
        Known(
            figure=figure.figure.id,
            plan=_value(held, figure.proposal, EntryKind.PLAN),
            previous=_value(held, figure.proposal, EntryKind.ACTUAL, before=True),
            actual=_value(held, figure.proposal, EntryKind.ACTUAL),
        )
        for figure in named
    )
    return tuple(
        each
        for each in known
        if (each.plan, each.previous, each.actual) != (None, None, None)
    )


def _levels(document: Received, periods: Iterable[str]) -> Iterator[Entry]:
    levels = ledger.entries(
        department=document.department,
        periods=tuple(sorted(periods)),
        aspects=(Aspect.LEVEL,),
        limit=None,
    )
    for entry in levels:
        if entry.draft.source.reference != document.sha256:
            yield entry


def _thing(entry: Entry) -> Thing:
    said = entry.draft
    return said.unit, said.period, said.indicator, said.breakdown, said.kind


def _value(
    held: dict[Thing, Entry], said: Proposal, kind: EntryKind, *, before: bool = False
) -> Decimal | None:
    period = previous_year(said.period) if before else said.period
    entry = held.get((said.unit, period, said.indicator, said.breakdown, kind))
    return entry.draft.value if entry else None
