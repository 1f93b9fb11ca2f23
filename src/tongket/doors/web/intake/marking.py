"""The text of a document cut into pages and pieces: what is plain, what is marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tongket.core.nouns.claim import Verdict
from tongket.core.nouns.finding import Finding
from tongket.core.nouns.reading import Token
from tongket.core.nouns.span import Span

# What fits on one page before a browser on an old laptop turns slow.
LETTERS, FIGURES = 30_000, 100

# The order in which verdicts win a figure's mark.
TONES = {
    Verdict.INCONSISTENT: "bad",
    Verdict.AMBIGUOUS: "doubt",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding as it is shown at the last figure of its claim."""

    key: str
    tone: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: plain, or one figure, or one other numeric token.

    `figure` is the figure's name, `state` where it stands, `tone` that of the worst
    finding it is part of, `findings` those whose claim ends with it; `other` is the
    token's class and `reason` the rule that decided.
    """

    text: str
    figure: str = ""
    state: str = ""
    tone: str = ""
    findings: tuple[Seen, ...] = ()
    other: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Body:
    """A text with the places of its figures, by name, and its other numeric tokens.

    Both in text order.
    """

    text: str
    figures: Mapping[str, Span]
    others: tuple[Token, ...]

    @cached_property
    def marks(self) -> list[tuple[Span, str | Token]]:
        """Every mark of the text, in order: a figure's name, or a token."""
        figures = [(span, name) for name, span in self.figures.items()]
        tokens = [(token.span, token) for token in self.others]
        return sorted([*figures, *tokens], key=lambda mark: mark[0])

    @cached_property
    def pages(self) -> tuple[Span, ...]:
        """The text cut at line ends, never inside a number.

        One page for most documents; a page holds at most `FIGURES` figures and about
        `LETTERS` letters.
        """
        starts = [span.start for span, _ in self.marks]
        figures = [span.start for span in self.figures.values()]
        size = len(self.text)
        cuts = [0]
        while True:
            begin = cuts[-1]
            end = min(begin + LETTERS, size)
            beyond = bisect_left(figures, begin) + FIGURES
            if beyond < len(figures):
                end = min(end, figures[beyond])
            if end >= size:
                break
            cut = self.text.rfind("\n", begin, end) + 1 or end
            under = bisect_right(starts, cut) - 1
            if under >= 0 and starts[under] < cut:
                cut = max(cut, self.marks[under][0].end)
            cuts.append(cut)
        return tuple(Span(*pair) for pair in zip(cuts, [*cuts[1:], size], strict=True))

    def page_of(self, place: int) -> int:
        """Return the number (from 1) of the page on which *place* stands."""
        return max(1, bisect_right([page.start for page in self.pages], place))

    def figures_on(self, page: Span) -> tuple[str, ...]:
        """Return the names of the figures on a page."""
        return tuple(
            name
            for name, span in self.figures.items()
            if page.start <= span.start < page.end
        )


@dataclass(frozen=True)
class Marks:
    """What is known beside the text: where figures stand, what checks saw."""

    states: Mapping[str, str]
    findings: tuple[Finding, ...] = ()

    @cached_property
    def tones(self) -> Mapping[str, str]:
        """The tone of each figure that an open finding touches."""
        tones: dict[str, str] = {}
        for verdict in reversed(TONES):
            for finding in self.findings:
                if finding.is_open and finding.claim.verdict is verdict:
                    tones |= dict.fromkeys(finding.claim.figures, TONES[verdict])
        return tones

    @cached_property
    def ends(self) -> Mapping[str, tuple[Finding, ...]]:
        """The open findings at the last figure of each claim."""
        ends: dict[str, tuple[Finding, ...]] = {}
        # Names are given in the order of the text.
        order = {name: place for place, name in enumerate(self.states)}
        for finding in self.findings:
            named = [name for name in finding.claim.figures if name in order]
            if finding.is_open and named:
                last = max(named, key=order.__getitem__)
                ends[last] = (*ends.get(last, ()), finding)
        return ends


def pieces(body: Body, page: Span, marks: Marks) -> Iterator[Piece]:
    """Yield the pieces of one page, in order, every letter exactly once."""
    at = page.start
    for span, mark in body.marks:
        if not page.start <= span.start < page.end:
            continue
        if at < span.start:
            yield Piece(body.text[at : span.start])
        yield _piece(span.of(body.text), mark, marks)
        at = span.end
    if at < page.end:
        yield Piece(body.text[at : page.end])


def _piece(words: str, mark: str | Token, marks: Marks) -> Piece:
    if isinstance(mark, Token):
        return Piece(words, other=mark.token_class.value, reason=mark.reason)
    return Piece(
        words,
        figure=mark,
        state=marks.states.get(mark, ""),
        tone=marks.tones.get(mark, ""),
        findings=tuple(
            Seen(finding.key, TONES[finding.claim.verdict])
            for finding in marks.ends.get(mark, ())
        ),
    )
