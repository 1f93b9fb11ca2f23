"""Whole and parts: which listed parts claim to be all of a whole.

Most lists after "trong đó" name some of a whole. Only where the words say that the
list is complete, or where it misses the whole so narrowly that nothing else explains
it, are the parts held to add up; everything else is left alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

from tongket.core.checks.comparable import are_like
from tongket.core.checks.interval import Interval, is_counted, quantum, shown, total
from tongket.core.checks.listing import are_complements, listed, opens_bracket
from tongket.core.checks.scene import Scene
from tongket.core.checks.wording import (
    AMONG,
    CROSSING,
    REMAINDER,
    SOME,
    TOTAL_OF,
    WHOLLY,
)
from tongket.core.nouns.claim import Verdict
from tongket.core.nouns.figure import Bound, Figure, Kind, Role

# How far the words that announce a list may stand from its first part.
_LEAD = 160
_CLAUSE_END = re.compile(r"[.,;:()\n]")


class Cue(IntEnum):
    """How firmly the words say that the parts listed are all parts; more is firmer."""

    SOME = 0
    APART = 1
    SENTENCE = 2
    AMONG = 3
    COLON = 4
    BRACKETS = 5
    COMPLETE = 6


# For each cue the range of (sum of parts ÷ whole) in which a sum that misses the whole
# is taken for an error; below it the list is incomplete, above it the parts overlap.
_ERRORS = {
    Cue.SOME: (Fraction(1), Fraction(1)),
    Cue.APART: (Fraction(97, 100), Fraction(103, 100)),
    Cue.SENTENCE: (Fraction(94, 100), Fraction(6, 5)),
    Cue.AMONG: (Fraction(88, 100), Fraction(13, 10)),
    Cue.COLON: (Fraction(4, 5), Fraction(7, 5)),
    Cue.BRACKETS: (Fraction(1, 2), Fraction(2)),
    Cue.COMPLETE: (Fraction(1, 12), Fraction(12)),
}


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
    for whole in scene.figures:
        parts = parts_of(scene, whole)
        if len(parts) < 2:
            continue
        yield from _claimed(scene, whole, parts)


def parts_of(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the figures that may be the parts of *whole*: tied to it, or listed after.

    The list that follows the whole counts where the reading ties nothing to it.
    """
    return tied_to(scene, whole) or listed(scene, whole)


def tied_to(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the figures like *whole* that the reading ties to it as portions."""
    if not _has_parts(whole):
        return ()
    return tuple(
        part
        for part in scene.following(whole, Role.PART)
        if part.total is None and are_like(whole, part)
    )


def _has_parts(whole: Figure) -> bool:
    return whole.value is not None and whole.kind not in {Kind.PERCENT, Kind.RANK}


def _claimed(
    scene: Scene, whole: Figure, parts: tuple[Figure, ...]
) -> Iterator[Partition]:
    lists = _lists(scene, parts)
    judged = [_judged(scene, whole, listed) for listed in lists]
    taken: set[str] = set()
    order = (Verdict.CONSISTENT, Verdict.INCONSISTENT, Verdict.AMBIGUOUS)
    for verdict in order:
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


def _lists(scene: Scene, parts: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    by_sentence: dict[int, list[Figure]] = defaultdict(list)
    leading = []
    for part in parts:
        by_sentence[scene.sentence(part)].append(part)
        if scene.leads_its_line(part):
            leading.append(part)
    lists = [tuple(listed) for listed in by_sentence.values()]
    labelled = [part for part in leading if part.section]
    lists += [tuple(labelled), tuple(leading), tuple(parts)]
    unique = {tuple(part.id for part in listed): listed for listed in lists}
    return [listed for listed in unique.values() if len(listed) >= 2]


def _judged(scene: Scene, whole: Figure, parts: tuple[Figure, ...]) -> Partition | None:
    cue = _cue(scene, whole, parts)
    strict, loose = _sum(parts, finest=True), _sum(parts, finest=False)
    if shown(whole).meets(strict):
        return Partition(whole, parts, cue, Verdict.CONSISTENT, strict)
    if not _is_error(whole, parts, cue):
        return None
    verdict = Verdict.AMBIGUOUS if shown(whole).meets(loose) else Verdict.INCONSISTENT
    return Partition(whole, parts, cue, verdict, strict)


def _sum(parts: Sequence[Figure], *, finest: bool) -> Interval:
    """Add up what the parts show, "3 tỷ" beside "6,31 tỷ" being taken for 3,00.

    The writer most likely left zeros out; not *finest*, a small remainder (3,11) too.
    """
    last = min(quantum(part) for part in parts)
    return total(
        shown(part)
        if "," in part.text
        else shown(part, last if finest else max(last, quantum(part) / 4))
        for part in parts
    )


def _is_error(whole: Figure, parts: tuple[Figure, ...], cue: Cue) -> bool:
    if whole.bound is not Bound.EXACT and cue is not Cue.COMPLETE:
        return False
    if whole.kind is Kind.COUNT and not all(map(is_counted, (whole, *parts))):
        return False
    least, most = _ERRORS[cue]
    stated = Fraction(whole.value or 0)
    added = sum(Fraction(part.value or 0) for part in parts)
    return least * stated <= added <= most * stated


def _cuts_across(scene: Scene, part: Figure) -> bool:
    own = _CLAUSE_END.split(scene.after(part, 40), maxsplit=1)[0]
    return bool(CROSSING.search(own))


def _cue(scene: Scene, whole: Figure, parts: Sequence[Figure]) -> Cue:
    """Weigh the words and the shape of the list."""
    if any(REMAINDER.search(scene.before(part)) for part in parts):
        return Cue.COMPLETE
    if are_complements(scene, parts):
        return Cue.COMPLETE
    cue = announced(scene, whole, parts)
    if cue is not Cue.COMPLETE and any(_cuts_across(scene, part) for part in parts):
        return Cue.SOME
    # A long list in one sentence is seldom left incomplete.
    firmer = min(len(parts), 4) - 2 if cue is not Cue.APART else 0
    firmer += bool(TOTAL_OF.search(scene.before(whole)))
    firmer += all(part.section and scene.leads_its_line(part) for part in parts)
    return Cue(min(cue + firmer, Cue.COMPLETE))


def announced(scene: Scene, whole: Figure, parts: Sequence[Figure]) -> Cue:
    """Weigh where a list of *parts* stands to its whole, and the words before it."""
    first, last = parts[0], parts[-1]
    if first.span.start < whole.span.end:
        return Cue.SOME
    lead = scene.between(whole, first)[-_LEAD:]
    if scene.sentence(whole) != scene.sentence(first):
        return Cue.COLON if lead.rstrip(" -+*•\n").endswith(":") else Cue.APART
    if scene.sentence(first) != scene.sentence(last):
        return Cue.APART
    return _worded(lead)


def _worded(lead: str) -> Cue:
    """Weigh the words between the whole and the first of its parts."""
    for pattern, cue in (
        (SOME, Cue.SOME),
        (WHOLLY, Cue.COMPLETE),
        (AMONG, Cue.AMONG),
    ):
        if pattern.search(lead):
            return max(cue, Cue.COLON) if opens_bracket(lead) and cue else cue
    if opens_bracket(lead):
        return Cue.BRACKETS
    return Cue.COLON if ":" in lead else Cue.SENTENCE
