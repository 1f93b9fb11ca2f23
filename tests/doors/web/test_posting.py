"""A person posts what stands in no document, corrects it, takes it back."""

import pytest

from tests.doors.web.reading import text_of
from tongket.core.nouns.entry import EntryKind, SourceKind
from tongket.rooms.ledger import queries as ledger

SAID = {
    "unit": "ben-tre",
    "part": "-H1",
    "year": "2019",
    "kind": "plan",
    "indicator": "NV-001 Số nhiệm vụ",
    "value": "1.250,5",
    "breakdown": "",
    "label": "",
}


def test_a_target_is_posted_by_who_answers_for_it(binh):
    response = binh.post("/entries/new/", SAID, follow=True)

    (entry,) = ledger.entries(department="ben-tre")
    assert entry.draft.kind is EntryKind.PLAN
    assert (entry.draft.period, str(entry.draft.value)) == ("2019-H1", "1250.5")
    assert entry.draft.source.kind is SourceKind.PERSON
    assert entry.by == "binh"
    assert "Đã vào sổ" in text_of(response)


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("value", "12.5", "“12.5” chưa đọc được"),
        ("value", "", "Nhập giá trị"),
        ("year", "19", "Năm gồm bốn chữ số"),
        ("breakdown", "tỉnh", "Viết “tỉnh” thành tên, dấu hai chấm, giá trị"),
        ("year", "2026", "hoạt động đến 30/06/2025, còn kỳ này bắt đầu từ 01/01/2026"),
        ("indicator", "zzzz", "Danh mục không có chỉ tiêu nào ứng với “zzzz”"),
        ("indicator", "nhiem vu", "ứng với nhiều chỉ tiêu, chọn một: NV-"),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field(binh, field, typed, told):
    response = binh.post("/entries/new/", {**SAID, field: typed})

    assert response.status_code == 422
    assert told in text_of(response)
    assert ledger.count(department="ben-tre") == 0


def test_a_value_may_be_split_by_a_breakdown(binh):
    binh.post("/entries/new/", {**SAID, "breakdown": "cấp quản lý: tỉnh"})

    (entry,) = ledger.entries(department="ben-tre")
    assert entry.draft.breakdown == (("cấp quản lý", "tỉnh"),)


def test_words_that_fit_one_indicator_alone_are_enough(binh):
    binh.post("/entries/new/", {**SAID, "indicator": "Tốc độ đổi mới công nghệ"})

    (entry,) = ledger.entries(department="ben-tre")
    assert entry.draft.indicator == "CN-001"


def test_who_may_only_read_cannot_post(browser_of):
    lan = browser_of("lan")

    assert lan.get("/entries/new/").status_code == 403
    assert lan.post("/entries/new/", SAID).status_code == 403
    assert "Ghi số liệu" not in text_of(lan.get("/entries/"))


def test_nobody_posts_for_another_department(browser_of):
    response = browser_of("hoa").post("/entries/new/", SAID)

    assert response.status_code == 422
    assert ledger.count(department="ben-tre") == 0


def test_a_correction_takes_the_value_s_place_and_gives_its_reason(binh, post):
    entry = post("50")

    response = binh.post(
        f"/entries/{entry.number}/correct/",
        {"value": "52", "reason": "Đếm thiếu hai nhiệm vụ"},
        follow=True,
    )

    assert "52 nhiệm vụ" in text_of(response)
    assert "Đếm thiếu hai nhiệm vụ" in text_of(response)
    assert ledger.entry(entry.number).replaced_by is not None


def test_a_correction_without_a_reason_is_not_posted(binh, post):
    entry = post("50")

    response = binh.post(
        f"/entries/{entry.number}/correct/", {"value": "52", "reason": ""}
    )

    assert response.status_code == 422
    assert "người đọc sổ sau này cần biết" in text_of(response)
    assert ledger.entry(entry.number).replaced_by is None


def test_a_withdrawal_takes_the_value_back(binh, post):
    entry = post("50")

    response = binh.post(
        f"/entries/{entry.number}/withdraw/", {"reason": "Ghi nhầm kỳ"}, follow=True
    )

    assert "Dòng này rút số khỏi sổ. Lý do: Ghi nhầm kỳ" in text_of(response)
    assert ledger.count(department="ben-tre") == 0


def test_a_second_correction_of_the_same_entry_is_refused_in_a_sentence(binh, post):
    entry = post("50")
    said = {"value": "52", "reason": "Đếm thiếu"}
    binh.post(f"/entries/{entry.number}/correct/", said)

    response = binh.post(f"/entries/{entry.number}/correct/", said)

    assert response.status_code == 409
    assert "Chưa làm được việc này" in text_of(response)


def test_another_department_s_entries_are_not_corrected(browser_of, post):
    entry = post("50")

    response = browser_of("hoa").get(f"/entries/{entry.number}/correct/")

    assert response.status_code == 403
