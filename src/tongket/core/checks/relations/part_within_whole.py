"""A portion of a whole: "trong đó có 7 loại A"."""

from collections.abc import Iterator, Sequence

from tongket.core.checks.comparing.series import shares
from tongket.core.checks.parts.classes import exclude_each_other
from tongket.core.checks.parts.cues import Cue, announced
from tongket.core.checks.parts.listing import listed, says_among, tied_to
from tongket.core.checks.parts.partition import wholes
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_same
from tongket.core.checks.values.interval import added, nominal, shown
from tongket.core.checks.values.judging import Rule, claim
from tongket.core.checks.values.notation import amount, plain, written
from tongket.core.checks.wording import OUT_OF, SOME
from tongket.core.nouns.claim import Claim, ClaimType, Severity, Verdict
from tongket.core.nouns.figure import Figure

RULE = Rule("C005", ClaimType.PART_LE_WHOLE)
# How far before a part the words that make it one may stand.
_LEAD = 160
# How many figures before a part another whole of it may stand.
_NEAR = 3


def part_within_whole(scene: Scene) -> Iterator[Claim]:
    """C005: what is worded as a portion of a whole is not above the whole."""
    added_up = wholes(scene)
    for whole in scene.figures:
        worded = _worded(scene, whole)
        if not worded:
            continue
        parts = [
            part
            for part in worded
            # Its own percentage of the whole says more (C003).
            if part.id not in added_up
            and not (shares(scene, part) and _fit_in(whole, [part]))
        ]
        for group in _groups(scene, whole, parts):
            told = _told(_holding(scene, whole, group), group)
            if told.verdict is Verdict.CONSISTENT or _is_worded(scene, whole, group):
                yield told


def _worded(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the portions that the reading, or "trong đó", ties to *whole*."""
    tied = tied_to(scene, whole)
    if tied:
        return tied
    parts = listed(scene, whole)
    return parts if parts and says_among(scene.between(whole, parts[0])) else ()


def _groups(
    scene: Scene, whole: Figure, parts: list[Figure]
) -> Iterator[tuple[Figure, ...]]:
    """Put parts together that exclude each other, so that their sum counts."""
    if len(parts) < 2:
        yield from ((part,) for part in parts)
        return
    kinds = {part.measure for part in parts}
    named = all(part.measure in whole.measure for part in parts)
    if named and len(kinds) == len(parts):
        yield tuple(parts)
        return
    if exclude_each_other(scene, parts) and not _fit_in(whole, parts):
        yield tuple(parts)
        return
    out_of = OUT_OF.search(scene.before(whole)) is not None
    ahead = [part for part in parts if out_of and part.span < whole.span]
    if ahead:
        yield tuple(ahead)
    yield from ((part,) for part in parts if part not in ahead)


def _is_worded(scene: Scene, whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Tell whether a part above its whole is an error, and not two things side by side.

    It is where the words in between say "among them", or where both are counted in
    the very same thing within a sentence.
    """
    part = parts[0]
    if OUT_OF.search(scene.before(whole)) and part.span < whole.span:
        return True
    if part.span < whole.span or scene.sentence(part) != scene.sentence(whole):
        return False
    words = scene.between(whole, part)[-_LEAD:]
    among = announced(scene, whole, [part]) >= Cue.AMONG or SOME.search(words)
    return bool(among) or are_same(whole, part)


def _holding(scene: Scene, whole: Figure, parts: tuple[Figure, ...]) -> Figure:
    """Give *whole*, or another figure of the sentence where only that can hold it.

    "1.198.108 thuê bao, tức 100 thuê bao trên 100 dân, trong đó 894.666 thuê bao".
    """
    if _fit_in(whole, parts):
        return whole
    for other in scene.before_it(parts[0], _NEAR):
        together = scene.sentence(other) == scene.sentence(parts[0])
        holds = other.value is not None and are_same(other, whole)
        if together and holds and other.total is None and _fit_in(other, parts):
            return other
    return whole


def _fit_in(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether *whole* is large enough for all of *parts*."""
    return sum(shown(part).low for part in parts) <= shown(whole).high


def _told(whole: Figure, parts: tuple[Figure, ...]) -> Claim:
    holds = _fit_in(whole, parts)
    summed = added(parts)
    spelled = " + ".join(written(part) for part in parts)
    if len(parts) > 1:
        spelled += f" = {amount(summed, parts[0])}"
    return claim(
        RULE,
        Verdict.CONSISTENT if holds else Verdict.INCONSISTENT,
        [whole, *parts],
        arithmetic=f"{spelled} {'≤' if holds else '>'} {plain(whole)}",
        grade=Severity.CONTRADICTION,
        part=amount(summed, parts[0]),
        whole=written(whole),
        what=whole.measure,
        excess=amount(summed - nominal(whole), parts[0]),
    )
