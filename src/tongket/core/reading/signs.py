"""Signs: where in a line the words stand that rules look for."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """The places, in rising order, of the words of a line that concern some rule.

    `cue_ends` are the words after those that a cue of a role may end with, `listings`
    the words that begin a list of portions ("trong đó"), `running` the first word and
    length of those that announce a running total, `outcomes` and `awards` those that
    name faults found and prizes or choices won, `penalties` those outcomes that punish
    a fault, `totals` those that call a number a total. At `lefts`, `deeds` and `votes`
    words may begin that say what is left, that a thing is done and who voted, and at
    `aims` a sentence that says what is aimed at; with `withins`, `norms` and `turns`
    the words may end that open a whole ("trong số"), a limit ("tối đa") and a turn ("từ
    … còn").
    `stops` are the words that may end the noun phrase after a number, `marks` the
    punctuation that parts sentences, clauses and brackets, `years` the years.
    """

    cue_ends: Sequence[int] = ()
    listings: Sequence[int] = ()
    running: Sequence[tuple[int, int]] = ()
    outcomes: Sequence[int] = ()
    penalties: Sequence[int] = ()
    awards: Sequence[int] = ()
    totals: Sequence[int] = ()
    lefts: Sequence[int] = ()
    deeds: Sequence[int] = ()
    votes: Sequence[int] = ()
    aims: Sequence[int] = ()
    withins: Sequence[int] = ()
    norms: Sequence[int] = ()
    turns: Sequence[int] = ()
    stops: Sequence[int] = ()
    marks: Sequence[int] = ()
    years: Sequence[int] = ()


NO_SIGNS = Signs()


def between(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    """Return the places from *first* on that stand before *last*.

    >>> between([2, 5, 9], 5, 9)
    [5]
    """
    if not places:
        return places
    return places[bisect_left(places, first) : bisect_left(places, last)]
