"""From figures read in a text to what each would say in the ledger."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.content.periods import UnknownPeriod, period, previous_year
from tongket.core.nouns.entry import Aspect, EntryKind
from tongket.core.nouns.figure import Figure, Role
from tongket.core.nouns.proposal import Proposal
from tongket.core.nouns.reading import Reading

# What a figure does in its sentence decides at which stage of the cycle its value
# stands, and whether it is a level or a comparison of levels.
STAGES: Mapping[Role, tuple[EntryKind, Aspect]] = {
    Role.RESULT: (EntryKind.ACTUAL, Aspect.LEVEL),
    Role.PART: (EntryKind.ACTUAL, Aspect.LEVEL),
    Role.TARGET: (EntryKind.PLAN, Aspect.LEVEL),
    Role.CUMULATIVE: (EntryKind.CUMULATIVE, Aspect.LEVEL),
    Role.PREVIOUS: (EntryKind.ACTUAL, Aspect.LEVEL),
    Role.CHANGE: (EntryKind.ACTUAL, Aspect.CHANGE),
    Role.GAP: (EntryKind.ACTUAL, Aspect.GAP),
    Role.SHARE: (EntryKind.ACTUAL, Aspect.SHARE),
}

# These speak of the very thing that the figure they belong to counts. A part counts
# something narrower, so it never inherits.
INHERITING = frozenset(
    {
        Role.TARGET,
        Role.CUMULATIVE,
        Role.PREVIOUS,
        Role.CHANGE,
        Role.GAP,
        Role.SHARE,
    }
)

_SPAN_OF_YEARS = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
# The last days of the longer periods: a stock "as of" that day is that period's.
_ENDINGS = {("12", "31"): "{}", ("06", "30"): "{}-H1", ("09", "30"): "{}-9M"}


# A subject is a few words; where a text never ends a sentence, its beginning will do.
LONGEST_LABEL, LONGEST_MEASURE = 300, 100


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal, and how surely the reading and the indicator stand behind it."""

    proposal: Proposal
    certainty: Decimal


def propose(reading: Reading, *, unit: str, period: str) -> tuple[Proposed, ...]:
    """Return what each figure of *reading* would say of *unit* in *period*.

    One proposal per figure, in the order of the figures. A figure that no indicator
    fits keeps an empty indicator and certainty nought: nobody can accept it blindly.
    """
    by_id = {figure.id: figure for figure in reading.figures}
    return tuple(
        _propose_one(figure, by_id, unit=unit, own=period) for figure in reading.figures
    )


def _propose_one(
    figure: Figure, by_id: Mapping[str, Figure], *, unit: str, own: str
) -> Proposed:
    kind, aspect = STAGES[figure.role]
    spoken_for = _the_one_that_names_the_indicator(figure, by_id)
    best = spoken_for.indicators[0] if spoken_for.indicators else None
    proposal = Proposal(
        indicator=best.code if best else "",
        kind=kind,
        aspect=aspect,
        period=period_of(figure, own),
        unit=unit,
        value=figure.value,
        displayed=figure.text,
        measure=figure.measure[:LONGEST_MEASURE],
        bound=figure.bound,
        sign=figure.sign,
        total=figure.total,
        value_max=figure.value_max,
        breakdown=best.breakdown if best else (),
        label=figure.subject[:LONGEST_LABEL],
    )
    certainty = min(figure.certainty, best.score) if best else Decimal(0)
    return Proposed(proposal, certainty)


def _the_one_that_names_the_indicator(
    figure: Figure, by_id: Mapping[str, Figure]
) -> Figure:
    """Follow `of` from a comparison to what it compares, at most three steps."""
    current = figure
    for _ in range(3):
        following = by_id.get(current.of or "")
        if current.indicators or current.role not in INHERITING or following is None:
            break
        current = following
    return current if current.indicators else figure


def period_of(figure: Figure, own: str) -> str:
    """Return the code of the period that *figure* speaks of; *own* is the report's.

    A previous value that names no time is that of the same period a year before.
    """
    if figure.period and (named := period_named(figure.period)):
        return named
    if figure.role is Role.PREVIOUS:
        return previous_year(own)
    return own


def period_named(words: str) -> str | None:
    """Return the code of a period as the reader writes it, None when there is none.

    "2016" is a year, "2016-2018" a span of years, "2018-06-30" the half-year that
    ends that day, any other day the month it lies in.
    """
    if span := _SPAN_OF_YEARS.fullmatch(words):
        words = f"{span[1]}..{span[2]}"
    elif day := _MONTH.fullmatch(words):
        ending = _ENDINGS.get((day[2], day[3] or ""), "{}-M" + day[2])
        words = ending.format(day[1])
    try:
        return period(words).code
    except UnknownPeriod:
        return None
