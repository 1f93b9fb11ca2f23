"""Outcomes: of the things looked at, those found at fault, punished or awarded."""

from bisect import bisect_left
from collections.abc import Sequence

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.line import item_mark
from tongket.core.reading.relations.likeness import (
    fits_within,
    kindred,
    same_measure,
)
from tongket.core.reading.relations.scene import LEVELS, Scene
from tongket.core.reading.sighting import Sighting

# How many numbers back the whole of an outcome may stand.
_LOOK_BACK = 30
# A word of outcome stands so near its number, or in the label before it.
_NEAR = 5
_BEHIND = 6
OUTCOME = "role_part_outcome"
_PARTING = frozenset(",;.(:")


def outcome(scene: Scene) -> Sighting | None:
    """Return those looked at, of which an outcome ("vi phạm", "bị phạt") is counted."""
    seen = scene.seen
    if seen.kind is not Kind.COUNT or seen.total is not None:
        return None
    awarded = _names(scene, scene.signs.awards)
    if not awarded and not _names(scene, scene.signs.outcomes):
        return _carried(scene) or _found(scene)
    punished = _names(scene, scene.signs.penalties)
    for earlier in reversed(scene.history[-_LOOK_BACK:]):
        if not _may_hold(earlier, seen):
            continue
        if not punished and _told_elsewhere(earlier, seen):
            continue
        if awarded and not same_measure(earlier, seen):
            continue
        if punished and earlier.line is seen.line and _beside(scene, earlier):
            continue
        if earlier.role is not Role.PART or (punished and _at_fault(scene, earlier)):
            return earlier
        if earlier.steps[-1][0] != OUTCOME:
            return _divided(earlier, seen)
    return None


def _found(scene: Scene) -> Sighting | None:
    """Return the whole of what was found among, or done about, those told before.

    "Kiểm tra 40/187 cơ sở, phát hiện 09 cơ sở …", "264 vụ vi phạm …; xử lý 241 vụ".
    """
    seen = scene.seen
    words = seen.line.words
    verb = words[max(seen.lead, seen.opening - 2) : seen.opening]
    if verb not in _FINDING and verb not in _HANDLING:
        return None
    for mate in reversed(scene.mates):
        if not same_measure(mate, seen) or mate.role not in LEVELS:
            continue
        if mate.role is Role.TARGET or mate.host >= 0 or mate.value == seen.value:
            continue
        faulty = any(
            mate.lead <= at < mate.tail + _BEHIND for at in scene.signs.outcomes
        )
        if verb in _HANDLING and not faulty:
            return None
        return mate if fits_within(mate, seen) else None
    return None


_FINDING = (["phát", "hiện"], ["phat", "hien"])
_HANDLING = (["xử", "lý"], ["xu", "ly"])


def _may_hold(earlier: Sighting, seen: Sighting) -> bool:
    """Tell whether an outcome may be counted among an earlier number."""
    if earlier.role not in LEVELS or not kindred(earlier, seen):
        return False
    between = seen.line.words[earlier.tail : seen.opening]
    beside = earlier.line is seen.line and between in ([","], ["và"], ["va"])
    if beside and seen.noun not in earlier.measure:
        # "399 cá nhân, 314 tổ chức vi phạm": counted side by side; but not so
        # "4.815 lượt cơ sở, 612 cơ sở vi phạm".
        return False
    if _elsewhere(earlier, seen) or not fits_within(earlier, seen):
        return False
    return earlier.total is None or _looked_at(earlier, seen)


def _told_elsewhere(earlier: Sighting, seen: Sighting) -> bool:
    """Tell whether another paragraph, and no item of the list, told of a number.

    Those at fault in one were looked at in it; punishments may be told at the end.
    """
    if earlier.line is seen.line or item_mark(seen.line) is not None:
        return False
    return seen.sentence != 0 or seen.line.words[0] not in _GOES_ON


# A paragraph that begins so goes on about what the one before looked at.
_GOES_ON = frozenset(("phát", "qua", "kết", "phat", "ket"))


def _looked_at(pair: Sighting, seen: Sighting) -> bool:
    """Tell whether "Thanh tra 22/61 cơ sở" counts those that a fault was found with."""
    beside = pair.sentence == seen.sentence and pair.line is seen.line
    return beside and pair.value != seen.value


def _divided(listed: Sighting, seen: Sighting) -> Sighting:
    """Return what a list divides, for an outcome told behind the list."""
    whole = listed.of
    if whole is None or whole.total is not None or not kindred(whole, seen):
        return listed
    return whole if fits_within(whole, seen) else listed


def _elsewhere(earlier: Sighting, seen: Sighting) -> bool:
    """Tell whether a number stands under a heading that another does not share.

    Two items of one list stand side by side ("+ Kiểm tra: 168 cơ sở", "+ Vi phạm: 23
    cơ sở").
    """
    above = earlier.section
    if earlier.line is not seen.line and len(above) == len(seen.section):
        above = above[:-1]
    return seen.section[: len(above)] != above


def _at_fault(scene: Scene, earlier: Sighting) -> bool:
    """Tell whether those at fault were counted, of whom the punished are some."""
    seen = scene.seen
    if earlier.steps[-1][0] != OUTCOME or earlier.line is not seen.line:
        return False
    return earlier.sentence == seen.sentence and not _is_punished(scene, earlier)


def _beside(scene: Scene, earlier: Sighting) -> bool:
    """Tell whether "phạt 45 cơ sở, đình chỉ 3 cơ sở" tells two punishments."""
    return earlier.role is Role.RESULT and _is_punished(scene, earlier)


def _is_punished(scene: Scene, earlier: Sighting) -> bool:
    """Tell whether a number of the same line counts the punished itself."""
    words = scene.line.words
    last = earlier.tail
    while last < scene.seen.opening and words[last] not in _PARTING:
        last += 1
    near = range(max(earlier.lead, earlier.opening - _NEAR), last)
    return any(at in near for at in scene.signs.penalties)


def _carried(scene: Scene) -> Sighting | None:
    """Return the whole of "Phạt 09 tổ chức, 01 cá nhân" for the second number."""
    seen, before = scene.seen, scene.before
    if before is None or before.of is None or before.steps[-1][0] != OUTCOME:
        return None
    if seen.line.words[before.tail : seen.opening] not in ([","], ["và"], ["va"]):
        return None
    whole = before.of
    if whole.total is not None and seen.total is not None:
        return None
    return whole if kindred(whole, seen) and fits_within(whole, seen) else None


def _names(scene: Scene, outcomes: Sequence[int]) -> bool:
    """Tell whether a word of outcome stands close before or behind a count."""
    seen = scene.seen
    words = seen.line.words
    first = max(seen.lead, seen.opening - _NEAR)
    if 0 < seen.clause == seen.opening and words[seen.clause - 1] == ":":
        # "Vi phạm: 23 cơ sở": the label says it.
        first = max(0, seen.clause - 1 - _NEAR)
    low = bisect_left(outcomes, first)
    if low == len(outcomes) or outcomes[low] >= seen.tail + _BEHIND:
        return False
    if outcomes[low] < seen.opening:
        return True
    place = (
        outcomes[bisect_left(outcomes, seen.tail)] if outcomes[-1] >= seen.tail else 0
    )
    if not seen.tail <= place < seen.tail + _BEHIND:
        return False
    stop = scene.after.lead if scene.after is not None else len(words)
    return not any(
        words[at] in {";", ".", ":"} or (words[at] in {",", "("} and at >= stop - 1)
        for at in range(seen.tail, place)
    )
