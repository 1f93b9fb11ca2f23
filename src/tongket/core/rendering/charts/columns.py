"""Columns: one bar a period, and the mark that was planned for it."""

from collections.abc import Sequence
from decimal import Decimal

from tongket.core.rendering.charts.drawing import (
    Caption,
    Point,
    Written,
    add,
    finished,
    hint,
    write,
)
from tongket.core.rendering.charts.frame import COLUMN, Frame, framed

_BAR = 44
# The height of the digits above a bar.
_DIGITS = 22


def columns(caption: Caption, points: Sequence[Point], *, written: Written) -> str:
    """Draw a series of flows or stocks: bars stand on zero, plans are upright marks.

    *written* turns a value into the digits of the page's language.
    """
    frame = framed(caption, points, written=written)
    for place, point in enumerate(points):
        _bar(frame, point, place=place, written=written)
        _plan(frame, point, place=place, written=written)
    return finished(frame.svg)


def _bar(frame: Frame, point: Point, *, place: int, written: Written) -> None:
    if point.actual is None:
        return
    x, zero = frame.middle(place), frame.scale.at(Decimal(0))
    y = frame.scale.at(point.actual)
    top = min(y, zero)
    # The digits stand above the bar, and above the plan's mark where they would meet.
    mark = top if point.plan is None else frame.scale.at(point.plan)
    above = mark if top - _DIGITS < mark < top else top
    bar = add(
        frame.svg,
        "rect",
        class_="chart-estimate" if point.estimated else "chart-actual",
        x=x - _BAR // 2,
        y=top,
        width=_BAR,
        height=abs(zero - y),
        fill="#6a9eaa" if point.estimated else "#0b5d70",
    )
    hint(bar, f"{point.label}: {written(point.actual)}")
    write(
        frame.svg,
        written(point.actual),
        class_="chart-value",
        x=x,
        y=above - 6,
        text_anchor="middle",
        font_size=13,
        font_weight=600,
        fill="#1a2730",
    )


def _plan(frame: Frame, point: Point, *, place: int, written: Written) -> None:
    if point.plan is None:
        return
    x, y = frame.middle(place), frame.scale.at(point.plan)
    mark = add(
        frame.svg,
        "rect",
        class_="chart-plan",
        x=x - COLUMN // 2 + 8,
        y=y - 1,
        width=COLUMN - 16,
        height=3,
        fill="#1a2730",
    )
    hint(mark, f"{point.label}: {written(point.plan)}")
