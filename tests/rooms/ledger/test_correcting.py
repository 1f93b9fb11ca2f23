"""A correction is a new entry with a reason; what it corrects stays readable."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.cast import ACCEPTED, AT, KIEN_GIANG, drafts
from tongket.core.nouns.entry import Entry
from tongket.core.nouns.span import Span
from tongket.rooms.ledger import actions, queries
from tongket.rooms.ledger.drafts import TooLong

pytestmark = pytest.mark.usefixtures("cast")

SIXTY = replace(ACCEPTED, value=Decimal(60), displayed="60")


@pytest.fixture
def entry(cast: None) -> Entry:
    return actions.post(drafts=[ACCEPTED], by="binh", at=AT)[0]


def correct(entry: Entry, draft=SIXTY, reason="đọc nhầm 60 thành 50") -> Entry:
    return actions.correct(
        entry=entry.number, draft=draft, reason=reason, by="binh", at=AT
    )


def withdraw(entry: Entry, reason="số của sở khác") -> Entry:
    return actions.withdraw(entry=entry.number, reason=reason, by="binh", at=AT)


def test_a_correction_stands_in_the_place_of_what_it_corrects(entry) -> None:
    correction = correct(entry)

    assert [each.number for each in queries.entries()] == [correction.number]
    assert correction.reason == "đọc nhầm 60 thành 50"


def test_a_reason_without_end_is_refused_with_its_length(entry) -> None:
    with pytest.raises(TooLong) as refusal:
        correct(entry, reason="vì " * 1_000)

    assert refusal.value.sentence() == (
        "lý do dài 2999 ký tự, sổ nhận đến 2000. Rút gọn rồi ghi lại."
    )


def test_both_stay_readable(entry) -> None:
    correction = correct(entry)

    everything = queries.entries(current_only=False)

    assert [each.draft.value for each in everything] == [50, 60]
    assert everything[0] == replace(entry, replaced_by=correction.number)


def test_the_history_is_told_from_whichever_entry(entry) -> None:
    second = correct(entry)
    third = correct(second, replace(SIXTY, value=Decimal(61)), "Văn phòng báo lại")

    told = [
        [each.number for each in queries.history(number)]
        for number in (entry.number, second.number, third.number)
    ]

    assert told == [[entry.number, second.number, third.number]] * 3


def test_an_entry_is_corrected_once(entry) -> None:
    correction = correct(entry)

    with pytest.raises(actions.AlreadyCorrected, match=f"dòng {correction.number}"):
        correct(entry)


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_a_correction_gives_its_reason(entry, reason) -> None:
    with pytest.raises(actions.NoReason):
        correct(entry, reason=reason)
    with pytest.raises(actions.NoReason):
        withdraw(entry, reason)


def test_a_correction_stays_in_its_chain(entry) -> None:
    with pytest.raises(actions.OtherChain, match="«kien-giang»"):
        correct(entry, replace(SIXTY, department=KIEN_GIANG, unit=KIEN_GIANG))


def test_a_correction_does_not_say_what_another_entry_says(entry) -> None:
    (other,) = actions.post(drafts=drafts(1, start=7), by="binh", at=AT)

    with pytest.raises(actions.AlreadyPosted):
        correct(other, SIXTY)


def test_a_correction_may_move_to_other_words_of_the_document(entry) -> None:
    moved = replace(ACCEPTED.source, span=Span(400, 402))

    correction = correct(entry, replace(SIXTY, source=moved))

    assert correction.draft.source.span == Span(400, 402)


def test_a_withdrawn_value_no_longer_stands(entry) -> None:
    withdrawal = withdraw(entry)

    assert queries.entries() == ()
    assert withdrawal.withdrawn
    assert queries.history(entry.number)[-1] == withdrawal


def test_a_withdrawal_cannot_be_corrected(entry) -> None:
    withdrawal = withdraw(entry)

    with pytest.raises(actions.AlreadyWithdrawn):
        correct(withdrawal)
    with pytest.raises(actions.AlreadyWithdrawn):
        withdraw(withdrawal)


def test_what_is_not_there_cannot_be_corrected(entry) -> None:
    with pytest.raises(actions.NoSuchEntry, match="dòng số 999"):
        actions.correct(entry=999, draft=SIXTY, reason="nhầm", by="binh", at=AT)
    with pytest.raises(actions.NoSuchEntry):
        actions.withdraw(entry=999, reason="nhầm", by="binh", at=AT)


def test_a_correction_seals_the_position_that_it_corrects(entry) -> None:
    correction = correct(entry)

    assert f'"replaces":{entry.position}' in queries.proof(correction.number).payload
