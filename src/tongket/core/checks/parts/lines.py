"""Lists set line by line: a whole, a colon, and labelled numbers on the lines below."""

from collections.abc import Sequence

from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like, are_same
from tongket.core.checks.wording import AMONG, ANNOUNCES, BULLET, ELIDED
from tongket.core.nouns.figure import Figure, Kind, Role

# How many figures after a whole the lines of its list may hold.
_LINES = 24
# What a figure may be that is a part of another.
FREE = frozenset((Role.RESULT, Role.PART))


def is_free(figure: Figure, *whole_and_parts: Figure) -> bool:
    """Tell whether *figure* is a plain value that belongs to nothing else.

    A reading may tie one part to another with which it happens to add up.
    """
    mine = figure.of is None or figure.of in {one.id for one in whole_and_parts}
    single = figure.total is None and figure.value_max is None
    return mine and figure.role in FREE and single


def by_line(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the figures that lead the lines under a heading or colon after *whole*.

    Under a heading each line needs a label of its own ("Đợt một: 61 cơ sở"). None where
    a line holds further parts, so that the first alone are not all.
    """
    parts, beside = _on_lines(scene, whole)
    return () if beside else tuple(parts)


def in_lines(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give all parts on the lines after *whole*: "Nông nghiệp: 15 đề tài, 1 dự án"."""
    parts, beside = _on_lines(scene, whole)
    if not beside:
        return ()
    return tuple(sorted((*parts, *beside), key=lambda part: part.span))


def _on_lines(scene: Scene, whole: Figure) -> tuple[Sequence[Figure], Sequence[Figure]]:
    """Give the figures that lead the lines after *whole*, and those beside them."""
    followers = scene.after_it(whole, _LINES)
    rest = scene.rest_of_line(whole).rstrip().lower()
    is_announced = rest.endswith(":") or ANNOUNCES.search(rest) is not None
    is_heading = scene.leads_its_line(whole) and any(
        scene.leads_its_line(after) for after in followers[:1]
    )
    leads: list[Figure] = []
    beside: list[Figure] = []
    if not (is_announced or is_heading):
        return leads, beside
    for figure in followers:
        if not scene.leads_its_line(figure):
            if leads and _is_beside(scene, leads[-1], figure):
                beside.append(figure)
            continue
        label = scene.before(figure).rpartition("\n")[2]
        is_led = ":" in label or (is_announced and BULLET.match(label))
        free = is_free(figure, whole, *leads)
        if not is_led or not free or not _counts_as(scene, whole, figure):
            break
        leads.append(figure)
    return leads, beside


def _is_beside(scene: Scene, lead: Figure, figure: Figure) -> bool:
    """Tell whether *figure* is told beside the first of its line, and not within it."""
    words = scene.between(lead, figure)
    within = "(" in words or AMONG.search(words) is not None
    return not within and are_like(lead, figure) and is_free(figure)


def _counts_as(scene: Scene, whole: Figure, figure: Figure) -> bool:
    """Tell whether *figure* is in the measure of *whole*, or names none of its own."""
    if are_same(whole, figure):
        return True
    counted = whole.kind is Kind.COUNT and figure.kind is Kind.COUNT
    return counted and (
        are_like(whole, figure) or ELIDED.match(scene.after(figure)) is not None
    )
