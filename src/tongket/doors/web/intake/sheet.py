"""What the page of a document shows: the marked text, and a row for each figure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.content.catalogue import catalogue
from tongket.core.nouns.claim import Verdict
from tongket.core.nouns.figure import Figure
from tongket.core.nouns.finding import Finding
from tongket.core.nouns.proposal import Proposal, ProposedFigure, State
from tongket.core.nouns.reading import Reading
from tongket.core.nouns.received import Received
from tongket.core.nouns.span import Span
from tongket.doors.web import numerals
from tongket.doors.web.intake import marking, words
from tongket.rooms.checking import queries as checking
from tongket.rooms.intake import queries as intake

# From which certainty on figures may be accepted together, surest first.
THRESHOLDS = tuple(Decimal(tenths) / 10 for tenths in (9, 8, 7, 6, 5))
DECIDED = frozenset({State.ACCEPTED, State.CHANGED})


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

    `value` is set when the digits alone do not say it (scale words). `elsewhere` holds
    the period and the unit when they are not the document's own. `waits` says why an
    accepted figure cannot be posted as it stands; `found` are the open findings whose
    claim ends with this figure.
    """

    figure: Figure
    proposal: Proposal
    state: State
    certainty: int
    value: str
    indicator: Named | None
    period: str
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


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document, all of it, from which pages and rows are taken."""

    document: Received
    reading: Reading
    figures: tuple[ProposedFigure, ...]
    findings: tuple[Finding, ...]
    waits: Mapping[str, str]

    @property
    def marks(self) -> marking.Marks:
        """What is known beside the reading."""
        states = {each.figure.id: each.state.value for each in self.figures}
        return marking.Marks(states, self.findings)

    @property
    def pages(self) -> tuple[Span, ...]:
        """The pages that the text is cut into."""
        return marking.pages(self.reading)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """What somebody should still look at."""
        return tuple(finding for finding in self.findings if finding.is_open)

    @property
    def closed_findings(self) -> tuple[Finding, ...]:
        """Claims that agree, that nothing can contradict, and those set aside."""
        return tuple(finding for finding in self.findings if not finding.is_open)

    def rows(self, page: Span | None = None) -> tuple[Row, ...]:
        """Return the rows of the figures on *page*, of all without one."""
        tones = self.marks.tones()
        places = {each.figure.id: each.figure.span.start for each in self.figures}
        open_ones = {finding.key: finding for finding in self.open_findings}
        ends = {
            name: tuple(open_ones[each.key] for each in seen)
            for name, seen in self.marks.ends(places).items()
        }
        return tuple(
            _row(
                each,
                self,
                tone=tones.get(each.figure.id, ""),
                found=ends.get(each.figure.id, ()),
            )
            for each in self.figures
            if page is None or page.start <= each.figure.span.start < page.end
        )

    @property
    def doubted(self) -> frozenset[str]:
        """The figures of claims that do not add up: a person looks at each."""
        return frozenset(
            name
            for finding in self.open_findings
            if finding.claim.verdict is Verdict.INCONSISTENT
            for name in finding.claim.figures
        )

    def tally(self) -> Tally:
        """Count how far the document is."""
        states = Counter(each.state for each in self.figures)
        ready = states[State.ACCEPTED] + states[State.CHANGED]
        return Tally(
            figures=len(self.figures),
            waiting=states[State.PROPOSED],
            ready=ready - len(self.waits),
            held=len(self.waits),
            posted=states[State.POSTED],
            refused=states[State.REFUSED] + states[State.WITHDRAWN],
            thresholds=_thresholds(
                each for each in self.figures if each.figure.id not in self.doubted
            ),
        )


def sheet(document: int) -> Sheet:
    """Return everything that the page of a document shows."""
    held = intake.held(document)
    return Sheet(
        document=intake.document(document),
        reading=intake.reading(document),
        figures=intake.figures(document),
        findings=checking.findings(document),
        waits={each.figure: words.told(each) for each in held},
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


def _row(
    each: ProposedFigure,
    sheet: Sheet,
    *,
    tone: str,
    found: tuple[Finding, ...],
) -> Row:
    figure, proposal, document = each.figure, each.proposal, sheet.document
    return Row(
        figure=figure,
        proposal=proposal,
        state=each.state,
        certainty=int(each.certainty * 100),
        value=spelled(proposal),
        indicator=named(proposal.indicator),
        period="" if proposal.period == document.period else proposal.period,
        unit="" if proposal.unit == document.unit else proposal.unit,
        entry=each.entry,
        waits=sheet.waits.get(figure.id, ""),
        tone=tone,
        found=found,
    )


def spelled(proposal: Proposal) -> str:
    """Return the value written out where the digits shown do not say it all."""
    value = proposal.value
    if value is None or proposal.value_max is not None:
        return ""
    full = numerals.written(value, words.language())
    shown = proposal.displayed.rstrip("%").lstrip("0") or "0"
    return "" if shown in {full, full.replace(".", "")} else full


def _thresholds(figures: Iterable[ProposedFigure]) -> tuple[Threshold, ...]:
    certain = [
        each.certainty
        for each in figures
        if not each.decisions and each.first.indicator
    ]
    counted = (
        Threshold(int(least * 100), sum(each >= least for each in certain))
        for least in THRESHOLDS
    )
    # A lower threshold that takes no more figures is no choice.
    first_with = {each.count: each for each in reversed(tuple(counted))}
    return tuple(first_with[count] for count in sorted(first_with) if count)
