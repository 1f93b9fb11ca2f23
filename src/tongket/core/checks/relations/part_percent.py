"""The percentage beside a part whose whole stands elsewhere in the text."""

import re
from collections.abc import Iterator
from fractions import Fraction

from tongket.core.checks.comparing.series import shares
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like, are_same
from tongket.core.checks.values.interval import (
    Interval,
    added,
    nominal,
    quantum,
    shown,
)
from tongket.core.checks.values.judging import Rule, claim, judge, severity
from tongket.core.checks.values.notation import amount, percent, written
from tongket.core.checks.wording import WHOLE_AFTER
from tongket.core.nouns.claim import Claim, ClaimType, Verdict
from tongket.core.nouns.figure import Bound, Figure, Kind, Role

RULE = Rule("C003", ClaimType.RATIO_PERCENT)
# A whole that is only guessed at (the figure before, in the same measure) accuses a
# percentage only of a narrow miss, in points.
_NARROW = 3
# How many wholes of wholes are looked at.
_LEVELS = 4
# How many figures before a part its unnamed whole may stand.
_BACK = 8
_MARK = re.compile(r"[.,;:()\n]")
# Percentages of one whole come to a hundred, and a little more when rounded up.
_ALL = 105
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
    if worded and not _of_several_wholes(scene, worded[0]):
        return _told(part, worded[0], share)
    guesses = list(_guesses(scene, part))
    for verdict in (Verdict.CONSISTENT, Verdict.AMBIGUOUS):
        for whole in guesses:
            if judge(_ratio(part, whole), share) is verdict and _is_telling(share):
                return _told(part, whole, share)
    for whole in guesses:
        narrow = _ratio(part, whole).distance(shown(share)) <= _NARROW
        if narrow and _is_named(scene, whole, part):
            return _told(part, whole, share)
    return _of_the_one_before(scene, part, share) or _implied(part, share)


def _of_the_one_before(scene: Scene, part: Figure, share: Figure) -> Claim | None:
    """Judge "695 vụ, với 1.408 đối tượng (88,2 %)" by the cases, where these fit."""
    for other in scene.before_it(part, 1):
        together = scene.sentence(other) == scene.sentence(part)
        if not together or other.role is not Role.RESULT or not _is_telling(share):
            continue
        for whole in _guesses(scene, other):
            if judge(_ratio(other, whole), share) is Verdict.CONSISTENT:
                return _told(other, whole, share)
    return None


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


def _of_several_wholes(scene: Scene, whole: Figure) -> bool:
    """Tell whether the percentages beside the parts of *whole* are of other wholes.

    Of 485 schools that reach the norm 141 teach infants (51,8 % of all that do), 206
    pupils (75,2 %): portions of one whole could not come to more than a hundred.
    """
    beside = [
        mine[0]
        for part in scene.following(whole, Role.PART)
        if (mine := shares(scene, part))
    ]
    return len(beside) > 1 and added(beside) > _ALL


def _can_hold(whole: Figure, part: Figure) -> bool:
    if not whole.value or not are_like(whole, part) or shown(whole).low <= 0:
        return False
    return shown(part).low <= shown(whole).high


def _guesses(scene: Scene, part: Figure) -> Iterator[Figure]:
    """Give the figures before *part* that may hold it, the nearest first."""
    for before in scene.before_it(part, _BACK):
        plain = before.bound is Bound.EXACT and before.total is None
        if plain and before.role in _PORTIONS and _can_hold(before, part):
            yield before


def _is_telling(share: Figure) -> bool:
    """Tell whether a percentage has digits enough to fit no whole by chance."""
    return quantum(share) < 1


def _is_named(scene: Scene, whole: Figure, part: Figure) -> bool:
    """Tell whether a guessed whole is meant: right before the part, or by its name.

    "THPT 7.928, … THPT đỗ 7.693": the words before the whole begin those before the
    part.
    """
    if scene.sentence(whole) == scene.sentence(part) and are_same(whole, part):
        return scene.position[part.id] - scene.position[whole.id] == 1
    name, mine = _label(scene, whole), _label(scene, part)
    return bool(name) and f"{mine} ".startswith(f"{name} ")


def _label(scene: Scene, figure: Figure) -> str:
    return _MARK.split(scene.before(figure))[-1].strip()


def _ratio(part: Figure, whole: Figure) -> Interval:
    return shown(part) / shown(whole) * 100


def _told(part: Figure, whole: Figure, share: Figure) -> Claim:
    expected = _ratio(part, whole)
    ratio = Fraction(nominal(part)) / Fraction(nominal(whole)) * 100
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
    whole = Fraction(nominal(part)) / Fraction(nominal(share)) * 100
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
