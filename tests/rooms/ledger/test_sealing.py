"""A seal comes out the same whoever computes it, on whichever database."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from tests import databases
from tests.cast import ACCEPTED, AT, KIEN_GIANG, drafts
from tongket.core.nouns.entry import Aspect, Entry, EntryKind, Source, SourceKind
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.seal import NOTHING_BEFORE
from tongket.core.nouns.span import Span
from tongket.rooms.ledger import actions, columns, queries, rows, seal

# Any text that can be stored: no NUL, no half of a surrogate pair.
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=6)
sealed = st.builds(
    Entry,
    number=st.just(0),
    position=st.integers(1, 2**40),
    draft=st.builds(
        replace,
        st.just(ACCEPTED),
        kind=st.sampled_from(EntryKind),
        aspect=st.sampled_from(Aspect),
        bound=st.sampled_from(Bound),
        value=st.none() | numbers,
        value_max=st.none() | numbers,
        total=st.none() | numbers,
        sign=st.sampled_from([None, "+", "-", "="]),
        displayed=words,
        measure=words,
        label=words,
        breakdown=st.lists(st.tuples(words, words)).map(tuple),
        source=st.builds(
            Source,
            st.sampled_from(SourceKind),
            words,
            st.none() | st.builds(Span, st.integers(0, 99), st.integers(100, 2**31)),
            words,
        ),
    ),
    by=st.just("binh"),
    at=st.datetimes(timezones=st.just(UTC)),
    previous_hash=st.just(NOTHING_BEFORE),
    hash=st.just(""),
    replaces=st.none(),
    reason=words,
    withdrawn=st.booleans(),
)


def standing(entry: Entry) -> columns.Columns:
    """Return the columns that stand in the table once *entry* is posted."""
    row = rows.row_of(entry)
    row.moment = entry.at.isoformat(sep=" ")
    row.replaces__position = row.replaces__department_id = None
    return columns.Columns._make(getattr(row, name) for name in columns.NAMES)


@given(sealed)
def test_the_fast_writer_writes_what_the_reference_writes(entry: Entry) -> None:
    payload = seal.entry_payload(entry, None)

    assert columns.written(standing(entry)).encode() == rfc8785.dumps(payload)


@given(sealed)
def test_columns_give_the_payload_that_the_entry_was_sealed_with(entry: Entry) -> None:
    assert columns.payload(standing(entry)) == seal.entry_payload(entry, None)


@given(sealed)
def test_an_entry_survives_its_columns(entry: Entry) -> None:
    row = rows.row_of(entry)
    row.number = entry.number

    assert rows.entry_of(row, None) == entry


@given(numbers)
def test_an_amount_is_written_plainly_and_exactly(number: Decimal) -> None:
    plain = seal.amount(number)

    assert Decimal(plain) == number
    assert seal.amount(Decimal(plain)) == plain
    assert "E" not in plain


@given(numbers, st.integers(0, 9))
def test_equal_amounts_are_written_alike(number: Decimal, zeros: int) -> None:
    longer = Decimal(f"{number:f}{'0' * zeros}")

    assert seal.amount(longer) == seal.amount(number)


def test_an_endless_number_has_no_amount() -> None:
    with pytest.raises(ValueError, match="finite"):
        seal.amount(Decimal("Infinity"))


def test_a_moment_is_sealed_alike_in_every_time_zone() -> None:
    hanoi = AT.astimezone(timezone(timedelta(hours=7)))

    assert seal.moment(hanoi) == seal.moment(AT) == "2020-01-15T01:30:00.000000Z"


def test_a_moment_without_a_time_zone_is_not_sealed() -> None:
    with pytest.raises(ValueError, match="time zone"):
        seal.moment(datetime(2020, 1, 15))  # noqa: DTZ001


def test_an_empty_ledger_is_not_sealed(cast: None) -> None:
    with pytest.raises(actions.NothingToSeal):
        actions.checkpoint(by="binh", at=AT)


def told(settings: dict) -> tuple[str, ...]:
    """Tell one story into a database, and return every seal that it gives."""
    with databases.serving(settings):
        actions.post(drafts=drafts(20), by="binh", at=AT)
        actions.post(drafts=drafts(5, department=KIEN_GIANG), by="hoa", at=AT)
        fine = replace(drafts(3)[2], value=Decimal("19.070"), label="Tốc độ đổi mới")
        late = AT + timedelta(microseconds=7)
        actions.correct(entry=3, draft=fine, reason="đọc nhầm", by="binh", at=late)
        actions.withdraw(entry=21, reason="số của sở khác", by="hoa", at=late)
        point = actions.checkpoint(by="binh", at=late)
        assert queries.verify().whole
        entries = queries.entries(current_only=False)
        return (point.hash, *(entry.hash for entry in entries))


@pytest.mark.postgresql
def test_both_databases_give_the_same_seals(both) -> None:
    on_sqlite, on_postgresql = map(told, both)

    assert on_sqlite == on_postgresql
    assert len(set(on_sqlite)) == 28


def test_seals_differ_when_anything_differs() -> None:
    entry = Entry(0, 1, ACCEPTED, "binh", AT, NOTHING_BEFORE, "")
    others = [
        entry,
        replace(entry, position=2),
        replace(entry, by="hoa"),
        replace(entry, at=AT + timedelta(microseconds=1)),
        replace(entry, reason="a"),
        replace(entry, withdrawn=True),
        replace(entry, draft=replace(ACCEPTED, value=Decimal(51))),
        replace(entry, draft=replace(ACCEPTED, total=Decimal(50), value=None)),
        replace(entry, draft=replace(ACCEPTED, breakdown=(("a", "b"),))),
    ]

    seals = [
        seal.seal(seal.canonical(seal.entry_payload(each, None))) for each in others
    ]

    assert all(one != other for one, other in itertools.combinations(seals, 2))
