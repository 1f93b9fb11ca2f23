"""Whole and parts: which listed parts are held to add up to a whole, and whether."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tongket.core.checks.parts.adding import adding_up, remainders
from tongket.core.checks.parts.closing import before_total, up_to_the_rest
from tongket.core.checks.parts.cues import ERRORS, Cue, cue_of
from tongket.core.checks.parts.listing import in_brackets, is_dated, lists
from tongket.core.checks.parts.pairs import rests
from tongket.core.checks.parts.totals import is_precise, is_slip, total_of
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like, are_same
from tongket.core.checks.values.interval import (
    Interval,
    added,
    is_counted,
    nominal,
    shown,
)
from tongket.core.nouns.claim import Verdict
from tongket.core.nouns.figure import Figure, Kind, Role

# How many figures before the first of a list may stand on its line.
_BESIDE = 4
_CHANGES = frozenset((Role.CHANGE, Role.GAP))


@dataclass(frozen=True, slots=True)
class Partition:
    """A whole with the parts that the text gives as all of it, and the verdict."""

    whole: Figure
    parts: tuple[Figure, ...]
    cue: Cue
    verdict: Verdict
    sum: Interval


@lru_cache(maxsize=1)
def partitions(scene: Scene) -> tuple[Partition, ...]:
    """Find the wholes whose parts are claimed to add up, in text order.

    Several checks ask this of the scene that is being checked.
    """
    found = [partition for whole in scene.figures for partition in _of(scene, whole)]
    known = {_members(one.whole, one.parts) for one in found}
    told = (*remainders(scene), *rests(scene))
    left = (_exact(*one) for one in told if _members(*one) not in known)
    return (*found, *left)


def wholes(scene: Scene) -> Mapping[str, Figure]:
    """Give each part, by its id, the whole that its list is claimed to add up to."""
    return {part.id: found.whole for found in partitions(scene) for part in found.parts}


def _of(scene: Scene, whole: Figure) -> Iterator[Partition]:
    """Find the parts that are claimed to add up to one whole, one way or several."""
    candidates = lists(scene, whole)
    closed = (before_total(scene, whole), up_to_the_rest(scene, whole))
    candidates += [parts for parts in closed if parts and parts not in candidates]
    claimed = list(_claimed(scene, whole, candidates))
    yield from claimed
    taken = {part.id for found in claimed for part in found.parts}
    for parts in adding_up(scene, whole):
        if not taken & {part.id for part in parts}:
            yield _exact(whole, parts)


def _members(whole: Figure, parts: Sequence[Figure]) -> frozenset[str]:
    return frozenset((whole.id, *(part.id for part in parts)))


def _exact(whole: Figure, parts: tuple[Figure, ...]) -> Partition:
    return Partition(whole, parts, Cue.SOME, Verdict.CONSISTENT, shown(whole))


def _claimed(
    scene: Scene, whole: Figure, candidates: Sequence[tuple[Figure, ...]]
) -> Iterator[Partition]:
    judged = [_judged(scene, whole, parts) for parts in candidates]
    # Of lists that miss the whole the longest is the one that was meant.
    judged.sort(key=lambda found: -len(found.parts) if found else 0)
    taken: set[str] = set()
    for verdict in (Verdict.CONSISTENT, Verdict.INCONSISTENT, Verdict.AMBIGUOUS):
        for found in judged:
            if found is None or found.verdict is not verdict:
                continue
            ids = {part.id for part in found.parts}
            # One list per whole claims the whole; a second that adds up as well is
            # another division of it, one that does not is none, unless it says so.
            firm = verdict is Verdict.CONSISTENT or found.cue is Cue.COMPLETE
            if taken and (taken & ids or not firm):
                continue
            taken |= ids
            yield found


def _judged(scene: Scene, whole: Figure, parts: tuple[Figure, ...]) -> Partition | None:
    cue = cue_of(scene, whole, parts)
    found = total_of(whole, parts)
    held = is_precise(whole, parts) or cue is Cue.COMPLETE
    if found.verdict is Verdict.CONSISTENT and (held or cue >= Cue.AMONG):
        return Partition(whole, parts, cue, found.verdict, found.sum)
    if not held:
        return None
    if parts == in_brackets(scene, whole) and not all(
        are_like(whole, part) for part in parts
    ):
        # Things called otherwise are held to a whole only where they add up to it.
        return None
    # The parts of a change may rise and fall.
    open_ = whole.role in _CHANGES or is_dated(scene, whole, parts)
    open_ = open_ or _skips_some(scene, parts)
    if open_ or not _is_error(whole, parts, cue):
        return None
    return Partition(whole, parts, cue, found.verdict, found.sum)


def _skips_some(scene: Scene, parts: tuple[Figure, ...]) -> bool:
    """Tell whether a list over several lines leaves amounts of the same kind out.

    "- Vốn tỉnh: kế hoạch 3.102 tỷ, giải ngân 800 tỷ;⏎- Vốn ODA: kế hoạch 453 tỷ".
    """
    first, last = parts[0], parts[-1]
    if scene.sentence(first) == scene.sentence(last) or first.kind is Kind.COUNT:
        return False
    members = {part.id for part in parts}
    start, end = scene.position[first.id], scene.position[last.id]
    return any(
        one.id not in members and are_same(first, one) and one.role not in _CHANGES
        for one in scene.figures[max(0, start - _BESIDE) : end]
        if scene.sentence(one) >= scene.sentence(first)
    )


def _is_error(whole: Figure, parts: tuple[Figure, ...], cue: Cue) -> bool:
    if whole.kind is Kind.COUNT and not all(map(is_counted, (whole, *parts))):
        return False
    least, most = ERRORS[cue]
    if cue >= Cue.AMONG and is_slip(whole, parts, firmly=cue >= Cue.COLON):
        return True
    stated = Fraction(nominal(whole))
    return least * stated <= Fraction(added(parts)) <= most * stated
