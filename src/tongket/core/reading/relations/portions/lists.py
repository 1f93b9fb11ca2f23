"""Lists: the number that a bracket, a listing word or the items below it divide."""

from bisect import bisect_left

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.line import Line, item_mark
from tongket.core.reading.relations.likeness import fits_within, kindred, same_measure
from tongket.core.reading.relations.scene import Scene
from tongket.core.reading.sighting import Sighting

# A bracket that divides a number opens at most so many words behind it.
_BRACKET = 6
# A list goes on at most so many words behind the word that opened it.
_FARTHEST = 60
# The head of a list of items is looked for so many numbers back.
_HISTORY = 16
_NEAR = 20
# A head announces its items with one of these among its last words.
_ANNOUNCED = frozenset(
    (
        "gồm",
        "loại",
        "đó",
        "sau",
        "theo",
        "thể",
        "gom",
        "do",
        "the",
        "chia",
        "cấu",
        "nhóm",
    )
)
_LAST_WORDS = 8


def divided(scene: Scene) -> Sighting | None:
    """Return the count that a number without its own noun is a portion of.

    A bracket stands behind it, a listing word ("trong đó") names it, or it heads the
    items of a list. None: nothing is divided here.
    """
    return _before_bracket(scene) or _before_listing(scene) or head_of_items(scene)


def _before_bracket(scene: Scene) -> Sighting | None:
    """Return the count right before the bracket of "09 cuộc (thanh tra 4, …)"."""
    seen = scene.seen
    if seen.host < 0:
        return None
    for mate in reversed(scene.mates):
        if mate.host == seen.host:
            continue
        near = mate.last <= seen.host <= mate.tail + _BRACKET
        return mate if near and _may_hold(mate, seen) else None
    return None


def _before_listing(scene: Scene) -> Sighting | None:
    """Return the count before "trong đó", "gồm" that a list divides."""
    seen = scene.seen
    if seen.host >= 0:
        return None
    behind = bisect_left(scene.signs.listings, seen.first)
    at = scene.signs.listings[behind - 1] if behind else -1
    if at < max(seen.sentence, seen.first - _FARTHEST):
        return None
    # "168 cơ sở. Trong đó: …" divides what the sentence before counts.
    opens = at <= seen.sentence + 1
    for mate in reversed(scene.history[-_NEAR:] if opens else scene.mates):
        if mate.line is seen.line and mate.last <= at and mate.host < 0:
            return mate if _may_hold(mate, seen) else None
    return None


def head_of_items(scene: Scene) -> Sighting | None:
    """Return the count that the line above a list of items announces."""
    seen = scene.seen
    found: list[Sighting] = []
    for earlier in _numbers_of_head(scene):
        if seen.section[: len(earlier.section)] != earlier.section:
            return None
        if earlier.host < 0 and _may_hold(earlier, seen):
            found.append(earlier)
    named = [one for one in found if not seen.elided and same_measure(one, seen)]
    return next(iter([*named, *found[-1:]]), None)


def _numbers_of_head(scene: Scene) -> list[Sighting]:
    """Return the numbers of the line that announces the items, the last one first.

    The items before this one, with the same sort of mark, stand between.
    """
    mark = item_mark(scene.seen.line)
    if mark is None:
        return []
    above = [
        one
        for one in reversed(scene.history[-_HISTORY:])
        if one.line is not scene.seen.line and item_mark(one.line) != mark
    ]
    if not above or not _announces(above[0].line):
        return []
    return [one for one in above if one.line is above[0].line]


def _announces(head: Line) -> bool:
    """Tell whether the last words of a line announce portions below it."""
    last = head.words[-_LAST_WORDS:-1]
    return (
        bool(last)
        and (last[-1] == ":" or last[-1] in {"gồm", "đó", "có"})
        and (not _ANNOUNCED.isdisjoint(last))
    )


def _may_hold(whole: Sighting, seen: Sighting) -> bool:
    """Tell whether a count could have a number without its own noun as a portion."""
    if whole.kind not in {Kind.COUNT, Kind.MONEY} or not whole.measure:
        return False
    if whole.optional or whole.role in {Role.CHANGE, Role.PREVIOUS}:
        return False
    if whole.kind is Kind.MONEY and seen.elided and seen.factor == 1:
        # "6.912 triệu đồng, trong đó: quỹ lương 5.184": the scale goes on.
        scaled = (seen.value or 0) * whole.factor
        return whole.factor > 1 and whole.value is not None and scaled <= whole.value
    return fits_within(whole, seen)


def in_items(scene: Scene) -> Sighting | None:
    """Return the whole of "23 nhiệm vụ, gồm: - Nông nghiệp: 15 đề tài"."""
    seen = scene.seen
    if seen.kind not in {Kind.COUNT, Kind.MONEY} or seen.host >= 0:
        return None
    if seen.total is not None:
        return None
    whole = head_of_items(scene)
    if whole is None or whole.total is not None or not kindred(whole, seen):
        return None
    return whole
