"""Why a list may miss its whole without anybody's error."""

from tongket.core.checks.parts.cues import Cue
from tongket.core.checks.parts.listing import in_brackets, is_dated
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like, are_same
from tongket.core.checks.values.interval import added, nominal
from tongket.core.nouns.figure import Figure, Kind, Role

# How many figures before the first of a list may stand on its line.
_BESIDE = 4
_CHANGES = frozenset((Role.CHANGE, Role.GAP))


def is_excused(
    scene: Scene, whole: Figure, parts: tuple[Figure, ...], *, cue: Cue
) -> bool:
    """Tell whether *parts* that miss *whole* may well not be all of it, or no parts."""
    named = all(are_like(whole, part) for part in parts)
    if not named and parts == in_brackets(scene, whole):
        # Things called otherwise are held to a whole only where they add up to it.
        return True
    if _mixes(whole, parts) and cue is not Cue.COMPLETE:
        return True
    # The parts of a change may rise and fall.
    apart = whole.role in _CHANGES or is_dated(scene, whole, parts)
    apart = apart or _is_one_line(scene, whole, parts)
    return apart or _skips_some(scene, parts) or _is_unread(scene, whole, parts)


def _is_one_line(scene: Scene, whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Tell whether the parts are one line of several that tell of the whole.

    "4.244 tỷ. Cụ thể:⏎- Vốn tỉnh: kế hoạch 3.102 tỷ, giải ngân 800 tỷ;⏎- Vốn ODA …".
    """
    line = scene.sentence(parts[0])
    if scene.sentence(whole) == line or scene.sentence(parts[-1]) != line:
        return False
    below = [one for one in scene.after_it(parts[-1], _BESIDE) if are_same(whole, one)]
    return scene.leads_its_line(parts[0]) and any(map(scene.leads_its_line, below))


def begun_by(whole: Figure, parts: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Give the first of *parts* that add up, where the last are told of something else.

    "72 mẫu gồm xăng 38, dầu 21, khí 13 mẫu, phát hiện 4 mẫu không đạt".
    """
    for length in range(len(parts) - 1, 1, -1):
        if added(parts[:length]) == whole.value:
            return parts[:length]
    return ()


def _mixes(whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Tell whether some parts are counted in the noun of the whole, some in another.

    Of "399 cá nhân, 314 tổ chức; phạt 381 cá nhân, 169 tổ chức" none adds up.
    """
    if whole.kind is not Kind.COUNT:
        return False
    alike = [are_same(whole, part) for part in parts]
    return any(alike) and not all(alike)


def _is_unread(scene: Scene, whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Tell whether a number that was read as no figure is what the list misses."""
    start = min(whole.span.start, parts[0].span.start)
    missing = nominal(whole) - added(parts)
    return missing in scene.unread(start, parts[-1].span.end)


def _skips_some(scene: Scene, parts: tuple[Figure, ...]) -> bool:
    """Tell whether a list over several lines leaves amounts of the same kind out.

    "- Vốn tỉnh: kế hoạch 3.102 tỷ, giải ngân 800 tỷ;⏎- Vốn ODA: kế hoạch 453 tỷ".
    """
    first, last = parts[0], parts[-1]
    if scene.sentence(first) == scene.sentence(last) or first.kind is Kind.COUNT:
        return False
    lines = [scene.sentence(part) for part in parts]
    if len(set(lines)) < len(lines) and len(set(lines)) > 1:
        # Lines that hold several amounts hold amounts of several things.
        return True
    members = {part.id for part in parts}
    start, end = scene.position[first.id], scene.position[last.id]
    return any(
        one.id not in members and are_same(first, one) and one.role not in _CHANGES
        for one in scene.figures[max(0, start - _BESIDE) : end]
        if scene.sentence(one) >= scene.sentence(first)
    )
