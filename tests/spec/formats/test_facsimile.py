"""A page of a pdf is shown as it looks, with the very letters of a figure boxed."""

from struct import unpack

import pytest
from tests.core.formats.files import pdf, raw_pdf, received

from tongket.core.nouns.document import Box
from tongket.core.nouns.facsimile import Facsimile, Part, Sought
from tongket.core.reading.formats.pdf.sheet.facsimile import facsimile, lined_up
from tongket.core.reading.formats.unreadable import Unreadable


def shown(data: bytes, letters: str, nth: int = 0) -> tuple[Facsimile, Box, Box]:
    """Show where *letters* stand: the page, their own box, that of their line."""
    document = received(data)
    at = -1
    for _ in range(nth + 1):
        at = document.text.index(letters, at + 1)
    place = next(
        each for each in document.places if each.span.start <= at < each.span.end
    )
    assert place.box is not None
    before = len("".join(document.text[place.span.start : at].split()))
    part = Part(place.box, "".join(letters.split()), before)
    page = facsimile(data, place.box.page, [Sought("f1", (part,))])
    (box,) = page.boxes_of("f1")
    return page, box, place.box


def test_a_figure_is_boxed_by_its_own_letters_not_by_its_line():
    page, box, line = shown(pdf("Nghiệm thu 1.187 đề tài trong năm"), "1.187")

    assert line.left < box.left < box.right < line.right
    assert (box.right - box.left) * 4 < line.right - line.left
    assert (page.page, page.pages) == (1, 1)


def test_blanks_within_a_figure_do_not_hide_it():
    _, number, line = shown(pdf("Chi 38,5 tỷ đồng"), "38,5 tỷ")

    assert line.left < number.left < number.right < line.right


def test_a_number_said_twice_on_a_line_is_boxed_where_it_stands():
    text = pdf("Cấp 12 giấy phép, thu hồi 12 giấy phép")

    _, first, _ = shown(text, "12")
    _, second, _ = shown(text, "12", nth=1)

    assert first.right < second.left


def test_letters_that_are_not_found_are_marked_by_the_box_they_were_read_in():
    line = Box(1, 5_000, 60_000, 20_000, 62_000)

    page = facsimile(pdf("Cấp 12"), 1, [Sought("f1", (Part(line, "34"),))])

    assert page.boxes_of("f1") == (line,)
    assert page.boxes_of("f2") == ()


def test_the_words_of_one_line_share_a_frame_and_a_new_line_gets_its_own():
    number, scale = Box(1, 0, 700, 100, 800), Box(1, 120, 705, 150, 790)
    below = Box(1, 0, 500, 40, 600)

    assert lined_up([number, scale, below]) == (Box(1, 0, 700, 150, 800), below)


def dots(picture: bytes) -> tuple[int, int, int]:
    """Return width, height and colour type of a PNG."""
    assert picture.startswith(b"\x89PNG")
    width, height, _, kind = unpack(">IIBB", picture[16:26])
    return width, height, kind


def test_a_page_in_black_is_a_grey_picture_and_a_red_stamp_stays_red():
    grey, _, _ = shown(pdf("Cấp 12 giấy phép"), "12")
    red = facsimile(raw_pdf(b"1 0 0 rg 100 100 200 200 re f"), 1, [])

    assert dots(grey.picture)[2] == 0
    assert dots(red.picture)[2] == 2


@pytest.mark.parametrize("size", [b"1 900", b"14000 3", b"14000 14000", b"0.01 0.01"])
def test_no_page_is_drawn_larger_than_a_screen_shows(size):
    page = facsimile(raw_pdf(b"", page=b"/MediaBox[0 0 " + size + b"]"), 1, [])

    width, height, _ = dots(page.picture)
    assert width <= 1_100
    assert height <= 2_200


def test_a_page_that_the_file_does_not_have_is_none():
    for number in (0, 2):
        with pytest.raises(LookupError):
            facsimile(pdf("Cấp 12"), number, [])


def test_a_page_that_does_not_open_is_told():
    broken = pdf("Cấp 12").replace(b"/Type /Page\n", b"/Type /Pagf\n")
    lost = raw_pdf(b"").replace(b"/Kids[4 0 R]", b"/Kids[9 0 R]")

    for data in (broken[:200], lost):
        with pytest.raises(Unreadable) as refusal:
            facsimile(data, 1, [])
        assert refusal.value.code == "file_pdf_broken"
