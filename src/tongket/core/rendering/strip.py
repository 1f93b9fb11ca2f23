"""A strip of a page: the line on which a figure stands, the figure framed."""

from base64 import b64encode
from xml.etree import ElementTree as ET

from tongket.core.nouns.document import Box
from tongket.core.nouns.facsimile import MARGIN, Facsimile, Frame
from tongket.core.rendering.charts.drawing import add, finished

# A strip is so many times as wide as it is high; on a narrow screen it shows half of
# the width of the page, so that its letters can be read.
WIDE, NARROW = 4, 2


def strip(facsimile: Facsimile, figure: str, *, narrow: bool = False) -> str:
    """Return the surroundings of a figure on its page as a picture (SVG).

    Without a box of the figure on the page, the head of the page is shown.
    """
    boxes = facsimile.boxes_of(figure)
    left, top, width, height = _window(facsimile, boxes, narrow=narrow)
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"{left} {top} {width} {height}",
        },
    )
    encoded = b64encode(facsimile.picture).decode()
    add(
        svg,
        "image",
        href=f"data:image/png;base64,{encoded}",
        width=facsimile.width,
        height=facsimile.height,
    )
    for box in boxes:
        _draw(svg, facsimile.frame(box))
    return finished(svg)


def _draw(svg: ET.Element, frame: Frame) -> None:
    add(
        svg,
        "rect",
        x=frame.x,
        y=frame.y,
        width=frame.width,
        height=frame.height,
        rx=MARGIN,
        fill="#f0a020",
        fill_opacity="0.25",
        stroke="#b34700",
        stroke_width=100,
    )


def _window(
    facsimile: Facsimile, boxes: tuple[Box, ...], *, narrow: bool
) -> tuple[int, int, int, int]:
    """Return left, top, width and height of what is shown, all of it on the page."""
    width = facsimile.width // 2 if narrow else facsimile.width
    height = width // (NARROW if narrow else WIDE)
    if not boxes:
        return 0, 0, width, height
    first = boxes[0]
    across = (first.left + first.right) // 2
    down = facsimile.height - (first.top + first.bottom) // 2
    return (
        min(max(across - width // 2, 0), facsimile.width - width),
        min(max(down - height // 2, 0), max(facsimile.height - height, 0)),
        width,
        height,
    )
