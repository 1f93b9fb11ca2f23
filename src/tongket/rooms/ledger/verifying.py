"""Verifying the ledger: every seal recomputed, every link followed, once, in order."""

from dataclasses import dataclass, field

from tongket.core.nouns.seal import (
    NOTHING_BEFORE,
    Break,
    Checkpoint,
    Fault,
    Soundness,
)
from tongket.rooms.ledger import models, seal, sealing
from tongket.rooms.ledger.columns import CHUNK, Columns, every_row, recomputed


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
        found = _recomputed(row)
        if found != row.hash:
            return seen, Break(
                Fault.CHECKPOINT_CHANGED,
                checkpoint=row.number,
                expected=row.hash,
                found=found,
            )
        if row.previous_hash != previous:
            return seen, Break(
                Fault.CHECKPOINT_UNLINKED,
                checkpoint=row.number,
                expected=previous,
                found=row.previous_hash,
            )
        for department, position, number, sealed in sealing.heads_of(row):
            walk.heads.setdefault((department, position), (number, sealed, row.number))
        seen.append(sealing.checkpoint_of(row))
    return seen, None


def _recomputed(row: models.Checkpoint) -> str:
    """Return the seal that a checkpoint gives now, "" when it makes no sense."""
    try:
        payload = seal.checkpoint_payload(
            row.number,
            sealing.heads_of(row),
            row.previous_hash,
            by=row.by_id,
            at=row.at,
        )
        return seal.seal(seal.canonical(payload))
    except (ValueError, TypeError, AttributeError):
        # Heads that are no JSON, a moment that is none: somebody wrote them by hand.
        return ""


def _entries(walk: _Walk) -> Break | None:
    """Follow every chain; return the first entry that is not what was sealed."""
    for row in every_row():
        broken = _follow(walk, row)
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
    found = recomputed(row)
    if found != row.hash:
        return Fault.CHANGED, row.hash, found
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
