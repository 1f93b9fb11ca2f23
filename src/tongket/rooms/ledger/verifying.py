"""Verifying the ledger: every seal recomputed, every link followed, once, in order."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from tongket.core.nouns.seal import (
    NOTHING_BEFORE,
    Break,
    Checkpoint,
    Fault,
    Soundness,
)
from tongket.rooms.ledger import models, seal, sealing

CHUNK = 5_000

# Canonical JSON for payloads, whose keys are plain letters and whose numbers are small
# whole ones, is what the standard library writes in C; a test holds it to rfc8785.
_write = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
).encode


class Columns(NamedTuple):
    """One entry as it stands in the table; amounts are text, "" for none."""

    number: int
    department: str
    position: int
    replaces: int | None
    corrected_in: str | None
    hash: str
    previous_hash: str
    unit: str
    period: str
    indicator: str
    breakdown: str
    kind: str
    aspect: str
    value: str
    value_max: str
    total: str
    bound: str
    sign: str
    displayed: str
    measure: str
    label: str
    source_kind: str
    source_reference: str
    span_start: int | None
    span_end: int | None
    quote: str
    by: str
    at: datetime
    reason: str
    withdrawn: bool


# Where a column is called otherwise than here, or stands in the corrected entry.
_NAMES = {
    "department": "department_id",
    "replaces": "replaces__position",
    "corrected_in": "replaces__department_id",
    "unit": "unit_id",
    "by": "by_id",
}
COLUMNS = tuple(_NAMES.get(name, name) for name in Columns._fields)


@dataclass(slots=True)
class _Walk:
    """How far the ledger was read, and the last link seen."""

    department: str = ""
    position: int = 0
    number: int = 0
    hash: str = NOTHING_BEFORE
    entries: int = 0
    chains: int = 0
    heads: dict[tuple[str, int], tuple[int, str, int]] = field(default_factory=dict)


def verify() -> Soundness:
    """Return whether the ledger is whole, or the first place where it is not."""
    walk = _Walk()
    checkpoints, broken = _checkpoints(walk)
    broken = broken or _entries(walk) or _cut(walk)
    return Soundness(
        entries=walk.entries,
        chains=walk.chains,
        checkpoints=len(checkpoints),
        head=checkpoints[-1].hash if checkpoints else "",
        broken=broken,
    )


def _checkpoints(walk: _Walk) -> tuple[list[Checkpoint], Break | None]:
    """Return the checkpoints up to the first broken one; note the heads they seal."""
    seen: list[Checkpoint] = []
    for row in models.Checkpoint.objects.order_by("number").iterator(CHUNK):
        expected = len(seen) + 1
        previous = seen[-1].hash if seen else NOTHING_BEFORE
        if row.number != expected:
            return seen, Break(
                Fault.CHECKPOINT_MISSING,
                checkpoint=expected,
                found=str(row.number),
            )
        heads = sealing.heads_of(row)
        payload = seal.checkpoint_payload(
            row.number, heads, row.previous_hash, by=row.by_id, at=row.at
        )
        recomputed = seal.seal(seal.canonical(payload))
        if recomputed != row.hash:
            return seen, Break(
                Fault.CHECKPOINT_CHANGED,
                checkpoint=row.number,
                expected=row.hash,
                found=recomputed,
            )
        if row.previous_hash != previous:
            return seen, Break(
                Fault.CHECKPOINT_UNLINKED,
                checkpoint=row.number,
                expected=previous,
                found=row.previous_hash,
            )
        for department, position, number, sealed in heads:
            walk.heads.setdefault((department, position), (number, sealed, row.number))
        seen.append(sealing.checkpoint_of(row))
    return seen, None


def _entries(walk: _Walk) -> Break | None:
    """Follow every chain; return the first entry that is not what was sealed."""
    rows = (
        models.Entry.objects.order_by("department_id", "position")
        .values_list(*COLUMNS)
        .iterator(CHUNK)
    )
    for row in rows:
        broken = _follow(walk, Columns._make(row))
        if broken is not None:
            return broken
    return None


def _follow(walk: _Walk, row: Columns) -> Break | None:
    """Take one entry: its place, its seal, its link, its number, its checkpoint."""
    if row.department != walk.department:
        walk.department, walk.chains = row.department, walk.chains + 1
        walk.position, walk.number, walk.hash = 0, 0, NOTHING_BEFORE
    fault, expected, found = _fault(walk, row)
    if fault is not None:
        return Break(
            fault,
            department=row.department,
            position=walk.position + 1,
            entry=row.number,
            before=walk.number or None,
            expected=expected,
            found=found,
        )
    walk.position, walk.number, walk.hash = row.position, row.number, row.hash
    walk.entries += 1
    return _rewritten(walk, row)


def _fault(walk: _Walk, row: Columns) -> tuple[Fault | None, str, str]:
    """Return what is wrong with one entry, what was expected and what was found."""
    if row.position != walk.position + 1:
        return Fault.MISSING, str(walk.position + 1), str(row.position)
    recomputed = _recomputed(row)
    if recomputed != row.hash:
        return Fault.CHANGED, row.hash, recomputed
    if row.previous_hash != walk.hash:
        return Fault.UNLINKED, walk.hash, row.previous_hash
    if row.number <= walk.number or row.corrected_in not in {None, row.department}:
        return Fault.RENUMBERED, str(walk.number), str(row.number)
    return None, "", ""


def _rewritten(walk: _Walk, row: Columns) -> Break | None:
    """Return a break when a checkpoint sealed another entry in this place."""
    sealed = walk.heads.pop((row.department, row.position), None)
    if sealed is None or sealed[:2] == (row.number, row.hash):
        return None
    return Break(
        Fault.REWRITTEN,
        department=row.department,
        position=row.position,
        entry=row.number,
        checkpoint=sealed[2],
        expected=sealed[1],
        found=row.hash,
    )


def _cut(walk: _Walk) -> Break | None:
    """Return a break when a checkpoint sealed an entry that is no longer there."""
    for (department, position), (number, sealed, checkpoint) in walk.heads.items():
        return Break(
            Fault.CUT,
            department=department,
            position=position,
            entry=number,
            checkpoint=checkpoint,
            expected=sealed,
        )
    return None


def _recomputed(row: Columns) -> str:
    """Return the seal of a row, by the fast writer, by the reference one in doubt."""
    payload = _payload(row)
    quick = sha256(_write(payload).encode()).hexdigest()
    return quick if quick == row.hash else seal.seal(seal.canonical(payload))


def _payload(row: Columns) -> seal.Payload:
    """Return the payload of `seal.entry_payload`, from columns as they stand."""
    return {
        "form": seal.FORM,
        "department": row.department,
        "position": row.position,
        "unit": row.unit,
        "period": row.period,
        "indicator": row.indicator,
        "breakdown": json.loads(row.breakdown),
        "kind": row.kind,
        "aspect": row.aspect,
        "value": row.value or None,
        "value_max": row.value_max or None,
        "total": row.total or None,
        "bound": row.bound,
        "sign": row.sign,
        "displayed": row.displayed,
        "measure": row.measure,
        "label": row.label,
        "source": {
            "kind": row.source_kind,
            "reference": row.source_reference,
            "span": None if row.span_start is None else [row.span_start, row.span_end],
            "quote": row.quote,
        },
        "by": row.by,
        "at": seal.moment(row.at),
        "replaces": row.replaces,
        "reason": row.reason,
        "withdrawn": row.withdrawn,
        "previous_hash": row.previous_hash,
    }
