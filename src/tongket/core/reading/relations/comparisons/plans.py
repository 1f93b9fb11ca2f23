"""Plans: how far a level is from what was planned, or how much of it was reached."""

from decimal import Decimal

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.relations.comparisons.bases import SIGNS, level_alike
from tongket.core.reading.relations.likeness import is_share, same_measure
from tongket.core.reading.relations.scene import Scene, base_of, reaches
from tongket.core.reading.relations.stages import aimed_at
from tongket.core.reading.sighting import Sighting


def gap(scene: Scene) -> bool:
    """Read "vượt chỉ tiêu giao 12,2%", "sớm 15 ngày": distance from a plan."""
    seen, cue = scene.seen, scene.cue
    if cue is None or cue.name not in {"gap_up", "gap_down"} or not reaches(scene):
        return False
    words = seen.line.words
    late = words[cue.first] in {
        "trước",
        "sớm",
        "chậm",
        "trễ",
        "som",
        "cham",
        "tre",
        "quá",
    }
    if late and seen.kind is not Kind.DURATION:
        return False
    seen.role, seen.sign = Role.GAP, SIGNS[cue.name]
    seen.of = _held_against(scene) if seen.kind is not Kind.DURATION else None
    seen.note("role_gap", seen.line.span(cue.first, cue.last), seen.sign)
    return True


def _held_against(scene: Scene) -> Sighting | None:
    """Return the level of "5.745 triệu (giao 6.000 triệu, còn thiếu 255 triệu)"."""
    seen = scene.seen
    counted = seen.kind is Kind.COUNT and bool(seen.noun)
    # "1.316 mẫu với 6.240 chỉ tiêu, vượt 316 mẫu": so many more of the samples.
    base = (level_alike(scene) if counted else None) or base_of(scene)
    if base is None or base.role is not Role.TARGET:
        return base
    levels = [mate for mate in reversed(scene.mates) if mate.role is Role.RESULT]
    return next((mate for mate in levels if same_measure(mate, base)), base)


def achievement(scene: Scene) -> bool:
    """Read "đạt 125% so với kế hoạch", "bằng 51,8% chỉ tiêu": a share of a plan."""
    seen, cue = scene.seen, scene.cue
    if seen.kind is not Kind.PERCENT:
        return False
    words = seen.line.words
    plan = scene.lexicon.cues.of_plan.ahead(words, seen.tail)
    base = base_of(scene)
    if plan is None:
        told = _told_without_plan(scene, base)
        if told is not None:
            return told
    elif cue is not None and cue.name in SIGNS:
        return False
    end = seen.tail + (plan[1] if plan else 0)
    place = seen.line.span(seen.first, max(end, seen.last))
    if plan is not None and aimed_at(scene):
        seen.role = Role.TARGET
        seen.note("role_aim", place)
        return True
    seen.role, seen.sign, seen.of = Role.GAP, "=", base
    seen.note("role_achievement", place, "=")
    return True


def _told_without_plan(scene: Scene, base: Sighting | None) -> bool | None:
    """Tell whether a percentage without the word "kế hoạch" is told already.

    None: it is meant of the plan all the same.
    """
    seen, cue = scene.seen, scene.cue
    if restates_change(scene) or _of_plan_beside(scene):
        return True
    past = scene.lexicon.cues.of_previous.ahead(seen.line.words, seen.tail)
    reached = cue is not None and cue.name in {"reach", "share"} and reaches(scene)
    if past is not None:
        return reached and _ratio_to_before(scene, past[1])
    return None if reached and _means_plan(scene, base) else False


def _of_plan_beside(scene: Scene) -> bool:
    """Read "3,5 tỷ đồng/KH 4,2 tỷ đồng (83,3%)": how much of the plan was reached."""
    seen, plan = scene.seen, scene.before
    if plan is None or plan.role is not Role.TARGET or seen.host < plan.last:
        return False
    done = scene.mates[-2:-1]
    if not done or not same_measure(done[0], plan) or seen.host - plan.tail > 1:
        return False
    if "/" not in seen.line.words[done[0].tail : plan.opening]:
        return False
    seen.role, seen.sign, seen.of = Role.GAP, "=", done[0]
    seen.note("role_achievement", (done[0].start, seen.end), "=")
    return True


def restates_change(scene: Scene) -> bool:
    """Read "tăng 4,2 tỷ (tương đương 29,2%)": the change once more, in per cent."""
    seen, before = scene.seen, scene.before
    if before is None or before.role not in {Role.CHANGE, Role.GAP}:
        return False
    if before.kind is Kind.PERCENT or before.sign == "=":
        return False
    near = 0 <= seen.host - before.tail <= 1 and seen.opening - seen.host <= _AGAIN
    beside = seen.host == before.host and _says_equal(scene, before)
    if not (near or beside) or (
        scene.cue is not None and scene.cue.name not in _RESTATING
    ):
        return False
    seen.role, seen.sign, seen.of = before.role, before.sign, before.of
    seen.note("role_change_restated", (before.start, seen.end), before.sign or "")
    return True


def _says_equal(scene: Scene, before: Sighting) -> bool:
    """Tell whether "tăng 2.340 phương tiện, tương đương 19,1%" says the same twice."""
    between = scene.seen.line.words[before.tail : scene.seen.opening]
    return "," in between[:1] and {"tương", "tuong"} & {*between[:2]} != set()


_RESTATING = frozenset(("reach", "share"))
# "(tương đương với 29,2%)": so many words restate a change.
_AGAIN = 5


def _means_plan(scene: Scene, base: Sighting | None) -> bool:
    """Tell whether "đạt 98%" behind an amount can only be meant of its plan.

    Money reaches its plan, unless the percentage restates it as part of an amount
    before it; and only of a plan can more than a hundred per cent be reached.
    """
    seen = scene.seen
    if base is None or _restates(scene, base):
        return False
    if seen.line.words[seen.tail] not in {",", ";", ".", ")", "\n", "và", "va", "("}:
        return False
    over = seen.value is not None and seen.value > Decimal(100)
    planned = seen.host < 0 or any(mate.role is Role.TARGET for mate in scene.mates)
    return over or (base.kind is Kind.MONEY and planned)


_AMOUNTS = frozenset((Role.RESULT, Role.PART))


def _restates(scene: Scene, level: Sighting) -> bool:
    """Tell whether a percentage restates a level as part of an amount before it."""
    return any(
        is_share(level, scene.seen, mate.value)
        for mate in scene.mates[-5:]
        if mate is not level and mate.kind is level.kind and mate.role in _AMOUNTS
    )


def _ratio_to_before(scene: Scene, length: int) -> bool:
    """Read "bằng 112% so với năm trước": the level as a share of the one before."""
    seen = scene.seen
    seen.role, seen.of = Role.CHANGE, base_of(scene)
    seen.note("role_change_ratio", seen.line.span(seen.first, seen.tail + length))
    return True
