"""Two documents that speak of one thing say the same, or it is told why not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tongket.content.messages import messages
from tongket.core.checks.across import across
from tongket.core.checks.messages import disagreement
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.period import Period, PeriodKind, Window
from tongket.core.nouns.span import Span
from tongket.core.nouns.stated import Stated

YEAR = Period("2019", PeriodKind.YEAR, date(2019, 1, 1), date(2020, 1, 1))
HALF = Period("2019-H1", PeriodKind.HALF_YEAR, date(2019, 1, 1), date(2019, 7, 1))
REPORT_HALF = Period(
    "2019-H1",
    PeriodKind.HALF_YEAR,
    date(2018, 12, 15),
    date(2019, 6, 15),
    Window.DECREE_09,
)
OWN = Stated(
    indicator="NV.01",
    unit="O83",
    period=HALF,
    value=Decimal(61),
    measure="nhiệm vụ",
    document="Báo cáo của phòng",
    span=Span(0, 2),
)
OTHER = replace(OWN, document="Báo cáo của sở")


def test_the_same_value_twice_is_no_finding() -> None:
    assert across([OWN, OTHER]) == ()


def test_two_values_of_one_thing_disagree() -> None:
    (found,) = across([OWN, replace(OTHER, value=Decimal(58))])

    assert (found.code, found.gap, found.explanation) == ("C101", Decimal(-3), "")
    assert found.arithmetic == "58 − 61 = −3"


@pytest.mark.parametrize(
    "changed",
    [
        {"indicator": "NV.02"},
        {"unit": "O84"},
        {"breakdown": (("level", "province"),)},
        {"stage": "plan"},
        {"measure": "đề tài"},
        {"period": YEAR},
        {"bound": Bound.APPROX},
    ],
)
def test_values_of_different_things_are_not_compared(
    changed: dict[str, object],
) -> None:
    assert across([OWN, replace(OTHER, value=Decimal(58), **changed)]) == ()


def test_rounded_values_agree_within_their_digits() -> None:
    exact = replace(OWN, value=Decimal("12221.4"), quantum=Decimal("0.1"))
    billions = replace(OTHER, value=Decimal(12000), quantum=Decimal(1000))

    assert across([exact, billions]) == ()
    assert len(across([exact, replace(billions, quantum=Decimal(10))])) == 1


def test_other_days_under_one_name_explain_a_difference() -> None:
    (found,) = across([OWN, replace(OTHER, value=Decimal(58), period=REPORT_HALF)])

    assert found.explanation == "window"
    assert disagreement(found, messages("vi")) == (
        "Cùng một chỉ tiêu, cùng tên kỳ: Báo cáo của phòng ghi 61 nhiệm vụ (từ 1/1/2019 "
        "đến 30/6/2019), Báo cáo của sở ghi 58 nhiệm vụ (từ 15/12/2018 đến 14/6/2019), "
        "chênh 3. Hai kỳ tính theo mốc ngày khác nhau nên có thể cả hai đều đúng; ghi rõ "
        "mốc ngày bên cạnh số liệu. (C101)"
    )


def test_a_half_year_has_no_more_than_its_year() -> None:
    half = replace(OWN, adds_up=True)
    year = replace(OTHER, period=YEAR, adds_up=True, value=Decimal(60))

    (found,) = across([year, half])

    assert (found.code, found.first, found.second) == ("C102", half, year)
    assert across([half, replace(year, value=Decimal(61))]) == ()


SECOND = Period("2019-H2", PeriodKind.HALF_YEAR, date(2019, 7, 1), date(2020, 1, 1))


def halves(first: int, second: int, year: int) -> list[Stated]:
    flow = replace(OWN, adds_up=True)
    return [
        replace(flow, value=Decimal(year), period=YEAR, document="Báo cáo năm"),
        replace(flow, value=Decimal(second), period=SECOND, document="Cuối năm"),
        replace(flow, value=Decimal(first), document="Giữa năm"),
    ]


def test_two_halves_make_up_their_year() -> None:
    values = halves(40, 25, 61)

    (found,) = across(values)

    assert (found.code, found.explanation, found.gap) == ("C102", "sum", Decimal(-4))
    assert (found.first, found.second) == (values[1], values[0])
    assert found.arithmetic == "40 + 25 = 65 ≠ 61"
    assert across(halves(40, 21, 61)) == ()


def test_a_half_that_has_more_than_its_year_is_told_alone() -> None:
    (found,) = across(halves(70, 25, 61))

    assert (found.explanation, found.arithmetic) == ("", "61 − 70 = −9")


def test_periods_with_a_gap_between_them_make_up_nothing() -> None:
    first, _, year = reversed(halves(40, 25, 61))
    autumn = Period("2019-Q4", PeriodKind.QUARTER, date(2019, 10, 1), date(2020, 1, 1))

    assert across([year, first, replace(first, period=autumn)]) == ()


def test_what_does_not_add_up_is_not_added_up() -> None:
    assert across([replace(one, adds_up=False) for one in halves(40, 25, 61)]) == ()
    assert across([replace(one, stage="plan") for one in halves(40, 25, 61)]) == ()


def divisions(*values: int, department: int) -> list[Stated]:
    flow = replace(OWN, adds_up=True)
    below = [
        replace(flow, unit=f"O83.{place}", parent="O83", value=Decimal(value))
        for place, value in enumerate(values)
    ]
    return [*below, replace(flow, value=Decimal(department), document="Sở")]


def test_divisions_have_no_more_than_their_department() -> None:
    values = divisions(40, 25, department=61)

    (found,) = across(values)

    assert (found.code, found.explanation, found.gap) == ("C102", "units", Decimal(-4))
    assert (found.first, found.second) == (values[1], values[2])
    assert found.arithmetic == "40 + 25 = 65 > 61"
    assert across(divisions(40, 21, department=61)) == ()
    assert across(divisions(40, department=61)) == ()


def test_one_division_with_more_than_its_department_is_found() -> None:
    (found,) = across(divisions(70, department=61))

    assert found.arithmetic == "70 > 61"


def test_units_beside_each_other_are_not_added_up() -> None:
    values = [replace(one, parent="") for one in divisions(40, 25, department=61)]

    assert across(values) == ()
    assert (
        across([replace(one, adds_up=False) for one in divisions(70, department=6)])
        == ()
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_sums_are_told_with_their_arithmetic(language: str) -> None:
    found = [*across(halves(40, 25, 61)), *across(divisions(40, 25, department=61))]

    told = [disagreement(one, messages(language)) for one in found]

    assert "40 + 25 = 65 ≠ 61" in told[0]
    assert "40 + 25 = 65 > 61" in told[1]


def test_a_stock_may_fall_within_the_year() -> None:
    assert across([OWN, replace(OTHER, period=YEAR, value=Decimal(60))]) == ()


def test_a_half_year_from_december_is_within_its_year_by_name() -> None:
    half = replace(OWN, adds_up=True, period=REPORT_HALF)
    year = replace(OTHER, period=YEAR, adds_up=True, value=Decimal(60))

    (found,) = across([half, year])

    assert (found.code, found.explanation) == ("C102", "window")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_disagreement_can_be_told(language: str) -> None:
    values = [
        replace(OWN, adds_up=True),
        replace(OTHER, adds_up=True, value=Decimal(62), period=REPORT_HALF),
        replace(OTHER, adds_up=True, value=Decimal(63)),
        replace(OTHER, adds_up=True, value=Decimal(40), period=YEAR),
    ]

    told = [disagreement(found, messages(language)) for found in across(values)]

    assert [line[-6:] for line in told] == ["(C101)", "(C101)", "(C102)"]
    assert not any("{" in line for line in told)


def test_the_year_around_a_half_year_is_found_by_its_days_too() -> None:
    summer = Period("2019-S", PeriodKind.SPAN, date(2019, 6, 1), date(2019, 9, 1))
    part = replace(OWN, adds_up=True, period=summer)

    for whole, count in (
        (YEAR, 1),
        (replace(summer, code="2019-X"), 1),
        (HALF, 0),
        (replace(YEAR, code="2019-H2", start=date(2019, 7, 1)), 0),
    ):
        longer = replace(OTHER, adds_up=True, value=Decimal(60), period=whole)
        assert len(across([part, longer])) == count


def test_only_what_was_measured_grows_with_its_period() -> None:
    half = replace(OWN, adds_up=True, stage="plan")
    year = replace(OTHER, period=YEAR, adds_up=True, stage="plan", value=Decimal(60))

    assert across([half, year]) == ()
    assert len(across([replace(one, stage="estimate") for one in (half, year)])) == 1


def test_a_disagreement_is_a_contradiction_of_exact_values() -> None:
    (found,) = across([OWN, replace(OTHER, value=Decimal(62), quantum=Decimal(1))])

    assert found.severity == "contradiction"
    assert across([OWN, replace(OTHER, value=Decimal(62), quantum=Decimal(2))]) == ()
    assert across([OWN, replace(OTHER, value=Decimal("61.4"))]) == ()
    assert len(across([OWN, replace(OTHER, value=Decimal("61.6"))])) == 1


def test_a_value_without_a_measure_is_told_bare() -> None:
    bare = replace(OWN, measure="")
    (found,) = across([bare, replace(bare, value=Decimal(58), document="B")])

    assert "ghi 61, B ghi 58, chênh 3" in disagreement(found, messages("vi"))


def test_each_value_is_held_against_the_first_of_its_period() -> None:
    values = [OWN, replace(OTHER, value=Decimal(58)), replace(OTHER, value=Decimal(61))]

    assert [found.second.value for found in across(values)] == [58]
