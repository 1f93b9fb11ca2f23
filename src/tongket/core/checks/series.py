"""A value among its own earlier values and the changes that a text gives of it."""

from tongket.core.checks.comparable import are_like, are_same
from tongket.core.checks.scene import Scene
from tongket.core.checks.wording import RESTATED_AS, YEAR
from tongket.core.nouns.figure import Figure, Kind, Role

# "bớt 165 vụ (45,96 %)": no more than a unit and a bracket stand in between.
_BESIDE = 30
# How many figures away from a value or its change its earlier value may stand.
_AROUND = 8


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


def earlier(scene: Scene, actual: Figure, by: Figure) -> Figure | None:
    """Give the earlier value of *actual* that stands nearest to the figure *by*.

    That is the value that the reading ties to it, or the second of two that a slash
    parts ("3.389/3.599 vụ, giảm 5,83 %").
    """
    for value in (*scene.near(by, _AROUND), *scene.near(actual, _AROUND)):
        is_tied = value.role is Role.PREVIOUS and value.of == actual.id
        if is_tied and value.value is not None and _is_like(scene, actual, value):
            return value
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
