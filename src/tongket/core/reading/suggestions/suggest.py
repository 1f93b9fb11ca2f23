"""Suggesting the indicators of a figure, best first, or none when none fits."""

import re
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from decimal import Decimal
from math import isqrt

from tongket.core.nouns.figure import Figure, Role
from tongket.core.nouns.indicator import Aggregation, Indicator, Suggestion
from tongket.core.nouns.reading import Reading
from tongket.core.reading.suggestions.bindings import Bindings
from tongket.core.reading.suggestions.breakdowns import Breakdowns
from tongket.core.reading.suggestions.confirmation import Confirmation
from tongket.core.reading.suggestions.context import Context, Surroundings
from tongket.core.reading.suggestions.families import (
    NEVER,
    Families,
    fit,
    situation,
)
from tongket.core.reading.suggestions.headings import Headings
from tongket.core.reading.suggestions.index import Evidence, Index
from tongket.core.reading.suggestions.memory import Memory
from tongket.core.reading.suggestions.terms import Folding
from tongket.core.reading.suggestions.vocabulary import Vocabulary

MOST = 5
# No indicator is suggested when the best scores less than this, of 1000; beside a good
# one, others are worth showing from this on.
_ENOUGH = 280
_SHOWN = 140
# The weight of evidence at which half of its worth is believed.
_HALF = 120
# What is said against the plan of a task that has no indicator.
_AGAINST_PLAN = 600
# An indicator that reports have no words for is seldom meant.
_WORDLESS = 850
# So alike, of 1000, are words that were confirmed to be outside the catalogue.
_SURE = 900
# How near the figure before must stand, in letters, to be gone on with, and how much
# of its score a figure of the same measure keeps.
_FAR = 300
_SAME_FIELD = 1060
_ANNOUNCED = 1060
# A running total is sooner the value of a stock than of a flow.
_STOCK_AS_TOTAL = 1200
_CONTINUES = 560
_THOUSANDTH = Decimal("0.001")
_CODE = re.compile(r"[A-Z][A-Z0-9]*-[0-9H][0-9.]*")
# Roles whose figure is another value of the indicator of the figure it belongs to.
_FOLLOWS = {
    Role.CHANGE: 1000,
    Role.GAP: 1000,
    Role.PREVIOUS: 1000,
    Role.CUMULATIVE: 700,
    Role.SHARE: 900,
    Role.PART: 700,
}


@dataclass(frozen=True, slots=True)
class Fitting:
    """How well a measure goes with each indicator's, and which it goes with at all."""

    worth: list[int]
    among: frozenset[int]


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
        self._families = Families(vocabulary.families, folding)
        self._wants = [self._families.of(each.measure) for each in indicators]
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
        self._fits: dict[tuple[frozenset[str], bool, bool], Fitting] = {}
        self._against_plan = {
            family: self._places[code]
            for family, code in vocabulary.against_plan.items()
            if code in self._places
        }
        self._shares = {
            code: self._places[each.code]
            for each in indicators
            for code in _CODE.findall(each.formula)[:1]
        }

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
        has = self._families.of_figure(figure)
        fits = self._fitting(figure, has)
        heard = self._index.hear(context)
        evidence = {
            place: self._index.evidence(place, heard)
            for place in self._index.candidates(heard, fits.among)
        }
        said: dict[str, str] = {}
        scores = self._weigh(context, fits, evidence, said=said)
        self._place(figure, scores)
        self._follow(figure, has, owner=owner, scores=scores)
        self._continue(figure, fits, before=before, scores=scores)
        self._remember(figure, scores)
        best = _best(scores)
        written = context.written() if best else {}
        return tuple(
            Suggestion(
                code=self._indicators[place].code,
                score=min(scores[place], 1000) * _THOUSANDTH,
                words=tuple(
                    written[term]
                    for term in self._spoken(place, evidence.get(place), written)
                ),
                breakdown=self._breakdowns.of(
                    figure, self._indicators[place], context.zones, said=said
                ),
            )
            for place in best
        )

    def _spoken(
        self, place: int, evidence: Evidence | None, terms: Iterable[str]
    ) -> list[str]:
        return self._index.spoken(place, evidence, terms) if evidence else []

    def _fitting(self, figure: Figure, has: frozenset[str]) -> Fitting:
        """Return how well the figure's measure goes with each indicator's."""
        key = (has, *situation(figure))
        if key not in self._fits:
            fits = [fit(figure, has, wants) for wants in self._wants]
            among = frozenset(p for p, worth in enumerate(fits) if worth != NEVER)
            self._fits[key] = Fitting(fits, among)
        return self._fits[key]

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
        """Prefer the fields of the headings, and running totals where one is told."""
        announced = self._headings.fields(figure.section)
        is_total = figure.role is Role.CUMULATIVE
        for place, score in scores.items():
            indicator = self._indicators[place]
            worth = _ANNOUNCED if indicator.field in announced else 1000
            if is_total and indicator.aggregation is Aggregation.LAST:
                worth = worth * _STOCK_AS_TOTAL // 1000
            scores[place] = score * worth // 1000

    def _continue(
        self,
        figure: Figure,
        fits: Fitting,
        *,
        before: Figure | None,
        scores: dict[int, int],
    ) -> None:
        """Let a figure of few words go on with what the one before it was about."""
        if before is None or figure.span.start - before.span.end > _FAR:
            return
        if not before.indicators:
            return
        field = self._field_of(before.indicators[0].code)
        for place, score in scores.items():
            if self._indicators[place].field == field:
                scores[place] = score * _SAME_FIELD // 1000
        if figure.measure == before.measure:
            for each in before.indicators:
                place = self._places[each.code]
                if place in fits.among:
                    _raise(scores, place, int(each.score * _CONTINUES))

    def _field_of(self, code: str) -> str:
        return self._indicators[self._places[code]].field

    def _follow(
        self,
        figure: Figure,
        has: frozenset[str],
        *,
        owner: Figure | None,
        scores: dict[int, int],
    ) -> None:
        """Let a figure share the indicator of the figure that it belongs to."""
        if owner is None:
            if figure.role is Role.GAP:
                for family in has & self._against_plan.keys():
                    _raise(scores, self._against_plan[family], _AGAINST_PLAN)
            return
        if not owner.indicators:
            return
        first = owner.indicators[0]
        believed = int(first.score * _FOLLOWS.get(figure.role, 0))
        place = self._places[first.code]
        if figure.role is Role.SHARE and first.code in self._shares:
            _raise(scores, self._shares[first.code], int(first.score * 1000))
        if figure.role is not Role.PART or has & self._wants[place] or not has:
            _raise(scores, place, believed)

    def _remember(self, figure: Figure, scores: dict[int, int]) -> None:
        """Put what the department confirmed for these words before all else."""
        for code, likeness in self._memory.recall(figure):
            if code in self._places:
                _raise(scores, self._places[code], likeness)
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
    chain: list[Figure] = []
    step: Figure | None = figure
    while step and step.id not in done and step not in chain:
        chain.insert(0, step)
        step = known.get(step.of) if step.of else None
    return chain


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


def _raise(scores: dict[int, int], place: int, score: int) -> None:
    scores[place] = max(scores.get(place, 0), score)
