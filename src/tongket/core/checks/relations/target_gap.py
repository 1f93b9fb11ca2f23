"""How far a value is from its target: "đạt 125 % kế hoạch", "vượt 12,2 %"."""

from collections.abc import Iterator

from tongket.core.checks.comparing.bases import planned, targets
from tongket.core.checks.comparing.compared import (
    alone,
    base_of,
    implied,
    second_of,
    stated,
)
from tongket.core.checks.comparing.comparison import Comparison, sign_of
from tongket.core.checks.comparing.fitting import held
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like
from tongket.core.checks.values.judging import Rule
from tongket.core.nouns.claim import Claim, ClaimType
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
    if actual is None or actual.value is None or sign is None:
        return None
    second = second_of(actual)
    if second is not None and not _is_whole(actual, sign):
        return stated(scene, Comparison(actual, gap, sign), second, rule=RULE)
    if target is None or target.id == actual.id or not _is_like(actual, target):
        told_apart = planned(scene, actual, gap)
        actual, target = told_apart or (actual, None)
    comparison = Comparison(actual, gap, sign)
    if target is not None:
        return held(scene, comparison, base_of(target), rule=RULE)
    known = scene.known.get(actual.id)
    return implied(scene, comparison, known.plan if known else None, rule=RULE)


def _is_whole(pair: Figure, sign: str) -> bool:
    """Tell a whole from a plan: "24/28 xã, vượt 2 xã" exceeds no 28."""
    if pair.kind is not Kind.COUNT or pair.total is None or pair.value is None:
        return False
    return sign == "+" and pair.value < pair.total


def _is_like(actual: Figure, target: Figure) -> bool:
    percents = actual.kind is Kind.PERCENT and target.kind is Kind.PERCENT
    return percents or are_like(target, actual)
