"""What people do at intake: receive a document, decide about its figures, post them."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from django.db import IntegrityError, transaction

from tongket.content.periods import period as known_period
from tongket.content.refusal import Refusal
from tongket.core.nouns.plain import as_plain
from tongket.core.nouns.proposal import (
    Act,
    Fault,
    Held,
    Outcome,
    Proposal,
    State,
)
from tongket.rooms.intake import entering, journal, models, posting, queries
from tongket.rooms.intake.examining import (
    Examined,
    TooManyFigures,
    examine,
    shown_name,
)
from tongket.rooms.intake.proposing import propose
from tongket.rooms.units import queries as units

__all__ = ["TooManyFigures"]

NoSuchDocument = journal.NoSuchDocument
NoSuchFigure = journal.NoSuchFigure

# Once a figure is in the ledger, only a correction with a reason changes it.
OPEN = frozenset(State) - {State.POSTED}


class AlreadyReceived(Refusal):
    """The department has this very file already, as the document it names."""

    code = "intake_already_received"


class NotOfADepartment(Refusal):
    """The unit is no department and belongs to none, so that no ledger is its own."""

    code = "intake_not_of_a_department"


class NotPosted(Refusal):
    """The figure is not in the ledger, so that there is nothing to correct there."""

    code = "intake_not_posted"


class ReasonMissing(Refusal):
    """What stands in the ledger changes only with a reason."""

    code = "intake_reason_missing"


def receive(
    *, data: bytes, name: str, unit: str, period: str, by: str, at: datetime
) -> int:
    """Take a file in, read it, and return the number of the document it becomes.

    The department is that of *unit*. Raises `Unreadable` for a file that cannot be
    read, `TooManyFigures`, `AlreadyReceived` when the department has it,
    `UnknownPeriod`, `NoSuchUnit` and `Ended` (of rooms.units). Either the
    document is kept with its original, its figures and their proposals, or nothing is.
    """
    department = _department_of(unit)
    covered = known_period(period)
    units.demand_still_there(unit, covered)
    sha256 = hashlib.sha256(data).hexdigest()
    _refuse_a_second_time(department, sha256)
    examined = examine(data, name, queries.confirmations(department))
    try:
        with transaction.atomic():
            original, _ = models.Original.objects.get_or_create(
                sha256=sha256, defaults={"size": len(data), "content": data}
            )
            document = models.Document.objects.create(
                department_id=department,
                unit_id=unit,
                period=covered.code,
                original=original,
                name=shown_name(name),
                format=examined.document.format.value,
                text=examined.document.text,
                places=as_plain(examined.document.places),
                notes=as_plain(examined.document.notes),
                others=as_plain(examined.reading.others),
                received_by_id=by,
                received_at=at,
            )
            _keep_figures(document, examined)
    except IntegrityError:
        # Somebody else brought the same file a moment ago.
        _refuse_a_second_time(department, sha256)
        raise
    return document.pk


def _department_of(unit: str) -> str:
    found = units.department_of(unit)
    if found is None:
        raise NotOfADepartment(unit=unit)
    return found.code


def _refuse_a_second_time(department: str, sha256: str) -> None:
    known = queries.document_of(sha256, department=department)
    if known is not None:
        raise AlreadyReceived(document=known)


def _keep_figures(document: models.Document, examined: Examined) -> None:
    figures = examined.reading.figures
    proposals = propose(examined.reading, unit=document.unit_id, period=document.period)
    models.Figure.objects.bulk_create(
        models.Figure(
            document=document,
            number=journal.number_in(figure.id),
            start=figure.span.start,
            end=figure.span.end,
            read=as_plain(figure),
            first=as_plain(proposed.proposal),
            certainty=int(proposed.certainty * 1000),
        )
        for figure, proposed in zip(figures, proposals, strict=True)
    )


@transaction.atomic
def accept(*, document: int, figures: Sequence[str], by: str, at: datetime) -> Outcome:
    """Accept what stands proposed for *figures*.

    A figure without an indicator, or already in the ledger, is left with the reason.
    """
    return _accept(document, figures, journal.Pen(by, at))


@transaction.atomic
def accept_outside_catalogue(
    *, document: int, figures: Sequence[str], by: str, at: datetime
) -> Outcome:
    """Accept *figures* as figures that the catalogue has no indicator for."""
    journal.lock(document)
    lines = journal.lines(document, figures)
    pen = journal.Pen(by, at)
    free = {n: line for n, line in lines.items() if line.figure.state in OPEN}
    journal.append(
        pen.row(line, Act.CHANGE, posting.outside(line.figure))
        for line in free.values()
    )
    return Outcome(tuple(free), _held(set(lines) - set(free), "held_posted_already"))


@transaction.atomic
def accept_all_above(
    *,
    document: int,
    certainty: Decimal,
    besides: Collection[str] = (),
    by: str,
    at: datetime,
) -> Outcome:
    """Accept every undecided figure whose certainty is at least *certainty*.

    *besides* names figures to leave alone: those that a check doubts.
    """
    sure = queries.names_above(document, certainty)
    names = [name for name in sure if name not in besides]
    return _accept(document, names, journal.Pen(by, at))


def _accept(document: int, figures: Sequence[str], pen: journal.Pen) -> Outcome:
    journal.lock(document)
    taken, held, rows = [], [], []
    for name, line in journal.lines(document, figures).items():
        if line.figure.state not in OPEN:
            held.append(Held(name, "held_posted_already"))
        elif not line.figure.proposal.indicator:
            held.append(Held(name, "held_no_indicator"))
        else:
            taken.append(name)
            rows.append(pen.row(line, Act.ACCEPT))
    journal.append(rows)
    return Outcome(tuple(taken), tuple(held))


@transaction.atomic
def change(
    *, document: int, figure: str, proposal: Proposal, by: str, at: datetime
) -> tuple[Fault, ...]:
    """Accept *figure* as *proposal* says instead of what was read or suggested.

    Returns what is wrong with the proposal, field by field; then nothing is recorded.
    """
    row = journal.lock(document)
    line = journal.lines(document, [figure])[figure]
    if line.figure.state not in OPEN:
        return (Fault("", "fault_posted_already"),)
    if faults := posting.faults(proposal, queries.units_of(row.department_id)):
        return faults
    pen = journal.Pen(by, at)
    journal.append([pen.row(line, Act.CHANGE, posting.set_right(proposal))])
    return ()


@transaction.atomic
def refuse(*, document: int, figures: Sequence[str], by: str, at: datetime) -> Outcome:
    """Refuse *figures*: they stay marked in the text and never enter the ledger."""
    return _mark(document, figures, act=Act.REFUSE, pen=journal.Pen(by, at))


@transaction.atomic
def reopen(*, document: int, figures: Sequence[str], by: str, at: datetime) -> Outcome:
    """Take back what was decided about *figures*, up to posting."""
    return _mark(document, figures, act=Act.REOPEN, pen=journal.Pen(by, at))


def _mark(
    document: int, figures: Sequence[str], *, act: Act, pen: journal.Pen
) -> Outcome:
    journal.lock(document)
    lines = journal.lines(document, figures)
    free = {n: line for n, line in lines.items() if line.figure.state in OPEN}
    journal.append(
        # Reopening goes back to what the reader proposed.
        pen.row(line, act, line.figure.first if act is Act.REOPEN else None)
        for line in free.values()
    )
    return Outcome(tuple(free), _held(set(lines) - set(free), "held_posted_already"))


def _held(names: set[str], code: str) -> tuple[Held, ...]:
    return tuple(Held(name, code) for name in sorted(names, key=journal.number_in))


@transaction.atomic
def post(*, document: int, by: str, at: datetime) -> Outcome:
    """Post the accepted figures of *document* to the ledger, each with its span.

    A figure for which the ledger has a value already is left with the reason; the
    others are posted together or not at all.
    """
    row = journal.lock(document)
    return entering.post(row, journal.lines(document), journal.Pen(by, at))


@transaction.atomic
def correct(
    *, document: int, figure: str, proposal: Proposal, by: str, at: datetime
) -> tuple[Fault, ...]:
    """Append a ledger entry that says *proposal* in place of the figure's entry.

    The proposal carries the reason. Returns what is wrong with it, field by field;
    then nothing is recorded. Raises `NotPosted` when the figure has no entry.
    """
    row = journal.lock(document)
    line = _posted(document, figure)
    right = replace(proposal, replaces=line.figure.entry)
    if faults := posting.faults(right, queries.units_of(row.department_id)):
        return faults
    entering.correct(row, line, posting.set_right(right), pen=journal.Pen(by, at))
    return ()


@transaction.atomic
def withdraw(*, document: int, figure: str, reason: str, by: str, at: datetime) -> None:
    """Take a posted figure back from the ledger; its entry stays readable for ever.

    Raises `NotPosted` when the figure has no entry, `ReasonMissing` without a reason.
    """
    journal.lock(document)
    line = _posted(document, figure)
    if not reason.strip():
        raise ReasonMissing(figure=figure)
    entering.withdraw(line, reason.strip(), journal.Pen(by, at))


def _posted(document: int, figure: str) -> journal.Line:
    line = journal.lines(document, [figure])[figure]
    if line.figure.state is not State.POSTED:
        raise NotPosted(figure=figure)
    return line
