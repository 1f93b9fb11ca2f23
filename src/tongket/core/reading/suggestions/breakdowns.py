"""Breakdowns: the level, grade, field or year that a text gives with a figure."""

import re
from collections.abc import Iterable, Mapping, Sequence

from tongket.core.nouns.figure import Figure
from tongket.core.nouns.indicator import Dimension, Indicator
from tongket.core.reading.suggestions.terms import Folding

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEARLY = "năm"


class Breakdowns:
    """The reading of breakdown values by the spellings of each dimension."""

    def __init__(self, dimensions: Mapping[str, Dimension], folding: Folding) -> None:
        """Take the dimensions under their names and synonyms."""
        self._folding = folding
        self._values = {
            name: _spellings(dimension, folding)
            for name, dimension in dimensions.items()
        }
        self._patterns = {
            name: re.compile(f" (?:{'|'.join(map(re.escape, spellings))}) ")
            for name, spellings in self._values.items()
            if spellings
        }

    def of(
        self,
        figure: Figure,
        indicator: Indicator,
        zones: Sequence[str],
        *,
        said: dict[str, str],
    ) -> tuple[tuple[str, str], ...]:
        """Return the breakdown values that the zones give, nearest zone first.

        A zone is the terms of a stretch of text between blanks; *said* remembers the
        values looked up for one figure. What makes the indicator a breakdown of a
        general one is no value of its own.
        """
        found: list[tuple[str, str]] = []
        for name in indicator.breakdowns:
            value = _year(figure) if name == _YEARLY else self.said(name, zones, said)
            if value:
                found.append((name, value))
        return tuple(found)

    def said(self, name: str, zones: Iterable[str], said: dict[str, str]) -> str:
        """Return the value of a dimension in the zones, looked up once."""
        if name not in said:
            said[name] = self.value(name, zones)
        return said[name]

    def value(self, name: str, zones: Iterable[str]) -> str:
        """Return the value of a dimension in the nearest zone that has one, or ""."""
        pattern = self._patterns.get(name)
        if pattern:
            for zone in zones:
                if match := pattern.search(zone):
                    return self._values[name][match[0][1:-1]]
        return ""

    def named(self, name: str, words: str) -> str:
        """Return the value of a dimension that an indicator's name holds, or ""."""
        return self.value(name, (f" {' '.join(self._folding.terms(words))} ",))


def _spellings(dimension: Dimension, folding: Folding) -> dict[str, str]:
    """Return the value of each spelling of a dimension, the longest spelling first."""
    found = {
        " ".join(folding.terms(spelling)): value
        for value, spellings in dimension.values
        for spelling in spellings
    }
    return dict(sorted(found.items(), key=lambda each: -len(each[0])))


def _year(figure: Figure) -> str:
    """Return the year that a figure is tied to, by its period or its own words."""
    if figure.period and _YEAR.fullmatch(figure.period):
        return figure.period
    years = _YEAR.findall(figure.subject)
    return years[0] if len(years) == 1 else ""
