"""Suggesting the indicators of a figure, best first, or none when none fits."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from tongket.core.nouns.figure import Figure, Role
from tongket.core.nouns.indicator import Indicator, Suggestion
from tongket.core.nouns.reading import Reading
from tongket.core.reading.suggestions.bindings import Bindings
from tongket.core.reading.suggestions.breakdowns import Breakdowns
from tongket.core.reading.suggestions.confirmation import Confirmation
from tongket.core.reading.suggestions.context import Context, Surroundings
from tongket.core.reading.suggestions.families import NEVER, Families, fit
from tongket.core.reading.suggestions.index import Evidence, Index
from tongket.core.reading.suggestions.memory import Memory
from tongket.core.reading.suggestions.terms import Folding
from tongket.core.reading.suggestions.vocabulary import Vocabulary

MOST = 5
# Below this score, of 1000, an indicator is not suggested.
_ENOUGH = 250
# The weight of evidence at which half of its worth is believed.
_HALF = 120
# What is said against the plan of a task that has no indicator.
_AGAINST_PLAN = 600
# An indicator that reports have no words for is seldom meant.
_WORDLESS = 850
_THOUSANDTH = Decimal("0.001")
_CODE = re.compile(r"[A-Z][A-Z0-9]*-[0-9H][0-9.]*")
# Roles whose figure is another value of the indicator of the figure it belongs to.
_FOLLOWS = {
    Role.CHANGE: 1000,
    Role.GAP: 1000,
    Role.PREVIOUS: 1000,
    Role.CUMULATIVE: 800,
    Role.SHARE: 900,
    Role.PART: 700,
}


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
        self._index = Index(indicators, folding, vocabulary.stop_words)
        self._surroundings = Surroundings(folding)
        self._breakdowns = Breakdowns(vocabulary.dimensions, folding)
        self._bindings = Bindings(indicators, self._breakdowns, vocabulary.telling)
        self._memory = Memory(confirmations, folding)
        self._role_words = vocabulary.role_words
        self._against_plan = vocabulary.against_plan
        self._places = {each.code: place for place, each in enumerate(indicators)}
        self._shares = {
            code: self._places[each.code]
            for each in indicators
            for code in _CODE.findall(each.formula)[:1]
        }

    def suggest(
        self, figure: Figure, text: str, owner: Figure | None = None
    ) -> tuple[Suggestion, ...]:
        """Return at most five indicators of a figure of *text*, best first.

        *owner* is the figure that this one belongs to (`figure.of`), with its own
        suggestions filled. Empty: no indicator fits.
        """
        beside = self._role_words.get(figure.role, "")
        if owner:
            beside = f"{beside} … {owner.subject}"
        context = self._surroundings.of(figure, text, beside)
        has = self._families.of_figure(figure)
        evidence = {
            place: self._index.evidence(place, context)
            for place in self._index.candidates(context)
        }
        scores = self._weigh(figure, has, context=context, evidence=evidence)
        self._follow(figure, has, owner=owner, scores=scores)
        self._remember(figure, scores)
        best = sorted(
            (place for place, score in scores.items() if score >= _ENOUGH),
            key=lambda place: (-scores[place], place),
        )[:MOST]
        return tuple(
            Suggestion(
                code=self._indicators[place].code,
                score=min(scores[place], 1000) * _THOUSANDTH,
                words=_spoken(evidence.get(place), context),
                breakdown=self._breakdowns.of(
                    figure, self._indicators[place], context.zones
                ),
            )
            for place in best
        )

    def _weigh(
        self,
        figure: Figure,
        has: frozenset[str],
        *,
        context: Context,
        evidence: dict[int, Evidence],
    ) -> dict[int, int]:
        """Return the score of every candidate by the words of the text."""
        said: dict[str, str] = {}
        scores: dict[int, int] = {}
        for place, found in evidence.items():
            fits = fit(figure, has, self._wants[place])
            if fits == NEVER:
                continue
            score = fits * _belief(found) // 1000
            score = score * self._bindings.weigh(place, context.zones, said) // 1000
            if not self._indicators[place].aliases:
                score = score * _WORDLESS // 1000
            scores[place] = score
        return scores

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
                    _raise(
                        scores, self._places[self._against_plan[family]], _AGAINST_PLAN
                    )
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


def suggest_all(reading: Reading, suggester: Suggester) -> Reading:
    """Return the reading with the indicators of every figure filled."""
    known = {figure.id: figure for figure in reading.figures}
    done: dict[str, Figure] = {}
    # A figure may belong to a later one; owners come first, however far.
    for figure in reading.figures:
        for each in _owners_first(figure, known, done):
            owner = done.get(each.of) if each.of else None
            found = suggester.suggest(each, reading.text, owner)
            done[each.id] = replace(each, indicators=found)
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


def _belief(evidence: Evidence) -> int:
    """Return how far the evidence is to be believed, in thousandths."""
    said = (6 * evidence.covered + 4 * evidence.explained) // 10
    heard = 1000 * evidence.mass // (evidence.mass + _HALF)
    return said * heard // 1000


def _raise(scores: dict[int, int], place: int, score: int) -> None:
    scores[place] = max(scores.get(place, 0), score)


def _spoken(evidence: Evidence | None, context: Context) -> tuple[str, ...]:
    """Return the words of the text that spoke, as they are written there."""
    if evidence is None:
        return ()
    return tuple(
        context.words[term] for term in evidence.terms if term in context.words
    )
