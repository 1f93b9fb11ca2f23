"""What the page of a document shows: the marked text, and a row for each figure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from tongket.content.catalogue import catalogue
from tongket.core.nouns.claim import Verdict
from tongket.core.nouns.figure import Figure
from tongket.core.nouns.finding import Finding
from tongket.core.nouns.proposal import Proposal, ProposedFigure, Standing, State
from tongket.core.nouns.received import Received
from tongket.doors.web import numerals
from tongket.doors.web.intake import marking, words
from tongket.rooms.checking import queries as checking
from tongket.rooms.intake import queries as intake

# From which certainty on figures may be accepted together, surest first.
THRESHOLDS = tuple(Decimal(tenths) / 10 for tenths in (9, 8, 7, 6, 5))


@dataclass(frozen=True, slots=True)
class Named:
    """An indicator by code and name, with how well it fits, in whole per cent."""

    code: str
    name: str
    fit: int = 0
    breakdown: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of the table: what was read, what is proposed, where it stands.

    `value` is set when the digits alone do not say it (scale words), `unit` when it is
    not the document's own. `waits` says why an
    accepted figure cannot be posted as it stands; `found` are the open findings whose
    claim ends with this figure.
    """

    figure: Figure
    proposal: Proposal
    state: State
    certainty: int
    value: str
    indicator: Named | None
    unit: str
    entry: int | None
    waits: str
    tone: str
    found: tuple[Finding, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether a person may still decide about it."""
        return self.state is not State.POSTED


@dataclass(frozen=True, slots=True)
class Threshold:
    """How many figures would be accepted from a certainty on (per cent)."""

    certainty: int
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the document is: how many figures stand where."""

    figures: int
    waiting: int
    ready: int
    held: int
    posted: int
    refused: int
    thresholds: tuple[Threshold, ...]


@dataclass(frozen=True)
class Sheet:
    """One document: all of its places, and on demand the figures of one page."""

    document: Received
    body: marking.Body
    standings: tuple[Standing, ...]
    findings: tuple[Finding, ...]
    waits: Mapping[str, str]

    @cached_property
    def marks(self) -> marking.Marks:
        """What is known beside the text."""
        states = {each.figure: each.state.value for each in self.standings}
        return marking.Marks(states, self.findings)

    @cached_property
    def open_findings(self) -> tuple[Finding, ...]:
        """What somebody should still look at."""
        return tuple(finding for finding in self.findings if finding.is_open)

    def closed_findings(self, names: Collection[str]) -> tuple[Finding, ...]:
        """Return what needs nobody, of claims that end with one of *names*.

        Claims that agree, that nothing can contradict, and those set aside.
        """
        return tuple(
            finding
            for finding in self.findings
            if not finding.is_open and finding.claim.figures[-1] in names
        )

    @cached_property
    def doubted(self) -> frozenset[str]:
        """The figures of claims that do not add up: a person looks at each."""
        return frozenset(
            name
            for finding in self.open_findings
            if finding.claim.verdict is Verdict.INCONSISTENT
            for name in finding.claim.figures
        )

    @cached_property
    def tally(self) -> Tally:
        """How far the document is."""
        states = Counter(each.state for each in self.standings)
        ready = states[State.ACCEPTED] + states[State.CHANGED]
        return Tally(
            figures=len(self.standings),
            waiting=states[State.PROPOSED],
            ready=ready - len(self.waits),
            held=len(self.waits),
            posted=states[State.POSTED],
            refused=states[State.REFUSED] + states[State.WITHDRAWN],
            thresholds=_thresholds(
                each.certainty
                for each in self.standings
                if each.state is State.PROPOSED
                and each.certainty
                and each.figure not in self.doubted
            ),
        )

    def rows(self, names: Sequence[str]) -> tuple[Row, ...]:
        """Return the rows of some figures, in text order."""
        figures = intake.figures(self.document.id, names) if names else ()
        return tuple(_row(each, self) for each in figures)


def sheet(document: int) -> Sheet:
    """Return everything that the page of a document shows."""
    standings = intake.standings(document)
    return Sheet(
        document=intake.document(document),
        body=marking.Body(
            text=intake.text(document),
            figures={each.figure: each.span for each in standings},
            others=intake.others(document),
        ),
        standings=standings,
        findings=checking.findings(document),
        waits={each.figure: words.told(each) for each in intake.held(document)},
    )


def named(code: str, fit: Decimal = Decimal(0)) -> Named | None:
    """Return an indicator by its code, None when the catalogue has none."""
    indicator = catalogue().by_code.get(code)
    if indicator is None:
        return None
    english = words.language() == "en"
    return Named(
        indicator.code,
        indicator.name_en if english else indicator.name_vi,
        int(fit * 100),
    )


def suggested(figure: Figure) -> tuple[Named, ...]:
    """Return the indicators suggested for a figure, best first, at most five."""
    found = (named(each.code, each.score) for each in figure.indicators[:5])
    return tuple(each for each in found if each is not None)


def _row(each: ProposedFigure, sheet: Sheet) -> Row:
    figure, proposal, document = each.figure, each.proposal, sheet.document
    return Row(
        figure=figure,
        proposal=proposal,
        state=each.state,
        certainty=int(each.certainty * 100),
        value=spelled(proposal),
        indicator=named(proposal.indicator),
        unit="" if proposal.unit == document.unit else proposal.unit,
        entry=each.entry,
        waits=sheet.waits.get(figure.id, ""),
        tone=sheet.marks.tones.get(figure.id, ""),
        found=sheet.marks.ends.get(figure.id, ()),
    )


def spelled(proposal: Proposal) -> str:
    """Return the value written out where the digits shown do not say it all."""
    value = proposal.value
    is_one = proposal.value_max is None and proposal.total is None
    if value is None or not is_one:
        return ""
    full = numerals.written(value, words.language())
    shown = proposal.displayed.rstrip("%").lstrip("0") or "0"
    return "" if shown in {full, full.replace(".", "")} else full


def _thresholds(certain: Iterable[Decimal]) -> tuple[Threshold, ...]:
    sure = tuple(certain)
    counted = tuple(
        Threshold(int(least * 100), sum(each >= least for each in sure))
        for least in THRESHOLDS
    )
    # A lower threshold that takes no more figures is no choice.
    first_with = {each.count: each for each in reversed(counted)}
    return tuple(first_with[count] for count in sorted(first_with) if count)
