"""The context of a figure: which words stand near it, and how near."""

import re
from dataclasses import dataclass

from tongket.core.nouns.figure import Figure
from tongket.core.reading.suggestions.terms import GAP, Folding

# How much a word counts by where it stands, in tenths of a word of the subject.
MEASURE = 12
SUBJECT = 10
CLAUSE = 8
REST = 4
SECTION = 6
OUTER_SECTION = 4
OWNER = 4

# Where a clause begins and ends, seen from the figure.
_BEFORE = re.compile(r".*(?:[;\n(]|[:.!?•](?=\s|$))", re.DOTALL)
_AFTER = re.compile(r"[;\n()]|[.!?](?=\s|$)|,\s*(?=\d)")
# A comma or another number parts the words that go with the figure from the rest.
_NEAREST = re.compile(r".*[,\d]", re.DOTALL)
_NEXT = re.compile(r"[,\d]")
# Words before a colon are a heading of their own.
_LABEL = re.compile(r":\s*…")
_REACH = 110
_LINE = 160
# No subject, heading or clause of a real report is longer; a text of anything may be.
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Context:
    """The terms near a figure, and how near they are.

    Neighbouring terms also count as pairs ("thanh tra"). `own` are the terms of
    subject and measure, `measure` those of the measure alone. `zones` are the terms
    of measure, subject, nearest words, sections and clause, each zone one string of
    terms between blanks. `stretches` are where the terms were read.
    """

    weights: dict[str, int]
    own: tuple[str, ...]
    measure: tuple[str, ...]
    zones: tuple[str, ...]
    stretches: tuple["Stretch", ...]

    def written(self) -> dict[str, str]:
        """Return how each term is written, where it stands nearest."""
        return {term: words for part in self.stretches for term, words in part.found}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text: its terms with their words, and the terms with the pairs."""

    found: list[tuple[str, str]]
    terms: tuple[str, ...]
    features: tuple[str, ...]


class Surroundings:
    """The reading of a figure's context out of its text."""

    def __init__(self, folding: Folding) -> None:
        """Read by one folding of words into terms."""
        self._folding = folding
        self._titles: dict[str, Stretch] = {}

    def of(self, figure: Figure, text: str, beside: str = "") -> Context:
        """Return the context of a figure; *beside* are words that go with it."""
        own = self._stretch(f"{figure.subject} … {figure.measure}")
        near_by, led = _clause(figure, text)
        close, rest = self._stretch(near_by), self._stretch(led)
        titles = [self._title(title) for title in reversed(figure.section)]
        near = [(self._title(beside), OWNER)] if beside else []
        near += [(title, OUTER_SECTION) for title in titles[1:]]
        near += [(rest, SECTION if _LABEL.search(led) else REST)]
        near += [(title, SECTION) for title in titles[:1]]
        near += [(close, CLAUSE), (own, SUBJECT)]
        measure = self._title(figure.measure)
        near += [(measure, MEASURE)]
        weights: dict[str, int] = {}
        for stretch, weight in near:
            # The nearest stretch comes last and has the last word.
            weights.update(dict.fromkeys(stretch.features, weight))
        headings = " ".join(term for title in titles for term in title.terms)
        return Context(
            weights=weights,
            own=own.terms,
            measure=measure.terms,
            zones=(
                _zone(measure.terms),
                _zone(own.terms),
                _zone(close.terms),
                f" {headings} ",
                _zone(rest.terms),
            ),
            stretches=tuple(stretch for stretch, _ in near),
        )

    def _title(self, title: str) -> Stretch:
        """Return a heading's stretch; many figures stand under the same one."""
        if title not in self._titles:
            if len(self._titles) > 500:
                self._titles.clear()
            self._titles[title] = self._stretch(title)
        return self._titles[title]

    def _stretch(self, text: str) -> Stretch:
        found = self._folding.worded(text[:_LONGEST])
        terms = tuple(term for term, _ in found)
        return Stretch(found, terms, features(terms))


def features(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the terms and the pairs of neighbours; a gap parts neighbours.

    >>> features(("thanh", "tra", "", "cơ"))
    ('thanh', 'tra', 'thanh tra', 'cơ')
    """
    found: list[str] = []
    last = GAP
    for term in terms:
        if term:
            found.append(term)
            if last:
                found.append(f"{last} {term}")
        last = term
    return tuple(found)


def _zone(terms: tuple[str, ...]) -> str:
    return f" {' '.join(terms)} "


def _clause(figure: Figure, text: str) -> tuple[str, str]:
    """Return the words of a figure's clause: those that go with it, and the rest."""
    start, end = figure.span.start, figure.span.end
    led = text[max(0, start - _LINE) : start]
    led = led[led.rfind("\n") + 1 :]
    before = led[-_REACH:]
    if cut := _BEFORE.match(before):
        before = before[cut.end() :]
    led = led[: len(led) - len(before)]
    after = text[end : end + _REACH]
    if stop := _AFTER.search(after):
        after = after[: stop.start()]
    nearest, following = _NEAREST.match(before), _NEXT.search(after)
    left = nearest.end() if nearest else 0
    right = following.start() if following else len(after)
    return (
        f"{before[left:]} {after[:right]}",
        f"{led} … {before[:left]} …",
    )
