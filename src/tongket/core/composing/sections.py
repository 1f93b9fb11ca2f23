"""Sections: an outline walked from top to bottom, filled with what the ledger knows."""

from collections.abc import Iterator, Mapping, Sequence

from tongket.core.composing import targets
from tongket.core.composing.folding import folded
from tongket.core.composing.holdings import Holdings, Line
from tongket.core.composing.outline import Content, Section
from tongket.core.composing.pen import Pen, sentence
from tongket.core.composing.placing import open_sections, placed
from tongket.core.composing.request import Request
from tongket.core.composing.statements import Statement, statements
from tongket.core.nouns.indicator import Indicator
from tongket.core.nouns.paper import (
    Blank,
    Block,
    Bullet,
    Heading,
    Paragraph,
    Words,
)

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that mark points, in the order of the Vietnamese alphabet."""


class Sections:
    """Writes the sections of one report."""

    def __init__(
        self,
        pen: Pen,
        request: Request,
        holdings: Holdings,
        *,
        indicators: Mapping[str, Indicator],
    ) -> None:
        self.pen, self.request, self.holdings = pen, request, holdings
        day, kind = request.period.end, request.kind
        found = open_sections(pen.outline.sections, day, kind)
        self._codes = placed(found, indicators)
        self._lines = folded(holdings, indicators, pen.outline.told_within)
        self._place = {
            code: number
            for number, code in enumerate(
                dict.fromkeys(code for codes in self._codes.values() for code in codes)
            )
        }

    def blocks(self) -> list[Block]:
        """Return the whole text, section by section, empty ones said or left out."""
        return list(self._written(self._open(self.pen.outline.sections), 1))

    def _open(self, sections: Sequence[Section]) -> list[Section]:
        """Return the sections that belong to this kind of report on its last day."""
        day, kind = self.request.period.end, self.request.kind
        return [section for section in sections if section.holds_on(day, kind)]

    def _written(self, sections: Sequence[Section], depth: int) -> Iterator[Block]:
        number = 0
        for section in sections:
            below = list(self._written(self._open(section.sections), depth + 1))
            own = self._own(section)
            if not own and not below:
                if not section.says_when_empty:
                    continue
                own = [Paragraph(self.pen.say("empty"))]
            yield Heading(depth, marker(depth, number), self._title(section))
            yield from own
            yield from below
            number += 1

    def _title(self, section: Section) -> str:
        request = self.request
        return section.title.format(
            period=request.called(request.period.code),
            ahead=request.called(request.ahead),
        )

    def _own(self, section: Section) -> list[Block]:
        """Return the section's own blocks, the request to its writer last."""
        blocks = self._figures(section)
        if section.hint:
            blocks.append(Paragraph((Blank(section.hint),)))
        return blocks

    def _figures(self, section: Section) -> list[Block]:
        period, lines = self.request.period.code, self._in_order()
        blocks: list[Block] = []
        match section.content:
            case Content.INDICATORS:
                blocks = self._sentences(self._codes[section])
            case Content.REST:
                blocks = self._sentences(self._rest())
            case Content.TARGETS:
                blocks = targets.table(self.pen, lines)
            case Content.REACHED:
                blocks = targets.reached(self.pen, lines, period)
            case Content.MISSED:
                blocks = targets.missed(self.pen, lines, period)
            case Content.AHEAD:
                blocks = targets.ahead(self.pen, lines)
        return blocks

    def _sentences(self, codes: Sequence[str]) -> list[Block]:
        """Return the sentences on some indicators, those on units under their unit."""
        period = self.request.period.code
        told = [
            statement
            for code in codes
            for statement in statements(self.pen, self._lines.get(code, ()), period)
        ]
        by_unit: dict[str, list[Statement]] = {"": []}
        for statement in told:
            by_unit.setdefault(statement.unit, []).append(statement)
        own = by_unit.pop("")
        blocks: list[Block] = [Bullet(sentence(each.parts)) for each in own]
        for unit, group in by_unit.items():
            blocks += _under(unit, group)
        return blocks

    def _rest(self) -> list[str]:
        """Return the codes that have figures and stand in no section."""
        return [code for code in self.holdings.codes if code not in self._place]

    def _in_order(self) -> list[Line]:
        """Return all lines in the order in which the report tells them."""
        last = len(self._place)
        return sorted(
            self.holdings.lines,
            key=lambda line: self._place.get(line.indicator.code, last),
        )


def _under(unit: str, told: Sequence[Statement]) -> list[Block]:
    """Return a unit's sentences: one behind its name, several as a list below it."""
    if len(told) == 1:
        return [Bullet(sentence((Words(f"{unit}: "), *told[0].parts)))]
    items = (Bullet(sentence(each.parts), level=2) for each in told)
    return [Bullet((Words(f"{unit}:"),)), *items]


def marker(depth: int, number: int) -> str:
    """Return the marker of a heading: "I.", "1.", "a)".

    >>> marker(1, 3), marker(2, 0), marker(3, 4)
    ('IV.', '1.', 'đ)')
    """
    if depth == 1:
        return f"{ROMAN[number]}."
    if depth == 2:
        return f"{number + 1}."
    return f"{LETTERS[number]})"
