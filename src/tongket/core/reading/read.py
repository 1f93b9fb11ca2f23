"""Reading: from a text to its figures, and to the class of every other number."""

from tongket.core.nouns.figure import Figure, Step
from tongket.core.nouns.reading import Reading, Token
from tongket.core.nouns.span import Span
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.page import Page
from tongket.core.reading.sighting import Sighting
from tongket.core.reading.wording.subjects import tidy


def read(text: str, lexicon: Lexicon) -> Reading:
    """Read all numbers of a text: figures, and the rest with its class and reason.

    Every digit of the text stands in exactly one span. The figures carry value,
    measure, bound, subject, section, role and relations, each with its derivation;
    their indicators are left for others to suggest.
    """
    page = Page(text, lexicon)
    page.read()
    names = {sighting: f"f{count}" for count, sighting in enumerate(page.seen, 1)}
    return Reading(
        text=text,
        figures=tuple(_figure(sighting, names) for sighting in page.seen),
        others=tuple(
            Token(Span(aside.start, aside.end), aside.token_class, aside.reason)
            for aside in page.others
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
        subject=tidy(seen.subject),
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
