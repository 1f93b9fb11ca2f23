"""A scale: from values to places on the drawing, with round numbers as ticks."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

# A step is one of these times a power of ten, so that ticks are read without thought.
_ROUND_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale: `low` stands at `start` and `high` at `end`, in pixels.

    >>> Scale(Decimal(0), Decimal(100), Decimal(25), start=0, end=200).at(Decimal(50))
    100
    """

    low: Decimal
    high: Decimal
    step: Decimal
    start: int
    end: int

    def at(self, value: Decimal) -> int:
        """Return the pixel at which *value* stands, rounded half up."""
        share = (value - self.low) / (self.high - self.low)
        place = self.start + share * (self.end - self.start)
        return int(place.quantize(Decimal(1), ROUND_HALF_UP))

    def ticks(self) -> tuple[Decimal, ...]:
        """Return the round numbers from low to high, both included."""
        count = int((self.high - self.low) / self.step)
        return tuple(self.low + self.step * place for place in range(count + 1))


def round_step(spread: Decimal, *, most: int) -> Decimal:
    """Return the smallest round step that divides *spread* in at most *most* parts.

    >>> round_step(Decimal(87), most=5)
    Decimal('20')
    >>> round_step(Decimal("0.9"), most=5)
    Decimal('0.2')
    """
    rough = spread / most
    power = Decimal(10) ** rough.adjusted()
    return next(
        plain(step * power) for step in _ROUND_STEPS if step * power * most >= spread
    )


def plain(value: Decimal) -> Decimal:
    """Return *value* without exponent and trailing zeros (2E+1 → 20)."""
    return Decimal(f"{value.normalize():f}")


def scale_for(
    values: Iterable[Decimal],
    *,
    start: int,
    end: int,
    from_zero: bool = True,
    most: int = 5,
) -> Scale:
    """Fit a scale over *values*; bars stand on zero, lines need not (`from_zero`).

    >>> scale_for([Decimal(61), Decimal(78)], start=100, end=0).ticks()[-1]
    Decimal('80')
    """
    known = [*values, Decimal(0)] if from_zero else list(values)
    low, high = min(known, default=Decimal(0)), max(known, default=Decimal(0))
    if low == high:
        low, high = min(low, low - 1 if low else low), high + 1
    step = round_step(high - low, most=most)
    return Scale(
        low=(low / step).to_integral_value(ROUND_FLOOR) * step,
        high=(high / step).to_integral_value(ROUND_CEILING) * step,
        step=step,
        start=start,
        end=end,
    )
