"""A proposal: what a figure would say in the ledger, and what was decided."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from tongket.core.nouns.entry import Aspect, EntryKind
from tongket.core.nouns.figure import Bound, Figure
from tongket.core.nouns.span import Span


class Act(StrEnum):
    """What a person did about a figure."""

    ACCEPT = "accept"
    CHANGE = "change"
    REFUSE = "refuse"
    REOPEN = "reopen"
    POST = "post"
    CORRECT = "correct"
    WITHDRAW = "withdraw"


class State(StrEnum):
    """Where a figure stands between the reader and the ledger."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    REFUSED = "refused"
    POSTED = "posted"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything that a person decides about a figure before it becomes an entry.

    `indicator` is empty while no indicator is chosen. `displayed` keeps the digits as
    they stand in the text, or as the person wrote them. `label` says in words what is
    counted. `replaces` is the number of the entry that posting would correct, with
    the `reason`.
    """

    indicator: str
    kind: EntryKind
    aspect: Aspect
    period: str
    unit: str
    value: Decimal | None
    displayed: str
    measure: str
    bound: Bound = Bound.EXACT
    sign: str | None = None
    total: Decimal | None = None
    value_max: Decimal | None = None
    breakdown: tuple[tuple[str, str], ...] = ()
    label: str = ""
    replaces: int | None = None
    reason: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """What the ledger may hold one current value for."""
        return (
            self.unit,
            self.period,
            self.indicator,
            tuple(sorted(self.breakdown)),
            self.kind,
            self.aspect,
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of a document's journal: who did what about a figure, and when.

    `proposal` is what was decided; `entry` the number of the ledger entry that the
    act made or took back.
    """

    act: Act
    by: str
    at: datetime
    proposal: Proposal
    entry: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ProposedFigure:
    """A figure of a document with what is proposed for it and what was decided.

    `first` is what the reader proposed, `certainty` (0 to 1) how surely the text and
    the indicator stand behind it; `decisions` is the journal, oldest first.
    """

    figure: Figure
    first: Proposal
    certainty: Decimal
    decisions: tuple[Decision, ...] = ()

    @property
    def proposal(self) -> Proposal:
        """What stands now: the last decision's, or the reader's."""
        return self.decisions[-1].proposal if self.decisions else self.first

    @property
    def state(self) -> State:
        """Where the figure stands now."""
        return state_after(self.decisions[-1].act if self.decisions else None)

    @property
    def entry(self) -> int | None:
        """The ledger entry that carries the figure, if it is posted."""
        return self.decisions[-1].entry if self.decisions else None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one figure of a document stands, without what was read and decided.

    `certainty` is nought for a figure that no indicator fits.
    """

    figure: str
    span: Span
    certainty: Decimal
    state: State


def state_after(act: Act | None) -> State:
    """Return where a figure stands after the last act; None: nobody has decided."""
    return State.PROPOSED if act is None else _AFTER[act]


@dataclass(frozen=True, slots=True)
class Held:
    """A figure that an act left as it was, and why.

    `code` is the reason (a key of content/messages), `arguments` what its sentence is
    filled with.
    """

    figure: str
    code: str
    arguments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act about several figures did: the names it took, and those it left.

    `entries` are the numbers of the ledger entries that it made.
    """

    taken: tuple[str, ...]
    held: tuple[Held, ...] = ()
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field of a proposal; `code` names the sentence."""

    field: str
    code: str
    arguments: tuple[tuple[str, str], ...] = ()


_AFTER = {
    Act.ACCEPT: State.ACCEPTED,
    Act.CHANGE: State.CHANGED,
    Act.REFUSE: State.REFUSED,
    Act.REOPEN: State.PROPOSED,
    Act.POST: State.POSTED,
    Act.CORRECT: State.POSTED,
    Act.WITHDRAW: State.WITHDRAWN,
}
