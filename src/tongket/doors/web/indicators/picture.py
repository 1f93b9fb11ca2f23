"""The chart of a series: columns for amounts, a line for shares, scores and ranks."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from tongket.core.nouns.entry import Entry
from tongket.core.nouns.indicator import Aggregation, Indicator
from tongket.core.rendering.charts.columns import columns
from tongket.core.rendering.charts.drawing import Caption, Point
from tongket.core.rendering.charts.line import line
from tongket.doors.web import numerals, words
from tongket.doors.web.indicators.series import Row, comparable

RANK = "hạng"


def picture(indicator: Indicator, rows: Sequence[Row]) -> SafeString | None:
    """Draw the rows that compare with each other; None when there are fewer than two.

    A single bar would say nothing that its number does not say better.
    """
    drawn = comparable(rows)
    points = [_point(row) for row in drawn]
    if len([each for each in points if each.actual is not None]) < 2:
        return None
    caption = Caption(
        name=f"series-{indicator.code}",
        title=words.name_of(indicator),
        description="; ".join(_said(row, indicator) for row in drawn),
    )
    written = _written(indicator, points)
    if indicator.measure == RANK:
        svg = line(caption, points, written=written, low_on_top=True)
    elif indicator.aggregation in {Aggregation.RATIO, Aggregation.AVERAGE}:
        svg = line(caption, points, written=written)
    else:
        svg = columns(caption, points, written=written)
    return mark_safe(svg)  # noqa: S308 - drawn by ElementTree, which escapes


def _point(row: Row) -> Point:
    came = row.actual or row.estimate
    return Point(
        label=words.period_name(row.period),
        actual=came.draft.value if came else None,
        plan=row.plan.draft.value if row.plan else None,
        estimated=row.actual is None,
    )


def _written(indicator: Indicator, points: Sequence[Point]) -> numerals.Written:
    language = get_language() or "vi"
    largest = max(
        (abs(value) for each in points for value in (each.actual, each.plan) if value),
        default=Decimal(0),
    )
    if indicator.measure == "đồng" and largest >= 10**6:
        return lambda value: numerals.amount(value, "đồng", language).removesuffix(
            " đồng"
        )
    return lambda value: numerals.written(value, language)


def _said(row: Row, indicator: Indicator) -> str:
    parts = [words.period_name(row.period)]
    parts += [
        f"{word} {_amount(entry, indicator)}"
        for word, entry in (
            (gettext("kế hoạch"), row.plan),
            (gettext("thực hiện"), row.actual),
            (gettext("ước"), None if row.actual else row.estimate),
        )
        if entry is not None
    ]
    return ": ".join((parts[0], ", ".join(parts[1:])))


def _amount(entry: Entry, indicator: Indicator) -> str:
    value = entry.draft.value
    if value is None:
        return entry.draft.displayed
    return numerals.amount(value, indicator.measure, get_language() or "vi")
