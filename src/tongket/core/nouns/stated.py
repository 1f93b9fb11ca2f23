"""A stated value: what one document says of one indicator, to be held beside others."""

from dataclasses import dataclass
from decimal import Decimal

from tongket.core.nouns.claim import Severity
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.period import Period
from tongket.core.nouns.span import Span


@dataclass(frozen=True, slots=True)
class Stated:
    """The value that one document states for one thing.

    The thing is `indicator` (its code) with `breakdown`, of the unit `unit`, over
    `period` (whose `window` tells which days the name covers), `stage` being what is
    stated of it: "plan", "actual", "estimate" or "cumulative". `value` is in
    `measure`, `quantum` the worth of its last displayed digit, `document` names the
    document (a title or a SHA-256) and `span` the place of the number in it. `adds_up`
    says that values of shorter periods add up to those of longer ones (flows do,
    stocks, ranks and ratios do not), and those of units to that of the unit above
    them, whose code is `parent`.
    """

    indicator: str
    unit: str
    period: Period
    value: Decimal
    measure: str
    document: str
    span: Span
    quantum: Decimal = Decimal(1)
    breakdown: tuple[tuple[str, str], ...] = ()
    stage: str = "actual"
    adds_up: bool = False
    bound: Bound = Bound.EXACT
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two documents that state different values for the same thing.

    `gap` is the second value less the first. `explanation` is the key of the message
    that may account for it without an error ("window": the two periods have the same
    name and cover other days), or that tells what was added up ("sum": `first` is the
    last of the periods that make up that of `second`; "units": the last of the units
    below that of `second`), and is empty otherwise. `code` is the code of the check;
    `arithmetic` spells the comparison out.
    """

    code: str
    first: Stated
    second: Stated
    gap: Decimal
    severity: Severity
    arithmetic: str
    explanation: str = ""
