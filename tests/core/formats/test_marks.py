"""Places on a pdf page: whole numbers on the page as it is shown, or none at all."""

from math import inf, nan

import pytest

from tests.core.formats.files import raw_pdf, received
from tongket.core.reading.formats.pdf.sheet.glyphs import Pdf
from tongket.core.reading.formats.pdf.sheet.marks import Size, View, hundredths
from tongket.core.reading.formats.unreadable import Unreadable

A4 = View(Size(59_500, 84_200))


def test_a_box_is_the_same_whichever_corner_it_is_told_from():
    assert A4.box(30, 40, 10, 20) == A4.box(10, 20, 30, 40) == (1000, 2000, 3000, 4000)


@pytest.mark.parametrize("edge", [nan, inf, -inf, 10**8])
def test_a_box_off_all_pages_is_none(edge):
    assert A4.box(10, 20, edge, 40) is None


@pytest.mark.parametrize(("length", "whole"), [(2, 200), (nan, 0), (inf, 0), (1e9, 0)])
def test_a_length_that_is_none_is_nought(length, whole):
    assert hundredths(length) == whole


# Each time what follows is drawn a hundred thousand times as large.
LARGER = b"99999 0 0 99999 0 0 cm "


@pytest.mark.parametrize("times", [2, 8])
def test_letters_as_large_as_a_country_are_no_words(times):
    content = (
        b"q "
        + LARGER * times
        + b"BT /F1 12 Tf 100 700 Td (xa 13) Tj ET 0 0 m 9 0 l S Q "
    )
    near = b"BT /F1 12 Tf 100 600 Td (gan 12) Tj ET"

    assert received(raw_pdf(content + near)).text == "gan 12\n"


def test_what_goes_wrong_while_a_file_opens_leaves_the_door_open_for_the_next():
    with pytest.raises(TypeError), Pdf(12):  # type: ignore[arg-type]
        pass
    with pytest.raises(Unreadable), Pdf(b"%PDF-1.4"):
        pass

    assert received(raw_pdf(b"BT /F1 12 Tf 9 9 Td (gan 12) Tj ET")).text == "gan 12\n"


def test_a_page_that_is_cut_to_size_counts_from_its_own_corner():
    words = b"BT /F1 12 Tf 100 700 Td (Bang 12) Tj ET"
    box = received(raw_pdf(words, page=b"/CropBox[50 100 500 750]")).places[0].box

    assert box is not None
    assert (box.left, box.bottom // 100) == (5000, 597)
