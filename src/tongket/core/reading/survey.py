"""The survey of a line: one look at each word, before the rules ask for any."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.signs import Signs

_YEAR = re.compile(r"(?:19|20)\d{2}")
_MARKS = frozenset("().;:!?…[]")
# What parts a noun phrase from what follows it, apart from words.
STOPS = frozenset(",;:.()[]!?…*•→>")
_JOINERS = frozenset(("và", "va", "/"))
# What a word may be, each a bit of what is remembered of it.
_CUE, _CUE_END, _OUTCOME, _AWARD, _STOP, _MARK, _YEAR_NAMED = (
    1 << at for at in range(7)
)
# So many different words are remembered.
_MOST = 20_000


class _Kinds(dict[str, int]):
    """What each word may be to the rules, remembered: a report repeats its words."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        cues, stops = lexicon.cues, lexicon.structure.stops
        self._tests = (
            (_CUE, cues.roles.may_begin),
            (_CUE_END, cues.roles.may_end),
            (_OUTCOME, cues.outcomes.may_begin),
            (_AWARD, cues.awards.may_begin),
            (_STOP, stops.may_begin),
            (_STOP, STOPS.__contains__),
            (_STOP, _JOINERS.__contains__),
            (_MARK, _MARKS.__contains__),
            (_YEAR_NAMED, _is_year),
        )

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST:
            self.clear()
        kind = 0
        for bit, is_it in self._tests:
            if is_it(word):
                kind |= bit
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
    kinds = list(map(_kinds_of(lexicon).__getitem__, words))
    telling = list(compress(enumerate(kinds), kinds))
    cues = lexicon.cues
    roles = [
        (at, found)
        for at, kind in telling
        if kind & _CUE and (found := cues.roles.ahead(words, at)) is not None
    ]
    faults = [
        (at, found[0])
        for at, kind in telling
        if kind & _OUTCOME and (found := cues.outcomes.ahead(words, at)) is not None
    ]
    return Signs(
        cue_ends=[at + 1 for at, kind in telling if kind & _CUE_END],
        listings=[at for at, found in roles if found[0] == "part"],
        totals=[(at, found[1]) for at, found in roles if found[0] == "cumulative"],
        outcomes=[at for at, _ in faults],
        penalties=[at for at, name in faults if name == "penalty"],
        awards=[
            at
            for at, kind in telling
            if kind & _AWARD and cues.awards.ahead(words, at) is not None
        ],
        stops=[at for at, kind in telling if kind & _STOP],
        marks=[at for at, kind in telling if kind & _MARK],
        years=[at for at, kind in telling if kind & _YEAR_NAMED],
    )
