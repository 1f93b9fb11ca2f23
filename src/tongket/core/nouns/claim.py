"""A claim: an arithmetic relation that a text states, and what a check makes of it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tongket.core.nouns.span import Span


class ClaimType(StrEnum):
    """The relations that texts word."""

    RATIO_PERCENT = "ratio_percent"
    SUM_OF_PARTS = "sum_of_parts"
    PART_LE_WHOLE = "part_le_whole"
    TARGET_GAP = "target_gap"
    CHANGE = "change"
    CUMULATIVE_GE_FLOW = "cumulative_ge_flow"
    RESTATED = "restated"


class Verdict(StrEnum):
    """What recomputing a claim shows.

    AMBIGUOUS: the wording leaves several readings open. UNDERDETERMINED: it implies
    an unstated figure, so that nothing in the text can contradict it.
    """

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    AMBIGUOUS = "ambiguous"
    UNDERDETERMINED = "underdetermined"


class Severity(StrEnum):
    """How much a false claim matters."""

    NONE = "none"
    ROUNDING = "rounding"
    CONTRADICTION = "contradiction"
    CONCLUSION = "conclusion"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One reading of an ambiguous wording, and the value it implies.

    `name` is "points" or "relative" (or another named reading), `low` and `high`
    the interval that the displayed digits leave for the implied value, `shown` the
    value as a clerk would write it, `fits` whether it agrees with known figures
    (None: nothing is known to compare).
    """

    name: str
    low: Decimal
    high: Decimal
    shown: str
    fits: bool | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A relation among figures of one text, tested on intervals of displayed digits.

    `code` is the check's code (C001 …), `figures` the ids of the figures tied
    together, `arithmetic` the computation spelled out ("50 ÷ 132 = 37,88 %"),
    `arguments` the named values that the message of this verdict is filled with.
    `cause` is the id of the figure that, being wrong, would explain this false claim
    and another one as well; empty where a claim stands alone.
    """

    code: str
    type: ClaimType
    verdict: Verdict
    figures: tuple[str, ...]
    spans: tuple[Span, ...]
    arithmetic: str
    severity: Severity = Severity.NONE
    alternatives: tuple[Alternative, ...] = ()
    arguments: tuple[tuple[str, str], ...] = ()
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger holds for the thing that one figure of a text measures.

    `figure` is the id of a figure in the reading. `plan` is the target of its period,
    `previous` the value of the period that the text compares with, `actual` the value
    of its own period; all in the figure's measure, None where the ledger has nothing.
    """

    figure: str
    plan: Decimal | None = None
    previous: Decimal | None = None
    actual: Decimal | None = None
