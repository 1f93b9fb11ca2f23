"""A figure: one number read in a text, with its place and what it says."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tongket.core.nouns.indicator import Suggestion
from tongket.core.nouns.span import Span


class Kind(StrEnum):
    """What sort of quantity a figure is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    DURATION = "duration"
    RANK = "rank"


class Bound(StrEnum):
    """How the words around a figure limit it ("hơn", "gần", "dưới")."""

    EXACT = "exact"
    APPROX = "approx"
    MORE = "more"
    LESS = "less"
    VAGUE = "vague"


class Role(StrEnum):
    """What a figure does in its sentence."""

    RESULT = "result"
    TARGET = "target"
    CUMULATIVE = "cumulative"
    PREVIOUS = "previous"
    CHANGE = "change"
    GAP = "gap"
    SHARE = "share"
    PART = "part"


class Step(NamedTuple):
    """One step of a derivation: the rule that spoke, and the words it went by.

    `rule` is the rule's name (a key of content/messages), `words` the verbatim
    stretch of the text, `gave` what the rule decided, in the notation of the field.
    """

    rule: str
    words: str
    gave: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One number read in a text, with its span.

    `value`, `value_max` (upper end of a range) and `total` (whole of a pair such as
    50/132) are exact and have the money scale multiplied in; `value` is None when the
    text is vague. `measure` is what is counted or measured (đơn vị tính), lower-cased
    as written. `quantum` is the worth of one unit of the last displayed digit, in the
    same measure ("19,07%" → 0.01, "1.100 tỷ" → 1000000000); None when vague.
    `of` names the figure that a change, gap, share, part, previous or cumulative
    figure belongs to. `sign` is "+", "-" or "=" for change and gap. `period` is set
    only where the text ties the figure to another time than the report's own.
    `optional` marks a bare size or scope count that a reader may leave out.
    `certainty` is between 0 and 1: how plainly the text says all this.
    """

    id: str
    span: Span
    text: str
    kind: Kind
    value: Decimal | None
    measure: str
    bound: Bound = Bound.EXACT
    subject: str = ""
    section: tuple[str, ...] = ()
    role: Role = Role.RESULT
    value_max: Decimal | None = None
    total: Decimal | None = None
    of: str | None = None
    sign: str | None = None
    period: str | None = None
    quantum: Decimal | None = None
    optional: bool = False
    certainty: Decimal = Decimal(1)
    derivation: tuple[Step, ...] = ()
    indicators: tuple[Suggestion, ...] = ()
