"""How sentences, parts and percentages are told where little is known."""

from decimal import Decimal
from fractions import Fraction

from tongket.core.composing.numerals import apart
from tongket.core.composing.pen import sentence
from tongket.core.nouns.paper import Blank, Words


def test_what_no_printed_digit_can_tell_apart_is_shown_equal() -> None:
    value = Fraction(100) + Fraction(1, 10**9)

    assert apart(value, 1, origin=Fraction(100)) == Decimal("100.000000")


def test_nothing_to_say_makes_no_sentence() -> None:
    assert sentence(()) == ()


def test_a_sentence_that_begins_with_a_blank_keeps_it() -> None:
    blank = Blank("tên đơn vị")

    assert sentence((blank, Words(" đạt"))) == (blank, Words(" đạt."))
