"""The survey of a line: one look at each word, before the rules ask for any."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import compress

from tongket.core.reading.lexicon import Lexicon, Phrases, Value
from tongket.core.reading.signs import Signs

_YEAR = re.compile(r"(?:19|20)\d{2}")
_MARKS = frozenset("().;:!?…[]")
# What parts a noun phrase from what follows it, apart from words.
STOPS = frozenset(",;:.()[]!?…*•→>")
_JOINERS = frozenset(("và", "va", "/"))
# So many different words are remembered.
_MOST = 20_000


class _Kinds(dict[str, tuple[int, ...]]):
    """Which lists of places each word goes to, remembered: a report repeats its words.

    Most words go to none.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        cues, stops = lexicon.cues, lexicon.structure.stops
        # In the order in which `survey` takes the lists.
        self._tests: tuple[Callable[[str], bool], ...] = (
            cues.roles.may_begin,
            cues.outcomes.may_begin,
            cues.awards.may_begin,
            cues.totals.may_begin,
            cues.left.may_begin,
            cues.done.may_begin,
            cues.votes.may_begin,
            lambda word: word == "đến" or cues.aims.may_begin(word),
            cues.roles.may_end,
            cues.within.may_end,
            cues.norms.may_end,
            cues.turned_to.may_end,
            lambda word: word in STOPS or word in _JOINERS or stops.may_begin(word),
            _MARKS.__contains__,
            _is_year,
        )
        self.lists = len(self._tests)

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > _MOST:
            self.clear()
        kind = tuple(at for at, is_it in enumerate(self._tests) if is_it(word))
        self[word] = kind
        return kind


def _is_year(word: str) -> bool:
    return _YEAR.fullmatch(word) is not None


@lru_cache(maxsize=4)
def _kinds_of(lexicon: Lexicon) -> _Kinds:
    return _Kinds(lexicon)


def survey(words: Sequence[str], lexicon: Lexicon) -> Signs:
    """Return where the words stand in a line that rules will ask for.

    Most words concern no rule; each is looked up once here, and not once by each rule.
    """
    remembered = _kinds_of(lexicon)
    kinds = list(map(remembered.__getitem__, words))
    places: list[list[int]] = [[] for _ in range(remembered.lists)]
    for at in compress(range(len(words)), kinds):
        for kind in kinds[at]:
            places[kind].append(at)
    roles, outcomes, awards, totals, lefts, deeds, votes, *others = places
    aims, cue_ends, withins, norms, turns, stops, marks, years = others
    cues = lexicon.cues
    named = _standing(words, roles, cues.roles)
    faults = _standing(words, outcomes, cues.outcomes)
    return Signs(
        cue_ends=[at + 1 for at in cue_ends],
        listings=[at for at, _, name in named if name == "part"],
        running=[(at, length) for at, length, name in named if name == "cumulative"],
        outcomes=[at for at, _, _ in faults],
        penalties=[at for at, _, name in faults if name == "penalty"],
        awards=[at for at, _, _ in _standing(words, awards, cues.awards)],
        totals=[at for at, _, _ in _standing(words, totals, cues.totals)],
        lefts=lefts,
        deeds=deeds,
        votes=votes,
        aims=aims,
        withins=withins,
        norms=norms,
        turns=turns,
        stops=stops,
        marks=marks,
        years=years,
    )


def _standing(
    words: Sequence[str], places: Sequence[int], phrases: Phrases[Value]
) -> list[tuple[int, int, Value]]:
    """Return where phrases do stand that may begin there: place, length and value."""
    return [
        (at, found[1], found[0])
        for at in places
        if (found := phrases.ahead(words, at)) is not None
    ]
