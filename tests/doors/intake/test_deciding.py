"""Each decision is a page without JavaScript, and its changed parts alone with it."""

import re
from decimal import Decimal

import pytest
from django.test import Client
from lxml import html

from tests.cast import AT, BEN_TRE, BINH, HOA
from tests.doors.web.reading import addresses_of, text_of
from tongket.core.nouns.entry import Aspect, EntryKind
from tongket.core.nouns.proposal import State
from tongket.doors.web.typed import read_number
from tongket.rooms.intake import queries
from tongket.rooms.ledger import queries as ledger


def state(document: int, name: str) -> State:
    return queries.figure(document, name).state


def form_of(document: int, name: str, **fields: object) -> dict[str, object]:
    """Fill the form of a figure as the page shows it."""
    said = queries.figure(document, name).proposal
    return {
        "choice": "NV-006",
        "indicator": "",
        "value": "50",
        "total": "",
        "measure": said.measure,
        "kind": said.kind.value,
        "aspect": said.aspect.value,
        "period": said.period,
        "unit": said.unit,
        "breakdown": "",
        "reason": "",
    } | fields


@pytest.fixture
def posted(binh: Client, document: int) -> int:
    binh.post(f"/documents/{document}/f1/change/", form_of(document, "f1"))
    binh.post(f"/documents/{document}/post/")
    return document


def test_without_javascript_a_decision_leads_back_to_its_row(binh, document) -> None:
    response = binh.post(f"/documents/{document}/f1/refuse/")

    assert response.headers["location"] == f"/documents/{document}/#row-f1"
    assert state(document, "f1") is State.REFUSED


def test_with_htmx_the_row_the_mark_and_the_tally_come_back(binh, document) -> None:
    response = binh.post(
        f"/documents/{document}/f1/refuse/", headers={"hx-request": "true"}
    )

    parts = html.fragments_fromstring(response.content.decode())
    page = response.content.decode()
    assert page.lstrip().startswith('<tr id="row-f1" class="refused')
    assert 'id="f1"' in page
    assert 'id="tally"' in page
    assert page.count('hx-swap-oob="true"') == 3
    assert parts


def test_what_an_act_leaves_alone_says_why_in_the_row(binh, posted) -> None:
    response = binh.post(
        f"/documents/{posted}/f1/refuse/", headers={"hx-request": "true"}
    )

    assert "Đã vào sổ. Muốn thay đổi thì sửa dòng sổ" in response.content.decode()


def test_a_refusal_may_be_taken_back(binh, document) -> None:
    binh.post(f"/documents/{document}/f1/refuse/")
    binh.post(f"/documents/{document}/f1/reopen/")

    assert state(document, "f1") is State.PROPOSED


def test_a_figure_is_kept_outside_the_catalogue_when_a_person_says_so(
    binh, document
) -> None:
    binh.post(f"/documents/{document}/f1/accept-outside/")

    assert queries.figure(document, "f1").proposal.indicator == "NDM-000"


def test_accepting_above_a_certainty_tells_how_many(binh, document) -> None:
    response = binh.post(
        f"/documents/{document}/accept-above/", {"certainty": "0"}, follow=True
    )

    taken = [
        each.figure.id
        for each in queries.figures(document)
        if each.state is State.ACCEPTED
    ]
    assert f"Đã nhận {len(taken)} số liệu" in text_of(response)
    assert taken


def test_figures_that_do_not_add_up_are_never_accepted_in_bulk(binh, document) -> None:
    binh.post(f"/documents/{document}/accept-above/", {"certainty": "0"})

    wrong = next(
        each for each in queries.figures(document) if each.figure.text == "57%"
    )
    assert wrong.state is State.PROPOSED


@pytest.mark.parametrize("certainty", ["", "chín mươi", "101", "-1", "²"])
def test_a_threshold_that_is_none_takes_nothing(binh, document, certainty) -> None:
    binh.post(f"/documents/{document}/accept-above/", {"certainty": certainty})

    assert all(not each.decisions for each in queries.figures(document))


def test_a_change_is_what_the_form_says(binh, document) -> None:
    said = form_of(
        document,
        "f1",
        value="1.234,5",
        kind="plan",
        period="2020",
        breakdown="cấp: tỉnh\n\nlĩnh vực: y tế",
    )
    binh.post(f"/documents/{document}/f1/change/", said)

    proposal = queries.figure(document, "f1").proposal
    assert (proposal.value, proposal.displayed) == (Decimal("1234.5"), "1.234,5")
    assert (proposal.kind, proposal.aspect) == (EntryKind.PLAN, Aspect.LEVEL)
    assert (proposal.period, proposal.indicator) == ("2020", "NV-006")
    assert proposal.breakdown == (("cấp", "tỉnh"), ("lĩnh vực", "y tế"))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"value": "12.5"}, "“12.5” chưa đọc được"),
        ({"value": ""}, "Nhập số"),
        ({"choice": "", "indicator": ""}, "Chọn một chỉ tiêu"),
        ({"period": "năm nay"}, "Mã kỳ năm nay chưa đọc được"),
        ({"breakdown": "tỉnh"}, "thành tên, dấu hai chấm, giá trị"),
        ({"breakdown": "cấp: a\ncấp: b"}, "chỉ viết một lần"),
    ],
)
def test_a_form_that_cannot_stand_says_beside_the_field_what_to_do(
    binh, document, fields, sentence
) -> None:
    response = binh.post(
        f"/documents/{document}/f1/change/", form_of(document, "f1", **fields)
    )

    assert response.status_code == 422
    assert sentence in text_of(response)
    assert state(document, "f1") is State.PROPOSED


def test_words_in_place_of_a_code_offer_the_indicators_they_name(
    binh, document
) -> None:
    said = form_of(document, "f1", choice="", indicator="cuoc thanh tra")

    response = binh.post(f"/documents/{document}/f1/change/", said)

    offered = html.fromstring(response.content.decode()).xpath(
        "//input[@type='radio' and starts-with(@value, 'TR-')]"
    )
    assert response.status_code == 422
    assert offered


def test_the_page_of_a_figure_says_why_and_where(binh, document) -> None:
    page = text_of(binh.get(f"/documents/{document}/f1/"))

    assert "Vì sao đọc như vậy" in page
    assert "nhiệm vụ khoa học và công nghệ cấp tỉnh" in page


def test_posting_tells_how_many_and_leads_to_the_entries(binh, posted) -> None:
    page = binh.get(f"/documents/{posted}/")

    (entry,) = ledger.entries()
    assert f"/entries/{entry.number}/" in page.content.decode()
    assert "Đã ghi 1 số liệu vào sổ" in text_of(page)


def test_a_correction_of_what_is_posted_needs_its_reason(binh, posted) -> None:
    address = f"/documents/{posted}/f1/correct/"

    without = binh.post(address, form_of(posted, "f1", value="51"))
    binh.post(address, form_of(posted, "f1", value="51", reason="Đếm lại"))

    assert "Nhập lý do thay dòng sổ" in text_of(without)
    (entry,) = ledger.entries()
    assert [one.draft.value for one in ledger.history(entry.number)] == [50, 51]


def test_withdrawing_keeps_the_entry_readable(binh, posted) -> None:
    binh.post(f"/documents/{posted}/f1/withdraw/", {"reason": "Nhầm kỳ"})

    assert state(posted, "f1") is State.WITHDRAWN
    assert ledger.entries() == ()
    page = text_of(binh.get(f"/documents/{posted}/f1/"))
    assert "Nhầm kỳ" in page
    assert "Trần Văn Bình · Rút khỏi sổ" in page


def test_withdrawing_without_a_reason_says_what_is_missing(binh, posted) -> None:
    response = binh.post(f"/documents/{posted}/f1/withdraw/", {"reason": ""})

    assert response.status_code == 409
    assert "cần một lý do" in text_of(response)


def test_the_ledger_leads_to_the_place_in_the_text(binh, posted) -> None:
    source = ledger.entries()[0].draft.source

    response = binh.get(
        f"/documents/source/{source.reference}/{source.span.start}-{source.span.end}/"
    )

    assert response.headers["location"] == f"/documents/{posted}/f1/place/"
    place = binh.get(response.headers["location"])
    assert place.headers["location"] == f"/documents/{posted}/#f1"


@pytest.mark.parametrize(
    "address",
    [
        "/documents/99/",
        "/documents/99/original/",
        "/documents/1/f99/",
        "/documents/1/x/",
        f"/documents/{'9' * 30}/",
        f"/documents/{'9' * 18}/",
        f"/documents/1/f{'9' * 9}/",
        f"/documents/1/f{'9' * 30}/",
        f"/documents/source/{'0' * 64}/1-{'9' * 30}/",
        "/documents/1/?page=7",
        f"/documents/source/{'0' * 64}/1-2/",
    ],
)
def test_what_does_not_exist_is_not_found(binh, document, address) -> None:
    assert (
        binh.get(address.replace("documents/1/", f"documents/{document}/")).status_code
        == 404
    )


@pytest.mark.parametrize(
    "act", ["accept", "accept-outside", "refuse", "reopen", "change", "withdraw"]
)
def test_a_reader_decides_nothing(browser_of, document, act) -> None:
    response = browser_of("lan").post(f"/documents/{document}/f1/{act}/")

    assert response.status_code == 403
    assert not queries.figure(document, "f1").decisions


def test_a_specialist_of_another_department_decides_nothing(
    browser_of, document
) -> None:
    response = browser_of(HOA.username).post(f"/documents/{document}/f1/refuse/")

    assert response.status_code == 403
    assert not queries.figure(document, "f1").decisions


def test_a_reader_sees_the_page_without_its_buttons(browser_of, document) -> None:
    page = browser_of("lan").get(f"/documents/{document}/").content.decode()

    assert "hx-post" not in page
    assert "57%" in page


def test_looking_never_decides(binh, document) -> None:
    for act in ("accept", "refuse", "reopen", "change", "withdraw"):
        assert binh.get(f"/documents/{document}/f1/{act}/").status_code == 405


def test_a_finding_is_set_aside_and_taken_up_again(binh, document) -> None:
    from tongket.rooms.checking import queries as checking

    (finding,) = checking.open_findings(department=BEN_TRE)
    address = f"/findings/{document}/{finding.key}"

    binh.post(f"{address}/waive/", {"reason": "Đã báo cáo lại"})
    page = text_of(binh.get(f"/documents/{document}/"))
    assert "Trần Văn Bình bỏ qua ngày" in page
    assert checking.open_findings(department=BEN_TRE) == ()

    binh.post(f"{address}/take-up/")
    assert len(checking.open_findings(department=BEN_TRE)) == 1


def test_a_slip_of_the_last_digit_is_told_from_a_contradiction(binh) -> None:
    text = "Thống kê được 60/132 đơn vị (45,6%).\nĐào tạo 30/40 người (57%)."
    form = {"unit": BEN_TRE, "part": "", "year": "2019", "text": text}
    page = binh.post("/documents/new/", form, follow=True).content.decode()

    slip, contradiction = re.findall(
        r'<article class="finding.*?</article>', page, re.DOTALL
    )

    assert "lệch do làm tròn" in slip
    assert "lệch do làm tròn" not in contradiction


def test_findings_are_listed_with_their_arithmetic(binh, document) -> None:
    page = text_of(binh.get(f"/findings/?department={BEN_TRE}"))

    assert "30 ÷ 40" in page
    assert "57" in page


def test_documents_that_disagree_are_listed_with_both_places(
    binh, document, upload
) -> None:
    other = int(upload(b"Quan ly 52 nhiem vu cap tinh.").headers["location"][11:-1])
    for number, value in ((document, "50"), (other, "52")):
        said = form_of(number, "f1", value=value, measure="nhiệm vụ")
        binh.post(f"/documents/{number}/f1/change/", said)

    page = binh.get(f"/findings/?department={BEN_TRE}")

    assert "Giữa các văn bản" in text_of(page)
    assert {f"/documents/{each}/f1/place/" for each in (document, other)} <= set(
        addresses_of(page)
    )


def test_checking_again_says_so(binh, document) -> None:
    response = binh.post(f"/findings/{document}/again/", follow=True)

    assert "Đã kiểm tra lại" in text_of(response)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", Decimal(12)),
        ("1.100,5", Decimal("1100.5")),
        ("1 100", Decimal(1100)),
        ("-3,25", Decimal("-3.25")),
        ("12.5", None),
        ("1,234.5", None),
        ("mười", None),
        ("", None),
        ("1e5", None),
    ],
)
def test_numbers_are_typed_the_vietnamese_way(typed, number) -> None:
    assert read_number(typed) == number


def test_by_and_at_are_the_persons_own(binh, document) -> None:
    binh.post(f"/documents/{document}/f1/refuse/")

    (decision,) = queries.figure(document, "f1").decisions
    assert decision.by == BINH.username
    assert decision.at != AT


def test_a_new_value_replaces_an_entry_by_name_from_the_form(
    binh, posted, upload
) -> None:
    other = int(upload(b"Quan ly 52 nhiem vu cap tinh.").headers["location"][11:-1])
    said = form_of(other, "f1", value="52")
    binh.post(f"/documents/{other}/f1/change/", said)
    (first,) = ledger.entries()

    waits = text_of(binh.get(f"/documents/{other}/"))
    page = text_of(binh.get(f"/documents/{other}/f1/"))
    replacing = {"replace": "on", "replaces": str(first.number), "reason": "Số cuối"}
    binh.post(f"/documents/{other}/f1/change/", said | replacing)
    binh.post(f"/documents/{other}/post/")

    assert f"Sổ đang ghi 50 (dòng {first.number})" in waits
    assert f"Ghi thay dòng {first.number} của sổ (đang ghi 50)" in page
    assert [one.draft.value for one in ledger.history(first.number)] == [50, 52]


def test_a_figure_is_accepted_by_its_button(binh, document) -> None:
    binh.post(f"/documents/{document}/f1/accept/")

    assert state(document, "f1") is State.ACCEPTED


def test_posting_with_nothing_accepted_says_nothing_and_does_nothing(
    binh, document
) -> None:
    response = binh.post(f"/documents/{document}/post/")

    assert response.headers["location"] == f"/documents/{document}/"
    assert ledger.count() == 0


def test_figures_that_wait_are_told_by_their_reasons(binh, document) -> None:
    names = [each.figure.id for each in queries.figures(document)]
    for name in names:
        said = form_of(document, name, aspect="level", kind="actual")
        binh.post(f"/documents/{document}/{name}/change/", said)

    page = text_of(binh.post(f"/documents/{document}/post/", follow=True))

    assert ledger.count() == 1
    assert f"f2: Văn bản nêu lại cùng số này (50) ở {names[0]}" in page
    assert f"Còn {len(names) - 4} số liệu nữa chờ" in page


def test_a_typed_code_without_a_choice_is_taken(binh, document) -> None:
    said = form_of(document, "f1", choice="", indicator="TR-001")

    binh.post(f"/documents/{document}/f1/change/", said)

    assert queries.figure(document, "f1").proposal.indicator == "TR-001"


def test_who_belongs_to_no_unit_hands_in_for_every_department(
    browser_of, document
) -> None:
    from dataclasses import replace

    from tests.cast import ADMIN
    from tongket.core.nouns.person import Role
    from tongket.rooms.people import actions as people

    ministry = replace(ADMIN, username="bo", full_name="Vụ Kế hoạch", role=Role.OFFICE)
    people.create(person=ministry, password="một câu dài để nhớ", by="cast", at=AT)

    page = browser_of("bo").get("/documents/new/").content.decode()

    assert page.count("<option") > 60
    assert "Chọn đơn vị" in page


def test_a_rule_of_long_ago_is_told_by_what_it_saw() -> None:
    from dataclasses import replace

    from tongket.core.nouns.figure import Figure, Kind, Step
    from tongket.core.nouns.span import Span
    from tongket.doors.web.intake.why import reasons

    figure = Figure("f1", Span(0, 2), "12", Kind.COUNT, Decimal(12), "lớp")
    step = Step("a_rule_since_renamed", "12 lớp", "12")

    assert reasons(replace(figure, derivation=(step,))) == ("“12 lớp” → 12",)
