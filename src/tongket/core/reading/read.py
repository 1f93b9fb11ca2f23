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
    # In the order of the fields: naming so many costs as much as filling them.
    return Figure(
        names[seen],
        Span(seen.start, seen.end),
        text[seen.start : seen.end],
        seen.kind,
        seen.value,
        seen.measure,
        seen.bound,
        tidy(seen.subject),
        seen.section,
        seen.role,
        seen.value_max,
        seen.total,
        names.get(seen.of) if seen.of is not None else None,
        seen.sign,
        seen.period,
        seen.quantum,
        seen.optional,
        seen.certainty,
        tuple(
            [Step(rule, text[low:high], gave) for rule, low, high, gave in seen.steps]
        ),
    )
