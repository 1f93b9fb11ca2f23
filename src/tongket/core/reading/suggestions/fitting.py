"""Fitting: how well a figure's measure goes with every indicator of a catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass

from tongket.core.nouns.figure import Figure
from tongket.core.nouns.indicator import Indicator
from tongket.core.reading.suggestions.families import (
    NEVER,
    SAME,
    Families,
    fit,
    situation,
)


@dataclass(frozen=True, slots=True)
class Fitting:
    """How well a measure of families *has* goes with each indicator's, of 1000.

    `among` are the places of the indicators that it goes with at all.
    """

    has: frozenset[str]
    worth: tuple[int, ...]
    among: frozenset[int]

    def is_value_of(self, place: int) -> bool:
        """Tell whether the same sort of thing is counted, or nothing else is told."""
        return not self.has or self.worth[place] == SAME


class Fittings:
    """The fittings of a catalogue, one for every sort of measure that occurs."""

    def __init__(self, indicators: Sequence[Indicator], families: Families) -> None:
        """Take the measures of the indicators."""
        self._families = families
        self._wants = [families.of(each.measure) for each in indicators]
        self._known: dict[tuple[frozenset[str], bool, bool], Fitting] = {}

    def of(self, figure: Figure) -> Fitting:
        """Return how a figure fits, by its measure, role and being a pair."""
        has = self._families.of_figure(figure)
        key = (has, *situation(figure))
        if key not in self._known:
            worth = tuple(fit(figure, has, wants) for wants in self._wants)
            among = frozenset(p for p, each in enumerate(worth) if each != NEVER)
            self._known[key] = Fitting(has, worth, among)
        return self._known[key]
