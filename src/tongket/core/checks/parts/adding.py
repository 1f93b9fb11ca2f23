"""Figures that add up although no list words them as parts.

"Phát hiện 7 cơ sở vi phạm, xử phạt 5 cơ sở, nhắc nhở 2 cơ sở": nothing says that the
five and the two are all of the seven, but they are told of them and add up. Such a
claim is only ever found where it holds, and so accuses nobody.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from tongket.core.checks.parts.lines import FREE, in_lines
from tongket.core.checks.parts.listing import by_any_name, opens_bracket
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_same
from tongket.core.checks.values.interval import added, is_counted, nominal
from tongket.core.checks.wording import (
    COMPARED,
    LEFT_AFTER,
    LEFT_BEFORE,
    RUNNING,
    TOTAL_OF,
)
from tongket.core.nouns.figure import Bound, Figure, Kind

# How many figures after a whole its parts may stand.
_AHEAD = 8
# A smaller number of things may be made up by chance in the sentence after it.
_TELLING = 20
# More numbers than these add up by chance.
_MOST = 4
# How many characters before a whole the bracket it stands in may open.
_LEAD = 160
# How many figures before a remainder the whole and the other part may stand.
_BACK = 14
# How many figures before a total those that it adds up may stand.
_LINES = 24
_SENTENCES = 5
# Rows of tables are added up by their own rule.
_CELL = re.compile(r"[\t|]\s*$")


def adding_up(scene: Scene, whole: Figure) -> Iterator[tuple[Figure, ...]]:
    """Give the lists of figures around *whole* that add up to it exactly."""
    if not _is_plain(whole) or not whole.value:
        return
    for find in (_told_on, _totalled, _in_lines, _by_any_name):
        parts = find(scene, whole)
        if parts:
            yield parts


def remainders(scene: Scene) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """Give each whole whose remainder is told apart, with its two parts.

    "Tiếp nhận 126 hồ sơ, đã giải quyết 121 hồ sơ; đang giải quyết 5 hồ sơ."
    """
    for left in scene.figures:
        if not _is_plain(left) or not left.value or not _is_left(scene, left):
            continue
        like = _like_before(scene, left)
        for place, done in enumerate(like):
            wholes = (*like[place + 1 :], *_like_after(scene, left))
            whole = _first(wholes, nominal(done) + left.value)
            if whole is not None and done.value:
                yield whole, (done, left)
                break


def _is_left(scene: Scene, figure: Figure) -> bool:
    before = LEFT_BEFORE.search(scene.before(figure))
    return bool(before or LEFT_AFTER.match(scene.after(figure)))


def _first(figures: Sequence[Figure], value: Decimal) -> Figure | None:
    return next((one for one in figures if one.value == value), None)


def _told_on(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the counts that the sentence tells on, until they add up to *whole*."""
    parts: list[Figure] = []
    # Whatever a bracket lists stands beside the others, and is no whole of them.
    lead = scene.text[max(0, whole.span.start - _LEAD) : whole.span.start]
    is_inside = opens_bracket(lead)
    for figure in scene.after_it(whole, _AHEAD):
        away = scene.sentence(figure) - scene.sentence(parts[0] if parts else whole)
        if away > (0 if parts or nominal(whole) < _TELLING else 1):
            break
        if is_inside and ")" not in scene.between(whole, figure):
            break
        if not are_same(whole, figure):
            continue
        beside = figure.of is not None and figure.of == whole.of
        compared = COMPARED.search(scene.before(figure)) is not None
        if beside or compared or not _is_plain(figure) or not figure.value:
            break
        parts.append(figure)
        if len(parts) > _MOST:
            return ()
        if added(parts) >= nominal(whole):
            break
    return tuple(parts) if added(parts) == whole.value and len(parts) > 1 else ()


def _totalled(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the figures before a total that are told by one label, or in one run."""
    before = scene.before(whole, 40)
    if not TOTAL_OF.search(before) or _CELL.search(before) or RUNNING.search(before):
        return ()
    like = [
        figure
        for figure in scene.before_it(whole, _LINES)
        if are_same(whole, figure) and _is_plain(figure) and figure.value
    ]
    by_label = sorted(like, key=lambda figure: _label(scene, figure))
    groups = [
        tuple(group)
        for label, group in groupby(by_label, lambda figure: _label(scene, figure))
        if label
    ]
    runs = [tuple(like[:length]) for length in range(2, len(like) + 1)]
    for parts in (*groups, *runs):
        exactly = added(parts) == whole.value
        if exactly and len(parts) > 1:
            return tuple(sorted(parts, key=lambda part: part.span))
    return ()


def _in_lines(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    parts = in_lines(scene, whole)
    return parts if parts and added(parts) == whole.value else ()


def _by_any_name(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    parts = by_any_name(scene, whole)
    return parts if len(parts) > 1 and added(parts) == whole.value else ()


def _label(scene: Scene, figure: Figure) -> str:
    return " ".join(scene.before(figure).split()[-2:])


def _like_before(scene: Scene, figure: Figure) -> list[Figure]:
    return [
        one
        for one in scene.before_it(figure, _BACK)
        if are_same(figure, one)
        and _is_plain(one)
        and scene.sentence(figure) - scene.sentence(one) <= _SENTENCES
    ]


def _like_after(scene: Scene, figure: Figure) -> list[Figure]:
    return [
        one
        for one in scene.after_it(figure, 1)
        if are_same(figure, one)
        and scene.sentence(figure) == scene.sentence(one)
        and TOTAL_OF.search(scene.before(one))
    ]


def _is_plain(figure: Figure) -> bool:
    """Tell whether *figure* can be added exactly."""
    exact = figure.bound is Bound.EXACT and figure.total is None
    amount = figure.kind in {Kind.MONEY, Kind.MEASURE}
    return exact and figure.role in FREE and (amount or is_counted(figure))
