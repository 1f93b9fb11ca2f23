"""Verifying finds the first entry that is not what was sealed, and says how it shows."""

import hashlib
import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import rfc8785
from django.db import connection

from tests.cast import AT, KIEN_GIANG, drafts
from tests.databases import lift_guards
from tongket.core.nouns.seal import Fault
from tongket.rooms.ledger import actions, guards, models, queries, rows, seal


@pytest.fixture(autouse=True)
def posted(a_database: str) -> str:
    """Three entries in Bến Tre, the second corrected, two in Kiên Giang."""
    actions.post(drafts=drafts(3), by="binh", at=AT)
    actions.post(drafts=drafts(2, department=KIEN_GIANG), by="hoa", at=AT)
    corrected = replace(drafts(3)[1], value=Decimal(11))
    actions.correct(entry=2, draft=corrected, reason="đọc nhầm", by="binh", at=AT)
    return a_database


def checkpoint() -> int:
    return actions.checkpoint(by="binh", at=AT).number


def tamper(statement: str, *values: Any) -> None:
    """Do what a database administrator could do: lift the guards, change, lay them."""
    lift_guards(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute(statement, values)
    guards.install(connection)


def reseal(number: int) -> None:
    """Give an entry the seal that fits what now stands in it."""
    payload = queries.proof(number).payload
    tamper(
        "UPDATE ledger_entry SET hash = %s WHERE number = %s",
        seal.seal(payload),
        number,
    )


def test_a_ledger_that_nobody_touched_is_whole() -> None:
    checkpoint()

    found = queries.verify()

    assert found.whole
    assert (found.entries, found.chains, found.checkpoints) == (6, 2, 1)


@pytest.mark.parametrize(
    "change",
    [
        "value = '12'",
        "value_max = '99'",
        "total = '132'",
        "displayed = '12'",
        "measure = 'đề tài'",
        "label = 'khác'",
        'breakdown = \'[["cấp","bộ"]]\'',
        "period = '2018'",
        "indicator = 'NV-002'",
        "unit = 'kien-giang'",
        "kind = 'plan'",
        "aspect = 'gap'",
        "bound = 'more'",
        "sign = '-'",
        "source_kind = 'record'",
        "source_reference = 'khác'",
        "span_start = 0",
        "span_end = 999",
        "quote = '12'",
        "posted_by = 'hoa'",
        "posted_at = '2020-01-16 00:00:00'",
        "reason = 'khác'",
        "withdrawn = NOT withdrawn",
        "replaces = 1",
    ],
)
def test_a_changed_entry_is_named(change: str) -> None:
    tamper(f"UPDATE ledger_entry SET {change} WHERE number = 6")  # noqa: S608 - our own words

    broken = queries.verify().broken

    assert broken is not None
    assert (broken.fault, broken.entry, broken.position) == (Fault.CHANGED, 6, 4)


@pytest.mark.parametrize(
    "change",
    ["breakdown = '[['", "breakdown = '7'", "value = 'nhiều'", "previous_hash = 'f'"],
)
def test_an_entry_that_makes_no_sense_is_named(change: str) -> None:
    tamper(f"UPDATE ledger_entry SET {change} WHERE number = 6")  # noqa: S608 - our own words

    broken = queries.verify().broken

    assert (broken.fault, broken.entry) == (Fault.CHANGED, 6)
    assert not queries.proof(6).holds


def test_a_moment_or_a_span_that_makes_no_sense_is_named(posted: str) -> None:
    if posted == "sqlite":
        # PostgreSQL's own types keep such words out.
        tamper("UPDATE ledger_entry SET posted_at = 'hôm qua' WHERE number = 3")
        tamper(
            "UPDATE ledger_entry SET span_start = 'x', span_end = 'y' WHERE number = 6"
        )
    else:
        tamper("UPDATE ledger_entry SET posted_at = now() WHERE number = 3")

    assert queries.verify().broken.entry == 3


def test_a_deleted_entry_is_missed() -> None:
    tamper("DELETE FROM ledger_entry WHERE number = 3")

    broken = queries.verify().broken

    assert (broken.fault, broken.position, broken.before) == (Fault.MISSING, 3, 2)
    assert (broken.entry, broken.found) == (6, "4")


def test_an_entry_that_was_sealed_anew_does_not_fit_the_next() -> None:
    tamper("UPDATE ledger_entry SET value = '12' WHERE number = 1")
    reseal(1)

    broken = queries.verify().broken

    assert (broken.fault, broken.entry, broken.before) == (Fault.UNLINKED, 2, 1)


def test_the_last_entry_sealed_anew_does_not_fit_the_checkpoint() -> None:
    number = checkpoint()
    tamper("UPDATE ledger_entry SET value = '12' WHERE number = 6")
    reseal(6)

    broken = queries.verify().broken

    assert (broken.fault, broken.entry) == (Fault.REWRITTEN, 6)
    assert broken.checkpoint == number


def test_a_chain_cut_short_is_missed_by_the_checkpoint() -> None:
    number = checkpoint()
    tamper("DELETE FROM ledger_entry WHERE number = 5")

    broken = queries.verify().broken

    assert (broken.fault, broken.entry) == (Fault.CUT, 5)
    assert (broken.department, broken.checkpoint) == (KIEN_GIANG, number)


def test_entries_that_changed_their_numbers_are_seen() -> None:
    tamper("UPDATE ledger_entry SET number = 40 WHERE number = 4")

    broken = queries.verify().broken

    assert (broken.fault, broken.entry) == (Fault.RENUMBERED, 5)


@pytest.mark.parametrize(
    "change",
    [
        "heads = '[]'",
        "heads = '[['",
        "sealed_by = 'hoa'",
        "sealed_at = '2020-01-16 00:00:00'",
    ],
)
def test_a_changed_checkpoint_is_named(change: str) -> None:
    checkpoint()
    tamper(f"UPDATE ledger_checkpoint SET {change}")  # noqa: S608 - our own words

    broken = queries.verify().broken

    assert (broken.fault, broken.checkpoint) == (Fault.CHECKPOINT_CHANGED, 1)


def test_a_deleted_checkpoint_is_missed() -> None:
    checkpoint()
    actions.post(drafts=drafts(1, start=8), by="binh", at=AT)
    checkpoint()
    tamper("DELETE FROM ledger_checkpoint WHERE number = 1")

    broken = queries.verify().broken

    assert (broken.fault, broken.checkpoint) == (Fault.CHECKPOINT_MISSING, 1)


def test_a_checkpoint_put_in_anothers_place_does_not_fit_the_next() -> None:
    checkpoint()
    actions.post(drafts=drafts(1, start=8), by="binh", at=AT)
    checkpoint()
    later = AT + timedelta(days=1)
    first = models.Checkpoint.objects.get(pk=1)
    payload = seal.checkpoint_payload(
        1, json.loads(first.heads), first.previous_hash, by="binh", at=later
    )
    tamper(
        "UPDATE ledger_checkpoint SET sealed_at = %s, hash = %s WHERE number = 1",
        later.strftime("%Y-%m-%d %H:%M:%S+00:00"),
        seal.seal(seal.canonical(payload)),
    )

    broken = queries.verify().broken

    assert (broken.fault, broken.checkpoint) == (Fault.CHECKPOINT_UNLINKED, 2)


def test_every_break_is_told_in_both_languages() -> None:
    tamper("DELETE FROM ledger_entry WHERE number = 3")
    broken = queries.verify().broken

    for fault in Fault:
        for language in ("vi", "en"):
            sentence = queries.broken_sentence(replace(broken, fault=fault), language)
            assert len(sentence.split()) > 8
            assert "{" not in sentence


def test_the_sentence_shows_the_beginning_of_each_hash() -> None:
    tamper("UPDATE ledger_entry SET value = '12' WHERE number = 6")

    broken = queries.verify().broken
    sentence = queries.broken_sentence(broken, "vi")

    assert f"{broken.expected[:12]}…" in sentence
    assert f"{broken.found[:12]}…" in sentence
    assert "Dòng 6 (sổ «ben-tre», vị trí 4)" in sentence


def test_the_proof_can_be_recomputed_with_other_tools() -> None:
    proof = queries.proof(6)

    assert hashlib.sha256(proof.payload.encode()).hexdigest() == proof.hash
    assert rfc8785.dumps(json.loads(proof.payload)).decode() == proof.payload
    assert json.loads(proof.payload)["previous_hash"] == queries.entry(3).hash


def test_the_proof_of_a_changed_entry_does_not_hold() -> None:
    assert queries.proof(1).holds

    tamper("UPDATE ledger_entry SET value = '12' WHERE number = 1")

    assert not queries.proof(1).holds


def test_the_proof_names_the_first_checkpoint_that_covers_the_entry() -> None:
    uncovered = queries.proof(1).checkpoint
    checkpoint()
    actions.post(drafts=drafts(1, start=8), by="binh", at=AT)
    checkpoint()

    assert (uncovered, queries.proof(1).checkpoint, queries.proof(7).checkpoint) == (
        None,
        1,
        2,
    )


def test_sealing_again_without_new_entries_gives_the_same_checkpoint() -> None:
    assert checkpoint() == checkpoint() == 1


def test_rows_come_back_as_they_were_sealed() -> None:
    for row in models.Entry.objects.all():
        entry = rows.entry_of(row, None)
        again = rows.row_of(entry)
        assert (again.value, again.breakdown) == (row.value, row.breakdown)
