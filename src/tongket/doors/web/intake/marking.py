"""The text of a document cut into pages and pieces: what is plain, what is marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tongket.core.nouns.claim import Verdict
from tongket.core.nouns.figure import Figure
from tongket.core.nouns.finding import Finding
from tongket.core.nouns.reading import Reading, Token
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


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known beside the reading: where figures stand, what checks saw."""

    states: Mapping[str, str]
    findings: tuple[Finding, ...] = ()

    def tones(self) -> dict[str, str]:
        """Return the tone of each figure that an open finding touches."""
        tones: dict[str, str] = {}
        for verdict in reversed(TONES):
            for finding in self.findings:
                if finding.is_open and finding.claim.verdict is verdict:
                    tones |= dict.fromkeys(finding.claim.figures, TONES[verdict])
        return tones

    def ends(self, places: Mapping[str, int]) -> dict[str, tuple[Seen, ...]]:
        """Return the open findings at the last figure of each claim.

        *places* says where each figure starts.
        """
        ends: dict[str, tuple[Seen, ...]] = {}
        for finding in self.findings:
            named = [name for name in finding.claim.figures if name in places]
            if finding.is_open and named:
                last = max(named, key=lambda name: places[name])
                seen = Seen(finding.key, TONES[finding.claim.verdict])
                ends[last] = (*ends.get(last, ()), seen)
        return ends


def pages(reading: Reading) -> tuple[Span, ...]:
    """Cut the text into pages at line ends, never inside a number.

    One page for most documents; a page holds at most `FIGURES` figures and about
    `LETTERS` letters.
    """
    text, size = reading.text, len(reading.text)
    marks = _in_order(reading)
    starts = [mark.span.start for mark in marks]
    figures = [figure.span.start for figure in reading.figures]
    cuts = [0]
    while True:
        begin = cuts[-1]
        end = min(begin + LETTERS, size)
        beyond = bisect_left(figures, begin) + FIGURES
        if beyond < len(figures):
            end = min(end, figures[beyond])
        if end >= size:
            break
        cut = text.rfind("\n", begin, end) + 1 or end
        under = bisect_right(starts, cut) - 1
        if under >= 0 and marks[under].span.start < cut < marks[under].span.end:
            cut = marks[under].span.end
        cuts.append(cut)
    return tuple(Span(*pair) for pair in zip(cuts, [*cuts[1:], size], strict=True))


def page_of(pages: tuple[Span, ...], place: int) -> int:
    """Return the number (from 1) of the page on which *place* stands."""
    return max(1, bisect_right([page.start for page in pages], place))


def pieces(reading: Reading, page: Span, marks: Marks) -> Iterator[Piece]:
    """Yield the pieces of one page, in order, every letter exactly once."""
    tones = marks.tones()
    ends = marks.ends({each.id: each.span.start for each in reading.figures})
    at = page.start
    for mark in _on(page, _in_order(reading)):
        if at < mark.span.start:
            yield Piece(reading.text[at : mark.span.start])
        words = mark.span.of(reading.text)
        if isinstance(mark, Figure):
            yield Piece(
                words,
                figure=mark.id,
                state=marks.states.get(mark.id, ""),
                tone=tones.get(mark.id, ""),
                findings=ends.get(mark.id, ()),
            )
        else:
            yield Piece(words, other=mark.token_class.value, reason=mark.reason)
        at = mark.span.end
    if at < page.end:
        yield Piece(reading.text[at : page.end])


def around(reading: Reading, span: Span, letters: int = 160) -> tuple[str, str, str]:
    """Return the words before a span, the span's, and those after, for a quotation."""
    start, end = max(0, span.start - letters), span.end + letters
    before, after = reading.text[start : span.start], reading.text[span.end : end]
    # A quotation begins and ends with whole words.
    if start > 0:
        before = "… " + before.partition(" ")[2]
    if end < len(reading.text):
        after = after.rpartition(" ")[0] + " …"
    return before, span.of(reading.text), after


def _in_order(reading: Reading) -> list[Figure | Token]:
    return sorted((*reading.figures, *reading.others), key=lambda mark: mark.span)


def _on(page: Span, marks: Iterable[Figure | Token]) -> Iterator[Figure | Token]:
    return (mark for mark in marks if page.start <= mark.span.start < page.end)
