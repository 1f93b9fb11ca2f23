"""What a value is compared with: its earlier value, or the target set for it.

The reading ties most of them; the others are found by the words before them, close by
and in the same sentence, and only among figures of the same thing.
"""

from collections.abc import Mapping

from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like, are_same
from tongket.core.checks.wording import (
    AIMED_AT,
    ALONE_IN_BRACKETS,
    ASSIGNED,
    DATED_BEFORE,
    PLANNED,
    PLANNED_AFTER,
    SAID_EARLIER,
    SLASH,
    YEAR,
)
from tongket.core.nouns.figure import Figure, Kind, Role

# How many figures away from a value or its change its earlier value may stand.
_AROUND = 8
_CLOSE = 2
# How many characters after a comparison the value compared with may stand.
_LEAD = 60
_PLAIN = frozenset((Role.RESULT, Role.TARGET, Role.PREVIOUS))


def earlier(scene: Scene, actual: Figure, by: Figure) -> Figure | None:
    """Give the earlier value of *actual* that stands nearest to the figure *by*.

    That is the value that the reading ties to it, or one that the words date
    ("cùng kỳ 40 giấy", "so với năm 2020 (35 lớp)").
    """
    tied = scene.following(actual, Role.PREVIOUS)
    around = (*scene.near(by, _AROUND), *scene.near(actual, _AROUND)) if tied else ()
    for value in around:
        is_tied = value in tied and not AIMED_AT.search(scene.before(value))
        if is_tied and value.value is not None and _is_like(scene, actual, value):
            return value
    following = _next_like(scene, actual, by)
    words = scene.before(following) if following is not None else ""
    said = SAID_EARLIER.search(words) or DATED_BEFORE.search(words)
    return following if said else None


def told_after(scene: Scene, by: Figure) -> Figure | None:
    """Give the earlier value told right after a comparison: "… quý II (80 hồ sơ)".

    What it is the earlier value of, the words need not say.
    """
    for value in scene.after_it(by, 1):
        words = scene.between(by, value)
        together = scene.sentence(value) == scene.sentence(by)
        plain = value.role in _PLAIN and value.value and not value.total
        if not together or len(words) > _LEAD or not plain:
            return None
        by_words = SAID_EARLIER.search(words) or DATED_BEFORE.search(words)
        return value if by_words or ALONE_IN_BRACKETS.fullmatch(words) else None
    return None


def years_apart(scene: Scene, figure: Figure) -> tuple[Figure, Figure] | None:
    """Give the value and its earlier value where the text dates both.

    "Năm 2020 có 240 đơn, năm 2019 có 200 đơn": of two neighbours in one measure the
    one of the later year is the value, whatever stands first.
    """
    year = _year(scene, figure)
    for other in scene.before_it(figure, 1):
        dated = _year(scene, other)
        like = are_same(figure, other) and figure.value and other.value
        if not (year and dated and like) or year == dated:
            return None
        return (figure, other) if year > dated else (other, figure)
    return None


def risen(scene: Scene, by: Figure) -> Figure | None:
    """Give the value that a change without a tie is of: "giảm 32 %, từ … còn 850"."""
    for value in scene.near(by, _CLOSE):
        actual = scene.of(value)
        together = scene.sentence(value) == scene.sentence(by)
        if value.role is Role.PREVIOUS and actual is not None and together:
            return actual
    return None


def targets(scene: Scene) -> Mapping[str, Figure]:
    """Give each gap the target of its sentence that stands nearest to it, by its id."""
    found: dict[str, Figure] = {}
    for target in scene.figures:
        if not _is_target(scene, target) or not target.value:
            continue
        for gap in scene.near(target):
            if gap.role is Role.GAP and scene.sentence(gap) == scene.sentence(target):
                found.setdefault(gap.id, target)
                break
    return found


def _is_target(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure was planned: itself, or as a portion of a plan."""
    whole = scene.of(figure) if figure.role is Role.PART else None
    return Role.TARGET in {figure.role, whole.role if whole is not None else None}


def planned(scene: Scene, actual: Figure, gap: Figure) -> tuple[Figure, Figure] | None:
    """Give the value and its target where only the words tell which is which.

    "312 tỷ, kế hoạch 300 tỷ, đạt 104 %" and "31.200 ha/32.000 ha, đạt 97,5 %": what a
    reading ties the gap to may be either of them.
    """
    for before in scene.before_it(actual, 1):
        together = scene.sentence(before) == scene.sentence(actual)
        if together and before.value and are_same(before, actual):
            parted = SLASH.fullmatch(scene.between(before, actual))
            if parted or PLANNED.search(scene.before(actual)):
                return before, actual
    value = _next_like(scene, actual, gap)
    if value is not None and PLANNED.search(scene.before(value)):
        return actual, value
    return None


def planned_after(scene: Scene, gap: Figure) -> Figure | None:
    """Give the target told right after a gap: "139,5 % chỉ tiêu giao (20 triệu)"."""
    for value in scene.after_it(gap, 1):
        plain = value.role in _PLAIN and value.value and not value.total
        together = scene.sentence(value) == scene.sentence(gap)
        words = scene.between(gap, value)
        if plain and together and PLANNED_AFTER.match(words):
            return value
    return None


def assigned(scene: Scene, actual: Figure) -> Figure | None:
    """Give the sum that was handed out before *actual* was spent of it."""
    for before in scene.before_it(actual, _CLOSE):
        together = scene.sentence(before) == scene.sentence(actual)
        like = are_same(before, actual) and before.value and not before.total
        if together and like and ASSIGNED.search(scene.before(before)):
            return before
    return None


def _next_like(scene: Scene, actual: Figure, by: Figure) -> Figure | None:
    """Give the figure like *actual* right after it, or after its comparison *by*.

    None where that figure belongs to another, or stands in another sentence.
    """
    following = scene.after_it(actual, _CLOSE)
    value = next((one for one in following if one.id != by.id), None)
    if value is None or not are_same(actual, value):
        return None
    tied = value.of not in {None, actual.id} or value.role not in _PLAIN
    apart = scene.sentence(value) != scene.sentence(by)
    return None if tied or apart or value.total or not value.value else value


def _year(scene: Scene, figure: Figure) -> str | None:
    if figure.total is not None or figure.kind is Kind.PERCENT:
        return None
    years = YEAR.findall(scene.before(figure, 40))
    return years[-1] if years else None


def _is_like(scene: Scene, actual: Figure, value: Figure) -> bool:
    if actual.kind in {Kind.PERCENT, Kind.RANK}:
        return value.kind is actual.kind
    beside = actual.span < value.span and scene.between(actual, value).strip() == "/"
    return are_like(actual, value) or (beside and actual.kind is value.kind)
