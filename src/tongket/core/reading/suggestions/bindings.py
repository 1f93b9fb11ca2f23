"""Bindings: the breakdown values without which an indicator cannot be meant."""

from collections.abc import Iterable, Sequence

from tongket.core.nouns.indicator import Indicator
from tongket.core.reading.suggestions.breakdowns import Breakdowns

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
        telling: Iterable[str],
    ) -> None:
        """Gather the values fixed in each indicator and in its general ones."""
        self._breakdowns = breakdowns
        by_code = {each.code: each for each in indicators}
        self._bound: list[tuple[tuple[str, str], ...]] = []
        for indicator in indicators:
            bound = {
                name: value
                for name in telling
                if name not in indicator.breakdowns
                and (value := breakdowns.named(name, indicator.name_vi))
            }
            step: Indicator | None = indicator
            while step:
                bound = dict(step.fixed) | bound
                step = by_code.get(step.general or "")
            self._bound.append(tuple(bound.items()))

    def weigh(self, place: int, zones: Sequence[str], said: dict[str, str]) -> int:
        """Return how well a text's breakdown values agree, in thousandths.

        *said* remembers, for one text, the values already looked up.
        """
        worth = 1000
        for name, value in self._bound[place]:
            given = self._breakdowns.said(name, zones, said)
            if not given:
                worth = worth * _SILENT // 1000
            else:
                worth = worth * (_AGREES if given == value else _CONTRADICTS) // 1000
        return worth
