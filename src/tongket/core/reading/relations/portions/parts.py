"""Parts: a portion of another figure, by words, by brackets or by the sum."""

from bisect import bisect_left

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.relations.likeness import (
    added,
    fits_within,
    kindred,
    most_alike,
    portion,
    same_measure,
)
from tongket.core.reading.relations.portions.brackets import in_bracket
from tongket.core.reading.relations.portions.lists import in_items
from tongket.core.reading.relations.portions.outcomes import OUTCOME, outcome
from tongket.core.reading.relations.portions.shares import BY_SHARE
from tongket.core.reading.relations.scene import LEVELS, Scene, reaches
from tongket.core.reading.sighting import Sighting

# How many numbers back the other portions of a whole may stand.
_LOOK_BACK = 30
# A list goes on at most so many words after the word that opened it.
_FARTHEST = 60
# The whole of a list that opens a sentence is one of so many numbers before it.
_HISTORY = 8
# A list may stand in a list that stands in a list.
_NESTED = 3


def part(scene: Scene) -> bool:
    """Read a portion: after "trong đó", in brackets, of a larger number named near."""
    for rule in _RULES:
        whole = rule(scene)
        if whole is not None:
            _set_part(scene.seen, whole, rule.__name__.strip("_"))
            return True
    return False


def _set_part(seen: Sighting, whole: Sighting, rule: str) -> None:
    seen.role, seen.of = Role.PART, whole
    place = (min(whole.start, seen.start), max(whole.end, seen.end))
    seen.note(f"role_part_{rule}", place)


def _filled(scene: Scene, whole: Sighting) -> bool:
    """Tell whether the parts beside a number already add up to the whole."""
    total = added(
        earlier
        for earlier in scene.history[-_LOOK_BACK:]
        if earlier.of is whole and earlier.role is Role.PART
        # What a bracket holds divides the whole another time.
        if earlier.host == scene.seen.host
    )
    return whole.value is not None and total >= whole.value


def _listed(scene: Scene) -> Sighting | None:
    """Return the whole before "trong đó", "gồm", whose portions are listed.

    Where the inner of two lists is over, the outer goes on: "trong đó 18 cơ sở y tế,
    gồm 9 mới, 9 cũ; 23 cơ sở giáo dục, gồm …".
    """
    seen = scene.seen
    listings = scene.signs.listings
    if not listings:
        return None
    words = seen.line.words
    behind = bisect_left(listings, seen.first)
    for at in reversed(listings[max(0, behind - _NESTED) : behind]):
        if at < max(seen.sentence, seen.host, seen.first - _FARTHEST):
            return None
        listed = words[at : seen.first]
        if listed.count(")") > listed.count("("):
            # The list stood in a bracket that is closed.
            return None
        whole = _listed_after(scene, at)
        if whole is not None:
            return whole
        if ";" not in words[at : seen.opening]:
            return None
    return None


def _listed_after(scene: Scene, at: int) -> Sighting | None:
    """Return the whole that a listing word divides, if the number is part of it."""
    seen = scene.seen
    whole = _whole_before(scene, at)
    if whole is None or _lists_other(scene, whole, at):
        return _gone_on(scene, at)
    if not portion(whole, seen):
        return whole if _exceeds(scene, whole, at) else _gone_on(scene, at)
    if seen.total is not None and whole not in scene.mates:
        # A pair has its own whole beside it, and needs none of another sentence.
        return None
    anew = ";" in seen.line.words[at : seen.opening]
    if anew and not (seen.elided or same_measure(whole, seen)):
        return None
    led = seen.line.words[seen.opening - 1] in {"với", "cho", "đối", "voi"}
    if led and not seen.elided and not same_measure(whole, seen):
        return None
    return None if _filled(scene, whole) else whole


def _exceeds(scene: Scene, whole: Sighting, at: int) -> bool:
    """Tell whether "138 học viên, trong đó 183 học viên" words a wrong portion."""
    seen = scene.seen
    words = seen.line.words
    named = words[at] in {"trong", "gồm"} and same_measure(whole, seen)
    plain = whole.total is None and seen.total is None and whole in scene.mates[-1:]
    plain = plain and whole.value is not None
    return named and plain and not seen.elided and reaches(scene)


def _gone_on(scene: Scene, at: int) -> Sighting | None:
    """Return the whole of "gồm 31 công chức, 37 viên chức và 09 hợp đồng"."""
    seen, before = scene.seen, scene.before
    words = seen.line.words
    if words[at] not in _WHOLLY or before is None or before.first < at:
        return None
    joined = words[before.tail : seen.opening] in ([","], ["và"], ["va"])
    if not joined or before.role is not Role.PART or before.of is None:
        return None
    if before.kind is not seen.kind or not fits_within(before.of, seen):
        return None
    return None if seen.total is not None or _filled(scene, before.of) else before.of


_WHOLLY = frozenset(("gồm", "bao", "gom"))


def _lists_other(scene: Scene, whole: Sighting, cue: int) -> bool:
    """Tell whether a listing word, or a new subject, parts a number from the whole."""
    seen = scene.seen
    words = seen.line.words
    if words[cue] not in {"trong", "cụ"} and whole.line is seen.line:
        between = words[whole.tail : cue]
        # The commas of "11 huyện, thị xã, thành phố" begin nothing new.
        own = sum(
            words[mate.last : mate.tail].count(",")
            for mate in scene.mates
            if whole.tail <= mate.first < cue
        )
        if between[:-1].count(",") > own or ";" in between:
            return True
    before = scene.before
    if before is None or before is whole or before.role is Role.PART:
        return False
    # "35 xã nâng cao, tăng 10 xã so với năm trước và 8 xã kiểu mẫu": the list goes on.
    joins = {",", ";", "("} | ({"và", "va"} if before.role is Role.CHANGE else set())
    return before.first > cue and not joins & set(words[before.tail : seen.opening])


def _whole_before(scene: Scene, at: int) -> Sighting | None:
    """Return the level before a word that the portion may be of.

    One in the same measure comes first, then one of its kin; where the word opens a
    sentence, the level may stand in the sentence before.
    """
    seen, before = scene.seen, scene.before
    if seen.kind is Kind.MONEY and before is not None and before.first > at:
        listed = before.role is Role.PART and before.host == seen.host
        if listed and before.of is not None and same_measure(before.of, seen):
            return before.of
    outer = [
        mate
        for mate in reversed(scene.mates)
        if mate.last <= at and mate.host == seen.host and mate.role in LEVELS
    ] or _closed_before(scene, at)
    done = [mate for mate in outer if not _stands_apart(mate, seen)]
    for fits in (same_measure, kindred):
        for mate in done or outer:
            if fits(mate, seen):
                return mate
    if at > seen.sentence + 1:
        return None
    earlier = [
        one
        for one in scene.history
        if one not in scene.mates and one.role in LEVELS and one.host < 0
    ][-_HISTORY:]
    done = [
        one for one in earlier if one.line is seen.line and not _stands_apart(one, seen)
    ]
    if any(same_measure(one, seen) for one in done):
        earlier = done
    larger = [one for one in earlier if fits_within(one, seen)]
    alike = most_alike(seen, (larger or earlier)[::-1])
    if alike is not None:
        return alike
    return next((one for one in reversed(earlier) if kindred(one, seen)), None)


def _closed_before(scene: Scene, at: int) -> list[Sighting]:
    """Return the pair of "100% TTHC (52/52 thủ tục), trong đó": its bracket is shut."""
    before = scene.mates[-1:]
    for mate in reversed(scene.mates):
        if mate.last <= at:
            before = [mate]
            break
    shut = bool(before) and before[0].total is not None and before[0].host >= 0
    near = shut and scene.line.words[before[0].tail : at] in ([")", ","], [")"])
    return before if near else []


def _stands_apart(level: Sighting, seen: Sighting) -> bool:
    """Tell whether a level is a plan or a rate, and what is done is divided instead."""
    rate = "/" in level.measure and "/" not in seen.measure
    return level.role is Role.TARGET or rate


def _elided(scene: Scene) -> Sighting | None:
    """Return the count that a smaller number without its own noun goes on from."""
    seen = scene.seen
    if not seen.elided or seen.kind is not Kind.COUNT or seen.total is not None:
        return None
    words = seen.line.words
    if scene.lexicon.followers.ahead(words, seen.tail) is None:
        return None
    for mate in reversed(scene.mates):
        if mate.kind is Kind.COUNT and not mate.elided and mate.role in LEVELS:
            return mate if fits_within(mate, seen) else None
    return None


def _within(scene: Scene) -> Sighting | None:
    """Return the whole of "trong 4 trụ bơm, 1 trụ …", "Lấy 4 mẫu thì 3 mẫu …"."""
    seen, before = scene.seen, scene.before
    if before is None or not portion(before, seen) or seen.value == before.value:
        return None
    if scene.cue is not None and scene.cue.name in {"cumulative", "previous"}:
        return None
    words = seen.line.words
    if words[seen.opening - 1] in {"thì", "thi"} and same_measure(before, seen):
        return before
    inside = scene.lexicon.cues.within.behind(words, before.opening)
    if inside is None or before.host != seen.host:
        return None
    if words[before.opening - 1] in {"từ", "trên", "tu", "tren"} and inside[1] == 1:
        return None
    return before if same_measure(before, seen) else None


def _beside(scene: Scene) -> Sighting | None:
    """Return the whole of the portion that a number is listed beside.

    "Trong số 27 nhóm, 11 nhóm thuộc …, 9 nhóm làm …", "chọn 20 dự án (chiếm 23,8%),
    10 dự án vào chung kết".
    """
    seen = scene.seen
    portions = [mate for mate in scene.mates[-3:] if mate.role is not Role.SHARE]
    before = portions[-1] if portions else None
    if before is None or before.role is not Role.PART or before.of is None:
        return None
    if before.steps[-1][0] not in _LISTING or before.host != seen.host:
        return None
    if not same_measure(before, seen) or not portion(before.of, seen):
        return None
    words = seen.line.words[before.tail : seen.opening]
    new = {";", ":"} & {*words} or "," not in words
    return None if new or _filled(scene, before.of) else before.of


_LISTING = frozenset(("role_part_within", "role_part_beside", BY_SHARE))


def _headed(scene: Scene) -> Sighting | None:
    """Return the whole of "thu 12.221 tỷ đồng …; nội địa 10.152 tỷ đồng"."""
    seen = scene.seen
    words, heads = seen.line.words, scene.lexicon.cues.portion_heads
    if seen.host >= 0 or seen.total is not None or seen.kind is Kind.PERCENT:
        return None
    first = seen.lead
    for at in range(seen.opening - 1, seen.lead - 1, -1):
        if words[at] in {",", ";", "."}:
            first = at + 1
            break
    if heads.ahead(words, first) is None:
        return None
    for earlier in reversed(scene.history[-_HISTORY:]):
        if earlier.line is not seen.line or earlier.host >= 0:
            continue
        if earlier.role is Role.TARGET or earlier.role not in LEVELS:
            continue
        if same_measure(earlier, seen):
            beside = earlier.role is Role.PART and earlier.of is not None
            whole = earlier.of if beside else earlier
            return whole if whole is not None and portion(whole, seen) else None
    return None


def wholes_after(scene: Scene) -> None:
    """Make the numbers before "trong (tổng số) 33 sản phẩm" portions of it."""
    if not scene.signs.withins:
        return
    seen = scene.seen
    words = seen.line.words
    inside = scene.lexicon.cues.within.behind(words, seen.opening)
    if inside is None or words[seen.opening - 1] in {"từ", "tu", "trên", "tren"}:
        return
    if seen.opening - inside[1] <= seen.clause:
        return
    before = scene.before
    if before is not None and before.elided and before.tail == seen.opening - inside[1]:
        # "2 trong số 5 chỉ tiêu": the noun of the second is that of the first.
        before.measure, before.noun, before.kin = seen.measure, seen.noun, seen.kin
        before.role = Role.RESULT
    for mate in reversed(scene.mates):
        if mate.clause != seen.clause or not _may_be_within(mate):
            return
        if same_measure(seen, mate) and fits_within(seen, mate):
            _set_part(mate, seen, "within")


def _may_be_within(mate: Sighting) -> bool:
    """Tell whether a number stands for itself, or was told an outcome beside one."""
    told = mate.role is Role.PART and mate.steps[-1][0] == OUTCOME
    return told or mate.role is Role.RESULT


# In the order in which they are asked; the first that answers decides.
_RULES = (_listed, in_bracket, _elided, _within, _beside, outcome, in_items, _headed)
