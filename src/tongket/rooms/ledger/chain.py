"""The chains: one per department, locked by a post, continued link by link."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from tongket.core.nouns.entry import Draft, Entry
from tongket.core.nouns.seal import NOTHING_BEFORE
from tongket.rooms.ledger import models, seal
from tongket.rooms.ledger.drafts import OCCASION, Occasion, once
from tongket.rooms.ledger.rows import row_of


@dataclass(frozen=True, slots=True)
class Head:
    """The last link of a chain; position 0 while nothing was posted."""

    position: int = 0
    hash: str = NOTHING_BEFORE


@dataclass(frozen=True, slots=True)
class Link:
    """What is about to be appended: a draft, or a draft in place of an entry."""

    draft: Draft
    replaces: models.Entry | None = None
    reason: str = ""
    withdrawn: bool = False


def locked(departments: Collection[str], at: datetime) -> dict[str, Head]:
    """Lock the chains of *departments* until the transaction ends; return their heads.

    Two who post into one department wait for each other here; departments do not wait
    for one another. Locks are taken in one order, so that nobody waits in a circle.
    """
    return {department: _locked(department, at) for department in sorted(departments)}


def _locked(department: str, at: datetime) -> Head:
    models.Chain.objects.get_or_create(
        department_id=department, defaults={"opened_at": at}
    )
    # SQLite has no row locks and needs none: its transactions begin by taking the file.
    models.Chain.objects.select_for_update().get(pk=department)
    last = (
        models.Entry.objects.filter(department_id=department)
        .order_by("-position")
        .values_list("position", "hash")
        .first()
    )
    return Head(*last) if last else Head()


def append(
    links: Iterable[Link], heads: dict[str, Head], *, by: str, at: datetime
) -> tuple[Entry, ...]:
    """Append *links* to their chains, which the transaction has locked."""
    entries = []
    for link in links:
        entry = _sealed(link, heads[link.draft.department], by=by, at=at)
        heads[link.draft.department] = Head(entry.position, entry.hash)
        entries.append(entry)
    with transaction.atomic():
        rows = models.Entry.objects.bulk_create(row_of(entry) for entry in entries)
    return tuple(
        replace(entry, number=row.number)
        for entry, row in zip(entries, rows, strict=True)
    )


def _sealed(link: Link, head: Head, *, by: str, at: datetime) -> Entry:
    entry = Entry(
        number=0,
        position=head.position + 1,
        draft=link.draft,
        by=by,
        at=at,
        previous_hash=head.hash,
        hash="",
        replaces=link.replaces.number if link.replaces else None,
        reason=link.reason,
        withdrawn=link.withdrawn,
    )
    corrected = link.replaces.position if link.replaces else None
    return replace(
        entry, hash=seal.seal(seal.canonical(seal.entry_payload(entry, corrected)))
    )


def standing(drafts: Sequence[Draft]) -> dict[Occasion, int]:
    """Return the numbers of the entries that stand for the occasions of *drafts*."""
    rows = models.Entry.objects.filter(
        department_id__in={draft.department for draft in drafts},
        indicator__in={draft.indicator for draft in drafts},
        source_reference__in={draft.source.reference for draft in drafts},
        corrections__isnull=True,
        withdrawn=False,
    )
    found = rows.values_list(*OCCASION, "number").iterator()
    return {once(row[:-1]): row[-1] for row in found}
