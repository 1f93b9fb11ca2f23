"""Values before: of the same period a year ago, of the last term, of a year named."""

import re
from decimal import Decimal

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.relations.scene import (
    LEVELS,
    Scene,
    base_of,
    reaches,
    same_measure,
)
from tongket.core.reading.sighting import Sighting

# "(năm 2017 đạt 93,9%)": so few words date the value of a bracket.
_DATED = 6
_LEVELS = LEVELS | {Role.GAP}
_YEAR = re.compile(r"(?:19|20)\d{2}$")


def previous(scene: Scene) -> bool:
    """Read "năm 2018 là 97,29%", "(cùng kỳ 12 vụ)": the value of an earlier period."""
    seen, cue = scene.seen, scene.cue
    if cue is not None and cue.name == "previous" and reaches(scene):
        seen.role, seen.of = Role.PREVIOUS, _later(scene)
        seen.note("role_previous", seen.line.span(cue.first, cue.last))
        return True
    return _by_year(scene) or _in_brackets(scene) or _compared_with(scene)


def _later(scene: Scene) -> Sighting | None:
    """Return what an earlier value is the value before of: a per cent of a per cent.

    Behind "312 tỷ đồng, đạt 39,6% kế hoạch" it is the achievement of last year that
    "(cùng kỳ 39,2%)" gives.
    """
    seen, base = scene.seen, base_of(scene)
    if seen.kind is not Kind.PERCENT or (base is not None and base.kind is seen.kind):
        return base
    before = scene.before
    beside = before is not None and before.kind is seen.kind and before.sign != "-"
    return before if beside and before is not None and before.sign != "+" else base


def _by_year(scene: Scene) -> bool:
    """Read ", năm 2018 là 97,29%" behind the level of a later year."""
    seen, before = scene.seen, scene.before
    words = seen.line.words
    gap = words[seen.lead : seen.opening]
    if before is None or not gap or not any(_YEAR.match(word) for word in gap):
        return False
    extra = [
        word
        for word in gap
        if word not in {",", "năm", "là", "đạt", "(", "nam", "la", "dat", ")"}
        and not _YEAR.match(word)
    ]
    level = _beside_or_outside(scene)
    if extra or level is None or level.role not in LEVELS or level.kind != seen.kind:
        return False
    if level.lead == seen.lead:
        return False
    earlier = min(word for word in gap if _YEAR.match(word))
    own = _year_before(level)
    if own is None or earlier >= own:
        return False
    seen.role, seen.of = Role.PREVIOUS, level
    seen.note("role_previous", (level.start, seen.end))
    return True


def _beside_or_outside(scene: Scene) -> Sighting | None:
    """Return the number before one in the same bracket, else the one outside it."""
    seen = scene.seen
    beside = [mate for mate in scene.mates if mate.host == seen.host]
    outside = [mate for mate in scene.mates if mate.last <= seen.host]
    near = beside or outside
    return near[-1] if near else None


def _in_brackets(scene: Scene) -> bool:
    """Read "tăng 21,8% (năm 2017 đạt 93,9%)": the value that is compared with."""
    seen, before = scene.seen, scene.before
    if before is None or before.role is not Role.CHANGE or seen.host < before.last:
        return False
    words = seen.line.words
    if words[seen.host + 1] not in {"năm", "nam", "cùng", "cung"} or before.of is None:
        return False
    if seen.opening - seen.host > _DATED:
        return False
    mates = [mate for mate in scene.mates[-4:] if mate.of is before.of]
    for level in (before.of, *mates):
        if level.kind is seen.kind and level is not before and level.role in _LEVELS:
            seen.role, seen.of, before.of = Role.PREVIOUS, level, level
            seen.note("role_previous", seen.line.span(seen.host, seen.last))
            return True
    return False


def _compared_with(scene: Scene) -> bool:
    """Read "tăng 25% so với năm 2018 (40 giấy phép)": what the change is from."""
    seen, before = scene.seen, scene.before
    if before is None or before.role is not Role.CHANGE or seen.host < before.last:
        return False
    level, words = before.of, seen.line.words
    opens = seen.opening == seen.host + 1 and words[seen.host] == "("
    if level is None or not opens or "so" not in words[before.last : seen.host]:
        return False
    if level.role not in LEVELS or not same_measure(level, seen):
        return False
    seen.role, seen.of = Role.PREVIOUS, level
    seen.note("role_previous", seen.line.span(before.last, seen.last))
    return True


def _year_before(level: Sighting) -> str | None:
    words = level.line.words
    years = [word for word in words[level.sentence : level.first] if _YEAR.match(word)]
    return years[-1] if years else None


def undone(scene: Scene) -> bool:
    """Read "71,96%, kém 17% (89,35%)": level and change give the value before.

    Of "15.366 lượt, đạt 115,7% kế hoạch, tăng 25,3% (năm 2017 đạt 90,4%)" it is the
    achievement that changed.
    """
    seen, before = scene.seen, scene.before
    if before is None or before.role is not Role.CHANGE or seen.host < before.last:
        return False
    if before.of is None or before.kind is not seen.kind:
        return False
    for level in (before.of, *reversed(scene.mates[-4:])):
        beside = level is before.of or level.of is before.of
        if beside and level is not before and _leads_back(level, before, seen):
            break
    else:
        return False
    seen.role, seen.of, before.of = Role.PREVIOUS, level, level
    seen.note("role_previous_by_sum", (level.start, seen.end))
    return True


def _leads_back(level: Sighting, by: Sighting, seen: Sighting) -> bool:
    """Tell whether a change undone from a level gives the value of a number."""
    if level.kind is not seen.kind:
        return False
    if level.value is None or by.value is None or seen.value is None:
        return False
    if by.noun == "lần" and by.value:
        return abs(level.value / by.value - seen.value) <= seen.value / 20
    sign = -1 if by.sign == "+" else 1
    slack = max(Decimal(1), by.value / 10)
    return abs(level.value + sign * by.value - seen.value) <= slack
