"""The writing face of the ledger: append, correct, withdraw, seal.

Every verb is one transaction: all of it stands, or nothing does. What is refused is
refused by a named exception that says what to do.
"""

import logging
from collections.abc import Sequence
from datetime import datetime
from unicodedata import normalize

from django.db import IntegrityError, connection, transaction

from tongket.content.refusal import Refusal
from tongket.core.nouns.entry import Draft, Entry
from tongket.core.nouns.seal import Checkpoint
from tongket.rooms.ledger import chain, guards, models, queries, rows, sealing
from tongket.rooms.ledger import drafts as drafting
from tongket.rooms.people import queries as people

NotADepartment = drafting.NotADepartment
NotOfDepartment = drafting.NotOfDepartment
NotWritable = drafting.NotWritable
NoSuchEntry = queries.NoSuchEntry
UnknownIndicator = drafting.UnknownIndicator
UnknownUnit = drafting.UnknownUnit
NothingToSeal = sealing.NothingToSeal

SEALING_ATTEMPTS = 5

_log = logging.getLogger("tongket.ledger")


class AlreadyPosted(Refusal):
    """The same words of the same source already stand for the same thing."""

    code = "ledger_already_posted"


class AlreadyCorrected(Refusal):
    """The entry was corrected before; only the entry that stands can be corrected."""

    code = "ledger_already_corrected"


class AlreadyWithdrawn(Refusal):
    """The entry is a withdrawal: nothing stands there that could be corrected."""

    code = "ledger_already_withdrawn"


class NoReason(Refusal):
    """A correction or withdrawal was asked for without a reason."""

    code = "ledger_no_reason"


class OtherChain(Refusal):
    """A correction names another department than the entry that it corrects."""

    code = "ledger_other_chain"


class UnknownSigner(Refusal):
    """Nobody has that account, or the account is closed."""

    code = "ledger_unknown_signer"


def post(*, drafts: Sequence[Draft], by: str, at: datetime) -> tuple[Entry, ...]:
    """Append *drafts* to their departments' chains, in the order given.

    Raises AlreadyPosted when a draft's source already stands for the same thing (or
    stands twice among the drafts), UnknownSigner, and what `drafts.settled` raises.
    """
    settled = drafting.settled(drafts)
    with transaction.atomic():
        _check_signature(by, at)
        heads = chain.locked({draft.department for draft in settled}, at)
        _refuse_repeated(settled)
        return chain.append(map(chain.Link, settled), heads, by=by, at=at)


def correct(*, entry: int, draft: Draft, reason: str, by: str, at: datetime) -> Entry:
    """Append an entry that stands in the place of *entry*; both stay readable.

    Raises NoSuchEntry, AlreadyCorrected, AlreadyWithdrawn, NoReason, OtherChain when
    the draft is of another department, and what `post` raises.
    """
    (settled,) = drafting.settled([draft])
    with transaction.atomic():
        _check_signature(by, at)
        old, heads = _opened(entry, at)
        if settled.department != old.department_id:
            raise OtherChain(
                entry=entry, department=old.department_id, found=settled.department
            )
        _refuse_repeated([settled], besides=entry)
        link = chain.Link(settled, replaces=old, reason=_given(reason, entry))
        return chain.append([link], heads, by=by, at=at)[0]


def withdraw(*, entry: int, reason: str, by: str, at: datetime) -> Entry:
    """Append an entry that takes the value of *entry* back and puts none in its place.

    Raises NoSuchEntry, AlreadyCorrected, AlreadyWithdrawn, NoReason, UnknownSigner.
    """
    with transaction.atomic():
        _check_signature(by, at)
        old, heads = _opened(entry, at)
        link = chain.Link(
            rows.draft_of(old),
            replaces=old,
            reason=_given(reason, entry),
            withdrawn=True,
        )
        return chain.append([link], heads, by=by, at=at)[0]


def checkpoint(*, by: str, at: datetime) -> Checkpoint:
    """Seal the heads of all chains; when nothing was posted since, return the last.

    Raises NothingToSeal for an empty ledger, UnknownSigner.
    """
    _check_signature(by, at)
    for attempt in range(SEALING_ATTEMPTS):
        try:
            with transaction.atomic():
                return sealing.append(by=by, at=at)
        except IntegrityError:
            # Somebody sealed at the same moment: seal what stands after theirs.
            if attempt == SEALING_ATTEMPTS - 1:
                raise
    raise AssertionError("the last attempt returns or raises")


def guard(*, by: str, at: datetime) -> tuple[str, ...]:
    """Lay the triggers that the database lacks, and return their names.

    Called at every start: a copy of the tables made without triggers, or an upgrade of
    them, leaves the ledger open until then. Who found them missing is logged.
    """
    missing = guards.missing()
    if missing:
        with transaction.atomic():
            guards.install(connection)
        _log.warning("%s, %s: laid %s again", at.isoformat(), by, ", ".join(missing))
    return missing


def _check_signature(by: str, at: datetime) -> None:
    if at.tzinfo is None:
        raise ValueError(f"at={at!r}: a moment needs its time zone")
    signer = people.person(by)
    if signer is None or not signer.active:
        raise UnknownSigner(by=by)


def _opened(number: int, at: datetime) -> tuple[models.Entry, dict[str, chain.Head]]:
    """Return an entry that stands, with its chain locked."""
    old = models.Entry.objects.filter(pk=number).first()
    if old is None:
        raise NoSuchEntry(entry=number)
    heads = chain.locked([old.department_id], at)
    # Looked at with the chain locked: nobody else can correct it from here on.
    later = models.Entry.objects.filter(replaces=old).first()
    if later is not None:
        raise AlreadyCorrected(entry=number, by=later.number)
    if old.withdrawn:
        raise AlreadyWithdrawn(entry=number)
    return old, heads


def _given(reason: str, entry: int) -> str:
    words = normalize("NFC", reason).strip()
    if not words:
        raise NoReason(entry=entry)
    drafting.demand_length("reason", words)
    return words


def _refuse_repeated(drafts: Sequence[Draft], besides: int | None = None) -> None:
    standing = chain.standing(drafts)
    seen: set[drafting.Occasion] = set()
    for draft in drafts:
        occasion = drafting.occasion(draft)
        number = standing.get(occasion)
        if occasion in seen or number not in {None, besides}:
            raise AlreadyPosted(
                displayed=draft.displayed,
                indicator=draft.indicator,
                period=draft.period,
                entry=number or "—",
            )
        seen.add(occasion)
