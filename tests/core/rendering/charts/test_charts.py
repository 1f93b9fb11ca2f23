"""Charts show what they are given, and say it to those who do not see them."""

from decimal import Decimal
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from tongket.core.rendering.charts.bullet import bullet
from tongket.core.rendering.charts.columns import columns
from tongket.core.rendering.charts.drawing import Caption, Point
from tongket.core.rendering.charts.line import line
from tongket.core.rendering.charts.scale import scale_for

SVG = "{http://www.w3.org/2000/svg}"
CAPTION = Caption("c1", "Nhiệm vụ đang quản lý", "61 rồi 78")
amounts = st.decimals(
    min_value=0, max_value=10**13, allow_nan=False, allow_infinity=False, places=2
)


def parsed(drawing):
    return ET.fromstring(drawing)  # noqa: S314 - drawn by the code under test


def shapes(drawing, css):
    return [each for each in parsed(drawing).iter() if each.get("class") == css]


def points(*values):
    return [
        Point(str(2015 + place), None if value is None else Decimal(value))
        for place, value in enumerate(values)
    ]


def test_a_bar_is_as_long_as_its_share_of_the_plan():
    drawing = bullet(CAPTION, actual=Decimal(75), plan=Decimal(100))

    (bar,) = shapes(drawing, "chart-actual")
    (track,) = shapes(drawing, "chart-track")
    assert 2 * int(bar.get("width")) in range(134, 137), "the track ends at 150 %"
    assert int(track.get("width")) == 135


def test_a_bar_far_beyond_the_plan_stays_inside_and_points_on():
    drawing = bullet(CAPTION, actual=Decimal(900), plan=Decimal(100))

    (bar,) = shapes(drawing, "chart-actual")
    assert int(bar.get("width")) == 135
    assert len(shapes(drawing, "chart-beyond")) == 1


def test_columns_stand_on_zero_and_keep_their_proportion():
    drawing = columns(CAPTION, points("50", "100"), written=str)

    half, whole = (int(bar.get("height")) for bar in shapes(drawing, "chart-actual"))
    assert half * 2 == whole


def test_a_column_below_zero_hangs_from_it():
    drawing = columns(CAPTION, points("10", "-5"), written=str)

    up, down = shapes(drawing, "chart-actual")
    assert int(up.get("y")) + int(up.get("height")) == int(down.get("y"))


def test_a_plan_is_marked_even_before_anything_came_of_it():
    drawing = columns(CAPTION, [Point("2020", None, plan=Decimal(40))], written=str)

    assert len(shapes(drawing, "chart-plan")) == 1
    assert shapes(drawing, "chart-actual") == []


def test_an_estimate_looks_different_from_what_was_done():
    drawing = columns(
        CAPTION, [Point("2020", Decimal(40), estimated=True)], written=str
    )

    assert len(shapes(drawing, "chart-estimate")) == 1


def test_a_gap_in_a_line_stays_a_gap():
    drawing = line(CAPTION, points("41", "42", None, "43"), written=str)

    assert [
        len(run.get("points").split()) for run in shapes(drawing, "chart-line")
    ] == [2, 1]


def test_the_first_rank_stands_on_top():
    drawing = line(CAPTION, points("5", "1"), written=str, low_on_top=True)

    fifth, first = (int(dot.get("cy")) for dot in shapes(drawing, "chart-actual"))
    assert first < fifth


def test_a_long_period_name_is_broken_into_lines_under_its_column():
    drawing = columns(CAPTION, [Point("6 tháng đầu năm 2018", Decimal(1))], written=str)

    said = [label.text for label in shapes(drawing, "chart-label")]
    assert said[-2:] == ["6 tháng đầu", "năm 2018"]


def test_a_chart_of_nothing_is_an_empty_frame():
    drawing = columns(CAPTION, [], written=str)

    assert shapes(drawing, "chart-actual") == []


def test_every_chart_carries_its_title_and_description():
    svg = parsed(columns(CAPTION, points("1"), written=str))

    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "c1-title c1-desc"
    assert svg.findtext(f"{SVG}title") == CAPTION.title
    assert svg.findtext(f"{SVG}desc") == CAPTION.description


def test_words_of_the_user_never_become_markup():
    hostile = '<script>alert("x")</script>'

    drawing = columns(
        Caption("c1", hostile, hostile), [Point(hostile, Decimal(1))], written=str
    )

    assert "<script" not in drawing


@given(st.lists(amounts, min_size=1, max_size=8))
def test_every_value_stands_inside_its_scale(values):
    scale = scale_for(values, start=200, end=0)

    assert all(0 <= scale.at(value) <= 200 for value in values)
    assert scale.low <= 0 <= max(values) <= scale.high


@given(st.lists(amounts, min_size=1, max_size=8), st.booleans())
def test_a_scale_has_few_round_ticks_in_order(values, from_zero):
    ticks = scale_for(values, start=200, end=0, from_zero=from_zero).ticks()

    assert 2 <= len(ticks) <= 7
    assert list(ticks) == sorted(set(ticks))
