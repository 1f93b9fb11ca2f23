"""Bindings: the breakdown values without which an indicator cannot be meant."""

from collections.abc import Iterable, Sequence

from tongket.core.nouns.indicator import Indicator
from tongket.core.reading.suggestions.breakdowns import Breakdowns
from tongket.core.reading.suggestions.terms import Folding

# How a text that gives the value, says nothing, or gives another one, weighs.
_AGREES = 1080
_SILENT = 920
_CONTRADICTS = 560


class Bindings:
    """What every indicator is bound to: by what is fixed in it, and by its name."""

    def __init__(
        self,
        indicators: Sequence[Indicator],
        breakdowns: Breakdowns,
        *,
        folding: Folding,
        telling: Iterable[str],
    ) -> None:
        """Take the indicators; each one's values are gathered when first asked."""
        self._indicators = indicators
        self._by_code = {each.code: each for each in indicators}
        self._breakdowns = breakdowns
        self._folding = folding
        self._telling = tuple(telling)
        self._bound: dict[int, tuple[tuple[str, str], ...]] = {}

    def weigh(self, place: int, zones: Sequence[str], said: dict[str, str]) -> int:
        """Return how well a text's breakdown values agree, in thousandths.

        *said* remembers, for one text, the values already looked up.
        """
        if place not in self._bound:
            self._bound[place] = self._gather(self._indicators[place])
        worth = 1000
        for name, value in self._bound[place]:
            given = self._breakdowns.said(name, zones, said)
            if not given:
                worth = worth * _SILENT // 1000
            else:
                worth = worth * (_AGREES if given == value else _CONTRADICTS) // 1000
        return worth

    def _gather(self, indicator: Indicator) -> tuple[tuple[str, str], ...]:
        """Return the values fixed in an indicator, in its general ones, its name."""
        name = f" {' '.join(self._folding.terms(indicator.name_vi))} "
        bound = {
            dimension: value
            for dimension in self._telling
            if dimension not in indicator.breakdowns
            and (value := self._breakdowns.value(dimension, (name,)))
        }
        step: Indicator | None = indicator
        while step:
            bound = dict(step.fixed) | bound
            step = self._by_code.get(step.general or "")
        return tuple(bound.items())
