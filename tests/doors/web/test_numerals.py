"""Numbers are written the Vietnamese way, on English pages the English way."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import ACCEPTED
from tongket.doors.web.numerals import amount, shown, written


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        ("0", "0", "0"),
        ("1100.50", "1.100,5", "1,100.5"),
        ("-0.05", "−0,05", "−0.05"),
        ("1E+3", "1.000", "1,000"),
        ("1234567890123", "1.234.567.890.123", "1,234,567,890,123"),
    ],
)
def test_a_number_is_written_with_all_its_digits(value, vietnamese, english):
    assert written(Decimal(value)) == vietnamese
    assert written(Decimal(value), "en") == english


@pytest.mark.parametrize(
    ("value", "measure", "words"),
    [
        ("1100000000000", "đồng", "1.100 tỷ đồng"),
        ("320835000", "đồng", "320,835 triệu đồng"),
        ("320835123", "đồng", "320.835.123 đồng"),
        ("900000", "đồng", "900.000 đồng"),
        ("19.07", "%", "19,07%"),
        ("78", "nhiệm vụ", "78 nhiệm vụ"),
    ],
)
def test_money_takes_the_largest_scale_that_loses_no_digit(value, measure, words):
    assert amount(Decimal(value), measure) == words


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_what_is_written_can_be_read_back(value):
    digits = written(value).replace(".", "").replace(",", ".").replace("−", "-")

    assert Decimal(digits) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_money_of_any_size_keeps_its_worth(value):
    words = amount(value, "đồng").removesuffix(" đồng")
    number, _, scale = words.partition(" ")
    digits = number.replace(".", "").replace(",", ".").replace("−", "-")

    assert Fraction(digits) * {"": 1, "triệu": 10**6, "tỷ": 10**9}[scale] == value


def test_an_entry_keeps_its_own_digits_in_vietnamese():
    draft = replace(ACCEPTED, value=Decimal(2), displayed="02")

    assert shown(draft) == "02"
    assert shown(draft, "en") == "2"


def test_a_pair_keeps_its_whole_in_english():
    draft = replace(
        ACCEPTED, value=Decimal(3389), total=Decimal(3599), displayed="3.389/3.599"
    )

    assert shown(draft, "en") == "3,389/3,599"
