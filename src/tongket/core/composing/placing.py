"""Placing: which indicators stand in which section, found once for a report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from tongket.core.composing.outline import Content, Section
from tongket.core.nouns.indicator import Indicator


def open_sections(
    sections: Sequence[Section], day: date, kind: str
) -> Iterator[Section]:
    """Yield the sections of a report of *kind* on *day*, at every depth, in order."""
    for section in sections:
        if section.holds_on(day, kind):
            yield section
            yield from open_sections(section.sections, day, kind)


def placed(
    sections: Iterable[Section], indicators: Mapping[str, Indicator]
) -> dict[Section, tuple[str, ...]]:
    """Return the codes of each section: those it names, then those of its fields.

    A code that one section names is taken out of the fields of all others. Within a
    field the order is that of the catalogue.
    """
    telling = [each for each in sections if each.content is Content.INDICATORS]
    named = {
        section: tuple(indicators[c].code for c in section.codes if c in indicators)
        for section in telling
    }
    taken = {code for codes in named.values() for code in codes}
    by_field = _by_field(indicators)
    return {
        section: (
            *named[section],
            *(
                code
                for field in section.fields
                for code in by_field.get(field, ())
                if code not in taken
            ),
        )
        for section in telling
    }


def _by_field(indicators: Mapping[str, Indicator]) -> dict[str, tuple[str, ...]]:
    """Return the codes of each field, synonyms left out."""
    found: dict[str, dict[str, None]] = {}
    for indicator in indicators.values():
        found.setdefault(indicator.field, {})[indicator.code] = None
    return {field: tuple(codes) for field, codes in found.items()}
