"""A change given twice, as an amount and as a percentage: "bớt 165 vụ (45,96 %)"."""

from collections.abc import Iterator
from fractions import Fraction

from tongket.core.checks.comparing.bases import earlier
from tongket.core.checks.comparing.compared import Base, base_of, second_of
from tongket.core.checks.comparing.comparison import DIFFERENCE, Comparison, sign_of
from tongket.core.checks.comparing.series import amount_beside
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.interval import exactly, nominal, shown
from tongket.core.checks.values.judging import Rule, claim, judge, severity
from tongket.core.checks.values.notation import amount, percent, written
from tongket.core.checks.wording import COMPARED_WITH
from tongket.core.nouns.claim import Claim, ClaimType, Verdict
from tongket.core.nouns.figure import Figure, Role

RULE = Rule("C010", ClaimType.RATIO_PERCENT)
# How far after a fall the words may stand that compare it with an earlier period.
_AFTER = 60
# Where only value and change give the earlier value, all that is told is the change.
TOLD_TWICE = Rule("C010", ClaimType.CHANGE)


def change_percent(scene: Scene) -> Iterator[Claim]:
    """C010: the percentage beside a change is the change by the earlier value."""
    for share in scene.figures:
        if share.role is not Role.CHANGE or not share.value:
            continue
        step, actual = amount_beside(scene, share), scene.of(share)
        if step is None or actual is None or actual.value is None:
            continue
        base = _base(scene, actual, step)
        if base is None or base.interval.low <= 0 or not base.value:
            continue
        found = _judged(step, share, base, rule=RULE)
        if base.figure is actual:
            found = _judged(step, share, base, rule=TOLD_TWICE)
            if _is_cut(scene, step, share, found=found):
                cut = _judged(step, share, base_of(actual), rule=RULE)
                found = cut if cut.verdict is Verdict.CONSISTENT else found
        yield found


def _is_cut(scene: Scene, step: Figure, share: Figure, *, found: Claim) -> bool:
    """Tell whether a fall that does not fit may be one of the value that is told.

    "Tổng kinh phí 4.870 triệu đồng, cắt giảm 312 triệu đồng (6,4 %)."
    """
    falls = sign_of(scene, step) == "-" and found.verdict is not Verdict.CONSISTENT
    words = scene.between(step, share) + scene.after(share, _AFTER)
    return falls and not COMPARED_WITH.search(words)


def _base(scene: Scene, actual: Figure, step: Figure) -> Base | None:
    """Give the earlier value, as it is stated or undone from value and change."""
    before = earlier(scene, actual, step)
    if before is not None:
        return base_of(before)
    if actual.total:
        return second_of(actual)
    comparison = Comparison(actual, step, sign_of(scene, step) or "=")
    if DIFFERENCE not in comparison.readings(scene):
        return None
    plain = comparison.undone(exactly(nominal(actual)), exactly(nominal(step))).low
    undone = comparison.undone(shown(actual), shown(step))
    return Base(undone, plain, amount(plain, actual), actual)


def _judged(step: Figure, share: Figure, base: Base, *, rule: Rule) -> Claim:
    expected = shown(step) / base.interval * 100
    centre = percent(Fraction(nominal(step)) / base.value * 100, share)
    tied = [step, share] if base.figure is None else [step, share, base.figure]
    return claim(
        rule,
        judge(expected, share),
        tied,
        arithmetic=f"{written(step)} ÷ {base.text} = {centre}",
        grade=severity(expected, share),
        step=written(step),
        base=base.text,
        shown=written(share),
        expected=centre,
    )
