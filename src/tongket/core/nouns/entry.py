"""An entry: one appended row of the ledger (dòng sổ)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from tongket.core.nouns.figure import Bound
from tongket.core.nouns.span import Span


class EntryKind(StrEnum):
    """At which stage of the cycle a value stands."""

    PLAN = "plan"
    ACTUAL = "actual"
    ESTIMATE = "estimate"
    CUMULATIVE = "cumulative"


class Aspect(StrEnum):
    """What the value says of its indicator: its level, or a comparison of levels.

    LEVEL is the amount itself; CHANGE by how much it rose or fell against an earlier
    period; GAP its distance from, or achievement of, a target; SHARE the percentage
    that it is of a whole. Only levels enter totals and charts.
    """

    LEVEL = "level"
    CHANGE = "change"
    GAP = "gap"
    SHARE = "share"


class SourceKind(StrEnum):
    """Where a value was taken from."""

    DOCUMENT = "document"
    RECORD = "record"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value was taken from, exactly.

    `reference` is the SHA-256 of a document, the key of a record, or the account
    name of a person; `span` and `quote` (the verbatim words of the number) are set
    for a document.
    """

    kind: SourceKind
    reference: str
    span: Span | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is about to be posted: everything a person decides about an entry.

    `department` names the chain, `unit` who the value is about (the department
    itself or a unit of it), `displayed` keeps the digits as they stood, `total` and
    `value_max` are the whole of a pair and the upper end of a range. `value` is None
    only when `bound` is vague.
    """

    department: str
    unit: str
    period: str
    indicator: str
    kind: EntryKind
    value: Decimal | None
    displayed: str
    measure: str
    source: Source
    breakdown: tuple[tuple[str, str], ...] = ()
    aspect: Aspect = Aspect.LEVEL
    bound: Bound = Bound.EXACT
    sign: str | None = None
    total: Decimal | None = None
    value_max: Decimal | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One appended row of the ledger, as it was posted and sealed.

    `number` counts from 1 over the whole ledger, `position` from 1 within the
    department's chain. `replaces` is the number of the entry that this one corrects,
    with the `reason`; `withdrawn` marks a correction that takes the value back
    without putting another in its place. `hash` seals the canonical JSON of all
    fields with `previous_hash`.
    """

    number: int
    position: int
    draft: Draft
    by: str
    at: datetime
    previous_hash: str
    hash: str
    replaces: int | None = None
    replaced_by: int | None = None
    reason: str = ""
    withdrawn: bool = False
