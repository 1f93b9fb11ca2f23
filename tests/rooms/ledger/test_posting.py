"""What is posted stands in its department's chain, exactly as it was said."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from tests.cast import (
    ACCEPTED,
    AT,
    BEN_TRE,
    DOCUMENT,
    HOA,
    KIEN_GIANG,
    drafts,
)
from tongket.content.periods import UnknownPeriod
from tongket.core.nouns.entry import Aspect, EntryKind, Source, SourceKind
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.seal import NOTHING_BEFORE
from tongket.core.nouns.span import Span
from tongket.rooms.ledger import actions, queries
from tongket.rooms.ledger.drafts import TooLong

pytestmark = pytest.mark.usefixtures("cast")


def post(*posted):
    return actions.post(drafts=posted, by="binh", at=AT)


def test_the_first_entry_of_a_department_follows_nothing() -> None:
    (entry,) = post(ACCEPTED)

    assert (entry.position, entry.previous_hash) == (1, NOTHING_BEFORE)


def test_each_entry_names_the_seal_of_the_one_before() -> None:
    first, second, third = post(*drafts(3))

    assert [second.previous_hash, third.previous_hash] == [first.hash, second.hash]
    assert [each.position for each in (first, second, third)] == [1, 2, 3]


def test_departments_have_chains_of_their_own() -> None:
    post(*drafts(2))

    (elsewhere,) = post(*drafts(1, department=KIEN_GIANG))

    assert (elsewhere.position, elsewhere.previous_hash) == (1, NOTHING_BEFORE)


def test_what_is_read_back_is_what_was_posted() -> None:
    said = replace(
        ACCEPTED,
        kind=EntryKind.PLAN,
        aspect=Aspect.GAP,
        value=Decimal("12.2"),
        value_max=Decimal("12.5"),
        total=Decimal("132.0"),
        bound=Bound.MORE,
        sign="+",
        breakdown=(("cấp", "tỉnh"), ("năm", "2018")),
    )

    (posted,) = post(said)

    assert queries.entry(posted.number) == posted
    assert posted.draft == said


def test_large_and_fine_numbers_stay_exact() -> None:
    wide = Decimal("1234567890123456789012.000000000000000000001")

    (posted,) = post(replace(ACCEPTED, value=wide))

    assert queries.entry(posted.number).draft.value == wide


def test_breakdowns_are_kept_in_the_order_of_their_names() -> None:
    pairs = (("năm", "2018"), ("cấp", "tỉnh"))

    (posted,) = post(replace(ACCEPTED, breakdown=pairs))

    assert posted.draft.breakdown == (("cấp", "tỉnh"), ("năm", "2018"))


def test_words_are_kept_in_nfc() -> None:
    (posted,) = post(replace(ACCEPTED, label="nhie\u0302\u0323m vu\u0323"))

    assert posted.draft.label == "nhiệm vụ"


def test_the_same_words_of_a_document_are_not_posted_twice() -> None:
    (entry,) = post(ACCEPTED)

    with pytest.raises(actions.AlreadyPosted, match=f"dòng {entry.number}"):
        post(replace(ACCEPTED, value=Decimal(51)))


def test_the_same_words_do_not_stand_twice_in_one_posting() -> None:
    with pytest.raises(actions.AlreadyPosted):
        post(ACCEPTED, ACCEPTED)


def test_when_one_draft_is_refused_none_is_posted() -> None:
    (first, second) = drafts(2)
    post(second)

    with pytest.raises(actions.AlreadyPosted):
        post(first, second)

    assert queries.count() == 1


def test_the_same_words_may_speak_of_two_indicators() -> None:
    post(ACCEPTED, replace(ACCEPTED, indicator="NV-002"))

    assert queries.count(document=DOCUMENT) == 2


def test_words_that_were_withdrawn_may_be_posted_again() -> None:
    (entry,) = post(ACCEPTED)
    actions.withdraw(entry=entry.number, reason="nhầm kỳ", by="binh", at=AT)

    (again,) = post(ACCEPTED)

    assert [each.number for each in queries.entries()] == [again.number]


def test_a_person_may_say_another_number_but_not_the_same_again() -> None:
    said = replace(ACCEPTED, source=Source(SourceKind.PERSON, "binh"))
    post(said, replace(said, value=Decimal(51), displayed="51"))

    with pytest.raises(actions.AlreadyPosted):
        post(said)


def test_nobody_unknown_signs() -> None:
    with pytest.raises(actions.UnknownSigner, match="«ai-do»"):
        actions.post(drafts=[ACCEPTED], by="ai-do", at=AT)


def test_nobody_whose_account_is_closed_signs() -> None:
    from tongket.rooms.people import actions as people

    people.deactivate(username=HOA.username, by="quan-tri", at=AT)

    with pytest.raises(actions.UnknownSigner):
        actions.post(drafts=[ACCEPTED], by=HOA.username, at=AT)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"unit": "atlantis"}, actions.UnknownUnit),
        ({"department": "atlantis"}, actions.UnknownUnit),
        ({"indicator": "XX-001"}, actions.UnknownIndicator),
        ({"period": "năm ngoái"}, UnknownPeriod),
        ({"value": None}, actions.NotWritable),
        ({"value": Decimal("NaN")}, actions.NotWritable),
        ({"value": Decimal("1E+999999")}, actions.NotWritable),
        ({"total": Decimal("Infinity")}, actions.NotWritable),
        ({"label": "nửa\ud800chữ"}, actions.NotWritable),
        ({"measure": "nhiệm\x00vụ"}, actions.NotWritable),
        ({"breakdown": (("cấp", "tỉnh"), ("cấp", "bộ"))}, actions.NotWritable),
        ({"breakdown": (("cấp", "t\x00nh"),)}, actions.NotWritable),
        ({"source": Source(SourceKind.DOCUMENT, "")}, actions.NotWritable),
        ({"label": "x" * 1_001}, TooLong),
        ({"measure": "x" * 201}, TooLong),
        ({"breakdown": (("cấp", "x" * 1_001),)}, TooLong),
        ({"source": Source(SourceKind.DOCUMENT, "\x00")}, actions.NotWritable),
        (
            {"source": Source(SourceKind.DOCUMENT, DOCUMENT, Span(9, 9))},
            actions.NotWritable,
        ),
    ],
)
def test_what_cannot_be_written_is_refused_with_a_sentence(change, refusal) -> None:
    with pytest.raises(refusal) as refused:
        post(replace(ACCEPTED, **change))

    assert len(str(refused.value).split()) > 8
    assert queries.count() == 0


def test_a_refusal_names_the_column_in_its_own_language() -> None:
    with pytest.raises(actions.NotWritable) as refused:
        post(replace(ACCEPTED, measure="nhiệm\x00vụ"))

    assert "«đơn vị tính»" in refused.value.sentence("vi")
    assert "the unit of measure" in refused.value.sentence("en")


def test_a_vague_number_needs_no_value() -> None:
    (posted,) = post(
        replace(ACCEPTED, value=None, bound=Bound.VAGUE, displayed="hàng chục")
    )

    assert queries.entry(posted.number).draft.value is None


def test_a_moment_needs_its_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        actions.post(drafts=[ACCEPTED], by="binh", at=datetime(2020, 1, 15))  # noqa: DTZ001


def test_nothing_is_posted_when_there_is_nothing_to_post() -> None:
    assert post() == ()
    assert queries.departments() == ()


def test_refusals_speak_english_as_well() -> None:
    post(ACCEPTED)

    with pytest.raises(actions.AlreadyPosted) as refused:
        post(ACCEPTED)

    assert "already stands in entry" in refused.value.sentence("en")


def test_a_chain_is_opened_for_departments_only() -> None:
    with pytest.raises(actions.NotADepartment, match="O83"):
        post(replace(ACCEPTED, department="O83"))


def test_a_unit_of_another_department_is_not_this_departments_business() -> None:
    with pytest.raises(actions.NotOfDepartment, match=KIEN_GIANG):
        post(replace(ACCEPTED, unit=KIEN_GIANG))

    assert queries.count(department=BEN_TRE) == 0
