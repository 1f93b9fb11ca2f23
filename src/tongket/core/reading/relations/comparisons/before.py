"""Values before: of the same period a year ago, of the last term, of a year named."""

import re
from decimal import Decimal

from tongket.core.nouns.figure import Bound, Kind, Role
from tongket.core.reading.relations.likeness import (
    kindred,
    most_alike,
    same_measure,
)
from tongket.core.reading.relations.scene import (
    LEVELS,
    Scene,
    base_of,
    reaches,
)
from tongket.core.reading.sighting import Sighting
from tongket.core.reading.signs import between

# "(năm 2017 đạt 93,9%)": so few words date the value of a bracket.
_DATED = 6
_LEVELS = LEVELS | {Role.GAP, Role.SHARE}
_YEAR = re.compile(r"(?:19|20)\d{2}$")


def previous(scene: Scene) -> bool:
    """Read "năm 2018 là 97,29%", "(cùng kỳ 12 vụ)": the value of an earlier period."""
    seen, cue = scene.seen, scene.cue
    if cue is not None and cue.name == "previous" and reaches(scene):
        seen.role, seen.of = Role.PREVIOUS, _later(scene)
        seen.note("role_previous", seen.line.span(cue.first, cue.last))
        return True
    if scene.before is None:
        return False
    if _dated_bracket(scene):
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


def _dated_bracket(scene: Scene) -> bool:
    """Read "13 doanh nghiệp (hết năm 2023 có 11 doanh nghiệp)", "(2015: 11, 24 …)".

    Nothing but a time stands before the number, and the bracket names one year only:
    a list of years divides what stands before it.
    """
    seen, before = scene.seen, scene.before
    if seen.host < 0 or before is None or seen.kind is Kind.PERCENT:
        return False
    if not (_goes_on(scene, before) if before.host == seen.host else _dates(seen)):
        return False
    outside = [
        mate
        for mate in reversed(scene.mates)
        if mate.last <= seen.host and mate.role in LEVELS
    ]
    level = next((one for one in outside if one.kind is seen.kind is Kind.RANK), None)
    level = level or most_alike(seen, outside)
    if level is None:
        return False
    seen.role, seen.of = Role.PREVIOUS, level
    seen.note("role_previous", seen.line.span(seen.host, seen.last))
    return True


def _goes_on(scene: Scene, before: Sighting) -> bool:
    """Tell whether a number goes on a bracket of values before."""
    words = scene.line.words[before.tail : scene.seen.opening]
    return before.role is Role.PREVIOUS and words in ([","], ["và"], ["va"])


def _dates(seen: Sighting) -> bool:
    """Tell whether a bracket opens with one year, and names no other behind."""
    words = seen.line.words
    opens = words[seen.host + 1 : seen.opening]
    if not any(map(_YEAR.match, opens)) or len(opens) > _DATED:
        return False
    if not all(word in _TIMES or _YEAR.match(word) for word in opens):
        return False
    shut = words.index(")", seen.last) if ")" in words[seen.last :] else seen.last
    return not any(map(_YEAR.match, words[seen.last : shut]))


_TIMES = frozenset(
    (
        *("năm", "hết", "cuối", "đến", "tháng", "đầu", ":", "có", "là", "đạt"),
        *("xếp", "thứ", "hạng", "đứng", "nam", "het", "cuoi", "den", "co", "la", "dat"),
    )
)


def _by_year(scene: Scene) -> bool:
    """Read ", năm 2018 là 97,29%" behind the level of a later year."""
    seen, before = scene.seen, scene.before
    if before is None or not between(seen.line.signs.years, seen.lead, seen.opening):
        return False
    gap = seen.line.words[seen.lead : seen.opening]
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
    words = seen.line.words
    opens = seen.opening == seen.host + 1 and words[seen.host] == "("
    if not opens or not _AGAINST & {*words[before.last : seen.host]}:
        return False
    level = before.of
    if level is None or level.role not in _LEVELS or not same_measure(level, seen):
        levels = [mate for mate in reversed(scene.mates) if mate.role in LEVELS]
        level = most_alike(seen, levels)
    if level is None and before.of is not None:
        return False
    seen.role, seen.of, before.of = Role.PREVIOUS, level, level
    seen.note("role_previous", seen.line.span(before.last, seen.last))
    return True


# "tăng 5 so với năm 2016 (42 đề tài)", "bằng 90% cùng kỳ (10 cuộc)".
_AGAINST = frozenset(("so", "cùng", "cung"))


def _year_before(level: Sighting) -> str | None:
    words = level.line.words
    years = [word for word in words[level.sentence : level.first] if _YEAR.match(word)]
    return years[-1] if years else None


def undone(scene: Scene) -> bool:
    """Read "71,96%, kém 17% (89,35%)": level and change give the value before.

    Of "15.366 lượt, đạt 115,7% kế hoạch, tăng 25,3% (năm 2017 đạt 90,4%)" it is the
    achievement that changed; of "quản lý 47 đề tài, gồm 29 chuyển tiếp và 18 mở mới,
    tăng 05 (42 đề tài)" the one that the change leads back from.
    """
    seen, before = scene.seen, scene.before
    if before is None or before.role is not Role.CHANGE or seen.host < before.last:
        return False
    if seen.kind is Kind.RANK:
        return _rank_before(seen, before)
    if seen.kind is Kind.DURATION or seen.total is not None:
        return False
    if before.of is not None and _leads_back(before.of, before, seen):
        level: Sighting | None = before.of
    else:
        near = (*reversed(scene.mates[-_NEAR:]), *_earlier(scene))
        level = next((one for one in near if _leads_back(one, before, seen)), None)
    if level is None:
        return False
    by = [one for one in scene.mates[-_NEAR:] if one.role is Role.CHANGE]
    for change in by:
        if change.of is before.of or change.of is None:
            change.of = level
    seen.role, seen.of = Role.PREVIOUS, level
    seen.note("role_previous_by_sum", (level.start, seen.end))
    return True


def _rank_before(seen: Sighting, by: Sighting) -> bool:
    """Read "xếp thứ 12/63, tăng 5 bậc so với năm 2021 (xếp thứ 17/63)"."""
    level = by.of
    if level is None or level.kind is not Kind.RANK or by.noun != "bậc":
        return False
    seen.role, seen.of = Role.PREVIOUS, level
    seen.note("role_previous", (by.start, seen.end))
    return True


_NEAR = 8


def _earlier(scene: Scene) -> list[Sighting]:
    """Return the numbers of the sentences before in the line, the nearest first."""
    seen = scene.seen
    return [
        one
        for one in reversed(scene.history[-_BEHIND:])
        if one.line is seen.line and one.sentence < seen.sentence
    ]


# How many numbers back the level of a change may stand that a sentence opens.
_BEHIND = 12


def _leads_back(level: Sighting, by: Sighting, seen: Sighting) -> bool:
    """Tell whether a change undone from a level gives the value of a number."""
    if level is by or level.role not in _LEVELS or level.kind is not seen.kind:
        return False
    if level.value is None or by.value is None or not seen.value:
        return False
    alike = seen.kind is Kind.PERCENT or seen.elided or kindred(level, seen)
    rise = level.value - seen.value
    return alike and _rises(by, seen, rise=-rise if by.sign == "-" else rise)


def _rises(by: Sighting, seen: Sighting, *, rise: Decimal) -> bool:
    """Tell whether a change words the rise from the value of a number."""
    if by.value is None or not seen.value:
        return False
    if by.noun == "lần":
        return _times((seen.value + rise) / seen.value, by)
    if by.kind is Kind.PERCENT and seen.kind is not by.kind:
        return abs(rise * 100 / seen.value - by.value) <= (by.quantum or Decimal(1))
    if by.kind is not seen.kind:
        return False
    slack = Decimal(0)
    if by.kind is not Kind.COUNT:
        slack = max(Decimal(by.kind is Kind.PERCENT), by.value / 10)
    return abs(rise - by.value) <= slack


def _times(ratio: Decimal, by: Sighting) -> bool:
    """Tell whether a level is, as it is worded, so many times another."""
    if by.value is None:
        return False
    if by.bound is Bound.MORE:
        return by.value < ratio < by.value + 1
    return abs(ratio - by.value) <= max(by.quantum or Decimal(0), by.value / 20)
