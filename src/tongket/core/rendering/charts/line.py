"""A line: scores, shares and ranks over the periods."""

from collections.abc import Sequence
from itertools import groupby

from tongket.core.rendering.charts.drawing import (
    Caption,
    Point,
    Written,
    add,
    finished,
    hint,
    write,
)
from tongket.core.rendering.charts.frame import COLUMN, framed


def line(
    caption: Caption,
    points: Sequence[Point],
    *,
    written: Written,
    low_on_top: bool = False,
) -> str:
    """Draw a series that does not stand on zero; a gap stays a gap.

    `low_on_top` puts the first place on top, for ranks.
    """
    frame = framed(
        caption, points, written=written, from_zero=False, low_on_top=low_on_top
    )
    places = [
        (frame.middle(place), frame.scale.at(point.actual), point.actual, point)
        for place, point in enumerate(points)
        if point.actual is not None
    ]
    # Neighbouring periods share the distance from their rank in the row.
    runs = groupby(enumerate(places), lambda each: each[1][0] - each[0] * COLUMN)
    for _, run in runs:
        path = " ".join(f"{x},{y}" for _, (x, y, _, _) in run)
        add(
            frame.svg,
            "polyline",
            class_="chart-line",
            points=path,
            fill="none",
            stroke="#0b5d70",
            stroke_width=3,
        )
    for x, y, value, point in places:
        dot = add(
            frame.svg,
            "circle",
            class_="chart-estimate" if point.estimated else "chart-actual",
            cx=x,
            cy=y,
            r=5,
            fill="#0b5d70",
        )
        hint(dot, f"{point.label}: {written(value)}")
        write(
            frame.svg,
            written(value),
            class_="chart-value",
            x=x,
            y=y - 10,
            text_anchor="middle",
            font_size=13,
            font_weight=600,
            fill="#1a2730",
        )
    return finished(frame.svg)
