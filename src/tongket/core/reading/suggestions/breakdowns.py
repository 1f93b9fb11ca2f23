"""Breakdowns: the level, grade, field or year that a text gives with a figure."""

import re
from collections.abc import Iterable, Mapping, Sequence

from tongket.core.nouns.figure import Figure
from tongket.core.nouns.indicator import Dimension, Indicator
from tongket.core.reading.suggestions.terms import Folding

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEARLY = "năm"
_NOTHING = r"(?!)"
_Reader = tuple[re.Pattern[str], dict[str, str]]


class Breakdowns:
    """The reading of breakdown values by the spellings of each dimension."""

    def __init__(self, dimensions: Mapping[str, Dimension], folding: Folding) -> None:
        """Take the dimensions under their names; each is prepared when first asked."""
        self._dimensions = dimensions
        self._folding = folding
        self._readers: dict[str, _Reader] = {}
        self._inherent: dict[tuple[str, str], set[str]] = {}

    def of(
        self,
        figure: Figure,
        indicator: Indicator,
        zones: Sequence[str],
        *,
        owner: Mapping[str, str],
        said: dict[str, str],
    ) -> tuple[tuple[str, str], ...]:
        """Return the breakdown values that the zones give, nearest zone first.

        A zone is the terms of a stretch of text between blanks; *owner* holds the
        values of the figure that this one is a part or comparison of, *said* those
        already looked up. A value that the indicator's name holds is no breakdown of
        it, and one word gives one value.
        """
        found: dict[str, str] = {}
        for name in indicator.breakdowns:
            value = _year(figure) if name == _YEARLY else self.said(name, zones, said)
            if self._is_inherent(name, value, indicator):
                continue
            value = value or owner.get(name, "")
            if value and value not in found.values():
                found[name] = value
        return tuple(found.items())

    def _is_inherent(self, name: str, value: str, indicator: Indicator) -> bool:
        """Tell whether the indicator's name holds this value and no other.

        A dimension that lists its values ("đề nghị/được tặng") is never inherent.
        """
        if not value or "/" in name:
            return False
        key = (indicator.code, name)
        if key not in self._inherent:
            title = f" {' '.join(self._folding.terms(indicator.name_vi))} "
            values = self._reader(name)[1]
            self._inherent[key] = {
                values[spelling] for spelling in values if f" {spelling} " in title
            }
        return self._inherent[key] == {value}

    def said(self, name: str, zones: Iterable[str], said: dict[str, str]) -> str:
        """Return the value of a dimension in the zones, looked up once."""
        if name not in said:
            said[name] = self.value(name, zones)
        return said[name]

    def value(self, name: str, zones: Iterable[str]) -> str:
        """Return the value of a dimension in the nearest zone that has one, or ""."""
        pattern, values = self._reader(name)
        for zone in zones:
            if match := pattern.search(zone):
                return values[match[0][1:-1]]
        return ""

    def _reader(self, name: str) -> _Reader:
        if name not in self._readers:
            self._readers[name] = _reader(self._dimensions.get(name), self._folding)
        return self._readers[name]


def _reader(dimension: Dimension | None, folding: Folding) -> _Reader:
    """Return the pattern of a dimension's spellings, and the value of each."""
    values = {
        " ".join(folding.terms(spelling)): value
        for value, spellings in (dimension.values if dimension else ())
        for spelling in spellings
    }
    longest_first = sorted(values, key=len, reverse=True)
    either = "|".join(map(re.escape, longest_first)) or _NOTHING
    return re.compile(f" (?:{either}) "), values


def _year(figure: Figure) -> str:
    """Return the year that a figure is tied to, by its period or its own words."""
    if figure.period and _YEAR.fullmatch(figure.period):
        return figure.period
    years = _YEAR.findall(figure.subject)
    return years[0] if len(years) == 1 else ""
