"""Running totals: "lũy kế 75", "đến nay, đã có 6/11", a sum of several years."""

import re
from bisect import bisect_left

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.relations.likeness import same_measure
from tongket.core.reading.relations.scene import REACH, Scene, base_of, reaches
from tongket.core.reading.sighting import Sighting

_YEAR = re.compile(r"(?:19|20)\d{2}$")


def cumulative(scene: Scene) -> bool:
    """Read "lũy kế 75", "Đến nay, đã có 6/11": a running total."""
    seen, cue = scene.seen, scene.cue
    words = seen.line.words
    if seen.kind is Kind.RANK:
        return False
    if cue is not None and cue.name == "cumulative":
        opens = cue.first <= seen.clause + 6 or words[cue.first - 1] in {",", ")"}
        close = reaches(scene) or opens or ":" in words[cue.last : seen.opening]
        standing = words[cue.first] in {"đến", "tính", "kể", "den", "tinh", "ke"}
        # "lũy kế từ năm 2018 đến nay 118 hộ": the sum is named before its end.
        summed = not _SUMMING.isdisjoint(
            words[max(seen.lead, cue.first - _VERB) : cue.first]
        )
        if close and (opens or summed or not standing):
            _set_cumulative(scene, seen.line.span(cue.first, cue.last))
            return True
    return _raised(scene) or _over_years(scene) or _reached(scene) or _carried(scene)


def _reached(scene: Scene) -> bool:
    """Read "lũy kế 8 tháng ước đạt 15.980 tỷ": a verb stands before the number."""
    seen, cue = scene.seen, scene.cue
    if cue is None or cue.name not in _VERBAL or seen.kind is Kind.PERCENT:
        return False
    words = seen.line.words
    first = bisect_left(scene.signs.running, (seen.lead, 0))
    for at, length in scene.signs.running[first : first + 1]:
        near = at < cue.first <= at + length + _VERB
        if near and words[at] in _SUMMING and "," not in words[at : cue.first]:
            _set_cumulative(scene, seen.line.span(at, at + length))
            return True
    return False


# Behind "lũy kế" also "đến nay" may stand: "lũy kế từ năm 2018 đến nay 118 hộ".
_VERBAL = frozenset(("reach", "cumulative"))
_SUMMING = frozenset(("lũy", "luỹ", "cộng", "luy"))
# "lũy kế từ đầu năm đến hết tháng 8 đạt": so many words stand before the verb.
_VERB = 10


def _over_years(scene: Scene) -> bool:
    """Read "Từ 2011 đến 2014, bố trí 3.490 triệu đồng": a sum of several years."""
    seen = scene.seen
    words, start = seen.line.words, seen.sentence
    if words[start] not in {"từ", "tu"} or seen.kind not in {Kind.COUNT, Kind.MONEY}:
        return False
    opens = [word for word in words[start + 1 : start + 6] if word not in _OF_YEARS]
    if len(opens) < 2 or not all(map(_YEAR.fullmatch, opens[:2])):
        return False
    if seen.noun in {"lần", "bậc"} or (scene.cue is not None and reaches(scene)):
        return False
    place = seen.line.span(start, start + 5)
    seen.role, seen.period = Role.CUMULATIVE, f"{opens[0]}-{opens[1]}"
    seen.note("role_cumulative_years", place)
    return True


_OF_YEARS = frozenset(("năm", "đến", "nam", "den", "tới"))


def _raised(scene: Scene) -> bool:
    """Read "nâng tổng số hội viên lên 165.432": the total reached by adding."""
    seen = scene.seen
    words = seen.line.words
    if seen.kind is Kind.PERCENT or words[seen.opening - 1] not in _UP_TO:
        return False
    for at in range(seen.opening - 2, max(seen.lead, seen.opening - REACH) - 1, -1):
        found = scene.lexicon.cues.roles.ahead(words, at)
        if found is not None and found[0] == "cumulative":
            _set_cumulative(scene, seen.line.span(at, at + found[1]))
            return True
    return False


_UP_TO = frozenset(("lên", "đến", "thành", "tới", "len", "den", "thanh", "toi"))


def _carried(scene: Scene) -> bool:
    """Let a running total that opened the clause hold for its further numbers."""
    seen = scene.seen
    words = seen.line.words
    cue = scene.cue
    if cue is not None and cue.name not in {"share", "reach"}:
        return False
    if seen.host < 0 and words[seen.opening - 1] in {"của", "cua"}:
        return False
    first = _opening_cue(scene)
    if first is None or seen.kind is Kind.PERCENT:
        return _beside_total(scene)
    if cue is not None and cue.name == "reach" and words[first[0]] not in _SUMMING:
        return False
    _set_cumulative(scene, seen.line.span(*first))
    return True


def _beside_total(scene: Scene) -> bool:
    """Read the second of "lũy kế từ năm 2018 là 61 dự án, 7,4 tỷ đồng"."""
    seen, before = scene.seen, scene.before
    if before is None or before.role is not Role.CUMULATIVE or before.steps == []:
        return False
    listed = seen.line.words[before.tail : seen.opening] in ([","], ["và"], ["va"])
    if not listed or seen.kind is Kind.PERCENT or before.host != seen.host:
        return False
    seen.role = Role.CUMULATIVE
    seen.note("role_cumulative", (before.start, seen.end))
    return True


def _opening_cue(scene: Scene) -> tuple[int, int] | None:
    """Return the running-total words that open the sentence of a number."""
    seen = scene.seen
    words = seen.line.words
    first = bisect_left(scene.signs.running, (seen.sentence, 0))
    for at, length in scene.signs.running[first : first + 12]:
        if at >= min(seen.sentence + 12, seen.first):
            break
        numbers = [mate for mate in scene.mates if mate.first < at]
        parted = ";" in words[at : seen.first] and words[at] not in {"kể", "cộng"}
        if not numbers and not (parted and seen.clause > at):
            return at, at + length
    return None


def _set_cumulative(scene: Scene, place: tuple[int, int]) -> None:
    seen = scene.seen
    seen.role = Role.CUMULATIVE
    seen.note("role_cumulative", place)
    seen.of = base_of(scene) if scene.mates and scene.cue else None
    if seen.of is not None and not (seen.elided or same_measure(seen.of, seen)):
        seen.of = None
    if seen.of is None or seen.of.role is Role.CUMULATIVE:
        seen.of = next(
            (
                earlier
                for earlier in _flows(scene)
                if earlier.section == seen.section
                and same_measure(earlier, seen)
                and not seen.elided
                # A total right behind a larger flow is wrong, and still its total.
                and (_no_more(earlier, seen) or earlier is scene.before)
            ),
            None,
        )


def _flows(scene: Scene) -> list[Sighting]:
    """Return the numbers that a running total may sum up, portions last."""
    near = scene.history[-10:][::-1]
    return [
        *(one for one in near if one.role is Role.RESULT),
        *(one for one in near if one.role is Role.PART),
    ]


def _no_more(flow: Sighting, stock: Sighting) -> bool:
    return (
        flow.value is not None
        and stock.value is not None
        and (flow.value <= stock.value)
    )
