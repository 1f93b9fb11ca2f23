"""Slips of the hand: one digit of a number changed, or two neighbours swapped."""

from dataclasses import replace
from decimal import Decimal

from tests.core.checks.marked import marked
from tongket.core.checks.values.slips import slips_of


def test_a_number_below_nought_stays_below_nought() -> None:
    (above,) = marked("[[a|12|xã]]").figures
    below = replace(above, value=Decimal(-12))

    assert slips_of(below) == {-value for value in slips_of(above)}
