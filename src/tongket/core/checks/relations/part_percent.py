"""The percentage beside a part whose whole stands elsewhere in the text."""

from collections.abc import Iterator
from fractions import Fraction

from tongket.core.checks.comparable import are_like, are_same
from tongket.core.checks.interval import Interval, shown
from tongket.core.checks.judging import Rule, claim, judge, severity
from tongket.core.checks.notation import amount, percent, written
from tongket.core.checks.scene import Scene
from tongket.core.checks.series import shares
from tongket.core.checks.wording import WHOLE_AFTER
from tongket.core.nouns.claim import Claim, ClaimType, Verdict
from tongket.core.nouns.figure import Bound, Figure, Kind, Role

RULE = Rule("C003", ClaimType.RATIO_PERCENT)
# A whole that is only guessed at (the figure before, in the same measure) accuses a
# percentage only of a narrow miss, in points.
_NARROW = 3
# How many wholes of wholes are looked at.
_LEVELS = 4
_PORTIONS = frozenset((Role.PART, Role.RESULT))


def part_percent(scene: Scene) -> Iterator[Claim]:
    """C003: the percentage beside a part is the part by the whole it belongs to."""
    for part in scene.figures:
        if part.total is not None or not part.value or part.kind is Kind.PERCENT:
            continue
        for share in shares(scene, part):
            yield _judged(scene, part, share)


def _judged(scene: Scene, part: Figure, share: Figure) -> Claim:
    worded = _worded(scene, part, share)
    for whole in worded:
        if judge(_ratio(part, whole), share) is Verdict.CONSISTENT:
            return _told(part, whole, share)
    if worded:
        return _told(part, worded[0], share)
    guess = _guessed(scene, part)
    if guess is not None:
        off = _ratio(part, guess).distance(shown(share))
        if off <= _NARROW:
            return _told(part, guess, share)
    return _implied(part, share)


def _worded(scene: Scene, part: Figure, share: Figure) -> list[Figure]:
    """Give the wholes that the words tie the part to, the nearest tie first."""
    wholes = []
    place = scene.position[share.id] + 1
    if place < len(scene.figures):
        after = scene.figures[place]
        if WHOLE_AFTER.search(scene.between(share, after)):
            wholes.append(after)
    below, above = part, scene.of(part)
    while above is not None and below.role in _PORTIONS and len(wholes) < _LEVELS:
        wholes.append(above)
        below, above = above, scene.of(above)
    return [whole for whole in wholes if _can_hold(whole, part)]


def _can_hold(whole: Figure, part: Figure) -> bool:
    if not whole.value or not are_like(whole, part) or shown(whole).low <= 0:
        return False
    return shown(part).low <= shown(whole).high


def _guessed(scene: Scene, part: Figure) -> Figure | None:
    place = scene.position[part.id]
    if place == 0:
        return None
    before = scene.figures[place - 1]
    near = scene.sentence(before) == scene.sentence(part)
    if not near or not are_same(before, part) or not _can_hold(before, part):
        return None
    return before if before.bound is Bound.EXACT and before.total is None else None


def _ratio(part: Figure, whole: Figure) -> Interval:
    return shown(part) / shown(whole) * 100


def _told(part: Figure, whole: Figure, share: Figure) -> Claim:
    expected = _ratio(part, whole)
    ratio = Fraction(part.value or 0) / Fraction(whole.value or 1) * 100
    return claim(
        RULE,
        judge(expected, share),
        [part, whole, share],
        arithmetic=f"{written(part)} ÷ {written(whole)} = {percent(ratio, share)}",
        grade=severity(expected, share),
        part=written(part),
        whole=written(whole),
        shown=written(share),
        expected=percent(ratio, share),
    )


def _implied(part: Figure, share: Figure) -> Claim:
    whole = Fraction(part.value or 0) / Fraction(share.value or 1) * 100
    return claim(
        RULE,
        Verdict.UNDERDETERMINED,
        [part, share],
        arithmetic=f"{written(part)} ÷ {written(share)} = {amount(whole, part)}",
        part=written(part),
        shown=written(share),
        expected=amount(whole, part),
        what=part.measure,
    )
