"""Suggesting the indicators of a figure, best first, or none when none fits."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from decimal import Decimal
from math import isqrt

from tongket.core.nouns.figure import Figure, Role
from tongket.core.nouns.indicator import Aggregation, Indicator, Suggestion
from tongket.core.nouns.reading import Reading
from tongket.core.reading.suggestions.bindings import Bindings
from tongket.core.reading.suggestions.breakdowns import Breakdowns
from tongket.core.reading.suggestions.confirmation import Confirmation
from tongket.core.reading.suggestions.context import Context, Surroundings
from tongket.core.reading.suggestions.families import Families
from tongket.core.reading.suggestions.fitting import Fitting, Fittings
from tongket.core.reading.suggestions.headings import Headings
from tongket.core.reading.suggestions.index import Evidence, Index
from tongket.core.reading.suggestions.memory import Memory
from tongket.core.reading.suggestions.neighbours import Neighbours
from tongket.core.reading.suggestions.terms import Folding
from tongket.core.reading.suggestions.vocabulary import Vocabulary

MOST = 5
# No indicator is suggested when the best scores less than this, of 1000; beside a good
# one, others are worth showing from this on.
_ENOUGH = 280
_SHOWN = 140
# The weight of evidence at which half of its worth is believed.
_HALF = 120
# An indicator that reports have no words for is seldom meant.
_WORDLESS = 850
# So alike, of 1000, are words that were confirmed to be outside the catalogue.
_SURE = 900
# The heading over a figure mostly names its field of work.
_ANNOUNCED = 1060
# A bare size or scope ("cả 2 cấp") seldom has an indicator.
_OPTIONAL = 850
# A running total is sooner the value of a stock than of a flow.
_STOCK_AS_TOTAL = 1200
_THOUSANDTH = Decimal("0.001")


class Suggester:
    """The suggestion of indicators, built once over a catalogue.

    It learns from a department's own confirmations, and from nothing else.
    """

    def __init__(
        self,
        indicators: Sequence[Indicator],
        vocabulary: Vocabulary,
        confirmations: Iterable[Confirmation] = (),
    ) -> None:
        """Index the indicators' names and aliases."""
        folding = Folding(vocabulary.concepts)
        self._indicators = tuple(indicators)
        self._fittings = Fittings(indicators, Families(vocabulary, folding))
        self._index = Index(indicators, vocabulary, folding)
        self._surroundings = Surroundings(folding)
        self._breakdowns = Breakdowns(vocabulary.dimensions, folding)
        self._bindings = Bindings(
            self._indicators,
            self._breakdowns,
            folding=folding,
            telling=vocabulary.telling,
        )
        self._folding = folding
        self._memory = Memory(confirmations, folding)
        self._headings = Headings(vocabulary.field_cues, folding)
        self._role_words = vocabulary.role_words
        self._places = {each.code: place for place, each in enumerate(indicators)}
        self._neighbours = Neighbours(self._indicators, vocabulary.against_plan)

    def learning(self, confirmations: Iterable[Confirmation]) -> "Suggester":
        """Return a suggester of the same catalogue with other confirmations.

        It shares the index, so that every department can have its own at no cost.
        """
        learnt = copy(self)
        learnt._memory = Memory(confirmations, self._folding)  # noqa: SLF001 - a copy
        return learnt

    def suggest(
        self,
        figure: Figure,
        text: str,
        *,
        owner: Figure | None = None,
        before: Figure | None = None,
    ) -> tuple[Suggestion, ...]:
        """Return at most five indicators of a figure of *text*, best first.

        *owner* is the figure that this one belongs to (`figure.of`), *before* the one
        that stands before it in the text, both with their own suggestions filled.
        Empty: no indicator fits.
        """
        beside = self._role_words.get(figure.role, "")
        if owner:
            beside = f"{beside} … {owner.subject}"
        context = self._surroundings.of(figure, text, beside)
        fits = self._fittings.of(figure)
        heard = self._index.hear(context)
        evidence = {
            place: self._index.evidence(place, heard)
            for place in self._index.candidates(heard, fits.among)
        }
        said: dict[str, str] = {}
        scores = self._weigh(context, fits, evidence, said=said)
        self._place(figure, scores)
        field, going_on = self._neighbours.go_on(figure, before, fits=fits)
        for place in scores:
            scores[place] = (
                scores[place] * self._neighbours.in_field(place, field) // 1000
            )
        _raise(scores, going_on)
        _raise(scores, self._neighbours.follow(figure, owner, fits=fits))
        self._remember(figure, scores)
        best = _best(scores)
        written = context.written() if best else {}
        whole = _breakdown(owner)
        near: dict[str, str] = {}
        return tuple(
            Suggestion(
                code=self._indicators[place].code,
                score=min(scores[place], 1000) * _THOUSANDTH,
                words=tuple(
                    written[term]
                    for term in self._spoken(place, evidence.get(place), written)
                ),
                # What stands farther off in the clause belongs to other figures.
                breakdown=self._breakdowns.of(
                    figure,
                    self._indicators[place],
                    context.zones[:-1],
                    owner=whole,
                    said=near,
                ),
            )
            for place in best
        )

    def _spoken(
        self, place: int, evidence: Evidence | None, terms: Iterable[str]
    ) -> list[str]:
        return self._index.spoken(place, evidence, terms) if evidence else []

    def _weigh(
        self,
        context: Context,
        fits: Fitting,
        evidence: dict[int, Evidence],
        *,
        said: dict[str, str],
    ) -> dict[int, int]:
        """Return the score of every candidate by the words of the text."""
        scores: dict[int, int] = {}
        for place, found in evidence.items():
            score = fits.worth[place] * _belief(found) // 1000
            score = score * self._bindings.weigh(place, context.zones, said) // 1000
            if not self._indicators[place].aliases:
                score = score * _WORDLESS // 1000
            scores[place] = score
        return scores

    def _place(self, figure: Figure, scores: dict[int, int]) -> None:
        """Weigh by the heading, and by what sort of figure it is."""
        announced = self._headings.fields(figure.section)
        is_total = figure.role is Role.CUMULATIVE
        for place, score in scores.items():
            indicator = self._indicators[place]
            worth = _ANNOUNCED if indicator.field in announced else 1000
            if figure.optional:
                worth = worth * _OPTIONAL // 1000
            if is_total and indicator.aggregation is Aggregation.LAST:
                worth = worth * _STOCK_AS_TOTAL // 1000
            scores[place] = score * worth // 1000

    def _remember(self, figure: Figure, scores: dict[int, int]) -> None:
        """Put what the department confirmed for these words before all else."""
        for code, likeness in self._memory.recall(figure):
            if code in self._places:
                _raise(scores, {self._places[code]: likeness})
            elif likeness >= _SURE:
                # Confirmed as no indicator of the catalogue.
                scores.clear()


def suggest_all(reading: Reading, suggester: Suggester) -> Reading:
    """Return the reading with the indicators of every figure filled."""
    known = {figure.id: figure for figure in reading.figures}
    done: dict[str, Figure] = {}
    before: Figure | None = None
    # A figure may belong to a later one; owners come first, however far.
    for figure in reading.figures:
        for each in _owners_first(figure, known, done):
            owner = done.get(each.of) if each.of else None
            found = suggester.suggest(each, reading.text, owner=owner, before=before)
            done[each.id] = replace(each, indicators=found)
        before = done[figure.id]
    return replace(reading, figures=tuple(done[each.id] for each in reading.figures))


def _owners_first(
    figure: Figure, known: dict[str, Figure], done: dict[str, Figure]
) -> list[Figure]:
    """Return the figure after the owners that are not done, the outermost first."""
    chain: dict[str, Figure] = {}
    step: Figure | None = figure
    while step and step.id not in done and step.id not in chain:
        chain[step.id] = step
        step = known.get(step.of) if step.of else None
    return list(reversed(chain.values()))


def _breakdown(figure: Figure | None) -> dict[str, str]:
    """Return the breakdown values of a figure's first indicator."""
    return dict(figure.indicators[0].breakdown) if figure and figure.indicators else {}


def _best(scores: dict[int, int]) -> list[int]:
    """Return the places to suggest, best first; none when even the best is weak."""
    best = sorted(
        (place for place, score in scores.items() if score >= _SHOWN),
        key=lambda place: (-scores[place], place),
    )[:MOST]
    return best if best and scores[best[0]] >= _ENOUGH else []


def _belief(evidence: Evidence) -> int:
    """Return how far the evidence is to be believed, in thousandths."""
    said = isqrt(evidence.covered * evidence.explained)
    heard = 1000 * evidence.mass // (evidence.mass + _HALF)
    return said * heard // 1000


def _raise(scores: dict[int, int], others: Mapping[int, int]) -> None:
    """Raise every score that others put higher."""
    for place, score in others.items():
        scores[place] = max(scores.get(place, 0), score)
