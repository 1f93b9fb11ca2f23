"""An indicator over the periods: what stands in the table, what is drawn."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from tests.doors.web.test_standing import ANSWERED, MISSIONS, actual, entry, plan
from tongket.core.nouns.entry import EntryKind
from tongket.core.nouns.indicator import Aggregation, Direction
from tongket.doors.web.indicators.picture import picture
from tongket.doors.web.indicators.series import all_series, comparable

MONEY = replace(MISSIONS, code="TC-001", measure="đồng", aggregation=Aggregation.SUM)
RANK = replace(MISSIONS, code="PII-001", measure="hạng", direction=Direction.LOWER)


def rows(*entries):
    (series,) = all_series(entries, department="an-binh")
    return series.rows


def words(drawing):
    return [each.text for each in ET.fromstring(drawing).iter() if each.text]  # noqa: S314 - drawn by the code under test


def test_a_period_gathers_what_was_planned_and_what_came_of_it():
    (row,) = rows(plan(1, MISSIONS, "60"), actual(2, MISSIONS, "78"))

    assert (row.plan.number, row.actual.number) == (1, 2)


def test_periods_follow_each_other_in_time_a_half_before_its_year():
    found = rows(
        actual(1, MISSIONS, "78", period="2018"),
        actual(2, MISSIONS, "40", period="2018-H1"),
        actual(3, MISSIONS, "61", period="2017"),
    )

    assert [row.period for row in found] == ["2017", "2018-H1", "2018"]


def test_the_department_s_own_undivided_series_comes_first():
    split = (("cấp quản lý", "tỉnh"),)
    found = all_series(
        [
            actual(1, MISSIONS, "35", breakdown=split),
            actual(2, MISSIONS, "30", breakdown=split, period="2017"),
            actual(3, MISSIONS, "78"),
        ],
        department="an-binh",
    )

    assert [series.breakdown for series in found] == [(), split]


def test_unlike_lengths_of_time_are_not_drawn_side_by_side():
    found = rows(
        actual(1, MISSIONS, "61", period="2017"),
        actual(2, MISSIONS, "40", period="2018-H1"),
        actual(3, MISSIONS, "78", period="2018"),
    )

    assert [row.period for row in comparable(found)] == ["2017", "2018"]


def test_only_kinds_that_some_period_has_get_a_column():
    (series,) = all_series(
        [plan(1, MISSIONS, "60"), entry(2, MISSIONS, EntryKind.ESTIMATE, "61")],
        department="an-binh",
    )

    assert series.kinds == {"plan", "estimate"}


def test_money_is_drawn_in_the_scale_in_which_it_is_read():
    drawing = picture(
        MONEY,
        rows(
            actual(1, MONEY, "900000000", period="2017"),
            actual(2, MONEY, "1100000000", period="2018"),
        ),
    )

    assert "1,1 tỷ" in words(drawing)
    assert "900 triệu" in words(drawing)


@pytest.mark.parametrize("indicator", [ANSWERED, RANK])
def test_rates_and_ranks_are_drawn_as_a_line(indicator):
    drawing = picture(
        indicator,
        rows(
            actual(1, indicator, "20", period="2017"),
            actual(2, indicator, "12", period="2018"),
        ),
    )

    assert "chart-line" in drawing


def test_the_chart_says_in_words_what_it_shows():
    drawing = picture(
        MISSIONS,
        rows(
            actual(1, MISSIONS, "61", period="2017"),
            plan(2, MISSIONS, "75", period="2018"),
            actual(3, MISSIONS, "78", period="2018"),
        ),
    )

    said = "năm 2017: thực hiện 61 nhiệm vụ; "
    assert said + "năm 2018: kế hoạch 75 nhiệm vụ, thực hiện 78 nhiệm vụ" in words(
        drawing
    )
