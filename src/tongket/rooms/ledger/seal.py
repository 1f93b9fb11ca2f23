"""The seal of an entry: SHA-256 over canonical JSON that holds the seal before it.

Everything sealed can be moved to another installation and still be verified there: an
entry is known by its department and position, never by its number, and what it
corrects is named by position too.
"""

from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

import rfc8785

from tongket.core.nouns.entry import Entry
from tongket.core.nouns.span import Span

FORM = 1
"""Raised by one whenever the fields of a payload change; old entries keep theirs."""

Payload = dict[str, Any]


def entry_payload(entry: Entry, replaces: int | None) -> Payload:
    """Return everything that the seal of *entry* covers.

    *replaces* is the position of the corrected entry in the same chain.
    """
    draft, source = entry.draft, entry.draft.source
    return {
        "form": FORM,
        "department": draft.department,
        "position": entry.position,
        "unit": draft.unit,
        "period": draft.period,
        "indicator": draft.indicator,
        "breakdown": [list(pair) for pair in draft.breakdown],
        "kind": draft.kind.value,
        "aspect": draft.aspect.value,
        "value": amount(draft.value),
        "value_max": amount(draft.value_max),
        "total": amount(draft.total),
        "bound": draft.bound.value,
        "sign": draft.sign or "",
        "displayed": draft.displayed,
        "measure": draft.measure,
        "label": draft.label,
        "source": {
            "kind": source.kind.value,
            "reference": source.reference,
            "span": bounds(source.span),
            "quote": source.quote,
        },
        "by": entry.by,
        "at": moment(entry.at),
        "replaces": replaces,
        "reason": entry.reason,
        "withdrawn": entry.withdrawn,
        "previous_hash": entry.previous_hash,
    }


def checkpoint_payload(
    number: int,
    heads: list[list[Any]],
    previous_hash: str,
    *,
    by: str,
    at: datetime,
) -> Payload:
    """Return everything that the seal of a checkpoint covers.

    *heads* are [department, position, number, hash] of the last entry of each chain,
    in the order of the departments' codes.
    """
    return {
        "form": FORM,
        "checkpoint": number,
        "heads": heads,
        "by": by,
        "at": moment(at),
        "previous_hash": previous_hash,
    }


def canonical(payload: Payload) -> str:
    """Return *payload* as canonical JSON (RFC 8785)."""
    return rfc8785.dumps(payload).decode()


def seal(canonical_payload: str) -> str:
    """Return the SHA-256 of a canonical payload, as hexadecimal digits."""
    return sha256(canonical_payload.encode()).hexdigest()


def moment(at: datetime) -> str:
    """Return a moment in universal time, to the microsecond.

    >>> from datetime import timedelta, timezone
    >>> moment(datetime(2020, 1, 15, 8, 30, tzinfo=timezone(timedelta(hours=7))))
    '2020-01-15T01:30:00.000000Z'
    """
    if at.tzinfo is None:
        raise ValueError(f"at={at!r}: a moment needs its time zone")
    universal = at.astimezone(UTC).replace(tzinfo=None)
    return f"{universal.isoformat(timespec='microseconds')}Z"


def amount(value: Decimal | None) -> str | None:
    """Return a number plainly: no exponent, no idle zeros, no minus before zero.

    >>> amount(Decimal("1.10E+12")), amount(Decimal("37.90")), amount(Decimal("-0.0"))
    ('1100000000000', '37.9', '0')
    """
    if value is None:
        return None
    if not value.is_finite():
        raise ValueError(f"{value}: a ledger holds finite numbers only")
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain in {"-0", "0", ""} else plain


def bounds(span: Span | None) -> list[int] | None:
    """Return a span as [start, end]."""
    return None if span is None else [span.start, span.end]
