"""Whole and parts: which listed parts are held to add up to a whole, and whether."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tongket.core.checks.parts.adding import adding_up, remainders
from tongket.core.checks.parts.closing import before_total, up_to_the_rest
from tongket.core.checks.parts.cues import ERRORS, Cue, cue_of
from tongket.core.checks.parts.listing import in_brackets, is_dated, lists
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like
from tongket.core.checks.values.interval import (
    Interval,
    added,
    is_counted,
    nominal,
    quantum,
    shown,
    total,
)
from tongket.core.nouns.claim import Verdict
from tongket.core.nouns.figure import Bound, Figure, Kind


@dataclass(frozen=True, slots=True)
class Partition:
    """A whole with the parts that the text gives as all of it, and the verdict."""

    whole: Figure
    parts: tuple[Figure, ...]
    cue: Cue
    verdict: Verdict
    sum: Interval


def partitions(scene: Scene) -> Iterator[Partition]:
    """Find the wholes whose parts are claimed to add up, in text order."""
    found: set[frozenset[str]] = set()
    for whole in scene.figures:
        for partition in partitions_of(scene, whole):
            found.add(_members(partition.whole, partition.parts))
            yield partition
    for whole, parts in remainders(scene):
        if _members(whole, parts) not in found:
            yield _exact(whole, parts)


def partitions_of(scene: Scene, whole: Figure) -> Iterator[Partition]:
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
    taken: set[str] = set()
    for verdict in (Verdict.CONSISTENT, Verdict.INCONSISTENT, Verdict.AMBIGUOUS):
        for found in judged:
            if found is None or found.verdict is not verdict:
                continue
            ids = {part.id for part in found.parts}
            # One list per whole claims the whole; a second that adds up as well is
            # another division of it, one that does not is no division.
            if taken and (taken & ids or verdict is not Verdict.CONSISTENT):
                continue
            taken |= ids
            yield found


def _judged(scene: Scene, whole: Figure, parts: tuple[Figure, ...]) -> Partition | None:
    cue = cue_of(scene, whole, parts)
    strict, loose = _sum(parts, finest=True), _sum(parts, finest=False)
    if not _is_held(whole, parts, cue):
        return None
    if shown(whole).meets(strict):
        return Partition(whole, parts, cue, Verdict.CONSISTENT, strict)
    if parts == in_brackets(scene, whole) and not all(
        are_like(whole, part) for part in parts
    ):
        # Things called otherwise are held to a whole only where they add up to it.
        return None
    if is_dated(scene, whole, parts) or not _is_error(whole, parts, cue):
        return None
    verdict = Verdict.AMBIGUOUS if shown(whole).meets(loose) else Verdict.INCONSISTENT
    return Partition(whole, parts, cue, verdict, strict)


def _sum(parts: Sequence[Figure], *, finest: bool) -> Interval:
    """Add up what the parts show, "3 tỷ" beside "6,31 tỷ" being taken for 3,00.

    The writer most likely left zeros out; not *finest*, a small remainder (3,04) too.
    """
    last = min(quantum(part) for part in parts)
    return total(
        shown(part)
        if "," in part.text
        else shown(part, last if finest else max(last, quantum(part) / 10))
        for part in parts
    )


def _is_held(whole: Figure, parts: tuple[Figure, ...], cue: Cue) -> bool:
    """Tell whether *whole* can be held to a list, being exact or met exactly."""
    if whole.bound is Bound.EXACT or cue is Cue.COMPLETE:
        return True
    return added(parts) == whole.value


def _is_error(whole: Figure, parts: tuple[Figure, ...], cue: Cue) -> bool:
    if whole.kind is Kind.COUNT and not all(map(is_counted, (whole, *parts))):
        return False
    least, most = ERRORS[cue]
    stated = Fraction(nominal(whole))
    return least * stated <= Fraction(added(parts)) <= most * stated
