"""How far a value is from its target: "đạt 125 % kế hoạch", "vượt 12,2 %"."""

from collections.abc import Iterator

from tongket.core.checks.comparing.bases import (
    assigned,
    planned,
    planned_after,
    targets,
)
from tongket.core.checks.comparing.compared import (
    alone,
    base_of,
    implied,
    second_of,
    stated,
)
from tongket.core.checks.comparing.comparison import Comparison, sign_of
from tongket.core.checks.comparing.fitting import fitting, held
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like
from tongket.core.checks.values.judging import Rule
from tongket.core.nouns.claim import Claim, ClaimType, Verdict
from tongket.core.nouns.figure import Figure, Kind, Role

RULE = Rule("C006", ClaimType.TARGET_GAP)


def target_gap(scene: Scene) -> Iterator[Claim]:
    """C006: a distance from a target, or an achievement of it, is that of the value."""
    nearest = targets(scene)
    for gap in scene.figures:
        if gap.role is not Role.GAP or not gap.value:
            continue
        found = _judged(scene, gap, nearest.get(gap.id))
        if found is None and gap.kind is Kind.PERCENT:
            found = alone(gap, sign_of(scene, gap), rule=RULE)
        if found is not None:
            yield found


def _judged(scene: Scene, gap: Figure, target: Figure | None) -> Claim | None:
    actual, sign = scene.of(gap), sign_of(scene, gap)
    if sign is None:
        return None
    after = planned_after(scene, gap)
    if actual is None or actual.value is None:
        if after is None:
            return None
        return fitting(scene, gap, sign, base=base_of(after), rule=RULE)
    second = second_of(actual)
    if second is not None and not _is_whole(actual, sign):
        return stated(scene, Comparison(actual, gap, sign), second, rule=RULE)
    target = target or _told_with(scene, gap)
    if target is None or target.id == actual.id or not _is_like(actual, target):
        told_apart = planned(scene, actual, gap)
        actual, target = told_apart or (actual, None)
    comparison = Comparison(actual, gap, sign)
    if target is not None:
        return held(scene, comparison, base_of(target), rule=RULE)
    return _by_the_words(scene, comparison, after) or _implied(scene, comparison)


def _told_with(scene: Scene, gap: Figure) -> Figure | None:
    """Give the target of another gap of the same value: "(6.000 đồng, thiếu 225)"."""
    for before in scene.before_it(gap, 1):
        together = scene.sentence(before) == scene.sentence(gap)
        if before.role is Role.TARGET and together and before.value:
            return before
    return None


def _by_the_words(
    scene: Scene, comparison: Comparison, after: Figure | None
) -> Claim | None:
    """Judge a gap by a figure that only the words make its target, where one fits."""
    actual, by = comparison.actual, comparison.by
    if after is not None:
        base = base_of(after)
        found = stated(scene, comparison, base, rule=RULE)
        if after.id != actual.id and found and found.verdict is Verdict.CONSISTENT:
            return found
        return fitting(scene, by, comparison.sign, base=base, rule=RULE)
    before = assigned(scene, actual)
    if before is None or not _is_like(actual, before):
        return None
    found = stated(scene, comparison, base_of(before), rule=RULE)
    return found if found and found.verdict is Verdict.CONSISTENT else None


def _implied(scene: Scene, comparison: Comparison) -> Claim | None:
    known = scene.known.get(comparison.actual.id)
    return implied(scene, comparison, known.plan if known else None, rule=RULE)


def _is_whole(pair: Figure, sign: str) -> bool:
    """Tell a whole from a plan: "24/28 xã, vượt 2 xã" exceeds no 28."""
    if pair.kind is not Kind.COUNT or pair.total is None or pair.value is None:
        return False
    return sign == "+" and pair.value < pair.total


def _is_like(actual: Figure, target: Figure) -> bool:
    percents = actual.kind is Kind.PERCENT and target.kind is Kind.PERCENT
    return percents or are_like(target, actual)
