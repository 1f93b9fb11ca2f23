"""Roles: each number of a line gets its role by the first rule that speaks."""

from collections.abc import Callable

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.relations.comparisons.before import previous, undone
from tongket.core.reading.relations.comparisons.changes import (
    change,
    reached,
    turned,
)
from tongket.core.reading.relations.comparisons.plans import achievement, gap
from tongket.core.reading.relations.elision import infer_measure
from tongket.core.reading.relations.portions.parts import part, wholes_after
from tongket.core.reading.relations.portions.shares import share
from tongket.core.reading.relations.running import cumulative
from tongket.core.reading.relations.scene import Purpose, Scene, nearest_cue
from tongket.core.reading.relations.stages import target
from tongket.core.reading.sighting import Sighting

# In the order in which a clerk would ask; the first that answers decides.
RULES: tuple[Callable[[Scene], bool], ...] = (
    turned,
    undone,
    achievement,
    change,
    gap,
    previous,
    share,
    part,
    target,
    cumulative,
)
# Rules that speak of per cents alone, and of a number behind another one alone.
_OF_PER_CENTS = frozenset((achievement, share))
_OF_FOLLOWERS = frozenset((turned, undone))
# The rules to ask about a number, by whether it is a per cent and follows another.
_ASKED = {
    (is_per_cent, follows): tuple(
        rule
        for rule in RULES
        if (is_per_cent or rule not in _OF_PER_CENTS)
        and (follows or rule not in _OF_FOLLOWERS)
    )
    for is_per_cent in (False, True)
    for follows in (False, True)
}
# How many numbers of the text before a line its rules may look back at.
_HISTORY = 40


def roles_of(
    line: list[Sighting],
    history: list[Sighting],
    lexicon: Lexicon,
    *,
    purpose: Purpose,
) -> None:
    """Give the numbers of one line their measures, roles and relations.

    *history* holds the numbers before the line, the last of them at the end; *purpose*
    is that of the text.
    """
    known = history[-_HISTORY:]
    mates: list[Sighting] = []
    for seen, after in zip(line, [*line[1:], None], strict=True):
        if seen.settled:
            known.append(seen)
            continue
        if mates and mates[-1].sentence != seen.sentence:
            mates = []
        before = mates[-1] if mates else None
        scene = Scene(
            seen=seen,
            mates=mates[-_HISTORY:],
            history=known,
            before=before,
            after=after,
            lexicon=lexicon,
            signs=seen.line.signs,
            purpose=purpose,
        )
        scene.cue = nearest_cue(seen, lexicon)
        mates.append(seen)
        if seen.elided:
            infer_measure(scene)
        wholes_after(scene)
        reached(scene)
        if seen.role is Role.PREVIOUS:
            known.append(seen)
            continue
        for rule in _ASKED[seen.kind is Kind.PERCENT, before is not None]:
            if rule(scene):
                break
        else:
            if seen.kind is Kind.RANK or seen.role is Role.RESULT:
                seen.note("role_result", (seen.start, seen.end))
        known.append(seen)
        if len(known) > 2 * _HISTORY:
            del known[:_HISTORY]
