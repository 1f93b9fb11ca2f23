"""The index: in which words each indicator is spoken of, and how telling they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tongket.core.nouns.indicator import Indicator
from tongket.core.reading.suggestions.context import Context, features
from tongket.core.reading.suggestions.terms import GAP, Folding

# A term of more indicators than this finds no candidates; it still weighs in.
_COMMON = 40
_CANDIDATES = 12
# A word of the text that no indicator knows weighs as much as a fairly common one.
_UNKNOWN = 10


@dataclass(frozen=True, slots=True)
class Way:
    """One wording of an indicator: its terms with their weights, and their sum."""

    terms: tuple[tuple[str, int], ...]
    mass: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an indicator, in thousandths, and by which terms.

    `covered` is how much of the wording the text holds, `explained` how much of the
    figure's own words the indicator knows, `mass` the weight of what was found.
    """

    covered: int
    explained: int
    mass: int
    terms: tuple[str, ...]


class Index:
    """The wordings of all indicators, found by their terms."""

    def __init__(
        self,
        indicators: Sequence[Indicator],
        folding: Folding,
        stop_words: Iterable[str],
    ) -> None:
        """Weigh every term by how few indicators use it."""
        self._stop = frozenset(
            term for word in stop_words for term in folding.terms(word)
        )
        wordings = [
            [
                self._telling(folding.terms(wording))
                for wording in (each.name_vi, *each.aliases)
            ]
            for each in indicators
        ]
        holders: dict[str, list[int]] = {}
        for place, ways in enumerate(wordings):
            for term in dict.fromkeys(term for way in ways for term in way):
                holders.setdefault(term, []).append(place)
        size = len(indicators)
        self._weights = {
            term: _weight(size, len(places)) for term, places in holders.items()
        }
        self._holders = {
            term: tuple(places)
            for term, places in holders.items()
            if len(places) <= _COMMON
        }
        self._ways = [[self._way(way) for way in ways if way] for ways in wordings]
        self._known = [frozenset(t for way in ways for t in way) for ways in wordings]

    def candidates(self, context: Context) -> list[int]:
        """Return the places of the indicators most spoken of, best first."""
        spoken: dict[int, int] = {}
        weights = self._weights
        holders = self._holders
        for term, near in context.weights.items():
            if term in holders:
                worth = near * weights[term]
                for place in holders[term]:
                    spoken[place] = spoken.get(place, 0) + worth
        return sorted(spoken, key=lambda place: (-spoken[place], place))[:_CANDIDATES]

    def evidence(self, place: int, context: Context) -> Evidence:
        """Return the best that the context says for the indicator at a place."""
        near = context.weights
        best, best_mass = 0, 0
        found: tuple[tuple[str, int], ...] = ()
        for way in self._ways[place]:
            mass = 0
            for term, weight in way.terms:
                if term in near:
                    mass += near[term] * weight
            covered = 100 * mass // way.mass
            # A long wording half found says as much as a short one found whole.
            if covered * mass > best * best_mass:
                best, best_mass, found = covered, mass, way.terms
        return Evidence(
            covered=best,
            explained=self._explained(place, context.own),
            mass=best_mass,
            terms=tuple(term for term, _ in found if term in near),
        )

    def _explained(self, place: int, own: Iterable[str]) -> int:
        """Return how much of the figure's own words the indicator knows."""
        known = self._known[place]
        whole = told = 0
        for term in own:
            if term == GAP or term in self._stop:
                continue
            weight = self._weights.get(term, _UNKNOWN)
            whole += weight
            if term in known:
                told += weight
        return 1000 * told // whole if whole else 0

    def _way(self, terms: Iterable[str]) -> Way:
        weighed = tuple((term, self._weights[term]) for term in terms)
        return Way(weighed, sum(weight for _, weight in weighed))

    def _telling(self, terms: Sequence[str]) -> tuple[str, ...]:
        """Return the features of a wording that tell it from others."""
        return tuple(
            dict.fromkeys(
                feature
                for feature in features(tuple(terms))
                if not self._stop.issuperset(feature.split())
            )
        )


def _weight(size: int, holders: int) -> int:
    """Return about four times the binary logarithm of how rare a term is."""
    return (size**4 // holders**4).bit_length()
