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
            name: tuple(_spellings(dimension, folding))
            for name, dimension in dimensions.items()
        }

    def of(
        self, figure: Figure, indicator: Indicator, zones: Sequence[str]
    ) -> tuple[tuple[str, str], ...]:
        """Return the breakdown values that the zones give, nearest zone first.

        A zone is the terms of a stretch of text between blanks. What makes the
        indicator a breakdown of a general one is no value of its own.
        """
        found: list[tuple[str, str]] = []
        for name in indicator.breakdowns:
            value = _year(figure) if name == _YEARLY else self.value(name, zones)
            if value:
                found.append((name, value))
        return tuple(found)

    def value(self, name: str, zones: Iterable[str]) -> str:
        """Return the value of a dimension in the nearest zone that has one, or ""."""
        spellings = self._values.get(name, ())
        for zone in zones:
            for spelling, value in spellings:
                if spelling in zone:
                    return value
        return ""

    def named(self, name: str, words: str) -> str:
        """Return the value of a dimension that an indicator's name holds, or ""."""
        return self.value(name, (f" {' '.join(self._folding.terms(words))} ",))


def _spellings(dimension: Dimension, folding: Folding) -> Iterable[tuple[str, str]]:
    """Return the spellings of a dimension's values, the longest first."""
    found = {
        f" {' '.join(folding.terms(spelling))} ": value
        for value, spellings in dimension.values
        for spelling in spellings
    }
    return sorted(found.items(), key=lambda each: -len(each[0]))


def _year(figure: Figure) -> str:
    """Return the year that a figure is tied to, by its period or its own words."""
    if figure.period and _YEAR.fullmatch(figure.period):
        return figure.period
    years = _YEAR.findall(figure.subject)
    return years[0] if len(years) == 1 else ""
