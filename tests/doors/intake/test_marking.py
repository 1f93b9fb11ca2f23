"""The text is shown letter for letter, every figure marked once, and nothing runs."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.cast import AT, BEN_TRE, BINH
from tongket.content.lexicon import lexicon
from tongket.core.nouns.reading import Reading
from tongket.core.reading.read import read
from tongket.doors.web.intake import marking
from tongket.rooms.intake import actions as intake

NOTHING = marking.Marks({})


def body_of(reading: Reading) -> marking.Body:
    figures = {figure.id: figure.span for figure in reading.figures}
    return marking.Body(reading.text, figures, reading.others)


def shown(reading: Reading) -> list[marking.Piece]:
    body = body_of(reading)
    return [
        piece for page in body.pages for piece in marking.pieces(body, page, NOTHING)
    ]


@given(st.lists(st.sampled_from(["Cấp ", "12", " giấy phép", ",5", "\n", "/2019 "])))
def test_every_letter_is_shown_once_and_in_order(parts) -> None:
    text = "".join(parts)

    pieces = shown(read(text, lexicon()))

    assert "".join(piece.text for piece in pieces) == text


def test_every_figure_is_marked_once() -> None:
    reading = read("Cấp 12 giấy phép, 30/40 hồ sơ (75%).", lexicon())

    named = [piece.figure for piece in shown(reading) if piece.figure]

    assert named == [figure.id for figure in reading.figures]


def test_other_numbers_are_marked_as_what_they_are() -> None:
    reading = read("Ngày 15/12/2019 ban hành Quyết định số 12/QĐ-UBND.", lexicon())

    assert {piece.other for piece in shown(reading)} >= {"date", "document_number"}


def test_a_long_document_is_cut_into_pages_at_line_ends() -> None:
    line = "Tập huấn 30 lớp cho 45 doanh nghiệp.\n"
    reading = read(line * 400, lexicon())

    body = body_of(reading)
    pages = body.pages

    assert len(pages) > 1
    assert pages[0].start == 0
    assert pages[-1].end == len(reading.text)
    assert all(one.end == two.start for one, two in pairwise(pages))
    assert all(reading.text[page.end - 1] == "\n" for page in pages)


def test_a_page_never_ends_inside_a_number() -> None:
    reading = read("1.234.567 đồng " * 4000, lexicon())

    for page in body_of(reading).pages[:-1]:
        around = reading.text[page.end - 1 : page.end + 1]
        assert not re.fullmatch(r"\d[\d.]|[\d.]\d", around)


def test_a_figure_is_found_on_its_page() -> None:
    reading = read("Tập huấn 30 lớp.\n" * 500, lexicon())
    body = body_of(reading)
    pages = body.pages

    last = reading.figures[-1]

    assert body.page_of(last.span.start) == len(pages)
    assert body.page_of(0) == 1


def test_a_hostile_text_stays_text(binh) -> None:
    hostile = (
        "<script>alert(1)</script> Cấp 12 <img src=x onerror=alert(2)> giấy phép "
        '"><b>30 lớp</b> {{ settings.SECRET_KEY }} {% debug %}'
    )
    number = intake.receive(
        data=hostile.encode(),
        name="<script>x</script>.txt",
        unit=BEN_TRE,
        period="2019",
        by=BINH.username,
        at=AT,
    )

    for address in (f"/documents/{number}/", f"/documents/{number}/f1/", "/documents/"):
        page = html.fromstring(binh.get(address).content.decode())
        assert not page.xpath("//script[not(@src)]")
        assert not page.xpath("//*[@onerror]")
        assert not page.xpath("//main//img")
