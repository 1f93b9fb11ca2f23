"""The page: a text read line by line, with what carries over between its lines."""

from tongket.core.nouns.reading import TokenClass
from tongket.core.reading.asides.pages import opens_other_news
from tongket.core.reading.density import Density
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line, cut, paragraphs, stretches
from tongket.core.reading.numerals.pairs import part_pairs
from tongket.core.reading.plain import plain, unmarked
from tongket.core.reading.relations.comparisons.retold import changes_of_rows
from tongket.core.reading.relations.elision import is_unmeasured
from tongket.core.reading.relations.periods import (
    own_year,
    periods_of,
    totals_of_years,
)
from tongket.core.reading.relations.portions.divisions import parts_of_divisions
from tongket.core.reading.relations.portions.items import parts_of_items
from tongket.core.reading.relations.portions.listed_shares import shares_of_lists
from tongket.core.reading.relations.portions.quarters import parts_since_totals
from tongket.core.reading.relations.portions.remainders import rests_of_wholes
from tongket.core.reading.relations.portions.sums import parts_by_sum
from tongket.core.reading.relations.portions.totals import (
    parts_before_totals,
    rests_of_pairs,
)
from tongket.core.reading.relations.purposes import is_plan, told_until, told_year
from tongket.core.reading.relations.roles import roles_of
from tongket.core.reading.relations.scene import Purpose
from tongket.core.reading.sighting import Aside, Found, Sighting
from tongket.core.reading.sightings import candidates_of, may_hold_number, numbers_of
from tongket.core.reading.survey import survey
from tongket.core.reading.tables.bodies import Bodies
from tongket.core.reading.tables.cells import titles_of, years_of_head
from tongket.core.reading.tables.grid import grid_of
from tongket.core.reading.tables.rows import is_number_line
from tongket.core.reading.wording.bounds import bound_of
from tongket.core.reading.wording.clauses import clauses_of
from tongket.core.reading.wording.measures import (
    mark_sizes,
    measure_after,
    rank_of_leaders,
)
from tongket.core.reading.wording.sections import Outline
from tongket.core.reading.wording.subjects import inherit_subjects, subjects_of

# Links to other news end where a paragraph of so many words follows.
_LONG = 60
# No heading has so many words, even behind a long mark.
_PROSE = 48
# Diacritics are looked for in so many letters at the start, and not in a few.
_SAMPLE = 4000
_FEW_LETTERS = 30
# So many lines that are numbers alone are set aside as one.
_COLUMN = 50


class Page:
    """A text being read: its figures seen so far, and what was set aside."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.seen: list[Sighting] = []
        self.others: list[Aside] = []
        self._low = plain(text)
        self._lexicon = lexicon
        if lexicon.bare is not None and _is_bare(self._low):
            self._lexicon = lexicon = lexicon.bare()
            self._low = unmarked(self._low)
        self._outline = Outline(lexicon, text)
        self._own_year = own_year(text)
        self._purpose = Purpose(
            plan=is_plan(text, lexicon),
            year=self._own_year,
            titled=told_year(text),
            until=told_until(text),
        )
        self._foreign = False
        self._density = Density()
        self._tables = Bodies(text, lexicon)

    def read(self) -> None:
        """Read all lines, then what only the whole text tells."""
        lines = stretches(self.text)
        titles = titles_of(self._lexicon)
        grid = grid_of(self.text, lines, titles)
        alone = 0
        for number, start, end in paragraphs(
            self.text, lines, grid.rows.keys() | grid.heads
        ):
            if self._low[start:end].isspace():
                continue
            row = grid.row(number)
            if row is None and is_number_line(self.text, start, end):
                alone += 1
                self._set_alone(start, end, joined=alone > _COLUMN)
                continue
            alone = 0
            if row is None and self._is_prose(start, end):
                self._outline.pass_by(self._low, start, end)
                self._density.passes(end - start)
                continue
            line = cut(self.text, self._low, start=start, end=end)
            if row is not None:
                cells = self._tables.read(line, row, self._outline.here())
                self._read_line(line, cells)
            else:
                claims = years_of_head(line) if number in grid.heads else []
                self._read_line(line, claims)
        self._tables.relate(lines, titles, self._purpose)
        changes_of_rows(self.seen)
        parts_of_divisions(self.seen, self._lexicon)
        parts_of_items(self.seen)
        parts_before_totals(self.seen)
        parts_since_totals(self.seen)
        parts_by_sum(self.seen)
        rests_of_pairs(self.seen)
        rests_of_wholes(self.seen, self._lexicon)
        totals_of_years(self.seen, self._own_year)
        inherit_subjects(self.seen)
        self.others.sort(key=lambda aside: aside.start)

    def _is_prose(self, start: int, end: int) -> bool:
        """Tell whether a line is a long one that holds no number, label or heading."""
        if self._foreign or self._low.find(":", start, end) >= 0:
            return False
        pieces = self._low[start:end].split()
        return len(pieces) > _PROSE and not may_hold_number(pieces, self._lexicon)

    def _read_line(self, line: Line, claims: list[Found]) -> None:
        lexicon = self._lexicon
        if self._foreign:
            self._foreign = len(line.words) < _LONG
        else:
            self._foreign = opens_other_news(line, lexicon)
        in_table = claims and any(isinstance(claim, Sighting) for claim in claims)
        paths = [(0, self._outline.here())] if in_table else self._outline.paths(line)
        candidates = candidates_of(line, lexicon)
        if not candidates:
            self._density.passes(line.end - line.start)
            return
        refused = self._density.refuses(line, candidates, in_table=bool(in_table))
        if refused is not None:
            self.others += refused
            return
        found = list(numbers_of(line, lexicon, candidates, claims=claims))
        self.others += [one for one in found if isinstance(one, Aside)]
        seen = part_pairs([one for one in found if isinstance(one, Sighting)], lexicon)
        if self._foreign:
            self.others += [_foreign(one) for one in seen]
        elif seen:
            self._understand(line, seen, paths)

    def _understand(
        self,
        line: Line,
        seen: list[Sighting],
        paths: list[tuple[int, tuple[str, ...]]],
    ) -> None:
        """Find what the words of a line say of its numbers."""
        lexicon = self._lexicon
        line.signs = survey(line.words, lexicon)
        for one in seen:
            if not one.settled:
                measure_after(one, lexicon)
                rank_of_leaders(one, lexicon)
                bound_of(one, lexicon)
        mark_sizes(seen, lexicon)
        clauses_of(line, seen, lexicon)
        _place(seen, paths)
        roles_of(seen, self.seen, lexicon, purpose=self._purpose)
        shares_of_lists(seen, line.signs.listings)
        seen = self._refuse_unmeasured(seen)
        self.seen += seen
        subjects_of(seen, lexicon)
        periods_of(seen, self._own_year)

    def _refuse_unmeasured(self, seen: list[Sighting]) -> list[Sighting]:
        """Set aside the numbers of a line that nothing says the measure of."""
        refused = {one for one in seen if is_unmeasured(one)}
        if not refused:
            return seen
        for one in refused:
            self.others.append(
                Aside(one.start, one.end, TokenClass.REFUSED, "number_without_measure")
            )
        kept = [one for one in seen if one not in refused]
        for one in kept:
            if one.of in refused:
                one.of = None
        return kept

    def _set_alone(self, start: int, end: int, *, joined: bool) -> None:
        """Set aside a number that stands alone on its line."""
        if joined:
            start = self.others.pop().start
        while not self._low[start].isdecimal():
            start += 1
        while not self._low[end - 1].isdecimal():
            end -= 1
        self.others.append(Aside(start, end, TokenClass.REFUSED, "number_alone"))


def _is_bare(low: str) -> bool:
    """Tell whether a text was typed without diacritics: Vietnamese has many."""
    sample = low[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < _FEW_LETTERS:
        return False
    marked = letters - sum(map(str.isalpha, filter(str.isascii, sample)))
    return marked * 50 < letters


def _place(seen: list[Sighting], paths: list[tuple[int, tuple[str, ...]]]) -> None:
    """Write the section path that each number of a line stands under."""
    at = 0
    for one in seen:
        while at + 1 < len(paths) and paths[at + 1][0] <= one.first:
            at += 1
        one.section = paths[at][1]


def _foreign(seen: Sighting) -> Aside:
    return Aside(seen.start, seen.end, TokenClass.PAGE_CHROME, "other_news")
