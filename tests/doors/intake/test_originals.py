"""From a figure to the page of the original, and from the page back to the figure."""

import pytest
from lxml import html

from tests.cast import AT, BEN_TRE, BINH
from tests.core.formats.files import pdf
from tongket.rooms.intake import actions as intake
from tongket.rooms.intake import facsimiles

TEXT = "Cấp 12 giấy phép #pagebreak() Thu hồi 34 giấy phép"
PNG = b"\x89PNG"


@pytest.fixture
def printed(cast) -> int:
    """A pdf of two pages, one figure on each."""
    return intake.receive(
        data=pdf(TEXT),
        name="báo cáo.pdf",
        unit=BEN_TRE,
        period="2019",
        by=BINH.username,
        at=AT,
    )


def page_of(client, address):
    return html.fromstring(client.get(address).content.decode())


def test_a_figure_shows_its_place_on_the_page_and_leads_to_the_whole_page(
    binh, printed
):
    page = page_of(binh, f"/documents/{printed}/f2/")

    (image,) = page.xpath("//main//img")
    strip = binh.get(image.get("src"))
    assert strip["Content-Type"] == "image/svg+xml"
    assert strip.content.count(b"<rect") == 1
    assert "34" in image.get("alt")
    assert "trang 2" in image.get("alt")
    assert page.xpath(f"//main//a[@href='/documents/{printed}/pages/2/#f2']")


def test_on_a_phone_the_place_is_shown_larger(binh, printed):
    (source,) = page_of(binh, f"/documents/{printed}/f2/").xpath("//main//source")

    narrow = binh.get(source.get("srcset")).content
    wide = binh.get(f"/documents/{printed}/f2/surroundings/").content

    assert b"viewBox" in narrow
    assert narrow != wide


def test_every_figure_of_a_page_is_framed_and_leads_to_its_reasons(binh, printed):
    page = page_of(binh, f"/documents/{printed}/pages/1/")

    (link,) = page.xpath("//main//svg//a")
    assert link.get("href") == f"/documents/{printed}/f1/"
    assert link.get("id") == "f1"
    assert link.xpath("./rect")
    picture = binh.get(page.xpath("//main//svg/image/@href")[0])
    assert picture["Content-Type"] == "image/png"
    assert picture.content.startswith(PNG)
    assert page.xpath("//a[@rel='next']/@href") == [f"/documents/{printed}/pages/2/"]
    assert not page.xpath("//a[@rel='prev']")


def test_a_page_without_figures_says_so(binh, cast):
    number = intake.receive(
        data=pdf("Cấp 12 giấy phép #pagebreak() Kính gửi"),
        name="thư.pdf",
        unit=BEN_TRE,
        period="2019",
        by=BINH.username,
        at=AT,
    )

    shown = binh.get(f"/documents/{number}/pages/2/").content.decode()

    assert "Không đọc thấy số liệu nào trên trang này." in shown
    assert 'rel="prev"' in shown
    assert 'rel="next"' not in shown


@pytest.mark.parametrize(
    "address", ["pages/1/", "pages/1/picture/", "f1/surroundings/"]
)
def test_pages_of_an_original_are_for_who_has_signed_in(client, printed, address):
    answer = client.get(f"/documents/{printed}/{address}")

    assert answer.status_code == 302
    assert "/account/sign-in/" in answer["Location"]


@pytest.mark.parametrize("address", ["pages/3/", "pages/0/", "pages/3/picture/"])
def test_a_page_that_is_not_there_is_answered_with_one_sentence(binh, printed, address):
    answer = binh.get(f"/documents/{printed}/{address}")

    assert answer.status_code == 404
    assert "Tệp gốc không có trang" in answer.content.decode()


def test_a_text_without_pages_shows_none(binh, document):
    assert binh.get(f"/documents/{document}/pages/1/").status_code == 404
    assert binh.get(f"/documents/{document}/f1/surroundings/").status_code == 404
    assert not page_of(binh, f"/documents/{document}/f1/").xpath("//main//img")


def test_a_page_that_cannot_be_drawn_is_answered_with_one_sentence(
    binh, printed, monkeypatch
):
    monkeypatch.setattr(facsimiles, "_KEPT", facsimiles.Kept())
    monkeypatch.setattr(facsimiles, "COMMAND", ["false"])

    answer = binh.get(f"/documents/{printed}/pages/1/")

    assert answer.status_code == 409
    assert "Tải tệp gốc về để xem trang đó." in answer.content.decode()
    # The reasons of the figure are there all the same.
    assert binh.get(f"/documents/{printed}/f1/").status_code == 200


def test_the_document_leads_to_its_pages(binh, printed, document):
    address = f"/documents/{printed}/pages/1/"

    assert page_of(binh, f"/documents/{printed}/").xpath(f"//a[@href='{address}']")
    assert "như in" not in binh.get(f"/documents/{document}/").content.decode()


def test_an_entry_shows_the_page_that_its_number_was_read_on(binh, printed):
    by = {"by": BINH.username, "at": AT}
    intake.accept_outside_catalogue(document=printed, figures=["f2"], **by)
    (number,) = intake.post(document=printed, **by).entries

    page = page_of(binh, f"/entries/{number}/")

    (image,) = page.xpath("//main//img")
    assert image.get("src") == f"/documents/{printed}/f2/surroundings/"
