"""What the digits of a text leave open: exact intervals of displayed numbers.

"37,9 %" stands for every value that rounds to it, from 37,85 to 37,95; whoever cuts
digits off instead of rounding writes it for everything from 37,9 up to 38,0. A whole
number of things counted stands for itself alone. All arithmetic is on fractions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from tongket.core.nouns.figure import Bound, Figure, Kind

# "khoảng", "gần": what a writer may call about right, where the digits do not allow
# more by themselves ("khoảng 30" for 26).
_ABOUT = Fraction(1, 20)
# "hơn 25 %" is still honest for anything up to twice as much, and for no more.
_AT_MOST = 2


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both included.

    >>> Interval(Fraction(1), Fraction(2)) + Interval(Fraction(3), Fraction(3))
    Interval(low=Fraction(4, 1), high=Fraction(5, 1))
    """

    low: Fraction
    high: Fraction

    def __add__(self, other: "Interval") -> "Interval":
        """Give every sum of a value of the one and a value of the other."""
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        """Give every difference of a value of the one and a value of the other."""
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, factor: int | Fraction) -> "Interval":
        """Stretch by a positive number."""
        return Interval(self.low * factor, self.high * factor)

    def __truediv__(self, other: "Interval") -> "Interval":
        """Divide by an interval of positive values; the own values may be negative."""
        ends = [
            mine / theirs
            for mine in (self.low, self.high)
            for theirs in (other.low, other.high)
        ]
        return Interval(min(ends), max(ends))

    def meets(self, other: "Interval") -> bool:
        """Tell whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def distance(self, other: "Interval") -> Fraction:
        """Give the gap between the two, 0 where they meet."""
        return max(Fraction(0), self.low - other.high, other.low - self.high)


_COUNTED = frozenset((Kind.COUNT, Kind.RANK))


def exactly(value: Decimal | int | Fraction) -> Interval:
    """Give the interval of one value."""
    return Interval(Fraction(value), Fraction(value))


def total(intervals: Iterable[Interval]) -> Interval:
    """Add intervals up; nothing adds up to 0."""
    answer = exactly(0)
    for interval in intervals:
        answer = answer + interval
    return answer


def nominal(figure: Figure) -> Decimal:
    """Give the number of *figure* as it stands; a vague one counts as 0."""
    return figure.value or Decimal()


def added(figures: Iterable[Figure]) -> Decimal:
    """Add the numbers of *figures* up as they stand."""
    return sum(map(nominal, figures), Decimal())


def quantum(figure: Figure) -> Fraction:
    """Give the worth of the last displayed digit of *figure*, 1 when unknown."""
    if figure.quantum is not None and not nominal(figure) % figure.quantum:
        return _exact(figure.quantum)
    if figure.value is None:
        return Fraction(1)
    # "gấp rưỡi" is said to the half, whatever its words are worth.
    return Fraction(10) ** min(0, power(figure.value))


@lru_cache(maxsize=256)
def _exact(worth: Decimal) -> Fraction:
    """Give the worth of a digit as a fraction, kept because there are few of them."""
    return Fraction(worth)


def power(value: Decimal) -> int:
    """Give the power of ten that the last written digit of *value* counts."""
    return int(value.as_tuple().exponent)


def is_counted(figure: Figure) -> bool:
    """Tell whether *figure* is a whole number of things, exact to the last one."""
    if figure.kind not in _COUNTED or figure.value is None:
        return False
    return figure.value == figure.value.to_integral_value() and quantum(figure) <= 1


def shown(figure: Figure, last: Fraction | None = None) -> Interval:
    """Give the values that *figure* may stand for when its writer rounded.

    *last* is the worth of the last digit where the surroundings tell more of it than
    the number itself.
    """
    if figure.bound is not Bound.EXACT:
        return _bounded(figure.bound, nominal(figure))
    value = Fraction(nominal(figure))
    if is_counted(figure):
        return exactly(value)
    half = (last if last is not None else quantum(figure)) / 2
    return Interval(value - half, value + half)


def cut_off(figure: Figure) -> Interval:
    """Give the values that *figure* may stand for when its writer cut digits off."""
    rounded = shown(figure)
    if figure.bound is not Bound.EXACT or is_counted(figure):
        return rounded
    value = Fraction(nominal(figure))
    return Interval(value, value + quantum(figure))


def rounded_twice(figure: Figure) -> Interval:
    """Give the values that *figure* may stand for when it was rounded in two steps.

    24,348 makes 24,35, and that makes 24,4.
    """
    once = shown(figure)
    if figure.bound is not Bound.EXACT or is_counted(figure):
        return once
    return Interval(once.low - quantum(figure) / 20, once.high)


def near(figure: Figure, steps: int) -> Interval:
    """Give the values within *steps* of the last digit of a bounded *figure*.

    "hơn 6,51 tỷ" with one step is 6,51 to 6,52 tỷ: whoever gives so many digits means
    them. An exact figure stands for what it shows.
    """
    if figure.bound not in {Bound.MORE, Bound.APPROX}:
        return shown(figure)
    value = Fraction(nominal(figure))
    step = _last_digit(nominal(figure)) * steps
    if figure.bound is Bound.MORE:
        return Interval(value, value + step)
    about = min(step, value * _ABOUT)
    return Interval(value - about, value + about)


def _bounded(bound: Bound, said: Decimal) -> Interval:
    value = Fraction(said)
    if bound is Bound.MORE:
        return Interval(value, value * _AT_MOST)
    if bound is Bound.LESS:
        return Interval(Fraction(0), value)
    about = max(value * _ABOUT, _last_digit(said) / 2)
    return Interval(value - about, value + about)


def _last_digit(value: Decimal) -> Fraction:
    """Give the worth of the last digit of *value* that is not zero; 0 for zero."""
    return Fraction(10) ** power(value.normalize()) if value else Fraction(0)
