"""Targets: what was planned, is aimed at, or laid down as a limit."""

import re

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.relations.purposes import lies_ahead
from tongket.core.reading.relations.scene import (
    Scene,
    base_of,
    reaches,
)

_YEAR = re.compile(r"(?:19|20)\d{2}$")


def target(scene: Scene) -> bool:
    """Read "chỉ tiêu giao 17%", "phấn đấu đạt 50": what was planned."""
    seen, cue = scene.seen, scene.cue
    planned = cue is not None and cue.name == "target" and not _is_limit(scene)
    if cue is not None and planned and (reaches(scene) or _intends(scene)):
        if (
            seen.kind is Kind.PERCENT
            and cue.last - cue.first < 3
            and _plan_alone(scene)
        ):
            seen.role, seen.sign, seen.of = Role.GAP, "=", base_of(scene)
            seen.note("role_achievement", seen.line.span(cue.first, seen.last), "=")
            return True
        seen.role = Role.TARGET
        seen.note("role_target", seen.line.span(cue.first, cue.last))
        return True
    if _will(scene) or _behind_slash(scene):
        return True
    if seen.opening - seen.host == 1 and _plan_before_bracket(scene):
        seen.role = Role.TARGET
        seen.note("role_target", seen.line.span(seen.host - 1, seen.host))
        return True
    return _norm(scene) or _remaining(scene) or _aimed(scene)


def _behind_slash(scene: Scene) -> bool:
    """Read the second of "1.456 tỷ đồng/2.310 tỷ đồng kế hoạch vốn": the plan."""
    seen = scene.seen
    words = seen.line.words
    if words[seen.opening - 1] != "/" or seen.total is not None:
        return False
    plan = scene.lexicon.cues.plan_words.ahead(words, seen.tail)
    if plan is None:
        return False
    seen.role = Role.TARGET
    seen.note("role_target", seen.line.span(seen.first, seen.tail + plan[1]))
    return True


def _is_limit(scene: Scene) -> bool:
    """Tell whether "giới hạn cho phép" limits a measure, where things are counted."""
    seen, cue = scene.seen, scene.cue
    if cue is None or scene.line.words[cue.last - 1] not in {"phép", "phep"}:
        return False
    return seen.kind is Kind.COUNT or seen.total is not None


def _plan_before_bracket(scene: Scene) -> bool:
    """Tell whether "chỉ tiêu Nghị quyết HĐND tỉnh giao" stands before a bracket."""
    seen, cues = scene.seen, scene.lexicon.cues
    if seen.host < 1:
        return False
    words = seen.line.words
    far = cues.roles.behind(words, seen.host)
    if far is not None and far[0] == "target":
        return True
    for at in range(seen.host - 1, max(seen.sentence, seen.host - _PLAN_GIVEN), -1):
        if cues.plan_words.ahead(words, at) is not None:
            return True
        if words[at] not in cues.fillers:
            return False
    return False


# Who gave a plan is named in so many words.
_PLAN_GIVEN = 9


def _will(scene: Scene) -> bool:
    """Read "sẽ triển khai 14 đề tài": what the verb in between will have done."""
    seen, cue = scene.seen, scene.cue
    words = seen.line.words
    if cue is None or words[cue.first] not in {"sẽ", "se"}:
        return False
    if {",", ";", ":"} & set(words[cue.last : seen.opening]):
        return False
    seen.role = Role.TARGET
    seen.note("role_aim", seen.line.span(cue.first, cue.last))
    return True


def _intends(scene: Scene) -> bool:
    """Tell whether the cue is a verb of aiming, whose object may stand between."""
    cue = scene.cue
    if cue is None:
        return False
    between = scene.line.words[cue.last : scene.seen.opening]
    return scene.line.words[cue.first] in {"phấn", "dự", "sẽ", "đặt"} and (
        "," not in between and len(between) <= _INTENT
    )


# Between "phấn đấu" and its number stand at most so many words.
_INTENT = 8


def _plan_alone(scene: Scene) -> bool:
    """Tell whether "kế hoạch" itself stands before a per cent: "hoàn thành KH 95%"."""
    cue = scene.cue
    if cue is None or cue.last != scene.seen.opening:
        return False
    if scene.seen.host == cue.first - 1:
        return False
    return scene.line.words[cue.first] in {"kế", "kh", "ke"}


def _norm(scene: Scene) -> bool:
    """Read "mỗi dự án tối đa 24 tháng": a limit that is laid down, nothing done."""
    if not scene.signs.norms:
        return False
    seen, cues = scene.seen, scene.lexicon.cues
    words = seen.line.words
    limit = cues.norms.behind(words, seen.first)
    if limit is None:
        return False
    first = seen.first - limit[1]
    if first == seen.sentence and _goes_on_aiming(scene):
        return True
    ruled = cues.ruled.ahead(words, seen.tail) is not None
    named = any(cues.norm_words.ahead(words, at) for at in range(seen.lead, first))
    if not (named or ruled):
        return False
    seen.role = Role.TARGET
    seen.note("role_norm", seen.line.span(first, seen.first))
    return True


def _remaining(scene: Scene) -> bool:
    """Read "tiếp tục … tại 38 xã còn lại": what is still to be done."""
    seen = scene.seen
    words = seen.line.words
    left = scene.lexicon.cues.remaining.ahead(words, seen.tail)
    if left is None:
        return False
    if not {"tiếp", "tục"} <= set(words[max(seen.lead, seen.first - 14) : seen.first]):
        return False
    seen.role = Role.TARGET
    seen.note("role_remaining", seen.line.span(seen.tail, seen.tail + left[1]))
    return True


def _goes_on_aiming(scene: Scene) -> bool:
    """Read "Tối thiểu 1.200 lao động …" behind a sentence of aims: one aim more."""
    seen, above = scene.seen, scene.history[-1:]
    if not above or above[0].role is not Role.TARGET or above[0].line is not seen.line:
        return False
    seen.role = Role.TARGET
    seen.note("role_aim_carried", (above[0].start, seen.end))
    return True


_AIMABLE = frozenset(("target", "reach", "part", "share"))


def _aimed(scene: Scene) -> bool:
    """Read a number in a sentence that says what is aimed at."""
    seen = scene.seen
    words, aims = seen.line.words, scene.lexicon.cues.aims
    if scene.cue is not None and scene.cue.name not in _AIMABLE:
        late = scene.cue.name.startswith("gap") and seen.kind is Kind.PERCENT
        level = words[seen.opening - 1] in _LEVEL_WORDS and not any(
            seen.lead <= at < seen.opening for at, _ in scene.signs.running
        )
        if late or (reaches(scene) and not level):
            return late and _under_aims(scene)
    if _aim_carried(scene):
        return True
    for at in (seen.sentence, seen.clause) if scene.signs.aims else ():
        start = at
        while words[start] in {"-", "+", "*", '"'}:
            start += 1
        found = aims.ahead(words, start)
        if words[start] == "đến" and _YEAR.fullmatch(words[start + 1]):
            found = words[start], 2
        if found is not None and start < seen.first:
            seen.role = Role.TARGET
            seen.note("role_aim", seen.line.span(start, start + found[1]))
            return True
    return _under_aims(scene)


# "nâng tỷ lệ che phủ lên 54,5%": the level aimed at, and no change.
_LEVEL_WORDS = frozenset(("lên", "xuống", "còn", "thành", "len", "xuong", "con"))


_BESIDE = frozenset((Role.CHANGE, Role.PREVIOUS))


def _aim_carried(scene: Scene) -> bool:
    """Let an aim hold for the further numbers of its sentence."""
    seen = scene.seen
    # "đón 3,2 triệu lượt khách, tăng 10,3%; doanh thu 2.600 tỷ đồng": past the change.
    before = next((m for m in reversed(scene.mates) if m.role not in _BESIDE), None)
    if before is None or before.role is not Role.TARGET or seen.host != before.host:
        return False
    rule, first, last, _ = before.steps[-1]
    words = scene.line.low[first:last].split()
    if rule not in {"role_aim", "role_target", "role_aim_carried"}:
        return False
    if (
        rule == "role_target"
        and scene.lexicon.cues.aims.ahead([*words, "\n"], 0) is None
    ):
        return False
    named = words[0] in {"chỉ", "mục", "chi", "muc"}
    if named and rule == "role_target" and first != scene.line.starts[before.clause]:
        return False
    seen.role = Role.TARGET
    seen.note("role_aim_carried", (first, last))
    return True


def aimed_at(scene: Scene) -> bool:
    """Tell whether a number stands where only what is to come is spoken of."""
    seen, aims = scene.seen, scene.lexicon.cues.aims
    if any(mate.role is Role.TARGET for mate in scene.mates[-1:]):
        return _aim_carried(scene)
    words = seen.line.words
    start = seen.sentence
    while words[start] in {"-", "+", "*", '"'}:
        start += 1
    aimed = aims.ahead(words, start) is not None or any(
        words[at] in _AIMING for at in range(seen.lead, seen.opening)
    )
    return aimed or _under_aims(scene)


# "kiểm định 2.500 phương tiện, phấn đấu hết 6 tháng đạt 55% kế hoạch".
_AIMING = frozenset(("phấn", "phan"))


def _under_aims(scene: Scene) -> bool:
    """Read a number of what is to come: "Phương hướng, nhiệm vụ năm sau", a plan."""
    seen = scene.seen
    if not lies_ahead(scene):
        return False
    seen.role = Role.TARGET
    title = seen.section[-1] if seen.section else ""
    seen.note("role_aim_heading", (seen.start, seen.end), title)
    return True
