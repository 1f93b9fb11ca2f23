"""A report is read, posted, checked; the pages lead from its numbers back to its words."""

from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import html

from tests import cast as people
from tests.doors.web.reading import addresses_of, text_of
from tongket.rooms.checking import actions as checking
from tongket.rooms.intake import actions as intake
from tongket.rooms.intake import queries as shelf
from tongket.rooms.ledger import queries as ledger

REPORT = """BÁO CÁO
Kết quả công tác năm 2019

Sở quản lý 61 nhiệm vụ khoa học và công nghệ các cấp.
Hội đồng công nhận 50/132 sáng kiến (đạt 47,9%).
"""


@pytest.fixture
def report(cast):
    by = {"by": "binh", "at": people.AT}
    number = intake.receive(
        data=REPORT.encode(), name="bao-cao.txt", unit="ben-tre", period="2019", **by
    )
    names = [each.figure.id for each in shelf.figures(number)]
    intake.accept_outside_catalogue(document=number, figures=names[1:], **by)
    intake.accept(document=number, figures=names[:1], **by)
    intake.post(document=number, **by)
    checking.run(document=number, **by)
    return number


def test_an_entry_quotes_the_words_around_its_number(binh, report):
    entry = ledger.entries(department="ben-tre")[0]

    response = binh.get(f"/entries/{entry.number}/")

    page = html.fromstring(response.content.decode())
    assert page.xpath("//blockquote/mark/text()") == ["61"]
    assert "Sở quản lý 61 nhiệm vụ khoa học" in text_of(response)


def test_an_entry_that_says_something_else_than_its_document_says_so(binh, report):
    entry = ledger.entries(department="ben-tre")[0]
    number = intake.receive(
        data="Sở quản lý 70 nhiệm vụ khoa học và công nghệ các cấp.".encode(),
        name="bao-cao-sau.txt",
        unit="ben-tre",
        period="2018",
        by="binh",
        at=people.AT,
    )
    said = shelf.figure(number, "f1").proposal
    changed = replace(said, value=Decimal(71), displayed="71")
    act = {"document": number, "by": "binh", "at": people.AT}
    assert intake.change(figure="f1", proposal=changed, **act) == ()
    (other,) = intake.post(**act).entries

    told = "Văn bản ghi 70; người xác nhận đã đổi và ghi vào sổ 71."
    assert told in text_of(binh.get(f"/entries/{other}/"))
    assert "người xác nhận đã đổi" not in text_of(binh.get(f"/entries/{entry.number}/"))


def test_an_entry_leads_to_its_figure_in_the_document(binh, report):
    entry = ledger.entries(department="ben-tre")[0]

    assert f"/documents/{report}/f1/place/" in addresses_of(
        binh.get(f"/entries/{entry.number}/")
    )


def test_the_first_page_tells_what_does_not_add_up(binh, report):
    page = text_of(binh.get("/?department=ben-tre&period=2019"))

    assert "1 phát hiện chưa xem, 1 không khớp" in page
    assert "≠ Không khớp" in page
    assert "47,9" in page


def test_the_first_page_tells_it_in_english_too(binh, report):
    binh.cookies["tongket_language"] = "en"

    page = text_of(binh.get("/?department=ben-tre&period=2019"))

    assert "Does not add up" in page
    assert "Science and technology missions" in page


def test_the_documents_of_the_period_stand_beside(binh, report):
    response = binh.get("/?department=ben-tre&period=2019")

    assert f"/documents/{report}/" in addresses_of(response)
    assert "bao-cao.txt" in text_of(response)


def test_a_department_shows_its_shelf(binh, report):
    assert "bao-cao.txt" in text_of(binh.get("/units/ben-tre/"))


def test_a_breakdown_is_named_in_the_page_s_language(binh, post):
    entry = post("35", breakdown=(("cấp quản lý", "tỉnh"),))

    assert "cấp quản lý: tỉnh" in text_of(binh.get(f"/entries/{entry.number}/"))
    binh.cookies["tongket_language"] = "en"
    assert "cấp quản lý: tỉnh" not in text_of(binh.get(f"/entries/{entry.number}/"))
