"""The ledger's pages: the list, and one entry with its source, history and proof."""

import hashlib
from dataclasses import replace
from decimal import Decimal

from lxml import html

from tests import cast as people
from tests.doors.web.reading import addresses_of, text_of
from tongket.rooms.ledger import actions as ledger


def test_an_entry_says_what_it_is_and_who_answers_for_it(binh, post):
    entry = post("50")

    page = text_of(binh.get(f"/entries/{entry.number}/"))

    assert "50 nhiệm vụ" in page
    assert "Trần Văn Bình ghi trực tiếp vào sổ" in page
    assert "năm 2019" in page


def test_an_entry_that_no_one_posted_is_not_found(binh, post):
    assert binh.get("/entries/999/").status_code == 404


def test_a_number_longer_than_any_database_counts_is_not_found(binh, post):
    assert binh.get(f"/entries/{'9' * 30}/").status_code == 404


def test_a_corrected_entry_leads_to_the_one_that_stands(binh, post):
    entry = post("50")
    right = replace(entry.draft, value=Decimal(52), displayed="52")
    later = ledger.correct(
        entry=entry.number, draft=right, reason="Đếm thiếu", by="binh", at=people.AT
    )

    response = binh.get(f"/entries/{entry.number}/")

    assert f"/entries/{later.number}/" in addresses_of(response)
    assert "đã được đính chính" in text_of(response)
    assert "Đếm thiếu" in text_of(response)


def test_a_withdrawal_tells_its_reason(binh, post):
    entry = post("50")
    gone = ledger.withdraw(
        entry=entry.number, reason="Ghi nhầm đơn vị", by="binh", at=people.AT
    )

    page = text_of(binh.get(f"/entries/{gone.number}/"))

    assert "Dòng này rút số khỏi sổ. Lý do: Ghi nhầm đơn vị" in page


def test_the_proof_on_the_page_can_be_recomputed_by_its_reader(binh, post):
    entry = post("50")

    response = binh.get(f"/entries/{entry.number}/")

    page = html.fromstring(response.content.decode())
    (payload,) = page.xpath("//pre[contains(@class, 'payload')]/text()")
    assert hashlib.sha256(payload.encode()).hexdigest() == entry.hash
    assert entry.hash in text_of(response)


def test_the_list_keeps_to_the_field_that_was_asked_for(binh, year):
    page = text_of(binh.get("/entries/?field=thanh_tra_kiem_tra"), "//main//table")

    assert "Số cuộc thanh tra" in page
    assert "Số nhiệm vụ KH&CN" not in page


def test_the_list_finds_an_indicator_without_tone_marks(binh, year):
    page = text_of(binh.get("/entries/?q=cuoc+thanh+tra"), "//main//table")

    assert "Số cuộc thanh tra" in page
    assert "Số nhiệm vụ KH&CN" not in page


def test_filters_that_nobody_offers_are_passed_over(binh, year):
    response = binh.get("/entries/?kind=guess&start=-4&period=all")

    assert response.status_code == 200
    assert "Dòng 1–5 trong 5" in text_of(response)


def test_a_list_that_answers_nothing_says_what_to_do(binh, year):
    assert "Bỏ bớt một lựa chọn" in text_of(binh.get("/entries/?q=zzzz"))


def test_a_long_ledger_is_turned_page_by_page(binh, post):
    ledger.post(drafts=people.drafts(60), by="binh", at=people.AT)

    first = binh.get("/entries/?period=2019")
    (later,) = (each for each in addresses_of(first) if "start=50" in each)
    second = binh.get(f"/entries/{later}")

    assert "Dòng 1–50 trong 60" in text_of(first)
    assert "Dòng 51–60 trong 60" in text_of(second)


def test_words_of_a_draft_never_become_markup(binh, post):
    entry = post("50", label="<script>alert(1)</script>")

    response = binh.get(f"/entries/{entry.number}/")

    assert b"<script>alert" not in response.content
