"""Between the columns of the ledger and the values of core."""

import json
from decimal import Decimal

from tongket.core.nouns.entry import (
    Aspect,
    Draft,
    Entry,
    EntryKind,
    Source,
    SourceKind,
)
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.span import Span
from tongket.rooms.ledger import models
from tongket.rooms.ledger.seal import amount


def row_of(entry: Entry) -> models.Entry:
    """Return *entry* as a row not yet stored; its number is given when it is."""
    draft, source = entry.draft, entry.draft.source
    return models.Entry(
        department_id=draft.department,
        position=entry.position,
        unit_id=draft.unit,
        period=draft.period,
        indicator=draft.indicator,
        breakdown=written_breakdown(draft.breakdown),
        kind=draft.kind.value,
        aspect=draft.aspect.value,
        value=amount(draft.value) or "",
        value_max=amount(draft.value_max) or "",
        total=amount(draft.total) or "",
        bound=draft.bound.value,
        sign=draft.sign or "",
        displayed=draft.displayed,
        measure=draft.measure,
        label=draft.label,
        source_kind=source.kind.value,
        source_reference=source.reference,
        span_start=source.span.start if source.span else None,
        span_end=source.span.end if source.span else None,
        quote=source.quote,
        by_id=entry.by,
        at=entry.at,
        replaces_id=entry.replaces,
        reason=entry.reason,
        withdrawn=entry.withdrawn,
        previous_hash=entry.previous_hash,
        hash=entry.hash,
    )


def entry_of(row: models.Entry, replaced_by: int | None) -> Entry:
    """Return a stored row as a value; *replaced_by* is the number of its correction."""
    return Entry(
        number=row.number,
        position=row.position,
        draft=draft_of(row),
        by=row.by_id,
        at=row.at,
        previous_hash=row.previous_hash,
        hash=row.hash,
        replaces=row.replaces_id,
        replaced_by=replaced_by,
        reason=row.reason,
        withdrawn=row.withdrawn,
    )


def draft_of(row: models.Entry) -> Draft:
    """Return what a person decided about a stored row."""
    return Draft(
        department=row.department_id,
        unit=row.unit_id,
        period=row.period,
        indicator=row.indicator,
        kind=EntryKind(row.kind),
        value=_decimal(row.value),
        displayed=row.displayed,
        measure=row.measure,
        source=Source(
            kind=SourceKind(row.source_kind),
            reference=row.source_reference,
            span=_span(row.span_start, row.span_end),
            quote=row.quote,
        ),
        breakdown=read_breakdown(row.breakdown),
        aspect=Aspect(row.aspect),
        bound=Bound(row.bound),
        sign=row.sign or None,
        total=_decimal(row.total),
        value_max=_decimal(row.value_max),
        label=row.label,
    )


def written_breakdown(pairs: tuple[tuple[str, str], ...]) -> str:
    """Return breakdown pairs as the column holds them."""
    return json.dumps(
        [list(pair) for pair in pairs], ensure_ascii=False, separators=(",", ":")
    )


def read_breakdown(column: str) -> tuple[tuple[str, str], ...]:
    """Return the breakdown pairs that the column holds."""
    return tuple((name, value) for name, value in json.loads(column))


def _decimal(column: str) -> Decimal | None:
    return Decimal(column) if column else None


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
