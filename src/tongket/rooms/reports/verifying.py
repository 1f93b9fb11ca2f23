"""Verifying a delivered file: by itself, then against the ledger."""

import json
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from tongket.core.composing.arithmetic import disproofs
from tongket.core.nouns.delivered import Delivered, Sealed
from tongket.core.nouns.delivery import Doubt, Verification
from tongket.core.nouns.entry import (
    Aspect,
    Draft,
    Entry,
    EntryKind,
    Source,
    SourceKind,
)
from tongket.core.nouns.figure import Bound
from tongket.core.rendering import facts
from tongket.core.rendering.capsule import NotOurs
from tongket.rooms.ledger import queries as ledger
from tongket.rooms.reports import models, rows
from tongket.rooms.reports.refusals import NotDelivered


def verified(data: bytes, *, with_ledger: bool) -> Verification:
    """Return what a delivered file shows; without a ledger no database is touched.

    Raises NotDelivered when the file carries no facts, or carries them spoilt.
    """
    try:
        inspection = facts.check_delivered(data)
    except NotOurs as error:
        raise NotDelivered(reason=error.reason) from error
    delivered = inspection.delivered
    doubts = [*_of_file(inspection), *_of_arithmetic(delivered)]
    delivery = None
    if with_ledger:
        doubts += _of_ledger(delivered)
        row = models.Delivery.objects.filter(sha256=sha256(data).hexdigest()).first()
        delivery = rows.value_of(row) if row else None
    return Verification(
        title=delivered.origin.title,
        facts=len(delivered.facts),
        entries=len(delivered.entries),
        doubts=tuple(doubts),
        ledger=with_ledger,
        delivery=delivery,
    )


def _of_file(inspection: facts.Inspection) -> Iterator[Doubt]:
    for change in inspection.changed:
        code = "reports_changed" if change.found else "reports_gone"
        yield _doubt(
            code, key=change.key, delivered=change.delivered, found=change.found
        )
    for number in inspection.added:
        yield _doubt("reports_added", breaks=False, number=number)
    for entry in inspection.unsealed:
        yield _doubt("reports_unsealed", entry=str(entry))


def _of_arithmetic(delivered: Delivered) -> Iterator[Doubt]:
    """Yield the facts that the entries inside the file do not give."""
    entries = {sealed.number: _entry(sealed) for sealed in delivered.entries}
    for disproof in disproofs(delivered.facts, entries):
        yield _doubt(
            "reports_miscomputed",
            key=disproof.key,
            text=disproof.text,
            expected=disproof.expected or "–",
        )


def _of_ledger(delivered: Delivered) -> Iterator[Doubt]:
    """Yield the entries that the ledger does not hold as the file does."""
    numbers = tuple(sealed.number for sealed in delivered.entries)
    known = ledger.numbered(numbers)
    for sealed in delivered.entries:
        entry = known.get(sealed.number)
        if entry is None:
            yield _doubt("reports_unknown_entry", entry=str(sealed.number))
        elif entry.hash != sealed.hash:
            yield _doubt("reports_other_entry", entry=str(sealed.number))
        elif entry.replaced_by is not None:
            yield _doubt(
                "reports_superseded",
                breaks=False,
                entry=str(sealed.number),
                by=str(entry.replaced_by),
            )


def _doubt(code: str, *, breaks: bool = True, **arguments: str) -> Doubt:
    return Doubt(code, tuple(arguments.items()), breaks)


def _entry(sealed: Sealed) -> Entry:
    """Return an entry as its sealed payload says; what it lacks is left plain."""
    payload = json.loads(sealed.payload)
    draft = Draft(
        department=payload["department"],
        unit=payload["unit"],
        period=payload["period"],
        indicator=payload["indicator"],
        kind=EntryKind(payload["kind"]),
        value=_amount(payload["value"]),
        displayed=payload["displayed"],
        measure=payload["measure"],
        source=Source(SourceKind(payload["source"]["kind"]), ""),
        aspect=Aspect(payload["aspect"]),
        bound=Bound(payload["bound"]),
        total=_amount(payload["total"]),
        value_max=_amount(payload["value_max"]),
        label=payload["label"],
    )
    return Entry(
        number=sealed.number,
        position=payload["position"],
        draft=draft,
        by=payload["by"],
        at=datetime.fromisoformat(payload["at"]),
        previous_hash=payload["previous_hash"],
        hash=sealed.hash,
    )


def _amount(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None
