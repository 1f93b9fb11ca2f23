"""Slips of the hand: one digit changed, or two neighbours swapped.

Where the words leave open whether a relation is meant, a number that is one slip away
from making it hold says that it was.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from tongket.core.checks.values.interval import nominal, quantum
from tongket.core.checks.values.notation import decimal
from tongket.core.nouns.figure import Figure

_DIGITS = "0123456789"


def shown_digits(figure: Figure) -> str:
    """Give the digits of *figure* as they are displayed: those of "12,5 tỷ" are 125."""
    return f"{abs(nominal(figure)) / decimal(quantum(figure)):.0f}"


def slips_of(figure: Figure) -> frozenset[Decimal]:
    """Give the values that one slip makes of *figure*; its sign stays."""
    worth = decimal(quantum(figure)).copy_sign(nominal(figure))
    return frozenset(Decimal(digits) * worth for digits in slips(shown_digits(figure)))


def slips(digits: str) -> Iterator[str]:
    """Give the digits that one slip makes of *digits*.

    >>> "583" in set(slips("853")), "583" in set(slips("589")), "583" in set(slips("5"))
    (True, True, False)
    """
    for place, old in enumerate(digits):
        for new in _DIGITS:
            if new != old:
                yield digits[:place] + new + digits[place + 1 :]
    for left, right in pairwise(range(len(digits))):
        signs = list(digits)
        signs[left], signs[right] = signs[right], signs[left]
        yield "".join(signs)
