"""The frame of a series: the upright scale, its grid lines and the period names."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.etree import ElementTree as ET

from tongket.core.rendering.charts.drawing import (
    Caption,
    Point,
    Written,
    add,
    canvas,
    write,
)
from tongket.core.rendering.charts.scale import Scale, scale_for

TOP, BOTTOM, HEIGHT, LABEL_HEIGHT = 18, 218, 268, 16
# Wide enough for "6 tháng đầu" in the size of the labels.
COLUMN = 92
_DIGIT = 8


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawing begun: the canvas, the upright scale and where each period stands."""

    svg: ET.Element
    scale: Scale
    left: int

    def middle(self, place: int) -> int:
        """Return the middle of the column of the period at *place* (from 0)."""
        return self.left + place * COLUMN + COLUMN // 2


def known(points: Sequence[Point]) -> list[Decimal]:
    """Return every value of the series, planned or come true."""
    both = [value for point in points for value in (point.actual, point.plan)]
    return [value for value in both if value is not None]


def framed(
    caption: Caption,
    points: Sequence[Point],
    *,
    written: Written,
    from_zero: bool = True,
    low_on_top: bool = False,
) -> Frame:
    """Begin a drawing of *points* with grid lines and period names.

    A rank reads best with the first place on top: `low_on_top` turns the scale round.
    """
    start, end = (TOP, BOTTOM) if low_on_top else (BOTTOM, TOP)
    scale = scale_for(known(points), start=start, end=end, from_zero=from_zero)
    ticks = [(tick, written(tick)) for tick in scale.ticks()]
    left = 14 + max(len(words) for _, words in ticks) * _DIGIT
    width = left + COLUMN * max(1, len(points)) + 8
    frame = Frame(canvas(caption, width=width, height=HEIGHT), scale, left)
    for tick, words in ticks:
        y = scale.at(tick)
        add(
            frame.svg,
            "line",
            class_="chart-grid",
            x1=left,
            x2=width - 8,
            y1=y,
            y2=y,
            stroke="#dfe4e4",
        )
        _label(frame.svg, words, x=left - 8, y=y + 4, anchor="end")
    for place, point in enumerate(points):
        for row, line in enumerate(lines(point.label)):
            y = BOTTOM + 20 + row * LABEL_HEIGHT
            _label(frame.svg, line, x=frame.middle(place), y=y)
    return frame


def _label(
    svg: ET.Element, words: str, *, x: int, y: int, anchor: str = "middle"
) -> None:
    write(
        svg,
        words,
        class_="chart-label",
        x=x,
        y=y,
        text_anchor=anchor,
        font_size=13,
        fill="#52616b",
    )


def lines(label: str, *, longest: int = 13) -> list[str]:
    """Break a period name into lines that fit under its column.

    >>> lines("6 tháng đầu năm 2018")
    ['6 tháng đầu', 'năm 2018']
    """
    found = [""]
    for word in label.split():
        if found[-1] and len(found[-1]) + 1 + len(word) > longest:
            found.append(word)
        else:
            found[-1] = f"{found[-1]} {word}".strip()
    return found
