"""The lexicon: the lexical facts of a language, ready to be looked up by word.

Built from YAML by `tongket.content.lexicon`; the rules of reading hold no words of
their own beyond punctuation.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from operator import itemgetter
from typing import Generic, TypeVar

from tongket.core.nouns.figure import Bound, Kind
from tongket.core.nouns.reading import TokenClass
from tongket.core.reading.line import words_of

Value = TypeVar("Value")
# Under a word: the length of each phrase, its other words, and its value.
Entries = dict[str, list[tuple[int, list[str], Value]]]


class Phrases(Generic[Value]):
    """Phrases of one or more words, found at a place of a line, longest first.

    >>> scales = Phrases({"tỷ": 9, "nghìn tỷ": 12})
    >>> scales.ahead(["5", "nghìn", "tỷ", "đồng"], 1)
    (12, 2)
    >>> scales.behind(["5", "nghìn", "tỷ", "đồng"], 3)
    (12, 2)
    """

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = dict(values)

    @cached_property
    def _by_first(self) -> "Entries[Value]":
        return self._entries(0, slice(1, None))

    @cached_property
    def _by_last(self) -> "Entries[Value]":
        return self._entries(-1, slice(-1))

    def _entries(self, key: int, rest: slice) -> "Entries[Value]":
        """Return the phrases under one of their words, the longest first.

        Made when first looked up: a text seldom asks for all phrases from both ends.
        """
        entries: Entries[Value] = {}
        for phrase, value in self._values.items():
            words = words_of(phrase)
            if words:
                entry = (len(words), words[rest], value)
                entries.setdefault(words[key], []).append(entry)
        for group in entries.values():
            group.sort(key=itemgetter(0), reverse=True)
        return entries

    def __contains__(self, phrase: str) -> bool:
        """Tell whether the very phrase is listed."""
        return phrase in self._values

    def get(self, phrase: str) -> Value | None:
        """Return the value of the very phrase, or None."""
        return self._values.get(phrase)

    def items(self) -> Iterable[tuple[str, Value]]:
        """Return phrases with their values."""
        return self._values.items()

    def ahead(self, words: Sequence[str], at: int) -> tuple[Value, int] | None:
        """Return the value and length of the longest phrase that begins at a word."""
        entries = self._by_first.get(words[at])
        if entries is not None:
            for length, rest, value in entries:
                if length == 1 or words[at + 1 : at + length] == rest:
                    return value, length
        return None

    def may_begin(self, word: str) -> bool:
        """Tell whether a word is the first of a phrase."""
        return word in self._by_first

    def may_end(self, word: str) -> bool:
        """Tell whether a word is the last of a phrase."""
        return word in self._by_last

    def behind(self, words: Sequence[str], end: int) -> tuple[Value, int] | None:
        """Return the value and length of the longest phrase that ends before a word."""
        if end <= 0:
            return None
        entries = self._by_last.get(words[end - 1])
        if entries is not None:
            for length, rest, value in entries:
                if length == 1 or (
                    length <= end and words[end - length : end - 1] == rest
                ):
                    return value, length
        return None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure that is no counted thing: its label and the kind it gives."""

    label: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun; a classifier takes the noun after it into the measure.

    `kin` and `joins` number the groups that the noun belongs to.
    """

    label: str
    classifier: bool
    kin: frozenset[int]
    joins: frozenset[int]


@dataclass(frozen=True, slots=True)
class Name:
    """What a word makes of the number after it."""

    token_class: TokenClass
    capital: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NumberWords:
    """The words that numbers are spelled with."""

    units: Mapping[str, int]
    tens: frozenset[str]
    hundreds: frozenset[str]
    zeros: frozenset[str]
    halves: frozenset[str]
    scales: Phrases[Decimal]
    money_scales: Phrases[Decimal]
    vague_heads: Phrases[str]
    starters: frozenset[str]
    vague_scales: frozenset[str]
    not_scales: Phrases[str]
    idle_nouns: Phrases[str]
    openers: Phrases[str]
    factors: Phrases[Decimal]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Bounds:
    """The words that limit a number, and what looks like them."""

    before: Phrases[Bound]
    after: Phrases[Bound]
    symbols: Mapping[str, Bound]
    comparatives: Phrases[str]
    places: Phrases[str]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Names:
    """What makes a number a name, a document's number or an ordinal."""

    before: Phrases[Name]
    not_names: Phrases[str]
    marks: Phrases[str]
    weak: Phrases[str]
    quoted: Phrases[str]
    measure_symbols: frozenset[str]
    sets: Phrases[tuple[int, ...]]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Chrome:
    """What web pages print around an article."""

    counters: Phrases[str]
    after_number: Phrases[str]
    other_news: Phrases[str]
    captions: Phrases[str]
    copyright: Phrases[str]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cues:
    """The words that give a figure its role."""

    roles: Phrases[str]
    of_plan: Phrases[str]
    of_previous: Phrases[str]
    plan_words: Phrases[str]
    past_words: Phrases[str]
    not_cues: Phrases[str]
    fillers: frozenset[str]
    links: frozenset[str]
    turned_to: Phrases[str]
    turned_from: Phrases[str]
    outcomes: Phrases[str]
    awards: Phrases[str]
    paid_out: Phrases[str]
    aims: Phrases[str]
    within: Phrases[str]
    ranks: Phrases[str]
    ranks_of_pair: Phrases[str]
    leaders: Phrases[str]
    norms: Phrases[str]
    norm_words: Phrases[str]
    ruled: Phrases[str]
    portion_heads: Phrases[str]
    timely: Phrases[str]
    groups: Phrases[str]
    remaining: Phrases[str]
    totals: Phrases[str]
    left: Phrases[str]
    dividers: Phrases[str]
    listing: Phrases[str]
    done: Phrases[str]
    votes: Phrases[str]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Structure:
    """The words by which a text is cut into labels and stretches."""

    no_labels: Phrases[str]
    label_heads: Phrases[str]
    leads: Phrases[str]
    trails: Phrases[str]
    stops: Phrases[str]
    wholes: Phrases[str]
    agents: Phrases[str]
    standings: Phrases[str]
    right_trails: Phrases[str]
    aim_headings: Phrases[str]
    ahead_words: Phrases[str]
    past_headings: Phrases[str]
    plan_titles: Phrases[str]
    report_titles: Phrases[str]
    agent_heads: Phrases[str]
    deeds: Phrases[str]
    adverbials: Phrases[str]
    persons: Phrases[str]
    amount_heads: Phrases[str]
    never_labels: Phrases[str]
    abbreviations: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Times:
    """The words around a number that make it a date or a term of time."""

    day_cues: Phrases[str]
    year_cues: Phrases[str]
    term_after: Phrases[str]
    term_before: Phrases[str]
    length_before: Phrases[str]
    length_after: Phrases[str]
    clock_before: Phrases[str]
    spans: Phrases[str]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Columns:
    """What the heading of a table column says of the numbers under it.

    `totals` are the names of rows and columns that add up the others, `comparing` the
    words of a column that compares others, `places` the titles over the names of places
    and offices.
    """

    roles: Phrases[str]
    totals: Phrases[str]
    comparing: Phrases[str]
    places: Phrases[str]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lexicon:
    """All lexical facts that reading needs.

    `acts` are counted through a classifier only, `averages` make an age a result.
    `followers` are words right after a number whose counted noun was left out.
    `not_before` lists, by spelling of a measure, the words that make it a counted
    noun instead ("điểm du lịch"). `bare` is the same lexicon without diacritics, for
    texts that were typed without them.
    """

    numbers: NumberWords
    measures: Phrases[Measure]
    not_before: Mapping[str, Phrases[str]]
    nouns: Phrases[Noun]
    acts: Phrases[str]
    averages: Phrases[str]
    followers: Phrases[str]
    bounds: Bounds
    names: Names
    chrome: Chrome
    cues: Cues
    structure: Structure
    times: Times
    columns: Columns
    bare: "Callable[[], Lexicon] | None" = None
