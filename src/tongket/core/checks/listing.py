"""Lists of parts, found by how they are set where a reading does not tie them."""

import re
from collections.abc import Iterator, Sequence

from tongket.core.checks.comparable import are_like
from tongket.core.checks.scene import Scene
from tongket.core.checks.wording import AMONG, NEGATED, WHOLLY
from tongket.core.nouns.figure import Figure, Role

# How many figures after a whole, and characters after it, its list may take.
_LENGTH = 12
_LEAD = 80
_BRACKETS = re.compile(r"\([^()]*\)")
_FREE = frozenset((Role.RESULT, Role.PART))


def listed(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the parts of *whole* that the list after it names, none without a list."""
    followers = _followers(scene, whole)
    if not followers or whole.value is None:
        return ()
    lead = scene.between(whole, followers[0])
    if len(lead) > _LEAD:
        return ()
    among = says_among(lead)
    if not (among or opens_bracket(lead) or ":" in lead):
        return _complements(scene, whole, followers)
    parts = tuple(_at_one_level(scene, whole, followers))
    # After a mere colon something else may be counted.
    if not among and any((part.value or 0) > (whole.value or 0) for part in parts):
        return ()
    return parts


def says_among(words: str) -> bool:
    """Tell whether *words* announce portions ("trong đó", "gồm")."""
    return bool(AMONG.search(words) or WHOLLY.search(words))


def opens_bracket(words: str) -> bool:
    """Tell whether *words* end inside a bracket that they open."""
    return words.count("(") > words.count(")")


def are_complements(scene: Scene, parts: Sequence[Figure]) -> bool:
    """Tell whether two parts are a thing and its opposite ("đạt", "không đạt")."""
    if len(parts) != 2:
        return False
    negated = NEGATED.search(scene.before(parts[1]))
    if negated is None:
        return False
    plain = scene.before(parts[0]).rstrip(" :")
    return plain.endswith(negated["verb"]) and not NEGATED.search(f"{plain} ")


def _followers(scene: Scene, whole: Figure) -> list[Figure]:
    """Give the figures after *whole* in its sentence that no other figure owns.

    What a reading ties to the opposite of a part ("đạt 102, không đạt 18") is free.
    """
    place = scene.position[whole.id] + 1
    sentence = scene.sentence(whole)
    return [
        figure
        for figure in scene.figures[place : place + _LENGTH]
        if scene.sentence(figure) == sentence
        and (figure.of in {None, whole.id} or NEGATED.search(scene.before(figure)))
    ]


def _at_one_level(
    scene: Scene, whole: Figure, followers: Sequence[Figure]
) -> Iterator[Figure]:
    """Give the members of a list, without what further brackets or lists hold."""
    inside = opens_bracket(scene.between(whole, followers[0]))
    last = whole
    for figure in followers:
        words = scene.between(whole, figure)
        depth = words.count("(") - words.count(")")
        if depth > inside:
            continue
        step = _BRACKETS.sub("", scene.between(last, figure))
        if depth < inside or (last is not whole and says_among(step)):
            return
        fits = figure.role in _FREE and figure.total is None
        if fits and are_like(whole, figure):
            last = figure
            yield figure


def _complements(
    scene: Scene, whole: Figure, followers: Sequence[Figure]
) -> tuple[Figure, ...]:
    parts = tuple(
        figure
        for figure in followers[:4]
        if figure.role in _FREE and figure.total is None and are_like(whole, figure)
    )[:2]
    return parts if are_complements(scene, parts) else ()
