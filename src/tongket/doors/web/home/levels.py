"""The levels of entries: which one counts for each thing that they are about."""

from collections.abc import Iterable

from tongket.core.nouns.entry import Aspect, Entry, EntryKind

Key = tuple[str, str, tuple[tuple[str, str], ...]]


def key(entry: Entry) -> Key:
    """Return what an entry is about: unit, indicator and breakdown."""
    return entry.draft.unit, entry.draft.indicator, entry.draft.breakdown


def latest(entries: Iterable[Entry], kind: EntryKind) -> dict[Key, Entry]:
    """Return the last posted level of *kind* for each thing it is about."""
    chosen = [
        entry
        for entry in entries
        if entry.draft.kind is kind
        and entry.draft.aspect is Aspect.LEVEL
        and entry.draft.value is not None
    ]
    return {key(entry): entry for entry in sorted(chosen, key=lambda each: each.number)}


def came(entries: Iterable[Entry]) -> dict[Key, Entry]:
    """Return what came of each thing: the actual level, else its estimate."""
    known = list(entries)
    return {**latest(known, EntryKind.ESTIMATE), **latest(known, EntryKind.ACTUAL)}
