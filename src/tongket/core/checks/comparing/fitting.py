"""Comparisons that a reading ties to one value and that fit another beside it.

"47 đề tài, gồm 29 đề tài chuyển tiếp và 18 đề tài mới, tăng 5 so với năm 2016 (42)" is
of the 47, whatever stands nearest. Only a comparison that no value fits is accused.
"""

from collections.abc import Iterator
from dataclasses import replace

from tongket.core.checks.comparing.compared import Base, base_of, stated
from tongket.core.checks.comparing.comparison import Comparison
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like, are_same
from tongket.core.checks.values.interval import quantum, shown
from tongket.core.checks.values.judging import Rule
from tongket.core.checks.values.slips import shown_digits
from tongket.core.checks.wording import BECAUSE, FALL, RISE
from tongket.core.nouns.claim import Claim, Verdict
from tongket.core.nouns.figure import Bound, Figure, Role

# How many figures before a comparison its value may stand.
_BACK = 8
_SENTENCES = 2
# How many characters before a comparison its direction may stand.
_WORDS = 40
_PAIR = 2
# How many figures before a value its earlier value may stand that nothing ties to it,
# and how many digits of the change between them are too many for chance.
_NEAR, _DIGITS = 4, 3
_LEVELS = frozenset((Role.RESULT, Role.PART, Role.CUMULATIVE))


def held(
    scene: Scene, comparison: Comparison, base: Base, *, rule: Rule
) -> Claim | None:
    """Judge *comparison* against a stated base, of the value that fits if one does."""
    found = stated(scene, comparison, base, rule=rule)
    if found is not None and found.verdict is not Verdict.INCONSISTENT:
        return found
    if comparison.by.bound is not Bound.EXACT:
        # "hơn 25 %" fits too many.
        return found
    for actual in others(scene, comparison.by, base.figure or comparison.actual):
        again = stated(scene, replace(comparison, actual=actual), base, rule=rule)
        if again is not None and again.verdict is Verdict.CONSISTENT:
            return again
    if _has_a_cause(scene, comparison.by, base) or _is_distance(
        scene, comparison, base, rule=rule
    ):
        return None
    return found


def _is_distance(
    scene: Scene, comparison: Comparison, base: Base, *, rule: Rule
) -> bool:
    """Tell whether a comparison fits the other way, and no word says which way it is.

    "32,4 %, …, còn cách mục tiêu (35 %) là 2,6 điểm phần trăm".
    """
    beside = scene.before(comparison.by, _WORDS)
    if RISE.search(beside) or FALL.search(beside) or comparison.sign == "=":
        return False
    turned = replace(comparison, sign="-" if comparison.sign == "+" else "+")
    found = stated(scene, turned, base, rule=rule)
    return found is not None and found.verdict is Verdict.CONSISTENT


def _has_a_cause(scene: Scene, by: Figure, base: Base) -> bool:
    """Tell whether *by* says why another comparison with the same base is so.

    "Bằng 72,3 % cùng kỳ (133 triệu đồng) do giảm 50 % mức thu": the fee fell.
    """
    before = base.figure
    if before is None or before.span > by.span:
        return False
    return BECAUSE.search(scene.between(before, by)) is not None


def fitting(
    scene: Scene, by: Figure, sign: str, *, base: Base, rule: Rule
) -> Claim | None:
    """Judge a comparison that is tied to no value, if some value before it fits."""
    if base.figure is None:
        return None
    for actual in others(scene, by, base.figure):
        found = stated(scene, Comparison(actual, by, sign), base, rule=rule)
        if found is not None and found.verdict is Verdict.CONSISTENT:
            return found
    return None


def of_two(scene: Scene, by: Figure, sign: str, *, rule: Rule) -> Claim | None:
    """Judge an untied comparison of the two values before it, where these fit.

    "4,7 đơn/10.000 dân, năm 2023 là 3,1 đơn/10.000 dân, tăng 51,6 %".
    """
    told = scene.of(by) is not None or quantum(by) >= 1
    before = [] if told else list(scene.before_it(by, 2))
    if len(before) < _PAIR or not are_same(*before):
        return None
    for actual, base in (before, before[::-1]):
        together = scene.sentence(actual) == scene.sentence(by)
        if not together or actual.role is not Role.RESULT or not base.value:
            return None
        comparison = Comparison(actual, by, sign)
        found = stated(scene, comparison, base_of(base), rule=rule)
        if found is not None and found.verdict is Verdict.CONSISTENT:
            return found
    return None


def of_one_before(scene: Scene, comparison: Comparison, *, rule: Rule) -> Claim | None:
    """Judge a comparison by a value before, where it fits so well that it was meant.

    "Đầu năm có 57.812 hộ nghèo, cuối năm còn 49.290 hộ, giảm 8.522 hộ".
    """
    actual, by = comparison.actual, comparison.by
    if len(shown_digits(by)) < _DIGITS or by.bound is not Bound.EXACT:
        return None
    for base in scene.before_it(actual, _NEAR):
        plain = base.role in _LEVELS and base.value and base.total is None
        if plain and are_same(base, actual) and not shown(base).meets(shown(actual)):
            found = stated(scene, comparison, base_of(base), rule=rule)
            if found is not None and found.verdict is Verdict.CONSISTENT:
                return found
    return None


def others(scene: Scene, by: Figure, like: Figure) -> Iterator[Figure]:
    """Give the values before *by* that are like *like*, the nearest first.

    They stand in the sentence of the comparison or in one of the two before it.
    """
    for value in scene.before_it(by, _BACK):
        if scene.sentence(by) - scene.sentence(value) > _SENTENCES:
            return
        fits = are_same(value, like) or are_like(like, value)
        plain = value.value and value.total is None and value.role in _LEVELS
        if plain and fits and value.id != like.id:
            yield value
