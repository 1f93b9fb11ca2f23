"""Which accepted figures may enter the ledger, and as what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tongket.content.catalogue import OUTSIDE, catalogue
from tongket.content.periods import UnknownPeriod, period
from tongket.core.nouns.entry import Draft, Entry, Source, SourceKind
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.proposal import Fault, Held, Proposal, ProposedFigure, State

# The ledger writes amounts out in full; nothing that departments count is longer.
LONGEST_AMOUNT = 60

READY = frozenset({State.ACCEPTED, State.CHANGED})


@dataclass(frozen=True, slots=True)
class Sorted:
    """The figures that may be posted now, and those that must wait, with the reason."""

    free: tuple[ProposedFigure, ...]
    held: tuple[Held, ...]


def draft(
    figure: ProposedFigure, proposal: Proposal, *, department: str, sha256: str
) -> Draft:
    """Return the draft of the ledger entry that says *proposal*.

    Its source is the figure's span in the document, with the verbatim digits.
    """
    return Draft(
        department=department,
        unit=proposal.unit,
        period=proposal.period,
        indicator=proposal.indicator,
        kind=proposal.kind,
        value=proposal.value,
        displayed=proposal.displayed,
        measure=proposal.measure,
        source=Source(
            kind=SourceKind.DOCUMENT,
            reference=sha256,
            span=figure.figure.span,
            quote=figure.figure.text,
        ),
        breakdown=proposal.breakdown,
        aspect=proposal.aspect,
        bound=proposal.bound,
        sign=proposal.sign,
        total=proposal.total,
        value_max=proposal.value_max,
        label=proposal.label,
    )


def key_of(entry: Entry) -> tuple[object, ...]:
    """Return what the ledger may hold one current value for, as `Proposal.key`."""
    said = entry.draft
    return (
        said.unit,
        said.period,
        said.indicator,
        said.breakdown,
        said.kind,
        said.aspect,
    )


def sort_out(ready: Iterable[ProposedFigure], current: Iterable[Entry]) -> Sorted:
    """Set aside the figures for which the ledger or this document has a value.

    One number, one source: a second value for the same unit, period, indicator and
    breakdown either corrects the first one by name (`Proposal.replaces`) or waits for
    a person to say what is different about it.
    """
    taken: dict[tuple[object, ...], Entry | ProposedFigure] = {
        key_of(entry): entry for entry in current
    }
    free: list[ProposedFigure] = []
    held: list[Held] = []
    for figure in ready:
        reason = _reason_to_wait(figure, taken)
        if reason is None:
            free.append(figure)
            taken[figure.proposal.key] = figure
        else:
            held.append(reason)
    return Sorted(tuple(free), tuple(held))


def _reason_to_wait(
    figure: ProposedFigure, taken: Mapping[tuple[object, ...], Entry | ProposedFigure]
) -> Held | None:
    name, proposal = figure.figure.id, figure.proposal
    if fault := _fault_of_amounts(proposal):
        return Held(name, fault.code)
    other = taken.get(proposal.key)
    if isinstance(other, ProposedFigure):
        same = other.proposal.value == proposal.value
        code = "held_said_twice" if same else "held_said_differently"
        return Held(
            name,
            code,
            (("other", other.figure.id), ("value", other.proposal.displayed)),
        )
    if other is not None and proposal.replaces != other.number:
        same = other.draft.value == proposal.value
        code = "held_ledger_has_it" if same else "held_ledger_differs"
        return Held(
            name,
            code,
            (("entry", str(other.number)), ("value", other.draft.displayed)),
        )
    if other is None and proposal.replaces is not None:
        return Held(
            name, "held_nothing_to_replace", (("entry", str(proposal.replaces)),)
        )
    return None


def _fault_of_amounts(proposal: Proposal) -> Fault | None:
    """Say what keeps the ledger from writing out the amounts of *proposal*."""
    if proposal.value is None and proposal.bound is not Bound.VAGUE:
        return Fault("value", "fault_no_value")
    amounts = (proposal.value, proposal.value_max, proposal.total)
    if any(
        # An exponent is looked at before the number is written out.
        not amount.is_finite()
        or abs(amount.adjusted()) > LONGEST_AMOUNT
        or len(f"{amount:f}") > LONGEST_AMOUNT
        for amount in amounts
        if amount is not None
    ):
        return Fault("value", "fault_endless_number")
    return None


def set_right(proposal: Proposal) -> Proposal:
    """Return *proposal* with its indicator's code as the catalogue has it today."""
    indicator = catalogue().by_code.get(proposal.indicator)
    return (
        proposal if indicator is None else replace(proposal, indicator=indicator.code)
    )


def outside(figure: ProposedFigure) -> Proposal:
    """Return the proposal that keeps a figure which the catalogue has no name for.

    What the text says is counted becomes its breakdown, so that two such figures stay
    two.
    """
    said = figure.proposal
    words = said.label or figure.figure.measure or figure.figure.text
    return replace(said, indicator=OUTSIDE, breakdown=(("nội dung", words),))


def faults(proposal: Proposal, units: Iterable[str]) -> tuple[Fault, ...]:
    """Say what keeps *proposal* from being posted; *units* are who it may be about."""
    found = []
    if not proposal.indicator:
        found.append(Fault("indicator", "fault_no_indicator"))
    elif catalogue().by_code.get(proposal.indicator) is None:
        found.append(
            Fault(
                "indicator", "fault_unknown_indicator", (("code", proposal.indicator),)
            )
        )
    try:
        period(proposal.period)
    except UnknownPeriod:
        found.append(
            Fault("period", "fault_unknown_period", (("code", proposal.period),))
        )
    if fault := _fault_of_amounts(proposal):
        found.append(fault)
    if proposal.unit not in set(units):
        found.append(Fault("unit", "fault_unknown_unit", (("code", proposal.unit),)))
    if proposal.replaces is not None and not proposal.reason.strip():
        found.append(Fault("reason", "fault_reason_missing"))
    return tuple(found)
