"""The wholes of which a percentage can be: those the words tie a part to, and others.

A whole may be a figure of its own or either number of a pair ("22/61 cơ sở": 6 of the
22, or of the 61).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from tongket.core.checks.comparing.compared import Base, base_of, first_of, second_of
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like
from tongket.core.checks.values.interval import shown
from tongket.core.checks.wording import OF_ANOTHER, SHARE_OF, WHOLE_AFTER
from tongket.core.nouns.figure import Bound, Figure, Role

# How many wholes of wholes are looked at.
_LEVELS = 4
# How many figures before a part its unnamed whole may stand, and one that is named.
_BACK, _FAR = 8, 16
# How many characters beside a figure may name it.
_NAMED = 60
_MARK = re.compile(r"[.;()\n]")
_PORTIONS = frozenset((Role.PART, Role.RESULT, Role.CUMULATIVE))


def worded(scene: Scene, part: Figure, share: Figure) -> list[Base]:
    """Give the wholes that the words tie *part* to, the nearest tie first."""
    wholes = [
        after
        for after in scene.after_it(share, 1)
        if after.id != part.id and WHOLE_AFTER.search(scene.between(share, after))
    ]
    below, above = part, scene.of(part)
    while above is not None and below.role in _PORTIONS and len(wholes) < _LEVELS:
        wholes.append(above)
        below, above = above, scene.of(above)
    return [
        base for whole in wholes if _can_hold(whole, part) for base in _bases(whole)
    ]


def named(scene: Scene, part: Figure, share: Figure) -> Iterator[Base]:
    """Give the wholes that "15,5 % số lao động tiên tiến" names, the nearest first."""
    name = SHARE_OF.match(scene.behind(share, _NAMED))
    if name is None:
        return
    for before in scene.before_it(part, _FAR):
        around = (scene.before(before, _NAMED), scene.after(before, _NAMED))
        said = (_MARK.split(around[0])[-1], _MARK.split(around[1])[0])
        if before.value and any(name["words"] in words for words in said):
            yield from _bases(before)


def is_of_another(scene: Scene, share: Figure, whole: Base) -> bool:
    """Tell whether "1,05 % tổng chi ngân sách" names another whole than *whole*."""
    name = OF_ANOTHER.match(scene.behind(share, _NAMED))
    if name is None or whole.figure is None:
        return False
    said = f"{scene.before(whole.figure, _NAMED)} {whole.figure.measure} " + (
        scene.after(whole.figure, _NAMED)
    )
    return not any(word in said for word in name["words"].split())


def guessed(scene: Scene, part: Figure) -> Iterator[Base]:
    """Give the figures before *part* that may hold it, the nearest first."""
    for before in scene.before_it(part, _BACK):
        plain = before.bound is Bound.EXACT and before.role in _PORTIONS
        if plain and _can_hold(before, part):
            yield from _bases(before)


def _bases(whole: Figure) -> Iterator[Base]:
    if whole.total is None:
        yield base_of(whole)
        return
    yield first_of(whole)
    second = second_of(whole)
    if second is not None:
        yield replace(second, figure=whole)


def _can_hold(whole: Figure, part: Figure) -> bool:
    if not whole.value or not are_like(whole, part) or shown(whole).low <= 0:
        return False
    return shown(part).low <= max(shown(whole).high, whole.total or 0)
