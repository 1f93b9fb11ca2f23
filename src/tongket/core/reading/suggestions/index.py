"""The index: in which words each indicator is spoken of, and how telling they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tongket.core.nouns.indicator import Indicator
from tongket.core.reading.suggestions.context import Context
from tongket.core.reading.suggestions.terms import GAP, Folding
from tongket.core.reading.suggestions.vocabulary import Vocabulary

# A term that more indicators share finds no candidates; it still weighs in.
_COMMON = 60
_CANDIDATES = 12
_PLACES = 4096
# A word of the text that no indicator knows weighs as much as a fairly common one.
_UNKNOWN = 10
# A word that many sorts of things are counted in tells little, however rare it is.
_FAINT = 8
_PAIR = 5
# Few words of its own leave open what a figure is about: so much weight is missing.
_DOUBT = 20
_MEASURE = 6


@dataclass(frozen=True, slots=True)
class Wordings:
    """The wordings of one indicator: which of them each term stands in.

    `holders` gives, under a term, the numbers of the wordings that have it; `masses`
    the sum of weights of each wording; `names` the terms that are a wording alone.
    """

    holders: dict[str, tuple[int, ...]]
    masses: tuple[int, ...]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an indicator, in thousandths.

    `covered` is how much of its best wording the text holds, `explained` how much of
    the figure's own words the indicator knows, `mass` the weight of what was found,
    `wording` the number of that wording.
    """

    covered: int
    explained: int
    mass: int
    wording: int


@dataclass(frozen=True, slots=True)
class Heard:
    """A context as the index hears it: what each known term near the figure is worth.

    `own` are the telling words of the figure itself, with their weights, `measure`
    those of its measure.
    """

    worths: dict[str, int]
    own: list[tuple[str, int]]
    measure: list[tuple[str, int]]


class Index:
    """The wordings of all indicators, found by their terms."""

    def __init__(
        self,
        indicators: Sequence[Indicator],
        vocabulary: Vocabulary,
        folding: Folding,
    ) -> None:
        """Weigh every term by how few indicators use it."""
        self._stop = _terms(vocabulary.stop_words, folding)
        faint = self._stop | _terms(vocabulary.counting_words, folding)
        self._ways = [
            [
                self._telling(folding.terms(wording))
                for wording in (each.name_vi, *each.aliases)
            ]
            for each in indicators
        ]
        holders: dict[str, list[int]] = {}
        for place, ways in enumerate(self._ways):
            for term in {term for way in ways for term in way}:
                holders.setdefault(term, []).append(place)
        size = len(indicators)
        self._weights = {
            term: self._worth(term, _weight(size, len(places)), faint)
            for term, places in holders.items()
        }
        self._holders = holders
        self._narrowed: dict[frozenset[int], dict[str, tuple[int, ...]]] = {}
        self._wordings: dict[int, Wordings] = {}

    def _worth(self, term: str, weight: int, faint: frozenset[str]) -> int:
        """Return the weight of a term, less where it tells little of its own."""
        parts = term.split()
        if faint.issuperset(parts):
            return min(weight, _FAINT)
        if len(parts) > 1 and self._stop.isdisjoint(parts):
            # Its words count by themselves; that they are neighbours is an extra.
            return weight * _PAIR // 10
        return weight

    def hear(self, context: Context) -> Heard:
        """Weigh the words of a context, and those of the figure itself apart."""
        weights = self._weights
        near = context.weights
        return Heard(
            worths={
                term: near[term] * weights[term] for term in near if term in weights
            },
            own=self._weighed(context.own),
            measure=self._weighed(context.measure),
        )

    def _weighed(self, terms: Iterable[str]) -> list[tuple[str, int]]:
        weights = self._weights
        return [
            (term, weights.get(term, _UNKNOWN))
            for term in terms
            if term and term not in self._stop and not term.isdigit()
        ]

    def candidates(self, heard: Heard, among: frozenset[int]) -> list[int]:
        """Return the places most spoken of, and those that the figure's words name.

        All are *among* those that can be meant.
        """
        spoken: dict[int, int] = {}
        finders = self._narrowed.setdefault(among, {})
        for term, worth in heard.worths.items():
            if term not in finders:
                finders[term] = self._finders(term, among)
            for place in finders[term]:
                spoken[place] = spoken.get(place, 0) + worth
        # One whole number holds score and place, so that sorting needs no key.
        ranked = sorted([worth * _PLACES - place for place, worth in spoken.items()])
        best = [-value % _PLACES for value in reversed(ranked[-_CANDIDATES:])]
        named = [
            place
            for term, _ in heard.own
            for place in finders.get(term, ())
            if term in self._of(place).names
        ]
        return list(dict.fromkeys(best + named))

    def _finders(self, term: str, among: frozenset[int]) -> tuple[int, ...]:
        """Return whom a term finds among some places.

        A common term finds only those that it names by itself.
        """
        kept = tuple(place for place in self._holders[term] if place in among)
        if len(kept) <= _COMMON:
            return kept
        return tuple(place for place in kept if term in self._of(place).names)

    def evidence(self, place: int, heard: Heard) -> Evidence:
        """Return the best that was heard for the indicator at a place."""
        worths = heard.worths
        wordings = self._of(place)
        holders = wordings.holders
        found = [0] * len(wordings.masses)
        for term in worths.keys() & holders.keys():
            near = worths[term]
            for wording in holders[term]:
                found[wording] += near
        best = best_mass = worth = 0
        masses = wordings.masses
        for wording, mass in enumerate(found):
            # A long wording half found says as much as a short one found whole.
            if mass and (says := mass * mass // masses[wording]) > worth:
                best, best_mass, worth = wording, mass, says
        covered = min(100 * best_mass // masses[best], 1000)
        # A telling measure ("giải pháp hữu ích") stands for a subject of many words.
        explained = max(
            _explained(wordings, heard.own),
            _explained(wordings, heard.measure) * _MEASURE // 10,
        )
        return Evidence(covered, explained, mass=best_mass, wording=best)

    def spoken(self, place: int, evidence: Evidence, terms: Iterable[str]) -> list[str]:
        """Return those of the terms that the evidence rests on, in their order."""
        holders = self._of(place).holders
        wording = evidence.wording
        return [term for term in terms if term in holders and wording in holders[term]]

    def _of(self, place: int) -> Wordings:
        """Return the wordings of the indicator at a place, gathered when asked."""
        if place not in self._wordings:
            self._wordings[place] = self._gather(self._ways[place])
        return self._wordings[place]

    def _gather(self, ways: Iterable[Sequence[str]]) -> Wordings:
        holders: dict[str, tuple[int, ...]] = {}
        masses: list[int] = []
        for way in filter(None, ways):
            for term in way:
                holders[term] = (*holders.get(term, ()), len(masses))
            masses.append(sum(self._weights[term] for term in way))
        names = frozenset(way[0] for way in ways if len(way) == 1)
        return Wordings(holders, tuple(masses), names)

    def _telling(self, terms: Sequence[str]) -> tuple[str, ...]:
        """Return the features of a wording that tell it from others."""
        stop = self._stop
        found: dict[str, None] = {}
        last = GAP
        for term in terms:
            if term and term not in stop:
                found[term] = None
            if term and last and not (term in stop and last in stop):
                found[f"{last} {term}"] = None
            last = term
        return tuple(found)


def _explained(wordings: Wordings, own: Sequence[tuple[str, int]]) -> int:
    """Return how much of the figure's own words the indicator knows."""
    holders = wordings.holders
    whole = told = 0
    for term, weight in own:
        whole += weight
        if term in holders:
            told += weight
    return 1000 * told // (whole + _DOUBT)


def _terms(words: Iterable[str], folding: Folding) -> frozenset[str]:
    return frozenset(term for word in words for term in folding.terms(word))


def _weight(size: int, holders: int) -> int:
    """Return about four times the binary logarithm of how rare a term is."""
    return (size**4 // holders**4).bit_length()
