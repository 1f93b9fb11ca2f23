"""The rest of a pair that is told apart: 58/60 for, 1 against, 1 of another opinion."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tongket.core.checks.scene import Scene
from tongket.core.checks.values.interval import added, is_counted, nominal
from tongket.core.checks.values.notation import number
from tongket.core.checks.wording import OTHERWISE
from tongket.core.nouns.figure import Bound, Figure, Kind, Role

# How many figures after a pair the rest of it may be told.
_AHEAD = 6
_SENTENCES = 3
_FREE = frozenset((Role.RESULT, Role.PART))
# Smaller wholes are made up by chance.
_TELLING = 4


def rests(scene: Scene) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """Give the second number of each pair whose rest the sentence tells, and its parts.

    Something among the parts is worded as what the first number is not.
    """
    for pair in scene.figures:
        if pair.total is None or not is_counted(pair) or pair.total < _TELLING:
            continue
        whole = _number_of(pair, pair.total)
        parts = [_number_of(pair, nominal(pair))]
        for figure in scene.after_it(pair, _AHEAD):
            part = _rest(scene, pair, figure)
            if part is None:
                continue
            parts.append(part)
            if added(parts) >= pair.total:
                break
        told = any(_is_otherwise(scene, part) for part in parts[1:])
        if told and added(parts) == pair.total:
            yield whole, tuple(parts)


def _rest(scene: Scene, pair: Figure, figure: Figure) -> Figure | None:
    """Give what *figure* counts of the rest: by itself, or as the same pair's other."""
    away = scene.sentence(figure) - scene.sentence(pair)
    if figure.total == pair.total and away <= _SENTENCES and is_counted(figure):
        return _number_of(figure, nominal(figure))
    plain = figure.kind is Kind.COUNT and figure.bound is Bound.EXACT
    free = figure.total is None and figure.role in _FREE and is_counted(figure)
    return figure if away == 0 and plain and free else None


def _is_otherwise(scene: Scene, figure: Figure) -> bool:
    around = (scene.before(figure, 30), scene.after(figure, 30))
    return any(OTHERWISE.search(words) for words in around)


def _number_of(pair: Figure, value: Decimal) -> Figure:
    """Give one number of a pair as a figure, in the place of the pair."""
    return replace(pair, value=value, total=None, text=number(value))
