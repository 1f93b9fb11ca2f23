"""Brackets: the portions that a bracket behind a number tells."""

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.relations.likeness import fits_within, portion, same_measure
from tongket.core.reading.relations.scene import LEVELS, Scene, reaches
from tongket.core.reading.sighting import Sighting


def in_bracket(scene: Scene) -> Sighting | None:
    """Return the number that the bracket around a portion stands behind."""
    seen = scene.seen
    outside = [mate for mate in scene.mates if mate.last <= seen.host]
    if not outside or seen.kind is Kind.PERCENT or _says_other(scene):
        return None
    if _is_base(scene, outside[-1]):
        return None
    whole = _left_over(scene, _level_of(outside[-1]))
    if whole.host >= 0 and whole.host != seen.host:
        return _in_item(scene, outside)
    if seen.host - whole.tail > 24 or whole.role not in _DIVISIBLE:
        return None
    if not portion(whole, seen):
        return whole if _had(scene, whole) else _in_item(scene, outside)
    opens = seen.line.words[seen.host : seen.opening]
    again = seen.value == whole.value or "chữ" in opens or "chu" in opens
    return None if seen.spelled and again else whole


_DIVISIBLE = LEVELS | {Role.CHANGE}


def _says_other(scene: Scene) -> bool:
    """Tell whether a bracket names the plan ("(KH 2.300)"), or how much for each."""
    planned = scene.cue is not None and scene.cue.name == "target" and reaches(scene)
    return planned or _for_each(scene)


def _for_each(scene: Scene) -> bool:
    """Tell whether a bracket says how much for each: "(mỗi giải 20 triệu đồng)"."""
    seen = scene.seen
    opens = seen.line.words[seen.host + 1 : seen.opening]
    return not _EACH.isdisjoint(opens)


_EACH = frozenset(("mỗi", "từng", "moi"))


def _is_base(scene: Scene, mate: Sighting) -> bool:
    """Tell a base from a portion: "đạt 120% kế hoạch (100 hộ)", one bare number."""
    seen, after = scene.seen, scene.after
    bare = seen.opening == seen.host + 1 and (after is None or after.host != seen.host)
    return bare and _level_of(mate) is not mate


def _level_of(mate: Sighting) -> Sighting:
    """Return the level that a comparison before a bracket speaks of, or itself."""
    compares = mate.role in {Role.CHANGE, Role.GAP, Role.SHARE}
    if mate.role is Role.CHANGE and mate.kind is Kind.COUNT and mate.noun != "lần":
        # "giảm 04 người (nghỉ hưu 03, chuyển công tác 01)": the change is divided.
        return mate
    return mate.of if compares and mate.of is not None else mate


def _left_over(scene: Scene, whole: Sighting) -> Sighting:
    """Return what "9 nhóm làm nông nghiệp, số còn lại (7 nhóm)" leaves over."""
    words = scene.line.words[scene.seen.host - 2 : scene.seen.host]
    left = words == ["còn", "lại"] and whole.role is Role.PART
    return whole.of if left and whole.of is not None else whole


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
