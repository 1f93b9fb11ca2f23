"""How firmly the words and the shape of a list say that its parts are all parts.

Most lists after "trong đó" name some of a whole. Only where the words say that the
list is complete, or where it misses the whole so narrowly that nothing else explains
it, are the parts held to add up; everything else is left alone.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from fractions import Fraction

from tongket.core.checks.parts.classes import are_grades, are_opposites
from tongket.core.checks.parts.closing import before_total, ends_with_the_rest
from tongket.core.checks.parts.listing import (
    are_complements,
    are_elided,
    divides,
    opens_bracket,
)
from tongket.core.checks.scene import Scene
from tongket.core.checks.wording import (
    AMONG,
    CROSSING,
    REMAINDER,
    SOME,
    TOTAL_OF,
    UNNUMBERED,
    WHOLLY,
)
from tongket.core.nouns.figure import Figure

# How far the words that announce a list may stand from its first part.
_LEAD = 160
_CLAUSE_END = re.compile(r"[.,;:()\n]")
_SENTENCE_END = re.compile(r"(?<!\.)\.(?=\s|$)|[;\n]")


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
ERRORS = {
    Cue.SOME: (Fraction(1), Fraction(1)),
    Cue.APART: (Fraction(97, 100), Fraction(103, 100)),
    Cue.SENTENCE: (Fraction(94, 100), Fraction(11, 10)),
    Cue.AMONG: (Fraction(88, 100), Fraction(9, 8)),
    Cue.COLON: (Fraction(4, 5), Fraction(4, 3)),
    Cue.BRACKETS: (Fraction(1, 2), Fraction(3, 2)),
    Cue.COMPLETE: (Fraction(1, 12), Fraction(12)),
}


def _cuts_across(scene: Scene, parts: Sequence[Figure]) -> bool:
    """Tell whether some part may overlap the others, as women and members do.

    In "3 loại khá, 10 loại đạt, 1 không đạt" the negation names a grade as well.
    """
    if are_grades(scene, parts):
        return False
    return any(CROSSING.search(_own(scene, part)) for part in parts)


def _own(scene: Scene, part: Figure) -> str:
    return _CLAUSE_END.split(scene.after(part, 40))[0]


def _leaves_the_rest(scene: Scene, part: Figure) -> bool:
    """Tell whether a list goes on behind its last part to what has no number."""
    after = scene.after(part, _LEAD)
    own = _SENTENCE_END.split(after, maxsplit=1)[0]
    return len(own) < len(after) and bool(UNNUMBERED.search(own))


def cue_of(scene: Scene, whole: Figure, parts: Sequence[Figure]) -> Cue:
    """Weigh the words around the list of *parts* after *whole*, and its shape."""
    if _leaves_the_rest(scene, parts[-1]):
        return Cue.SOME
    if any(REMAINDER.search(scene.before(part)) for part in parts):
        return Cue.COMPLETE
    if are_complements(scene, parts):
        return Cue.BRACKETS
    cue = announced(scene, whole, parts)
    if cue and are_opposites(scene, parts):
        return max(cue, Cue.BRACKETS)
    if cue is not Cue.COMPLETE and _cuts_across(scene, parts):
        return Cue.SOME
    by_line = all(part.section and scene.leads_its_line(part) for part in parts)
    firmer = by_line + bool(TOTAL_OF.search(scene.before(whole)))
    # A long list in one sentence, or line by line, is seldom left incomplete.
    if cue is not Cue.APART or by_line:
        firmer += min(len(parts), 4) - 2
    return Cue(min(cue + firmer, Cue.COMPLETE))


def announced(scene: Scene, whole: Figure, parts: Sequence[Figure]) -> Cue:
    """Weigh where a list of *parts* stands to its whole, and the words before it."""
    first = parts[0]
    if first.span.start < whole.span.end:
        closes = tuple(parts) == before_total(scene, whole)
        return Cue.SENTENCE if closes else Cue.SOME
    if ends_with_the_rest(scene, parts):
        return Cue.AMONG
    if scene.rest_of_line(whole).rstrip().endswith(":"):
        return Cue.COLON
    if scene.sentence(whole) != scene.sentence(parts[-1]):
        beside = scene.sentence(first) == scene.sentence(parts[-1])
        return Cue.SENTENCE if beside and are_elided(scene, parts) else Cue.APART
    if divides(scene, whole):
        # Of 97 communes 68 were judged, 38 go on: two groups may well overlap.
        return Cue.AMONG if len(parts) > 2 else Cue.SOME
    return _worded(scene.between(whole, first)[-_LEAD:])


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
