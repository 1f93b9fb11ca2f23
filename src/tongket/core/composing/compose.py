"""Compose a report: ledger entries in, a paper with every number bound to them out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tongket.core.composing.holdings import Holdings
from tongket.core.composing.outline import Outline
from tongket.core.composing.pen import Parts, Pen, words
from tongket.core.composing.request import Request
from tongket.core.composing.sections import Sections
from tongket.core.nouns.entry import Entry
from tongket.core.nouns.indicator import Indicator
from tongket.core.nouns.paper import (
    Block,
    Bullet,
    Cell,
    Fact,
    Heading,
    Inline,
    Paper,
    Paragraph,
    Table,
)


class NoSuchReport(Exception):
    """The outline knows no report of the kind asked for."""


def compose(
    *,
    outline: Outline,
    request: Request,
    entries: Sequence[Entry],
    indicators: Mapping[str, Indicator],
) -> Paper:
    """Return the report that *request* asks for, written from *entries*.

    `entries` are the department's current entries of every period concerned; those of
    other periods and corrected ones are passed over. `indicators` is the catalogue by
    code, synonyms resolving to the indicator that holds them. Every number that the
    ledger gives, or that is computed from it, is a fact of the paper; nothing is
    invented where the ledger is silent.

    Raises NoSuchReport when the outline has no report of that kind.
    """
    heading = outline.headings.get(request.kind)
    if heading is None:
        known = ", ".join(outline.headings)
        raise NoSuchReport(f"{request.kind}: expected one of {known}")
    pen = Pen(outline)
    holdings = Holdings(request, entries, indicators)
    opening = Paragraph(words(_filled(heading.opening, request)))
    blocks = Sections(pen, request, holdings, indicators=indicators).blocks()
    numbered = _Count()
    letter = request.letterhead
    return Paper(
        superior=letter.superior,
        issuer=letter.issuer,
        symbol=letter.symbol,
        number=letter.number,
        place=letter.place,
        on=letter.on,
        type_name=heading.type_name,
        subject=_filled(heading.subject, request),
        addressees=letter.addressees,
        recipients=letter.recipients,
        archive=letter.archive,
        signature=letter.signature,
        blocks=tuple(numbered.block(block) for block in [opening, *blocks]),
        facts=tuple(numbered.facts),
    )


def _filled(template: str, request: Request) -> str:
    """Return a title or an opening with the names and days of the request."""
    last = request.period.end - timedelta(days=1)
    return template.format(
        name=request.name,
        period=request.called(request.period.code),
        ahead=request.called(request.ahead),
        first=_day(request.period.start),
        last=_day(last),
    )


def _day(day: date) -> str:
    """Write a day as official texts do: day below ten and months 1, 2 with a zero.

    >>> _day(date(2018, 6, 30)), _day(date(2018, 1, 1))
    ('30/6/2018', '01/01/2018')
    """
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


@dataclass(slots=True)
class _Count:
    """Counts the facts of a paper in the order in which they are printed."""

    facts: list[Fact]

    def __init__(self) -> None:
        self.facts = []

    def block(self, block: Block) -> Block:
        if isinstance(block, Heading):
            return block
        if isinstance(block, Table):
            rows = tuple(tuple(self._cell(cell) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        if isinstance(block, Bullet):
            return replace(block, parts=self._parts(block.parts))
        return replace(block, parts=self._parts(block.parts))

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, parts=self._parts(cell.parts))

    def _parts(self, parts: Parts) -> Parts:
        return tuple(self._inline(part) for part in parts)

    def _inline(self, part: Inline) -> Inline:
        if not isinstance(part, Fact):
            return part
        keyed = replace(part, key=f"n{len(self.facts) + 1}")
        self.facts.append(keyed)
        return keyed
