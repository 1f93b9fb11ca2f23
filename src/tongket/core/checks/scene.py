"""The scene of a check: a reading laid out so that every look-around is short.

Built once per text in one pass; everything a check asks of it is a bounded look to
the left or right, so that checking stays linear in the number of figures.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import zip_longest

from tongket.core.nouns.claim import Known
from tongket.core.nouns.figure import Figure, Role
from tongket.core.nouns.reading import Reading, Token

# How far to either side of a number its own words may stand.
_REACH = 60
_LINE = 300
# A line ends here; a number alone on the next line is a cell of the row it goes on.
# Here and below, runs of marks or blanks are taken whole ("++") and from their start
# alone, so that a line of nothing but dots costs no more than its length.
LINE_END = r"\n(?![ \t]*+[-+]?\d[\d.,]{0,20}+[ \t]*+%?[ \t\r]*+(?:\n|$))"
_SENTENCE_END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"”’)]*+(?=\s++(?P<next>\S))|" + LINE_END
)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The figures of a text with their neighbourhoods; equal to itself alone.

    `followers` gives, for the id of a figure and a role, those whose `of` names it, in
    text order; `position` the place of an id among `figures`, `sentences` the number
    of the sentence that its figure stands in, `known` what the ledger has for it.
    """

    text: str
    figures: tuple[Figure, ...]
    by_id: Mapping[str, Figure]
    followers: Mapping[tuple[str, Role], tuple[Figure, ...]]
    position: Mapping[str, int]
    known: Mapping[str, Known]
    sentences: Mapping[str, int]
    others: tuple[Token, ...]
    # Asked again by several checks, and the same every time.
    words_before: dict[str, str] = field(default_factory=dict)
    told_after: dict[str, tuple[Figure, ...]] = field(default_factory=dict)

    def unread(self, start: int, end: int) -> frozenset[Decimal]:
        """Give the whole numbers between two places that are figures of nothing."""
        first = bisect_left(self.others, start, key=_start)
        last = bisect_left(self.others, end, key=_start)
        words = (token.span.of(self.text) for token in self.others[first:last])
        return frozenset(Decimal(word) for word in words if word.isdecimal())

    def sentence(self, figure: Figure) -> int:
        """Give the number of the sentence that *figure* stands in."""
        return self.sentences[figure.id]

    def before(self, figure: Figure, reach: int = _REACH) -> str:
        """Give the lower-case words before *figure*, back to the figure before it."""
        if reach != _REACH:
            return self._words_before(figure, reach)
        if figure.id not in self.words_before:
            self.words_before[figure.id] = self._words_before(figure, reach)
        return self.words_before[figure.id]

    def _words_before(self, figure: Figure, reach: int) -> str:
        start = max(0, figure.span.start - reach)
        place = self.position[figure.id]
        if place:
            start = max(start, self.figures[place - 1].span.end)
        return self.text[start : figure.span.start].lower()

    def after(self, figure: Figure, reach: int = _REACH) -> str:
        """Give the lower-case words after *figure*, up to the figure after it."""
        end = figure.span.end + reach
        place = self.position[figure.id] + 1
        if place < len(self.figures):
            end = min(end, self.figures[place].span.start)
        return self.text[figure.span.end : end].lower()

    def rest_of_line(self, figure: Figure) -> str:
        """Give the text after *figure* up to the end of its line, or of its reach."""
        start = figure.span.end
        end = self.text.find("\n", start, start + _LINE)
        return self.text[start:end] if end >= 0 else ""

    def behind(self, figure: Figure, reach: int) -> str:
        """Give the lower-case text after *figure*, whatever figures stand in it."""
        return self.text[figure.span.end : figure.span.end + reach].lower()

    def between(self, left: Figure, right: Figure) -> str:
        """Give the lower-case text from the end of *left* to the start of *right*."""
        return self.text[left.span.end : right.span.start].lower()

    def of(self, figure: Figure) -> Figure | None:
        """Give the figure that *figure* belongs to, if the text has it."""
        if figure.of is None or figure.of == figure.id:
            return None
        return self.by_id.get(figure.of)

    def following(self, figure: Figure, role: Role) -> tuple[Figure, ...]:
        """Give the figures of *role* that belong to *figure*, in text order."""
        return self.followers.get((figure.id, role), ())

    def words_of(self, figure: Figure) -> str:
        """Give *figure* with the word after it, as they stand in the text."""
        end = figure.span.end
        after = self.text[end : end + 20].split(maxsplit=1)[:1]
        return " ".join([figure.span.of(self.text), *after])

    def leads_its_line(self, figure: Figure) -> bool:
        """Tell whether no other figure stands before *figure* on its line."""
        place = self.position[figure.id]
        if not place:
            return True
        before = self.figures[place - 1]
        return "\n" in self.text[before.span.end : figure.span.start]

    def after_it(self, figure: Figure, reach: int) -> tuple[Figure, ...]:
        """Give the *reach* figures after *figure*, in text order."""
        place = self.position[figure.id] + 1
        return self.figures[place : place + reach]

    def before_it(self, figure: Figure, reach: int) -> Iterator[Figure]:
        """Give the *reach* figures before *figure*, the nearest first."""
        place = self.position[figure.id]
        return reversed(self.figures[max(0, place - reach) : place])

    def near(self, figure: Figure, reach: int = 4) -> tuple[Figure, ...]:
        """Give the *reach* figures to either side of *figure*, nearest first."""
        beside = zip_longest(
            self.before_it(figure, reach), self.after_it(figure, reach)
        )
        return tuple(one for pair in beside for one in pair if one is not None)


def scene(reading: Reading, known: Sequence[Known] = ()) -> Scene:
    """Lay *reading* out, with what the ledger knows of its figures."""
    followers: dict[tuple[str, Role], list[Figure]] = defaultdict(list)
    for figure in reading.figures:
        if figure.of is not None and figure.of != figure.id:
            followers[figure.of, figure.role].append(figure)
    ends = _ends(reading.text)
    return Scene(
        text=reading.text,
        figures=reading.figures,
        by_id={figure.id: figure for figure in reading.figures},
        followers={key: tuple(of_it) for key, of_it in followers.items()},
        position={figure.id: place for place, figure in enumerate(reading.figures)},
        known={fact.figure: fact for fact in known},
        others=tuple(sorted(reading.others, key=_start)),
        sentences={
            figure.id: bisect_right(ends, figure.span.start)
            for figure in reading.figures
        },
    )


def _ends(text: str) -> list[int]:
    """Give where sentences end; a full stop at the end of a line ends one, not two."""
    ends: list[int] = []
    for match in _SENTENCE_END.finditer(text):
        if not _begins(match["next"]):
            continue
        if ends and not text[ends[-1] : match.end()].strip():
            ends[-1] = match.end()
        else:
            ends.append(match.end())
    return ends


def _begins(letter: str | None) -> bool:
    """Tell whether a sentence may begin with *letter*; None stands for a new line."""
    return letter is None or not (letter.islower() or letter.isdigit())


def _start(token: Token) -> int:
    return token.span.start
