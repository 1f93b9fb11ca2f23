"""What the digits of a text leave open."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.checks.marked import marked
from tongket.core.checks.values.interval import (
    Interval,
    added,
    cut_off,
    exactly,
    is_counted,
    nominal,
    quantum,
    shown,
    total,
)
from tongket.core.nouns.figure import Bound, Figure, Kind
from tongket.core.nouns.span import Span


def only(mark: str) -> Figure:
    return marked(f"[[a|{mark}]]").figures[0]


@pytest.mark.parametrize(
    ("mark", "low", "high"),
    [
        ("37,9%|%", "37.85", "37.95"),
        ("38%|%", "37.5", "38.5"),
        ("132|hồ sơ", "132", "132"),
        ("1,2 triệu|lượt", "1150000", "1250000"),
        ("1.100 tỷ|đồng", "1099500000000", "1100500000000"),
        ("25%|%|more", "25", "50"),
        ("25%|%|less", "0", "25"),
        ("17%|%|approx", "16.15", "17.85"),
        ("30|lớp|approx", "25", "35"),
        ("4.560|lớp|approx", "4332", "4788"),
        ("0,5%|%|approx", "0.45", "0.55"),
        ("0%|%|approx", "0", "0"),
    ],
)
def test_a_number_stands_for_what_it_may_have_been(
    mark: str, low: str, high: str
) -> None:
    assert shown(only(mark)) == Interval(Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("mark", "low", "high"),
    [
        ("37,9%|%", "37.9", "38"),
        ("132|hồ sơ", "132", "132"),
        ("25%|%|more", "25", "50"),
    ],
)
def test_digits_that_were_cut_off_leave_what_is_above(
    mark: str, low: str, high: str
) -> None:
    assert cut_off(only(mark)) == Interval(Fraction(low), Fraction(high))


def test_the_surroundings_may_know_more_of_the_last_digit() -> None:
    assert shown(only("3 tỷ|đồng"), Fraction(10**7)) == Interval(
        Fraction(2_995_000_000), Fraction(3_005_000_000)
    )


@pytest.mark.parametrize(
    ("mark", "counted"),
    [
        ("132|hồ sơ", True),
        ("6|hạng", True),
        ("1,2 triệu|lượt", False),
        ("2,5|lần", False),
        ("38%|%", False),
        ("12 tỷ|đồng", False),
        ("vài|lớp|vague", False),
    ],
)
def test_whole_things_are_counted(mark: str, counted) -> None:
    assert is_counted(only(mark)) is counted


@pytest.mark.parametrize(
    ("value", "expected"),
    [(Decimal("12.50"), Fraction(1, 100)), (Decimal("1E+3"), 1), (None, 1)],
)
def test_without_a_known_last_digit_the_value_tells_it(
    value: Decimal | None, expected: Fraction
) -> None:
    figure = Figure("a", Span(0, 1), "x", Kind.PERCENT, value, "%")

    assert quantum(figure) == expected


def test_a_vague_figure_stands_for_nothing_in_particular() -> None:
    figure = Figure("a", Span(0, 1), "x", Kind.COUNT, None, "lớp", Bound.VAGUE)

    assert shown(figure) == exactly(0)


positive = st.fractions(min_value=Fraction(1, 100), max_value=10**6)
intervals = st.tuples(positive, positive).map(
    lambda pair: Interval(min(pair), max(pair))
)


@given(intervals, intervals, st.fractions(0, 1), st.fractions(0, 1))
def test_every_result_of_two_values_lies_in_the_result_of_their_intervals(
    one: Interval, other: Interval, left: Fraction, right: Fraction
) -> None:
    x = one.low + left * (one.high - one.low)
    y = other.low + right * (other.high - other.low)

    for result, interval in (
        (x + y, one + other),
        (x - y, one - other),
        (x / y, one / other),
        (x * 7, one * 7),
    ):
        assert interval.low <= result <= interval.high


@given(intervals, intervals)
def test_intervals_meet_exactly_when_no_gap_is_between_them(
    one: Interval, other: Interval
) -> None:
    assert one.meets(other) is other.meets(one) is (one.distance(other) == 0)
    assert one.distance(other) == other.distance(one) >= 0


def test_touching_intervals_meet() -> None:
    assert exactly(5).meets(Interval(Fraction(5), Fraction(6)))
    assert exactly(4).distance(Interval(Fraction(5), Fraction(6))) == 1
    assert exactly(9).distance(Interval(Fraction(5), Fraction(6))) == 3


def test_intervals_that_overlap_are_no_distance_apart() -> None:
    wide = Interval(Fraction(4), Fraction(7))

    assert wide.distance(exactly(5)) == exactly(5).distance(wide) == 0


def test_a_vague_figure_adds_nothing() -> None:
    figures = marked("[[a|5|lớp]] [[b|vài|lớp|vague]] [[c|2,5|lớp]]").figures

    assert added(figures) == Decimal("7.5")
    assert nominal(figures[1]) == 0


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [("approx", "0.5", "1.5"), ("more", "1", "2"), ("less", "0", "1")],
)
def test_arithmetic_of_fixed_intervals(bound: str, low: str, high: str) -> None:
    one = shown(only(f"1,00|kg|{bound}"))
    two = Interval(Fraction(2), Fraction(4))

    assert one == Interval(Fraction(low), Fraction(high))
    assert one + two == Interval(one.low + 2, one.high + 4)
    assert one - two == Interval(one.low - 4, one.high - 2)
    assert one * 3 == Interval(one.low * 3, one.high * 3)
    assert one / two == Interval(one.low / 4, one.high / 2)
    assert (exactly(0) - one) / two == Interval(-one.high / 2, -one.low / 4)


def test_nothing_adds_up_to_nothing() -> None:
    assert total([]) == exactly(0)
    assert total([exactly(2), exactly(Decimal("0.5"))]) == exactly(Fraction(5, 2))
