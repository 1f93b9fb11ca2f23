"""Two values and the direction between them: "từ 02 xuống 01"."""

import re
from collections.abc import Iterator

from tongket.core.checks.comparing.bases import earlier
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.interval import nominal, shown
from tongket.core.checks.values.judging import Rule, claim
from tongket.core.checks.values.notation import written
from tongket.core.checks.wording import DOWN_TO, TO, UP_TO
from tongket.core.nouns.claim import Claim, ClaimType, Severity, Verdict
from tongket.core.nouns.figure import Figure, Kind, Role

RULE = Rule("C011", ClaimType.CHANGE)
# How far apart the two values may stand, in characters.
_REACH = 60


def direction(scene: Scene) -> Iterator[Claim]:
    """C011: of two values that a rise or fall links, the named one is the larger."""
    for actual in scene.figures:
        # With the amount of the change beside it, that amount says more (C007).
        if actual.value is None or scene.following(actual, Role.CHANGE):
            continue
        before = earlier(scene, actual, actual)
        if before is None or before.span > actual.span:
            continue
        words = scene.between(before, actual)
        if len(words) <= _REACH and "\n" not in words:
            yield from _judged(before, actual, words)


def _judged(before: Figure, actual: Figure, words: str) -> Iterator[Claim]:
    rise, fall = _says(UP_TO, words), _says(DOWN_TO, words)
    if rise is fall and not (TO.search(words) and not rise):
        return
    is_more = shown(actual).high > shown(before).low
    is_less = shown(actual).low < shown(before).high
    # A better place in a ranking has the smaller number, so both words may be meant.
    holds = actual.kind is Kind.RANK or not (rise or fall)
    holds = holds or (is_more if rise else is_less)
    sign = ">" if nominal(actual) > nominal(before) else "<"
    yield claim(
        RULE,
        Verdict.CONSISTENT if holds else Verdict.INCONSISTENT,
        [before, actual],
        arithmetic=f"{written(actual)} {sign} {written(before)}",
        grade=Severity.CONCLUSION,
        before=written(before),
        actual=written(actual),
        way="@rise" if rise else "@fall",
    )


def _says(pattern: re.Pattern[str], words: str) -> bool:
    return pattern.search(words) is not None
