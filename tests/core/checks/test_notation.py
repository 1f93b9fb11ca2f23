"""How numbers are written in the arithmetic of a claim."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.checks.marked import marked
from tongket.core.checks.values.interval import Interval
from tongket.core.checks.values.notation import (
    amount,
    decimal,
    number,
    percent,
    plain,
    rounded,
    roundness,
    simplest,
    written,
)
from tongket.core.nouns.figure import Figure


def only(mark: str) -> Figure:
    return marked(f"[[a|{mark}]]").figures[0]


@pytest.mark.parametrize(
    ("value", "last", "text"),
    [
        ("1240", None, "1.240"),
        ("1234567.5", None, "1.234.567,5"),
        ("-3", None, "−3"),
        ("0.5", "0.1", "0,5"),
        ("2.25", "0.1", "2,3"),
        ("-2.25", "0.1", "−2,3"),
        ("1250", "100", "1.300"),
        ("12", "1", "12"),
        ("7", "0.01", "7,00"),
        ("90E0", None, "90"),
        ("9E+1", None, "90"),
        ("0", None, "0"),
        (
            "1234567890123456789012345678901.25",
            "0.1",
            "1.234.567.890.123.456.789.012.345.678.901,3",
        ),
    ],
)
def test_a_number_is_written_the_vietnamese_way(
    value: str, last: str | None, text: str
) -> None:
    assert number(Decimal(value), None if last is None else Decimal(last)) == text


def test_a_fraction_without_end_is_written_to_the_digit_asked_for() -> None:
    assert number(Fraction(2, 3), Fraction(1, 1000)) == "0,667"
    assert str(decimal(Fraction(1, 3))).startswith("0.333333333333333333333333333333")


@given(st.decimals(-(10**9), 10**9, places=3), st.sampled_from([0, 1, 2, 3]))
def test_rounding_never_moves_a_value_by_more_than_half_a_digit(
    value: Decimal, places: int
) -> None:
    last = Decimal(1).scaleb(-places)

    assert abs(rounded(value, last) - value) * 2 <= last


@pytest.mark.parametrize(
    ("value", "mark", "text"),
    [
        (Decimal(11_923_000_000_000), "12.221 tỷ|đồng", "11.923 tỷ"),
        (Decimal(948_000_000), "7,958 tỷ|đồng", "0,948 tỷ"),
        (Decimal(2_500_000), "3 triệu|đồng", "3 triệu"),
        (Decimal(2_500_000), "3,1 triệu|đồng", "2,5 triệu"),
        (Decimal(1_500), "2 nghìn|lượt", "2 nghìn"),
        (Decimal(138), "139|cơ sở", "138"),
        (Decimal("17.004"), "19,07%|%", "17,00 %"),
    ],
)
def test_an_amount_is_written_in_the_scale_of_the_figure_it_belongs_to(
    value: Decimal, mark: str, text: str
) -> None:
    assert amount(value, only(mark)) == text


def test_an_amount_may_be_asked_for_to_another_digit() -> None:
    assert amount(Decimal("90.909"), only("100%|%"), Fraction(1, 10)) == "90,9 %"


def test_a_percentage_is_computed_to_one_digit_more_than_the_text_shows() -> None:
    assert percent(Fraction(5000, 132), only("37,9%|%")) == "37,88 %"
    assert percent(Fraction(5000, 132), only("38%|%")) == "37,9 %"


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        ("37,9%|%", "37,9 %"),
        ("50/132|hồ sơ", "50/132"),
        ("5.500|lượt|approx", "≈ 5.500"),
        ("25%|%|more", "> 25 %"),
        ("5|ngày|less", "< 5"),
        ("1.100  tỷ|đồng", "1.100 tỷ"),
    ],
)
def test_a_figure_is_written_as_it_stands_with_a_mark_for_its_bound(
    mark: str, text: str
) -> None:
    assert written(only(mark)) == text
    assert plain(only(mark)) == text.lstrip("≈<> ")


@pytest.mark.parametrize(
    ("low", "high", "text", "rank"),
    [
        ("16.98", "17.01", "17", 0),
        ("89.4", "90.6", "9E+1", 1),
        ("6.82", "6.92", "6.9", -1),
        ("0.5", "0.5", "0.5", -1),
        ("1099", "1101", "1.1E+3", 2),
        ("108", "122", "1.1E+2", 1),
        ("90", "130", "1E+2", 2),
        ("95", "100", "1E+2", 2),
        ("0.9", "1.4", "1", 0),
    ],
)
def test_the_roundest_value_of_an_interval(
    low: str, high: str, text: str, rank: int
) -> None:
    interval = Interval(Fraction(low), Fraction(high))

    assert str(simplest(interval)) == text
    assert roundness(interval) == rank


def test_an_interval_of_nothing_but_zero_is_not_round() -> None:
    assert simplest(Interval(Fraction(0), Fraction(0))) == 0
    assert simplest(Interval(Fraction(1, 3), Fraction(1, 3))) == decimal(Fraction(1, 3))
