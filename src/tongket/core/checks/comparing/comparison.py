"""Comparing two values: the readings that "tăng 0,97 %" leaves open, as arithmetic.

A percentage that compares two percentages can be points (19,07 − 18,10 = 0,97) or
relative (19,07 ÷ 18,89 = 1,0097 …). Beside amounts it is relative; an amount beside
amounts is their difference.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_same, counts_like
from tongket.core.checks.values.interval import (
    Interval,
    exactly,
    nominal,
    quantum,
    shown,
)
from tongket.core.checks.values.judging import judge, severity
from tongket.core.checks.values.notation import amount, decimal, roundness
from tongket.core.checks.wording import EQUAL_TO, FALL, NOT_QUITE, POINTS, RISE
from tongket.core.nouns.claim import Alternative, Severity, Verdict
from tongket.core.nouns.figure import Bound, Figure, Kind

RELATIVE, POINT, DIFFERENCE = "relative", "points", "difference"
# The order of plainness among verdicts: the best that any reading gives is the one.
_BEST = (Verdict.CONSISTENT, Verdict.AMBIGUOUS, Verdict.INCONSISTENT)
# What a rank rises and falls by.
_PLACES = frozenset(("bậc", "hạng", "bậc xếp hạng"))
_SIGNS = frozenset("+-=")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A value, how far it is from a base, and the sign of that ("+", "-", "=").

    `by` is the figure that says how far; its value is never negative.
    """

    actual: Figure
    by: Figure
    sign: str

    def readings(self, scene: Scene) -> tuple[str, ...]:
        """Give the readings that the wording leaves open; none if unlike."""
        if self.by.kind is not Kind.PERCENT:
            return (DIFFERENCE,) if self._is_amount() else ()
        if self.actual.kind is not Kind.PERCENT or self.sign == "=":
            return (RELATIVE,)
        in_points = "điểm" in self.by.measure or POINTS.match(scene.after(self.by))
        return (POINT,) if in_points else (POINT, RELATIVE)

    def base(self, value: Interval, step: Interval, reading: str) -> Interval | None:
        """Give the base from which *step* leads to *value*; None where there is none.

        Values that the digits show, or the numbers as they stand, may be given.
        """
        if reading != RELATIVE:
            return self.undone(value, step)
        rate = step * Fraction(1, 100)
        if self.sign == "+":
            rate = exactly(1) + rate
        elif self.sign == "-":
            rate = exactly(1) - rate
        return value / rate if rate.low > 0 else None

    def undone(self, value: Interval, step: Interval) -> Interval:
        """Give the base that is *step* away from *value*, an amount from an amount."""
        return value - step if self.is_above else value + step

    def expected(
        self, value: Interval, base: Interval, reading: str
    ) -> Interval | None:
        """Give what `by` should say of *value* and *base*; None for base 0."""
        if reading != RELATIVE:
            return value - base if self.is_above else base - value
        if base.low <= 0:
            return None
        ratio = value / base * 100
        if self.sign == "=":
            return ratio
        return ratio - exactly(100) if self.sign == "+" else exactly(100) - ratio

    @property
    def is_above(self) -> bool:
        """Tell whether the value is the larger number of the two.

        Who rises three places in a ranking stands at a smaller number.
        """
        return (self.sign == "+") is (self.actual.kind is not Kind.RANK)

    def _is_amount(self) -> bool:
        if self.sign == "=":
            return False
        if self.actual.kind is Kind.RANK:
            return self.by.kind is Kind.RANK or self.by.measure in _PLACES
        if self.by.kind is Kind.COUNT and self.actual.kind is Kind.COUNT:
            return counts_like(self.actual.measure, self.by.measure)
        return are_same(self.by, self.actual)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one reading of a comparison gives when its base is known.

    `centre` is the value that `by` should show, from the numbers as they stand.
    """

    reading: str
    verdict: Verdict
    centre: Fraction
    severity: Severity


def outcomes(
    scene: Scene, comparison: Comparison, base: Interval, *, nominal: Fraction
) -> Iterator[Outcome]:
    """Judge every reading of *comparison* against a base that is known.

    *nominal* is the base as its number stands, *base* what its digits leave open.
    """
    actual, by = comparison.actual, comparison.by
    for reading in comparison.readings(scene):
        expected = comparison.expected(shown(actual), base, reading)
        plain = comparison.expected(_as_it_stands(actual), exactly(nominal), reading)
        if expected is None or plain is None:
            continue
        verdict = judge(expected, by)
        if verdict is Verdict.CONSISTENT and _overshoots(scene, by, expected):
            verdict = Verdict.AMBIGUOUS
        # A rise that was none is worse than a wrong amount of one.
        turned = comparison.sign != "=" and expected.high < 0
        yield Outcome(
            reading,
            verdict,
            plain.low,
            Severity.CONCLUSION if turned else severity(expected, by),
        )


def best(found: Iterable[Outcome]) -> Outcome | None:
    """Choose the outcome that speaks best for the text, the nearest of equals."""
    return min(found, key=lambda one: _BEST.index(one.verdict), default=None)


def alternatives(
    scene: Scene, comparison: Comparison, known: Decimal | None
) -> tuple[Alternative, ...]:
    """List the bases that the readings imply: those that fit first, then rounder."""
    actual, by = comparison.actual, comparison.by
    listed = []
    for reading in comparison.readings(scene):
        base = comparison.base(shown(actual), shown(by), reading)
        plain = comparison.base(_as_it_stands(actual), _as_it_stands(by), reading)
        if base is None or plain is None:
            continue
        fits = None if known is None else base.low <= Fraction(known) <= base.high
        one = Alternative(
            name=reading,
            low=decimal(base.low),
            high=decimal(base.high),
            shown=amount(plain.low, actual, _last(actual, by)),
            fits=fits,
        )
        listed.append((fits is False, -roundness(base), one))
    return tuple(one for *_, one in sorted(listed, key=lambda row: row[:2]))


def sign_of(scene: Scene, figure: Figure) -> str | None:
    """Give the sign of a change or gap, from its own field or the words before it."""
    if figure.sign in _SIGNS:
        return figure.sign
    before = scene.before(figure, 25)
    if figure.kind is Kind.PERCENT and EQUAL_TO.search(before):
        return "="
    rise, fall = RISE.search(before), FALL.search(before)
    if bool(rise) is bool(fall):
        return None
    return "+" if rise else "-"


def _last(actual: Figure, by: Figure) -> Fraction:
    """Give the last digit to which a base that *by* implies is worth writing."""
    if actual.kind is not Kind.PERCENT:
        return quantum(actual)
    return min(quantum(actual), quantum(by), Fraction(1, 10))


def _as_it_stands(figure: Figure) -> Interval:
    return exactly(nominal(figure))


def _overshoots(scene: Scene, by: Figure, expected: Interval) -> bool:
    """Tell whether "gần 17 %" is said of what has already passed 17 %."""
    if by.bound is not Bound.APPROX or not NOT_QUITE.search(scene.before(by)):
        return False
    return expected.low > nominal(by)
