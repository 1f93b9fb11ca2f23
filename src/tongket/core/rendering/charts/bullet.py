"""A bullet chart: one bar against the mark it was to reach."""

from decimal import Decimal

from tongket.core.rendering.charts.drawing import Caption, add, canvas, finished
from tongket.core.rendering.charts.scale import Scale

_WIDTH, _HEIGHT = 135, 18
# The bar ends here even when the plan was passed many times over.
_MOST = Decimal(150)


def bullet(caption: Caption, *, actual: Decimal, plan: Decimal) -> str:
    """Draw *actual* as a bar and *plan* as an upright mark, on a track to 150 %.

    *plan* is above zero. A bar that would pass 150 % ends in an arrow.
    """
    scale = Scale(Decimal(0), _MOST, Decimal(50), start=0, end=_WIDTH)
    per_cent = actual * 100 / plan
    svg = canvas(caption, width=_WIDTH, height=_HEIGHT)
    add(
        svg,
        "rect",
        class_="chart-track",
        x=0,
        y=4,
        width=_WIDTH,
        height=10,
        fill="#dbe4e5",
    )
    length = scale.at(max(Decimal(0), min(per_cent, _MOST)))
    add(
        svg,
        "rect",
        class_="chart-actual",
        x=0,
        y=4,
        width=length,
        height=10,
        fill="#0b5d70",
    )
    if per_cent > _MOST:
        arrow = f"M{_WIDTH - 10} 4 L{_WIDTH} 9 L{_WIDTH - 10} 14 Z"
        add(svg, "path", class_="chart-beyond", d=arrow, fill="#ffffff")
    mark = scale.at(Decimal(100))
    add(
        svg,
        "rect",
        class_="chart-plan",
        x=mark - 1,
        y=0,
        width=3,
        height=_HEIGHT,
        fill="#1a2730",
    )
    return finished(svg)
