"""Bases: which level of the text a change belongs to."""

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.relations.likeness import (
    most_alike,
    same_measure,
    says_before,
    says_of,
)
from tongket.core.reading.relations.scene import LEVELS, Scene, base_of
from tongket.core.reading.sighting import Sighting

# The sign that the name of a cue says.
SIGNS = {"change_up": "+", "gap_up": "+", "change_down": "-", "gap_down": "-"}


def _restated(scene: Scene) -> Sighting | None:
    """Return the level of "tăng 7 sáng kiến, tương đương tăng 31,8%": the same one."""
    seen, cue = scene.seen, scene.cue
    mates = [mate for mate in scene.mates[-2:] if mate.role is not Role.PREVIOUS]
    before = mates[-1] if mates else None
    if before is None or cue is None or before.role is not Role.CHANGE:
        return None
    if before.kind is seen.kind or before.sign != SIGNS[cue.name]:
        return None
    between = seen.line.words[before.tail : cue.first]
    return before.of if _EQUAL & {*between} and len(between) < _CLOSE else None


_EQUAL = frozenset(("đương", "ứng", "tức", "=", "duong", "ung", "tuc"))
_CLOSE = 12


def level_compared(scene: Scene) -> Sighting | None:
    """Return the level that a change tells the rise or fall of; None: not named."""
    seen = scene.seen
    again = _restated(scene) or level_sided(scene)
    if again is not None:
        return again
    if seen.noun == "bậc":
        return base_of(scene, Kind.RANK) or _rank_before(scene)
    if seen.kind is Kind.PERCENT and (seen.measure != "%" or _of_share(scene)):
        return _percentage_before(scene)
    if seen.kind is Kind.COUNT and seen.noun not in {"", "lần"}:
        alike = level_alike(scene)
        if alike is not None:
            return alike
    return _amount_before(scene) or _named_again(scene)


def level_sided(scene: Scene) -> Sighting | None:
    """Return the level of "giảm 12,4% về số doanh nghiệp": named behind the change."""
    seen = scene.seen
    words = seen.line.words
    if words[seen.tail] not in {"về", "ve"}:
        return None
    named: set[str] = set()
    for word in words[seen.tail + 1 : seen.tail + _SIDE]:
        if not word[0].isalpha() or word in {"và", "va", "so"}:
            break
        named.add(word)
    best: tuple[int, Sighting] | None = None
    for mate in scene.mates:
        if mate.role not in LEVELS:
            continue
        told = says_before(mate) | says_of(mate) | set(mate.measure.split())
        shared = len(named & told)
        if shared and (best is None or shared > best[0]):
            best = shared, mate
    return best[1] if best is not None else None


# "về số doanh nghiệp", "về vốn đăng ký": so many words name a side.
_SIDE = 5


def _named_again(scene: Scene) -> Sighting | None:
    """Return the level that "Số được công nhận tăng 06 sáng kiến" names once more.

    It stands in the sentence before, in the same measure, and shares a word.
    """
    seen = scene.seen
    if any(mate.role in LEVELS for mate in scene.mates):
        return None
    named = says_before(seen)
    if seen.kind is Kind.PERCENT:
        return _head_named_again(scene, named)
    earlier = [
        one
        for one in reversed(scene.history[-_BEHIND:])
        if one.line is seen.line
        and one.role in LEVELS
        and one.sentence < seen.sentence
        and says_before(one) & named
    ]
    return most_alike(seen, earlier)


def _held_with(scene: Scene, base: Sighting) -> Sighting:
    """Return the amount of "dư nợ 9.795 tỷ đồng với 147.300 khách hàng, tăng 2,2%"."""
    at = scene.mates.index(base)
    before = scene.mates[at - 1] if at else None
    if before is None or before.kind is not Kind.MONEY or before.role not in LEVELS:
        return base
    joined = scene.line.words[before.tail : base.opening] in (["với"], ["voi"], ["cho"])
    return before if joined else base


def _head_named_again(scene: Scene, named: set[str]) -> Sighting | None:
    """Return the amount whose whole name "thu nội địa tăng 7,9%" says once more."""
    cue = scene.cue
    if cue is not None:
        named = named - set(scene.line.words[cue.first : cue.last])
    if len(named) < _NAME:
        return None
    for earlier in reversed(scene.history[-_BEHIND:]):
        alike = earlier.line is scene.line and earlier.role in LEVELS
        if alike and earlier.sentence < scene.seen.sentence:
            told = says_before(earlier) | says_of(earlier)
            if earlier.kind is not Kind.PERCENT and named <= told:
                return earlier
    return None


# A name has so many words at least.
_NAME = 2


def _of_share(scene: Scene) -> bool:
    """Tell whether "5.612 thí sinh (98,84%), cao hơn 0,36%" compares the shares."""
    cue, before = scene.cue, scene.before
    if cue is None or before is None or before.role is not Role.SHARE:
        return False
    words = scene.line.words
    shut = before.host >= 0 and words[before.tail : cue.first] in ([")", ","], [")"])
    return shut and words[cue.first] in {"cao", "thấp", "thap"}


def _amount_before(scene: Scene) -> Sighting | None:
    """Return the level named before a change in per cent, money or a measure."""
    seen = scene.seen
    base = base_of(scene) or _said_before(scene)
    if base is not None and base.kind is Kind.COUNT and seen.kind is Kind.PERCENT:
        base = _held_with(scene, base)
    if seen.kind is Kind.MONEY and base is not None and base.kind is not seen.kind:
        base = base_of(scene, Kind.MONEY)
    if seen.kind is Kind.MEASURE and not (base and same_measure(base, seen)):
        # "năng suất 67,7 tạ/ha nhưng diện tích giảm 2,7 nghìn ha": that of the area.
        return level_alike(scene)
    if base is None or base.kind is Kind.RANK:
        return None
    if base.optional or (base.kind is Kind.DURATION and seen.kind is not base.kind):
        return None
    return base


def _percentage_before(scene: Scene) -> Sighting | None:
    """Return the percentage that rose or fell by so many points.

    Behind "12.940 triệu đồng, bằng 45,5% dự toán" it is the 45,5%.
    """
    for mate in reversed(scene.mates):
        if mate.kind is Kind.PERCENT and mate.role not in _NO_LEVELS:
            return mate
    return base_of(scene, Kind.PERCENT)


_NO_LEVELS = frozenset((Role.CHANGE, Role.PREVIOUS, Role.TARGET))


def level_alike(scene: Scene) -> Sighting | None:
    """Return the level in the measure of a change, the one that shares most words.

    What a bracket told has not risen: "11 nhiệm vụ (kế hoạch 15 nhiệm vụ), tăng 3".
    """
    levels = [
        mate
        for mate in reversed(scene.mates)
        if mate.role in LEVELS and mate.host in {-1, scene.seen.host}
    ]
    return most_alike(scene.seen, levels) or _said_before(scene)


# A comparison may stand so many numbers behind the levels of the sentence before.
_BEHIND = 12


def _said_before(scene: Scene) -> Sighting | None:
    """Return the level that "So với cùng kỳ giảm 12 vụ" compares a sentence later."""
    seen = scene.seen
    words = seen.line.words
    if words[seen.sentence] != "so" or seen.kind is Kind.PERCENT:
        return None
    compared = words[seen.sentence : seen.sentence + 3]
    if "với" not in compared and "cùng" not in compared and "voi" not in compared:
        return None
    earlier = [
        one
        for one in reversed(scene.history[-_BEHIND:])
        if one.line is seen.line and one not in scene.mates and one.role in LEVELS
    ]
    return most_alike(seen, earlier)


def _rank_before(scene: Scene) -> Sighting | None:
    ranks = [mate for mate in scene.mates if mate.kind is Kind.RANK]
    return ranks[-1] if ranks else None
