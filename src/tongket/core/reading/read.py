"""Reading: from a text to its figures, and to the class of every other number."""

from tongket.core.nouns.figure import Figure, Step
from tongket.core.nouns.reading import Reading, Token, TokenClass
from tongket.core.nouns.span import Span
from tongket.core.reading.asides.pages import opens_other_news
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import cut, stretches
from tongket.core.reading.plain import plain
from tongket.core.reading.sighting import Aside, Sighting
from tongket.core.reading.sightings import numbers_of
from tongket.core.reading.wording.bounds import bound_of
from tongket.core.reading.wording.measures import measure_after


def read(text: str, lexicon: Lexicon) -> Reading:
    """Read all numbers of a text: figures, and the rest with its class and reason.

    Every digit of the text stands in exactly one span. The figures carry value,
    measure, bound, subject, section, role and relations, each with its derivation;
    their indicators are left for others to suggest.
    """
    low = plain(text)
    seen: list[Sighting] = []
    others: list[Aside] = []
    foreign = False
    for start, end in stretches(text):
        line = cut(text, low, start=start, end=end)
        foreign = foreign or opens_other_news(line, lexicon)
        for found in numbers_of(line, lexicon):
            if isinstance(found, Aside):
                others.append(found)
            elif foreign:
                others.append(
                    Aside(found.start, found.end, TokenClass.PAGE_CHROME, "other_news")
                )
            else:
                seen.append(found)
                measure_after(found, lexicon)
                bound_of(found, lexicon)
    names = {sighting: f"f{count}" for count, sighting in enumerate(seen, 1)}
    return Reading(
        text=text,
        figures=tuple(_figure(sighting, names) for sighting in seen),
        others=tuple(
            Token(Span(aside.start, aside.end), aside.token_class, aside.reason)
            for aside in others
        ),
    )


def _figure(seen: Sighting, names: dict[Sighting, str]) -> Figure:
    text = seen.line.text
    return Figure(
        id=names[seen],
        span=Span(seen.start, seen.end),
        text=text[seen.start : seen.end],
        kind=seen.kind,
        value=seen.value,
        measure=seen.measure,
        bound=seen.bound,
        subject=seen.subject,
        section=seen.section,
        role=seen.role,
        value_max=seen.value_max,
        total=seen.total,
        of=names.get(seen.of) if seen.of is not None else None,
        sign=seen.sign,
        period=seen.period,
        quantum=seen.quantum,
        optional=seen.optional,
        certainty=seen.certainty,
        derivation=tuple(
            Step(rule, text[start:end], gave) for rule, start, end, gave in seen.steps
        ),
    )
