"""What the documents of a department state of the same things, held together."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from tongket.content.catalogue import catalogue
from tongket.content.periods import period
from tongket.core.checks.across import across
from tongket.core.nouns.entry import Aspect
from tongket.core.nouns.finding import Apart
from tongket.core.nouns.indicator import Aggregation
from tongket.core.nouns.proposal import ProposedFigure
from tongket.core.nouns.received import Received
from tongket.core.nouns.stated import Stated
from tongket.rooms.intake import queries as intake
from tongket.rooms.ledger import queries as ledger
from tongket.rooms.units import queries as units

Place = tuple[int, str]


def disagreements(department: str) -> tuple[Apart, ...]:
    """Return where two documents of a department cannot both be right.

    Only figures that a person accepted count, and of those in the ledger only the
    ones whose entry stands: a value that was corrected disagrees with nobody.
    """
    places = dict(_stated(department))
    found = (
        Apart(each, places[each.first], places[each.second])
        for each in across(tuple(places))
    )
    return tuple(each for each in found if each.first[0] != each.second[0])


def _stated(department: str) -> Iterator[tuple[Stated, Place]]:
    accepted = intake.accepted(department)
    above = _units_above(each for _, each in accepted)
    standing = _standing(each for _, each in accepted)
    for document, each in accepted:
        said = each.proposal
        is_gone = each.entry is not None and each.entry not in standing
        if is_gone or said.value is None or said.aspect is not Aspect.LEVEL:
            continue
        value = _value(document, each, said.value)
        value = replace(value, parent=above.get(said.unit, ""))
        yield value, (document.id, each.figure.id)


def _units_above(figures: Iterable[ProposedFigure]) -> dict[str, str]:
    """Return the code of the unit above each unit that *figures* are about."""
    codes = {each.proposal.unit for each in figures}
    return {unit.code: unit.parent or "" for unit in units.several(codes)}


def _standing(figures: Iterable[ProposedFigure]) -> frozenset[int]:
    """Return the numbers of the entries of *figures* that nothing has replaced."""
    numbers = tuple(each.entry for each in figures if each.entry is not None)
    found = ledger.numbered(numbers)
    return frozenset(
        number for number, entry in found.items() if entry.replaced_by is None
    )


def _value(document: Received, each: ProposedFigure, value: Decimal) -> Stated:
    figure, said = each.figure, each.proposal
    indicator = catalogue().by_code.get(said.indicator)
    as_read = value == figure.value and figure.quantum is not None
    return Stated(
        indicator=said.indicator,
        unit=said.unit,
        period=period(said.period),
        value=value,
        measure=said.measure,
        document=document.name,
        span=figure.span,
        quantum=figure.quantum if as_read and figure.quantum else Decimal(1),
        breakdown=said.breakdown,
        stage=said.kind.value,
        adds_up=indicator is not None and indicator.aggregation is Aggregation.SUM,
        bound=said.bound,
    )
