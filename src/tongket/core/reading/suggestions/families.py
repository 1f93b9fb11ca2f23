"""Families of measures: whether a figure can be a value of an indicator at all."""

import re

from tongket.core.nouns.figure import Figure, Kind, Role
from tongket.core.reading.suggestions.terms import Folding
from tongket.core.reading.suggestions.vocabulary import Vocabulary

# How well a figure's measure goes with an indicator's, in thousandths.
SAME = 1000
RANKED = 920
PAIR = 800
UNTOLD = 850
OTHER_THINGS = 640
SELDOM = 450
NEVER = 0

# Families that leave no room for another measure.
_EXACT = frozenset(
    (
        *("percent", "money", "rank", "score", "days", "months"),
        *("mass", "length", "area", "volume", "yield", "place", "scope"),
    )
)
_RATE = "rate"
_SCALE = re.compile(r"^(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+")
_COMPARISONS = frozenset((Role.CHANGE, Role.GAP, Role.SHARE))
_BY_KIND = {
    Kind.PERCENT: frozenset(("percent",)),
    Kind.MONEY: frozenset(("money",)),
    Kind.RANK: frozenset(("rank",)),
}


class Families:
    """The families of measures, found by the longest spelling a measure begins with."""

    def __init__(self, vocabulary: Vocabulary, folding: Folding) -> None:
        """Take the spellings of every family."""
        self._folding = folding
        self._known: dict[str, frozenset[str]] = {}
        self._spellings: dict[tuple[str, ...], set[str]] = {}
        for family, spellings in vocabulary.families.items():
            for spelling in spellings:
                words = tuple(folding.terms(spelling))
                self._spellings.setdefault(words, set()).add(family)
        self._per = frozenset(
            term for word in vocabulary.per_words for term in folding.terms(word)
        )
        self._longest = max(map(len, self._spellings), default=0)

    def of(self, measure: str) -> frozenset[str]:
        """Return the families of a measure; empty when none is known.

        A rate ("người/vạn dân") is a family of its own.
        """
        if measure not in self._known:
            self._known[measure] = self._find(measure)
        return self._known[measure]

    def of_figure(self, figure: Figure) -> frozenset[str]:
        """Return the families of a figure, by its kind where that says all."""
        if figure.kind is Kind.MONEY and "/" in figure.measure:
            # "triệu đồng/tháng" is an income, no sum.
            return self.of(figure.measure)
        return _BY_KIND.get(figure.kind) or self.of(figure.measure)

    def _find(self, measure: str) -> frozenset[str]:
        if "/" not in measure:
            return self._named(measure, shortest=1)
        if whole := self._named(measure, shortest=len(self._folding.terms(measure))):
            return whole
        # "đề tài/dự án" is one thing or the other, "người/vạn dân" a rate.
        parts = measure.split("/")
        last = self._folding.terms(parts[-1])
        if last and (last[0] in self._per or last[0].isdigit()):
            # The scale of "triệu đồng/tháng" is in the value that was read.
            return frozenset((f"{_RATE} {_SCALE.sub('', measure.casefold())}",))
        return self._named(parts[0], shortest=1)

    def _named(self, measure: str, *, shortest: int) -> frozenset[str]:
        """Return the families of the longest spelling that a measure begins with."""
        words = tuple(self._folding.terms(measure))
        for size in range(min(len(words), self._longest), shortest - 1, -1):
            if words[:size] in self._spellings:
                return frozenset(self._spellings[words[:size]])
        return frozenset()


def situation(figure: Figure) -> tuple[bool, bool]:
    """Return what, beside its measure, decides how a figure fits: role and pair."""
    return figure.role in _COMPARISONS, figure.total is not None


def fit(figure: Figure, has: frozenset[str], wants: frozenset[str]) -> int:
    """Return how well a figure of families *has* goes with an indicator's, of 1000."""
    if has & wants:
        return SAME
    if "percent" in has:
        return SELDOM if figure.role in _COMPARISONS else NEVER
    if "percent" in wants:
        return PAIR if figure.total is not None else NEVER
    if "rank" in has and "score" in wants:
        return RANKED
    if _is_exact(has) or _is_exact(wants):
        return SELDOM if "rank" in wants and figure.role in _COMPARISONS else NEVER
    return OTHER_THINGS if has and wants else UNTOLD


def _is_exact(families: frozenset[str]) -> bool:
    """Tell whether one of the families leaves no room for another."""
    return any(family in _EXACT or family.startswith(_RATE) for family in families)
