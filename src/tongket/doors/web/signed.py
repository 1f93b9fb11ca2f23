"""Entries with the full names of those who posted them."""

from collections.abc import Iterable
from dataclasses import dataclass

from tongket.core.nouns.entry import Entry
from tongket.rooms.people import queries as people


@dataclass(frozen=True, slots=True)
class Signed:
    """An entry, and what its signer is called."""

    entry: Entry
    signer: str


def signed(entries: Iterable[Entry]) -> tuple[Signed, ...]:
    """Return *entries* with their signers' names; each name is asked for once."""
    known = tuple(entries)
    names = {username: name_of(username) for username in {each.by for each in known}}
    return tuple(Signed(entry, names[entry.by]) for entry in known)


def name_of(username: str) -> str:
    """Return what an account's owner is called."""
    person = people.person(username)
    return person.full_name if person else username
