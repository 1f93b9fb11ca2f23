"""Changes: by how much a level rose or fell against an earlier period."""

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.relations.comparisons.bases import (
    SIGNS,
    level_alike,
    level_compared,
    level_sided,
)
from tongket.core.reading.relations.likeness import (
    same_measure,
)
from tongket.core.reading.relations.scene import (
    Scene,
    base_of,
    compares_with,
    reaches,
)
from tongket.core.reading.relations.stages import aimed_at
from tongket.core.reading.sighting import Sighting

# "tăng lên 75%" names the level reached, "tăng 75%" the change.
_LEVEL_WORDS = frozenset(("lên", "xuống", "còn", "thành", "tới", "đến", "len", "xuong"))


def turned(scene: Scene) -> bool:
    """Read "từ 02 đơn vị thành 01 đơn vị": the first is before, the second after."""
    seen, before = scene.seen, scene.before
    if before is None or not scene.signs.turns:
        return False
    words, cues = seen.line.words, scene.lexicon.cues
    opening = _opening(seen, scene.lexicon)
    to = cues.turned_to.behind(words, opening)
    if to is None or opening - to[1] < before.tail:
        return False
    arrow = words[opening - 1] in {"→", ">"}
    begun = cues.turned_from.behind(words, _opening(before, scene.lexicon))
    if not arrow and begun is None:
        return False
    if before.kind is not seen.kind and not before.elided:
        # "5 chỉ tiêu vượt từ 10% trở lên; còn 02 chỉ tiêu": nothing turned.
        return False
    if before.elided and before.value is not None and before.factor == 1:
        # "từ 120 lên 150 triệu đồng": the scale and the measure hold for both.
        before.kind, before.measure = seen.kind, seen.measure
        before.noun, before.kin = seen.noun, seen.kin
        before.value *= seen.factor
    before.role, before.of, before.sign = Role.PREVIOUS, seen, None
    _tie_change(scene.mates[:-1], before, seen)
    place = seen.line.span(opening - to[1], opening)
    before.note("role_before_turn", place, Role.PREVIOUS.value)
    if aimed_at(scene):
        seen.role = Role.TARGET
    seen.note("role_after_turn", place, seen.role.value)
    return True


def _opening(seen: Sighting, lexicon: Lexicon) -> int:
    """Return where a number begins, with the "hạng" of its place in a standing."""
    if seen.kind is not Kind.RANK:
        return seen.opening
    named = lexicon.cues.ranks.behind(seen.line.words, seen.opening)
    return seen.opening - named[1] if named is not None else seen.opening


def _tie_change(mates: list[Sighting], following: Sighting, level: Sighting) -> None:
    """Give the change of "giảm 165 vụ, từ 359 xuống 194 vụ" the level it led to."""
    for by in reversed(mates):
        between = set(by.line.words[by.tail : following.opening])
        alike = by.kind is Kind.PERCENT or by.noun == "bậc" or same_measure(by, level)
        if by.role is not Role.CHANGE or not alike or not between <= _LED_TO:
            return
        by.of = level
        following = by


_LED_TO = frozenset(
    (
        *(",", "(", ")", "từ", "tu", "còn", "con", "chỉ", "chi", "xuống", "lên"),
        *("hiện", "có", "nay", "hien", "co"),
    )
)


def reached(scene: Scene) -> None:
    """Give the change of "giảm 5,8%, còn 3.389 vụ" the level named right behind it."""
    seen, before = scene.seen, scene.before
    if before is None or before.role is not Role.CHANGE:
        return
    if before.of is not None and before.of.clause == before.clause:
        return
    if seen.kind is Kind.PERCENT and before.kind is not Kind.PERCENT:
        return
    words = seen.line.words
    stands = words[seen.opening - 2 : seen.opening] in _STANDS
    if words[seen.opening - 1] in {"còn", "con"} or stands:
        _tie_change(scene.mates, seen, seen)


_STANDS = (["hiện", "có"], ["hiện", "còn"], ["nay", "có"], ["hien", "co"])


def change(scene: Scene) -> bool:
    """Read "tăng 0,97% so với cùng kỳ": by how much a level rose or fell."""
    seen, cue = scene.seen, scene.cue
    if _signed(scene) or _factor(scene):
        return True
    if cue is None or cue.name not in {"change_up", "change_down"}:
        held = cue is not None and cue.name.startswith("gap") and reaches(scene)
        return not held and _change_carried(scene)
    if not reaches(scene) or _names_level(scene):
        return False
    if _is_planned(scene, cue.first):
        return True
    against = compares_with(scene)
    role = Role.GAP if against == "plan" else Role.CHANGE
    seen.role, seen.sign = role, SIGNS[cue.name]
    seen.of = level_compared(scene) or _pair_behind(scene)
    place = seen.line.span(cue.first, cue.last)
    seen.note(f"role_{role.value}", place, seen.sign)
    return True


def _pair_behind(scene: Scene) -> Sighting | None:
    """Return the pair of now and before that "giảm 5,83% (3.389/3.599 vụ)" opens."""
    seen, after = scene.seen, scene.after
    if after is None or after.total is None or seen.kind is not Kind.PERCENT:
        return None
    opens = seen.line.words[seen.tail : after.opening] == ["("]
    return after if opens and after.kind is Kind.COUNT else None


def _is_planned(scene: Scene, first: int) -> bool:
    """Read "kế hoạch tăng 3,5%", "phấn đấu giảm 2%": the change that is aimed at."""
    seen, cues = scene.seen, scene.lexicon.cues
    words = seen.line.words
    ahead = cues.roles.behind(words, first)
    aimed = ahead is not None and ahead[0] == "target"
    if not aimed and cues.plan_words.behind(words, first) is None:
        return False
    seen.role = Role.TARGET
    seen.note(
        "role_target", seen.line.span(first - (ahead[1] if ahead else 1), seen.last)
    )
    return True


def _may_fall(scene: Scene, at: int) -> bool:
    """Tell whether a dash is a minus: "số vụ +26, số người chết -05"."""
    if scene.seen.kind is Kind.PERCENT:
        return True
    risen = any(mate.steps[-1][0] == "role_change_signed" for mate in scene.mates)
    return risen and not scene.seen.line.glued(at - 1)


def _signed(scene: Scene) -> bool:
    """Read "+1,67%", "-0,5%": the sign stands before the number itself."""
    seen = scene.seen
    words, at = seen.line.words, seen.first
    if at == 0 or words[at - 1] not in {"+", "-"} or not seen.line.glued(at):
        return False
    if seen.line.glued(at - 1) and words[at - 2] not in {"(", ",", ":"}:
        return False
    before = scene.before
    if words[at - 1] == "-" and not _may_fall(scene, at):
        return False
    seen.role, seen.sign = Role.CHANGE, words[at - 1]
    if before is not None and before.role is Role.CHANGE and before.last <= seen.host:
        seen.of = before.of
    elif seen.kind is Kind.COUNT:
        seen.of = level_alike(scene) or base_of(scene)
    else:
        seen.of = base_of(scene) or level_alike(scene) or _headed_alike(scene)
    seen.note("role_change_signed", seen.line.span(at - 1, seen.last), seen.sign)
    return True


def _headed_alike(scene: Scene) -> Sighting | None:
    """Return the rate of "THPT đỗ 7.693 em, 97,3%" for "So năm trước: THPT +1,67%".

    The sentence of the rate begins with the name that stands before the change.
    """
    seen = scene.seen
    words = seen.line.words
    name, opens = words[seen.first - 2], words[seen.first - 3] in {":", ",", ";"}
    if seen.kind is not Kind.PERCENT or not name[0].isalpha() or not opens:
        return None
    rates = [
        earlier
        for earlier in scene.history[-_FAR:]
        if earlier.line is seen.line
        and earlier.kind is Kind.PERCENT
        and earlier.host < 0
        and words[earlier.sentence] == name
        and earlier.role not in _TOLD
    ]
    return rates[0] if rates else None


# How many numbers back a rate may stand that the end of a paragraph compares.
_FAR = 24
_TOLD = frozenset((Role.CHANGE, Role.PREVIOUS, Role.TARGET))


def _factor(scene: Scene) -> bool:
    """Read "gấp đôi": the level has grown to so many times the one before."""
    seen = scene.seen
    if not seen.steps or seen.steps[0][0] != "growth_factor":
        return False
    falls = scene.cue is not None and scene.cue.name == "change_down"
    seen.role, seen.sign, seen.of = Role.CHANGE, "-" if falls else "+", base_of(scene)
    seen.note("role_change", (seen.start, seen.end), seen.sign)
    return True


def _names_level(scene: Scene) -> bool:
    """Tell whether "lên", "còn" before the number name the level, not the change."""
    seen, cue = scene.seen, scene.cue
    words = seen.line.words
    last = words[seen.opening - 1] if seen.opening > 0 else ""
    if cue is None or last not in _LEVEL_WORDS:
        return False
    alone = cue.last - cue.first == 1 and words[cue.first] == last
    if alone and not _RAISING.isdisjoint(words[seen.lead : cue.first - 1]):
        # "nâng tỷ lệ cấp giấy lên 97,8%": the level that was reached.
        return True
    return not (alone and (seen.kind is Kind.PERCENT or seen.noun == "bậc"))


_RAISING = frozenset(("nâng", "đưa", "kéo", "nang", "dua"))


def _change_carried(scene: Scene) -> bool:
    """Read the second of "giảm 36,5% so liền kề, 25% so cùng kỳ"."""
    seen, before = scene.seen, scene.before
    if before is None or before.role is not Role.CHANGE or seen.kind is not before.kind:
        return False
    words = seen.line.words
    listed = (
        seen.host >= 0
        and seen.host == before.host
        and (
            words[before.tail : seen.opening] == [","] or words[seen.opening - 1] == ","
        )
    )
    sided = words[before.tail] in {"về", "ve"} and words[seen.tail] in {"về", "ve"}
    compared = scene.lexicon.cues.of_previous.ahead(words, seen.tail) is not None
    if not (compared or sided) and not (listed and seen.kind is Kind.COUNT):
        return False
    of = level_alike(scene) if listed and not compared else before.of
    if sided:
        of = level_sided(scene) or of
    seen.role, seen.sign, seen.of = Role.CHANGE, before.sign, of
    seen.note("role_change_carried", (before.start, seen.end), before.sign or "")
    return True
