"""A seal: what proves that an entry stands as it was posted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

NOTHING_BEFORE = "0" * 64
"""The previous hash of the first link of a chain."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything needed to recompute the seal of one entry with any tool.

    `payload` is the canonical JSON (RFC 8785) whose SHA-256, as hexadecimal digits of
    its UTF-8 bytes, is `hash`; it holds `previous_hash`, the seal of the entry before
    it in the department's chain. `recomputed` is that SHA-256 taken from what stands in
    the ledger now. `checkpoint` is the first checkpoint that covers the entry, None
    while none does.
    """

    number: int
    department: str
    position: int
    payload: str
    previous_hash: str
    hash: str
    recomputed: str
    checkpoint: int | None = None

    @property
    def holds(self) -> bool:
        """Tell whether the entry still gives the hash that it was sealed with."""
        return self.hash == self.recomputed


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A seal over all chains at one moment.

    `number` counts from 1, `chains` and `entries` are how many it covers,
    `previous_hash` is the hash of the checkpoint before it.
    """

    number: int
    chains: int
    entries: int
    by: str
    at: datetime
    previous_hash: str
    hash: str


class Fault(StrEnum):
    """What can be wrong in a ledger; each is a key of content/messages/ledger."""

    CHANGED = "ledger_changed"
    MISSING = "ledger_missing"
    UNLINKED = "ledger_unlinked"
    RENUMBERED = "ledger_renumbered"
    CHECKPOINT_CHANGED = "ledger_checkpoint_changed"
    CHECKPOINT_MISSING = "ledger_checkpoint_missing"
    CHECKPOINT_UNLINKED = "ledger_checkpoint_unlinked"
    CUT = "ledger_cut"
    REWRITTEN = "ledger_rewritten"


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where a ledger is not what was sealed.

    `entry` is the number of the entry concerned, None when the entry is gone; `before`
    the number of the entry before it in its chain; `checkpoint` the number of the
    checkpoint that tells it, or that is itself broken. `expected` and `found` are
    hashes or positions.
    """

    fault: Fault
    department: str = ""
    position: int | None = None
    entry: int | None = None
    before: int | None = None
    checkpoint: int | None = None
    expected: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Soundness:
    """What verifying the whole ledger showed: how much was read, and the first break.

    `head` is the hash of the last checkpoint, empty when there is none.
    """

    entries: int
    chains: int
    checkpoints: int
    head: str = ""
    broken: Break | None = None

    @property
    def whole(self) -> bool:
        """Tell whether every entry and checkpoint stands as it was sealed."""
        return self.broken is None
