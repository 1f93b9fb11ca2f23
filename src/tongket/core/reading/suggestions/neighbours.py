"""Neighbours: what a figure's indicator owes to the figures that it stands beside."""

import re
from collections.abc import Mapping, Sequence

from tongket.core.nouns.figure import Figure, Role
from tongket.core.nouns.indicator import Indicator
from tongket.core.reading.suggestions.fitting import Fitting

# What is said against the plan of a task that has no indicator, of 1000.
_AGAINST_PLAN = 420
# How near the figure before must stand, in letters, to be gone on with, and how much
# of its score a figure of the same measure keeps.
_FAR = 300
_CONTINUES = 560
# A paragraph seldom leaves its field of work.
_SAME_FIELD = 1060
# How much a figure of this role believes in the indicator of its owner.
_FOLLOWS = {
    Role.CHANGE: 1000,
    Role.GAP: 1000,
    Role.PREVIOUS: 1000,
    Role.CUMULATIVE: 700,
    Role.SHARE: 900,
    Role.PART: 700,
}
_CODE = re.compile(r"[A-Z][A-Z0-9]*-[0-9H][0-9.]*")


class Neighbours:
    """What owners and preceding figures say for the indicators of a catalogue."""

    def __init__(
        self, indicators: Sequence[Indicator], against_plan: Mapping[str, str]
    ) -> None:
        """Take the indicators; the numerator of a ratio leads to the ratio."""
        self._indicators = indicators
        self._places = {each.code: place for place, each in enumerate(indicators)}
        self._against_plan = {
            family: self._places[code]
            for family, code in against_plan.items()
            if code in self._places
        }
        self._ratios = {
            code: self._places[each.code]
            for each in indicators
            for code in _CODE.findall(each.formula)[:1]
        }

    def follow(
        self, figure: Figure, owner: Figure | None, *, fits: Fitting
    ) -> dict[int, int]:
        """Return what the figure that this one belongs to says, by place, of 1000.

        A figure against a plan with no owner belongs to a task of its own.
        """
        if owner is None:
            is_gap = figure.role is Role.GAP
            families = fits.has & self._against_plan.keys() if is_gap else ()
            return {self._against_plan[family]: _AGAINST_PLAN for family in families}
        if not owner.indicators or owner.indicators[0].code not in self._places:
            return {}
        first = owner.indicators[0]
        place = self._places[first.code]
        found: dict[int, int] = {}
        if figure.role is not Role.PART or fits.is_value_of(place):
            found[place] = int(first.score * _FOLLOWS.get(figure.role, 0))
        if figure.role is Role.SHARE and first.code in self._ratios:
            found[self._ratios[first.code]] = int(first.score * 1000)
        return found

    def go_on(
        self, figure: Figure, before: Figure | None, *, fits: Fitting
    ) -> tuple[str, dict[int, int]]:
        """Return the field that the figure before was of, and what it says.

        Only a near figure is gone on with, and its indicators only where the same
        thing is counted.
        """
        if before is None or figure.span.start - before.span.end > _FAR:
            return "", {}
        places = [
            (self._places[each.code], each.score)
            for each in before.indicators
            if each.code in self._places
        ]
        if not places:
            return "", {}
        found = {
            place: int(score * _CONTINUES)
            for place, score in places
            if figure.measure == before.measure and place in fits.among
        }
        return self._indicators[places[0][0]].field, found

    def in_field(self, place: int, field: str) -> int:
        """Return what an indicator is worth after a figure of a field, of 1000."""
        return _SAME_FIELD if self._indicators[place].field == field else 1000
