"""A value with the percentages that restate it and the changes that are told of it."""

from tongket.core.checks.scene import Scene
from tongket.core.checks.wording import FRACTION_OF, IS_DAY, RESTATED_AS
from tongket.core.nouns.figure import Figure, Kind, Role

# "bớt 165 vụ (45,96 %)": no more than a unit and a bracket stand in between.
_BESIDE = 30
# "đến 30/6" is a day.
_DAYS, _MONTHS = 31, 12
# Below this the second number of a pair may be that of a fraction.
_FRACTIONS = 10


def shares(scene: Scene, figure: Figure) -> tuple[Figure, ...]:
    """Give the percentages that restate *figure*.

    Beside those that the reading ties to it, that is the one that follows it directly
    ("50/132 (37,9 %)"), unless the reading ties that one to another figure.
    """
    tied = tuple(
        share
        for share in scene.following(figure, Role.SHARE)
        if share.kind is Kind.PERCENT and share.value
    )
    place = scene.position[figure.id] + 1
    if tied or place == len(scene.figures):
        return tied
    after = scene.figures[place]
    free = after.of is None and after.role in {Role.RESULT, Role.SHARE}
    if not free or after.kind is not Kind.PERCENT or not after.value:
        return ()
    return (after,) if RESTATED_AS.search(scene.between(figure, after)) else ()


def is_pair(scene: Scene, figure: Figure) -> bool:
    """Tell whether *figure* is a part and its whole, and not "bằng 1/2 cả nước"."""
    if figure.total is None or figure.value is None:
        return False
    if IS_DAY.search(scene.before(figure)) and figure.value <= _DAYS:
        return figure.total > _MONTHS
    small = figure.value < figure.total < _FRACTIONS
    return not (small and FRACTION_OF.search(scene.before(figure)))


def is_times(figure: Figure) -> bool:
    """Tell whether *figure* counts how many times, not by how much."""
    return figure.measure.split()[:1] == ["lần"]


def changed(scene: Scene, by: Figure) -> Figure | None:
    """Give the figure that the change *by* is a change of.

    Beside a pair with its percentage ("7.491/8.292 (90,34 %, giảm 7,34 %)") it is the
    percentage that changed.
    """
    actual = scene.of(by)
    if actual is None or not actual.total or by.kind is not Kind.PERCENT:
        return actual
    percentages = shares(scene, actual)
    return percentages[0] if percentages else actual


def percent_beside(scene: Scene, by: Figure) -> Figure | None:
    """Give the percentage that restates the amount *by*, as in "bớt 165 vụ (46 %)"."""
    for after in scene.after_it(by, 1):
        restates = after.role is Role.CHANGE and after.value
        return after if restates and amount_beside(scene, after) is by else None
    return None


def amount_beside(scene: Scene, by: Figure) -> Figure | None:
    """Give the amount that the percentage *by* restates, as in "bớt 165 vụ (46 %)"."""
    place = scene.position[by.id]
    if by.kind is not Kind.PERCENT or place == 0:
        return None
    before = scene.figures[place - 1]
    together = before.role is Role.CHANGE and before.of == by.of
    if not together or before.kind is Kind.PERCENT or is_times(before):
        return None
    return before if before.value and len(scene.between(before, by)) < _BESIDE else None
