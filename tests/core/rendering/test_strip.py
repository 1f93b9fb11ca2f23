"""A strip shows the line on which a figure stands, and never more than the page."""

import pytest
from lxml import etree

from tongket.core.nouns.document import Box
from tongket.core.nouns.facsimile import Facsimile, Marked
from tongket.core.rendering.strip import strip

SVG = "{http://www.w3.org/2000/svg}"
WIDTH, HEIGHT = 60_000, 80_000


def page(*boxes: Box) -> Facsimile:
    return Facsimile(1, 1, WIDTH, HEIGHT, b"\x89PNG", (Marked("f1", boxes),))


def window(drawn: str) -> list[int]:
    return [int(each) for each in etree.fromstring(drawn).attrib["viewBox"].split()]


def test_the_figure_stands_in_the_middle_of_the_strip_and_is_framed():
    box = Box(1, 30_000, 40_000, 31_000, 41_000)

    drawn = strip(page(box), "f1")

    assert window(drawn) == [0, 32_000, 60_000, 15_000]
    (frame,) = etree.fromstring(drawn).iter(f"{SVG}rect")
    assert int(frame.attrib["x"]) < box.left
    assert int(frame.attrib["y"]) < HEIGHT - box.top


def test_on_a_narrow_screen_it_shows_half_of_the_width_around_the_figure():
    box = Box(1, 30_000, 40_000, 31_000, 41_000)

    assert window(strip(page(box), "f1", narrow=True)) == [
        15_500,
        32_000,
        30_000,
        15_000,
    ]


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize(
    "corner",
    [Box(1, 0, 0, 9, 9), Box(1, 0, 79_990, 9, 80_000), Box(1, 59_990, 0, 60_000, 9)],
)
def test_it_never_shows_what_lies_beside_the_page(corner, narrow):
    left, top, width, height = window(strip(page(corner), "f1", narrow=narrow))

    assert 0 <= left <= left + width <= WIDTH
    assert 0 <= top <= top + height <= HEIGHT


def test_without_a_box_it_shows_the_head_of_the_page():
    drawn = strip(page(), "f1")

    assert window(drawn)[:2] == [0, 0]
    assert not [*etree.fromstring(drawn).iter(f"{SVG}rect")]
