"""Reporting periods: the days they cover and what they are called."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.content import periods
from tongket.core.nouns.period import PeriodKind, Window

QUARTERS = [f"-Q{quarter}" for quarter in range(1, 5)]
MONTHS = [f"-M{month:02}" for month in range(1, 13)]
CODES = st.builds(
    "{}{}".format,
    st.integers(1990, 2090),
    st.sampled_from(["", "-H1", "-H2", "-9M", *QUARTERS, *MONTHS]),
)


@pytest.mark.parametrize(
    ("code", "kind", "days"),
    [
        ("2019", PeriodKind.YEAR, (date(2019, 1, 1), date(2020, 1, 1))),
        ("2018-H1", PeriodKind.HALF_YEAR, (date(2018, 1, 1), date(2018, 7, 1))),
        ("2018-H2", PeriodKind.HALF_YEAR, (date(2018, 7, 1), date(2019, 1, 1))),
        ("2019-9M", PeriodKind.NINE_MONTHS, (date(2019, 1, 1), date(2019, 10, 1))),
        ("2019-Q3", PeriodKind.QUARTER, (date(2019, 7, 1), date(2019, 10, 1))),
        ("2019-M12", PeriodKind.MONTH, (date(2019, 12, 1), date(2020, 1, 1))),
        ("2016..2018", PeriodKind.SPAN, (date(2016, 1, 1), date(2019, 1, 1))),
    ],
)
def test_a_calendar_period_covers_whole_months(code, kind, days):
    period = periods.period(code)

    assert (period.kind, (period.start, period.end)) == (kind, days)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2019", date(2018, 12, 15), date(2019, 12, 14)),
        ("2019-H1", date(2018, 12, 15), date(2019, 6, 14)),
        ("2019-H2", date(2019, 6, 15), date(2019, 12, 14)),
        ("2019-9M", date(2018, 12, 15), date(2019, 9, 14)),
        ("2019-Q2", date(2019, 3, 15), date(2019, 6, 14)),
        ("2019-M01", date(2018, 12, 15), date(2019, 1, 14)),
    ],
)
def test_a_period_of_decree_09_runs_from_the_fifteenth_to_the_fourteenth(
    code, first, last
):
    period = periods.period(code, Window.DECREE_09)

    assert period.start == first
    assert period.end - timedelta(days=1) == last


def test_decree_09_governs_reports_from_its_day_in_force():
    assert not periods.is_in_force(Window.DECREE_09, date(2019, 3, 11))
    assert periods.is_in_force(Window.DECREE_09, date(2019, 3, 12))
    assert periods.is_in_force(Window.CALENDAR, date(2018, 8, 10))


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        ("2019", "năm 2019", "2019"),
        ("2018-H1", "6 tháng đầu năm 2018", "first half of 2018"),
        ("2018-H2", "6 tháng cuối năm 2018", "second half of 2018"),
        ("2019-9M", "9 tháng đầu năm 2019", "first nine months of 2019"),
        ("2019-Q4", "quý IV năm 2019", "quarter IV of 2019"),
        ("2019-M05", "tháng 5 năm 2019", "May 2019"),
        ("2016..2018", "giai đoạn 2016–2018", "2016–2018"),
    ],
)
def test_a_period_is_called_as_reports_call_it(code, vi, en):
    period = periods.period(code)

    assert periods.label(period) == vi
    assert periods.label(period, "en") == en


@pytest.mark.parametrize(
    "code",
    ["", "19", "2019-H3", "2019-Q5", "2019-M13", "2019-M1", "2018..2016", "2019-"],
)
def test_a_code_that_names_no_period_is_answered_with_those_that_do(code):
    with pytest.raises(periods.UnknownPeriod, match=r"2018-H1"):
        periods.period(code)


@given(CODES, st.sampled_from(Window))
def test_the_same_period_a_year_earlier_is_as_long_and_ends_a_year_earlier(
    code, window
):
    now = periods.period(code, window)
    before = periods.period(periods.previous_year(code), window)

    assert before.end.year == now.end.year - 1
    assert (before.end.month, before.end.day) == (now.end.month, now.end.day)
    assert before.kind is now.kind


def test_a_span_of_years_moves_back_as_a_whole():
    assert periods.previous_year("2016..2018") == "2015..2017"


@pytest.mark.parametrize("endings", [["-H1", "-H2"], QUARTERS, MONTHS])
@given(st.integers(1990, 2090), st.sampled_from(Window))
def test_halves_quarters_and_months_tile_the_year(endings, year, window):
    whole = periods.period(str(year), window)
    parts = [periods.period(f"{year}{ending}", window) for ending in endings]

    assert parts[0].start == whole.start
    assert parts[-1].end == whole.end
    assert all(a.end == b.start for a, b in pairwise(parts))
