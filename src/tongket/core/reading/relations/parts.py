"""Parts: a portion of another figure, by words, by brackets or by the sum."""

from bisect import bisect_left
from decimal import Decimal

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.relations.lists import in_items
from tongket.core.reading.relations.outcomes import outcome
from tongket.core.reading.relations.scene import (
    LEVELS,
    Scene,
    fits_within,
    kindred,
    most_alike,
    same_measure,
)
from tongket.core.reading.sighting import Sighting

# How many numbers back the whole of an outcome may stand.
_LOOK_BACK = 30
# A list goes on at most so many words after the word that opened it.
_FARTHEST = 60
# The whole of a list that opens a sentence is one of so many numbers before it.
_HISTORY = 8
# A list may stand in a list that stands in a list.
_NESTED = 3


def part(scene: Scene) -> bool:
    """Read a portion: after "trong đó", in brackets, of a larger number named near."""
    for rule in (_listed, _in_bracket, _elided, _within, outcome, in_items):
        whole = rule(scene)
        if whole is not None:
            _set_part(scene.seen, whole, rule.__name__.strip("_"))
            return True
    return False


def _set_part(seen: Sighting, whole: Sighting, rule: str) -> None:
    seen.role, seen.of = Role.PART, whole
    place = (min(whole.start, seen.start), max(whole.end, seen.end))
    seen.note(f"role_part_{rule}", place)


def _portion(whole: Sighting, seen: Sighting) -> bool:
    # "huyện A 67/68 trường, huyện B 59/60 trường": pairs stand side by side.
    if whole.total is not None and seen.total is not None:
        return False
    return kindred(whole, seen) and fits_within(whole, seen)


def _filled(scene: Scene, whole: Sighting) -> bool:
    """Tell whether the parts beside a number already add up to the whole."""
    total = sum(
        (
            earlier.value
            for earlier in scene.history[-_LOOK_BACK:]
            if earlier.of is whole and earlier.role is Role.PART and earlier.value
            # What a bracket holds divides the whole another time.
            if earlier.host == scene.seen.host
        ),
        start=Decimal(0),
    )
    return whole.value is not None and total >= whole.value


def _listed(scene: Scene) -> Sighting | None:
    """Return the whole before "trong đó", "gồm", whose portions are listed.

    Where the inner of two lists is over, the outer goes on: "trong đó 18 cơ sở y tế,
    gồm 9 mới, 9 cũ; 23 cơ sở giáo dục, gồm …".
    """
    seen = scene.seen
    words = seen.line.words
    behind = bisect_left(scene.listings, seen.first)
    if seen.host >= 0:
        return None
    for at in reversed(scene.listings[max(0, behind - _NESTED) : behind]):
        if at < max(seen.sentence, seen.first - _FARTHEST):
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
    if whole is None or not _portion(whole, seen) or _lists_other(scene, whole, at):
        return None
    if seen.total is not None and whole not in scene.mates:
        # A pair has its own whole beside it, and needs none of another sentence.
        return None
    led = seen.line.words[seen.opening - 1] in {"với", "cho", "đối", "voi"}
    if led and not seen.elided and not same_measure(whole, seen):
        return None
    return None if _filled(scene, whole) else whole


def _lists_other(scene: Scene, whole: Sighting, cue: int) -> bool:
    """Tell whether a listing word, or a new subject, parts a number from the whole."""
    seen = scene.seen
    words = seen.line.words
    if words[cue] not in {"trong", "cụ"} and whole.line is seen.line:
        between = words[whole.tail : cue]
        if "," in between[:-1] or ";" in between:
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
    ]
    for fits in (same_measure, kindred):
        for mate in outer:
            if fits(mate, seen):
                return mate
    if at > seen.sentence + 1:
        return None
    earlier = [
        one
        for one in scene.history
        if one not in scene.mates and one.role in LEVELS and one.host < 0
    ][-_HISTORY:]
    larger = [one for one in earlier if fits_within(one, seen)]
    alike = most_alike(seen, (larger or earlier)[::-1])
    if alike is not None:
        return alike
    return next((one for one in reversed(earlier) if kindred(one, seen)), None)


def _in_bracket(scene: Scene) -> Sighting | None:
    """Return the number that the bracket around a portion stands behind."""
    seen = scene.seen
    outside = [mate for mate in scene.mates if mate.last <= seen.host]
    if not outside or seen.kind is Kind.PERCENT:
        return None
    whole = outside[-1]
    if whole.host >= 0 and whole.host != seen.host:
        return _in_item(scene, outside)
    if seen.host - whole.tail > 24 or whole.role not in LEVELS:
        return None
    if not _portion(whole, seen):
        return whole if _had(scene, whole) else _in_item(scene, outside)
    opens = seen.line.words[seen.host : seen.opening]
    again = seen.value == whole.value or "chữ" in opens or "chu" in opens
    return None if seen.spelled and again else whole


def _had(scene: Scene, whole: Sighting) -> bool:
    """Tell whether "29 kết luận (có 34 kết luận …)" words a portion, if a wrong one."""
    seen = scene.seen
    opens = seen.line.words[seen.host + 1 : seen.opening]
    return opens in (["có"], ["trong", "đó", "có"]) and same_measure(whole, seen)


def _in_item(scene: Scene, outside: list[Sighting]) -> Sighting | None:
    """Return the whole of "74 mẫu ở 3 nhóm: rau (20 mẫu); thịt (18 mẫu)"."""
    seen = scene.seen
    words = seen.line.words
    for mate in reversed(outside):
        if mate.host >= 0 or mate.role not in LEVELS or not same_measure(mate, seen):
            continue
        if ":" in words[mate.tail : seen.host] and fits_within(mate, seen):
            return mate
    return None


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
    if before is None or not _portion(before, seen) or seen.value == before.value:
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


def wholes_after(scene: Scene) -> None:
    """Make the numbers before "trong (tổng số) 33 sản phẩm" portions of it."""
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
        if mate.clause != seen.clause or mate.role is not Role.RESULT:
            return
        if same_measure(seen, mate) and fits_within(seen, mate):
            _set_part(mate, seen, "within")
