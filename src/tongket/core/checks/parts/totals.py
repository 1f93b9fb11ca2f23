"""Whether parts add up to a whole, on what their displayed digits and bounds leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tongket.core.checks.values.interval import (
    Interval,
    added,
    near,
    nominal,
    quantum,
    shown,
    total,
)
from tongket.core.checks.values.slips import shown_digits, slips_of
from tongket.core.nouns.claim import Verdict
from tongket.core.nouns.figure import Bound, Figure

# "hơn 6,51 tỷ" is less than 6,52 tỷ most likely, and less than 6,54 tỷ surely.
_LIKELY, _SURELY = 1, 3
# A bounded whole is held to its parts where its last digit is worth no more of it.
_PRECISE = Fraction(1, 100)
# Digits of a whole that make a slip telling, where its list is complete and where not.
_FEWEST, _TELLING = 3, 4
_NEAR = frozenset((Bound.MORE, Bound.APPROX))


@dataclass(frozen=True, slots=True)
class Total:
    """What parts add up to, and what that says of their whole."""

    sum: Interval
    verdict: Verdict


def total_of(whole: Figure, parts: Sequence[Figure]) -> Total:
    """Hold *parts* to *whole*; what only some readings of the digits save is open."""
    if any(figure.bound in _NEAR for figure in (whole, *parts)):
        likely, surely = (
            (near(whole, steps), total(near(part, steps) for part in parts))
            for steps in (_LIKELY, _SURELY)
        )
    else:
        likely = shown(whole), _sum(parts, finest=True)
        surely = shown(whole), _sum(parts, finest=False)
    stated, strict = likely
    if stated.meets(strict):
        return Total(strict, Verdict.CONSISTENT)
    widest, loose = surely
    open_ = widest.meets(loose)
    return Total(strict, Verdict.AMBIGUOUS if open_ else Verdict.INCONSISTENT)


def is_precise(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether *whole* can be held to a list, being exact or nearly so."""
    if whole.bound is Bound.EXACT or added(parts) == whole.value:
        return True
    if whole.bound not in _NEAR:
        return False
    width = near(whole, 1)
    return width.high - width.low <= 2 * _PRECISE * Fraction(nominal(whole))


def is_slip(whole: Figure, parts: Sequence[Figure], *, firmly: bool) -> bool:
    """Tell whether one slip in one number explains that the parts miss the whole.

    Numbers of few digits are one slip away from too much, unless the words say
    *firmly* that the list is complete.
    """
    off = nominal(whole) - added(parts)
    due = [(whole, nominal(whole) - off)]
    due += [(part, nominal(part) + off) for part in parts]
    if len(shown_digits(whole)) < (_FEWEST if firmly else _TELLING):
        return False
    return any(should in slips_of(figure) for figure, should in due)


def _sum(parts: Sequence[Figure], *, finest: bool) -> Interval:
    """Add up what the parts show, "3 tỷ" beside "6,31 tỷ" being taken for 3,00.

    The writer most likely left zeros out; not *finest*, a small remainder (3,04) too.
    """
    last = min(quantum(part) for part in parts)
    return total(
        shown(part)
        if "," in part.text
        else shown(part, last if finest else max(last, quantum(part) / 10))
        for part in parts
    )
