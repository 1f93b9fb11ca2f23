"""Checkpoints: one seal over the heads of all chains, chained to the seal before."""

import json
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from tongket.content.refusal import Refusal
from tongket.core.nouns.seal import NOTHING_BEFORE, Checkpoint
from tongket.rooms.ledger import models, seal

Heads = list[list[Any]]


class NothingToSeal(Refusal):
    """The ledger has no entry yet."""

    code = "ledger_nothing_to_seal"


def append(*, by: str, at: datetime) -> Checkpoint:
    """Append a checkpoint, or return the last one when it still says all there is."""
    heads = current_heads()
    if not heads:
        raise NothingToSeal
    last = models.Checkpoint.objects.order_by("-number").first()
    if last is not None and json.loads(last.heads) == heads:
        return checkpoint_of(last)
    number, previous = (last.number + 1, last.hash) if last else (1, NOTHING_BEFORE)
    payload = seal.checkpoint_payload(number, heads, previous, by=by, at=at)
    row = models.Checkpoint(
        number=number,
        heads=json.dumps(heads, ensure_ascii=False),
        by_id=by,
        at=at,
        previous_hash=previous,
        hash=seal.seal(seal.canonical(payload)),
    )
    row.save(force_insert=True)
    return checkpoint_of(row)


def current_heads() -> Heads:
    """Return [department, position, number, hash] of every chain's last entry.

    One statement, so that all heads are of one moment.
    """
    last = models.Entry.objects.filter(department=OuterRef("pk")).order_by("-position")
    heads = models.Entry.objects.filter(
        number__in=models.Chain.objects.values(last=Subquery(last.values("number")[:1]))
    ).values_list("department_id", "position", "number", "hash")
    return sorted(list(head) for head in heads)


def heads_of(row: models.Checkpoint) -> Heads:
    """Return the heads that a checkpoint sealed."""
    heads: Heads = json.loads(row.heads)
    return heads


def checkpoint_of(row: models.Checkpoint) -> Checkpoint:
    """Return a stored checkpoint as a value."""
    heads = heads_of(row)
    return Checkpoint(
        number=row.number,
        chains=len(heads),
        entries=sum(position for _, position, _, _ in heads),
        by=row.by_id,
        at=row.at,
        previous_hash=row.previous_hash,
        hash=row.hash,
    )
