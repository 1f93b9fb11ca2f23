"""Whole and parts: which listed parts are held to add up to a whole, and whether."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tongket.core.checks.parts.adding import adding_up, remainders
from tongket.core.checks.parts.closing import before_total, up_to_the_rest
from tongket.core.checks.parts.cues import ERRORS, Cue, cue_of
from tongket.core.checks.parts.excuses import begun_by, is_excused
from tongket.core.checks.parts.listing import lists
from tongket.core.checks.parts.pairs import rests
from tongket.core.checks.parts.totals import is_precise, is_slip, total_of
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.interval import (
    Interval,
    added,
    is_counted,
    nominal,
    shown,
)
from tongket.core.nouns.claim import Verdict
from tongket.core.nouns.figure import Figure, Kind


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
    found = [one for one in found if not _are_beside(one, found)]
    known = {_members(one.whole, one.parts) for one in found}
    told = (*remainders(scene), *rests(scene))
    left = (_exact(*one) for one in told if _members(*one) not in known)
    return (*found, *left)


def _are_beside(one: Partition, found: Sequence[Partition]) -> bool:
    """Tell whether a list that misses its whole only stands beside it in a longer one.

    Of "12 xuất sắc, 45 tốt, 4 hoàn thành, 1 không hoàn thành" the 45 are no whole.
    """
    if one.verdict is Verdict.CONSISTENT:
        return False
    mine = _members(one.whole, one.parts)
    return any(
        mine <= {part.id for part in other.parts} for other in found if other is not one
    )


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
    shorter = begun_by(whole, parts) if held else ()
    if shorter:
        return Partition(whole, shorter, cue, Verdict.CONSISTENT, shown(whole))
    excused = is_excused(scene, whole, parts, cue=cue)
    if not held or excused or not _is_error(whole, parts, cue):
        return None
    return Partition(whole, parts, cue, found.verdict, found.sum)


def _is_error(whole: Figure, parts: tuple[Figure, ...], cue: Cue) -> bool:
    if whole.kind is Kind.COUNT and not all(map(is_counted, (whole, *parts))):
        return False
    least, most = ERRORS[cue]
    if cue >= Cue.AMONG and is_slip(whole, parts, firmly=cue >= Cue.COLON):
        return True
    stated = Fraction(nominal(whole))
    return least * stated <= Fraction(added(parts)) <= most * stated
