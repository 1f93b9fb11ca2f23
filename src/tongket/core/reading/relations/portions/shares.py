"""Shares: a percentage that restates a pair or a part of another figure."""

from decimal import Decimal

from tongket.core.nouns.figure import Bound, Kind, Role
from tongket.core.reading.relations.likeness import is_share, kindred
from tongket.core.reading.relations.scene import (
    LEVELS,
    Scene,
    base_of,
    reaches,
)
from tongket.core.reading.sighting import Sighting

# "…, tỷ lệ 31,58%" may restate a count that a long description follows.
_NAMED = 30
# Between a pair and the percentage that must be its own stand at most so many words.
_OWN_WORDS = 9
# "(hợp tác xã chiếm 37,9%)": so many words may name who holds the share.
_HOLDER = 10
# How many numbers back the whole of a portion may stand that its share tells.
_FAR = 12
# "100% TTHC (52/52 thủ tục)": so many words may name what the pair counts.
_NAMED_SHORT = 4
# "0,87% tổng chi cân đối, tương ứng 68,9 tỷ đồng".
_NAMED_LONG = 10
BY_SHARE = "role_part_by_share"
_OPEN = frozenset((Bound.MORE, Bound.LESS))
# What may follow a percentage that says how much of a whole a count is.
_ALONE = frozenset(
    (",", ";", ".", ")", "(", "\n", "và", "so", "là", "số", "tổng", "dân")
)
_AGES = frozenset(("tuổi", "tháng tuổi"))
_COUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE))


def share(scene: Scene) -> bool:
    """Read "50/132 (37,9%)", "68 ĐTDA, đạt 100%", "chiếm 12%" beside a count."""
    seen = scene.seen
    if seen.kind is not Kind.PERCENT:
        return False
    whole = (
        _bracketed(scene)
        or _after_comma(scene)
        or _before_count(scene)
        or _among(scene)
        or _paid_out(scene)
        or _in_time(scene)
    )
    if whole is None:
        return _of_group(scene)
    if whole.role in {Role.CHANGE, Role.PREVIOUS} and seen.host >= 0:
        return _same_change(seen, whole)
    if seen.host >= 0 and _is_gap_like(scene, whole):
        return True
    seen.role, seen.of = Role.SHARE, whole
    seen.note("role_share", (min(whole.start, seen.start), max(whole.end, seen.end)))
    _tie_by_share(scene, whole)
    return True


def _in_time(scene: Scene) -> Sighting | None:
    """Return the files of "trả kết quả 110 hồ sơ, 100% trước và đúng hạn"."""
    seen, before = scene.seen, scene.before
    if before is None or before.kind is not Kind.COUNT or before.host != seen.host:
        return None
    words, timely = seen.line.words, scene.lexicon.cues.timely
    between = words[before.tail : seen.opening]
    if between == [","]:
        return before if timely.ahead(words, seen.tail) is not None else None
    named = timely.behind(words, seen.opening)
    whole = named is not None and len(between) <= named[1] + 1
    return before if whole and between[:1] == [","] else None


def _of_group(scene: Scene) -> bool:
    """Read "812 người, trong đó …; nữ chiếm 43,5%": the share of a group of them."""
    seen, cue = scene.seen, scene.cue
    if cue is None or cue.name != "share" or not reaches(scene) or cue.first < 1:
        return False
    group = scene.lexicon.cues.groups.behind(seen.line.words, cue.first)
    counts = [
        mate
        for mate in scene.mates
        if mate.kind is Kind.COUNT and mate.role in LEVELS - {Role.PART}
    ]
    if group is None or not counts or counts[-1].host >= 0:
        return False
    seen.role, seen.of = Role.SHARE, counts[-1]
    seen.note("role_share_listed", (counts[-1].start, seen.end))
    return True


def _tie_by_share(scene: Scene, part: Sighting) -> None:
    """Make "53 vụ (29,44%)" a portion of the "180 vụ" that it is 29,44% of.

    A percentage without decimals fits too many numbers, except beside a portion of
    the same whole.
    """
    seen = scene.seen
    if part.role is not Role.RESULT or part.of is not None or part.total is not None:
        return
    known = [mate for mate in scene.mates if mate.steps]
    beside = [mate.of for mate in known if mate.steps[-1][0] == BY_SHARE]
    for whole in reversed(scene.history[-_FAR:]):
        if whole.role not in LEVELS or whole.total is not None or whole is part:
            continue
        if whole.role is Role.TARGET or not _may_divide(scene, whole, part):
            continue
        if part.kind is Kind.MONEY and whole.sentence == part.sentence:
            # "được giao 32,4 tỷ, thực hiện 31,98 tỷ (98,7%)": spent, and no portion.
            continue
        telling = whole in beside or (seen.quantum is not None and seen.quantum < 1)
        if telling and _is_exactly(part, seen, whole, near=whole in beside):
            part.role, part.of = Role.PART, whole
            shown = seen.line.low[seen.start : seen.end]
            part.note(BY_SHARE, (part.start, seen.end), shown)
            return


def _may_divide(scene: Scene, whole: Sighting, part: Sighting) -> bool:
    """Tell whether one number may be a portion of another that a share tells.

    "xét 215 hồ sơ, trong đó 139 sáng kiến (64,7%)": listed, things may be renamed.
    """
    if kindred(whole, part):
        return True
    if {whole.kind, part.kind} != {Kind.COUNT} or whole.line is not part.line:
        return False
    return any(whole.last <= at < part.first for at in scene.signs.listings)


def _is_exactly(
    part: Sighting, share: Sighting, whole: Sighting, *, near: bool
) -> bool:
    """Tell whether a part is, within rounding, its share of a larger whole.

    *near* a portion that is, a share may also be cut off instead of rounded.
    """
    if not whole.value or part.value is None or share.value is None:
        return False
    if part.value >= whole.value or whole.bound is not Bound.EXACT:
        return False
    off = abs(part.value * 100 / whole.value - share.value)
    return off <= (share.quantum or Decimal(1)) / (1 if near else 2)


def _is_gap_like(scene: Scene, whole: Sighting) -> bool:
    """Read "(50,51%)" as an achievement, where its neighbour was given as one.

    Only money, whose plan was named just before, and no portion that it restates.
    """
    seen = scene.seen
    above = whole.of.value if whole.of is not None else None
    if whole.kind is not Kind.MONEY or is_share(whole, seen, above):
        return False
    model = next((m for m in scene.mates if m.role is Role.GAP and m.sign == "="), None)
    if model is None:
        return False
    seen.role, seen.sign, seen.of = Role.GAP, "=", whole
    seen.note("role_achievement_like", (model.start, seen.end), "=")
    return True


def _same_change(seen: Sighting, change: Sighting) -> bool:
    """Read "bớt 165 vụ (45,96%)": the same change once more, in per cent."""
    if change.role is Role.PREVIOUS:
        return False
    seen.role, seen.sign, seen.of = Role.CHANGE, change.sign, change.of
    seen.note("role_change_restated", (change.start, seen.end), change.sign or "")
    return True


def _bracketed(scene: Scene) -> Sighting | None:
    """Return the figure that a percentage in brackets right behind it restates."""
    seen, before = scene.seen, scene.before
    if before is not None and before.optional and len(scene.mates) > 1:
        # "8.765/9.200 trẻ dưới 1 tuổi (95,3%)": not of the age.
        before = scene.mates[-2]
    if before is None or seen.host < 0 or before.last > seen.host:
        return None
    if before.measure in _AGES and len(scene.mates) > 1:
        # "14.905/15.120 trẻ dưới 1 tuổi (98,6%)": the age only says which children.
        before = scene.mates[-2]
    held = scene.cue is not None and scene.cue.name == "share" and reaches(scene)
    if seen.opening - seen.host > (_HOLDER if held else 3):
        return None
    if before.kind not in _COUNTS:
        return None
    between = seen.line.words[before.tail : seen.host]
    if before.total is not None and len(between) > _OWN_WORDS:
        return before if is_share(before, seen, before.total) else None
    anew = ":" in between or ("," in between and "là" in between)
    return None if anew else before


def _after_comma(scene: Scene) -> Sighting | None:
    """Return the count that "…, đạt 100%" or "…, 97,3%" behind it restates."""
    seen = scene.seen
    base = base_of(scene)
    if base is None or base.kind not in _COUNTS:
        return None
    words = seen.line.words
    cue = scene.cue
    if cue is not None and cue.name in {"reach", "share"} and reaches(scene):
        last = cue.first
    elif cue is None and words[seen.opening - 1] in {",", "-", "="}:
        last = seen.opening
    else:
        return None
    own = words[seen.tail]
    told = cue is not None and cue.name == "share"
    alone = own in _ALONE or told
    if not alone and is_share(base, seen, base.total) is False:
        return None
    between = words[base.tail : last]
    if seen.bound in _OPEN and cue is not None and "," not in between:
        # "33 xã đạt trên 40%": what each of them reached.
        return None
    if len(between) > (_NAMED if told else 14) or ";" in between:
        return None
    return base


def _among(scene: Scene) -> Sighting | None:
    """Return the count of "6.850 người, trong đó 68% đã qua đào tạo"."""
    seen, before, cue = scene.seen, scene.before, scene.cue
    if before is None or cue is None or cue.name != "part" or not reaches(scene):
        return None
    alike = before.kind is Kind.COUNT and before.host == seen.host
    return before if alike and before.role in LEVELS else None


def _paid_out(scene: Scene) -> Sighting | None:
    """Return the money of "bố trí 72,8 tỷ đồng, đã giải ngân 96,3%"."""
    seen, before = scene.seen, scene.before
    if before is None or before.kind is not Kind.MONEY or before.clause != seen.clause:
        return None
    paid = scene.lexicon.cues.paid_out.behind(seen.line.words, seen.opening)
    return before if paid is not None and before.role in LEVELS else None


def _before_count(scene: Scene) -> Sighting | None:
    """Return the count of "100% với 347 hồ sơ", "97,5% (120/123 hồ sơ)" after it."""
    seen, after = scene.seen, scene.after
    if after is None or after.kind not in _COUNTS or after.sentence != seen.sentence:
        return None
    between = seen.line.words[seen.tail : after.opening]
    opens = between[-1:] == ["("] and len(between) <= _NAMED_SHORT
    if opens and after.total is not None:
        return after if is_share(after, seen, after.total) else None
    if between[-2:] == ["tương", "ứng"] and between[-3:-2] in ([","], []):
        return after if len(between) <= _NAMED_LONG else None
    return after if between in (["với"], ["voi"]) else None
