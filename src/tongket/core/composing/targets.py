"""The table of targets, and which of them were reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tongket.core.composing import comparisons
from tongket.core.composing.holdings import Level, Line
from tongket.core.composing.naming import name_of
from tongket.core.composing.numerals import PERCENT, RANKS
from tongket.core.composing.pen import Parts, Pen, joined, sentence, words
from tongket.core.nouns.entry import Entry
from tongket.core.nouns.paper import Block, Bullet, Cell, Paragraph, Table

COLUMNS = (
    ("column_number", 50),
    ("column_indicator", 250),
    ("column_measure", 105),
    ("column_plan", 100),
    ("column_before", 95),
    ("column_done", 100),
    ("column_cumulative", 90),
    ("column_share", 95),
    ("column_change", 115),
)
"""The columns: names of their headings, and widths in per mille of the text width."""


ALWAYS = frozenset({"column_plan", "column_done", "column_share"})
"""What a reader looks for even where nothing is known yet."""

ROOMY = "column_indicator"


@dataclass(frozen=True, slots=True)
class Standing:
    """The targets of a report by how they stand: reached, missed, or still running."""

    reached: tuple[Line, ...]
    missed: tuple[Line, ...]
    running: tuple[Line, ...]
    unknown: tuple[Line, ...]

    @property
    def judged(self) -> tuple[Line, ...]:
        """Return the targets whose standing can be computed."""
        return (*self.reached, *self.missed, *self.running)


def standing(lines: Sequence[Line], period: str) -> Standing:
    """Return how the planned lines stand at the end of *period*.

    A target of the year is not missed while the year runs: it is reached already, or
    still running.
    """
    reached, missed, running, unknown = [], [], [], []
    for line in lines:
        if line.plan is None:
            continue
        if not comparisons.are_comparable(line.done, line.plan):
            unknown.append(line)
        elif line.plan_period != period and not _is_settled(line):
            running.append(line)
        elif comparisons.is_reached(line):
            reached.append(line)
        else:
            missed.append(line)
    return Standing(*(tuple(found) for found in (reached, missed, running, unknown)))


def _is_settled(line: Line) -> bool:
    """Tell whether a year's target can be judged before the year ends.

    More only grows: a floor once reached stays reached; a ceiling once broken stays
    broken.
    """
    return comparisons.is_reached(line) != comparisons.is_better_when_less(line)


def table(pen: Pen, lines: Sequence[Line]) -> list[Block]:
    """Return the table of all planned lines; what to do when there is none."""
    planned = [line for line in lines if line.plan is not None]
    if not planned:
        return [Paragraph(pen.say("no_targets"))]
    headings = tuple(pen.outline.phrases[name] for name, _ in COLUMNS)
    rows = tuple(
        _row(pen, number, line) for number, line in enumerate(planned, start=1)
    )
    widths = tuple(width for _, width in COLUMNS)
    caption = pen.outline.phrases["targets_caption"]
    note = Paragraph(pen.say("targets_note"))
    return [_without_empty(Table(caption, headings, rows, widths)), note]


def _without_empty(full: Table) -> Table:
    """Leave out the columns in which no row says anything; names get their room."""
    filled = [
        place
        for place, (name, _) in enumerate(COLUMNS)
        if name in ALWAYS or any(row[place].parts for row in full.rows)
    ]
    freed = sum(full.widths) - sum(full.widths[place] for place in filled)
    return Table(
        full.caption,
        tuple(full.header[place] for place in filled),
        tuple(tuple(row[place] for place in filled) for row in full.rows),
        tuple(
            full.widths[place] + (freed if COLUMNS[place][0] == ROOMY else 0)
            for place in filled
        ),
    )


def _row(pen: Pen, number: int, line: Line) -> tuple[Cell, ...]:
    level = line.done or line.plan
    measure = level.first.draft.measure if level else line.indicator.measure
    shown = words(PERCENT) if measure == PERCENT else pen.measure(measure)
    return (
        Cell(words(str(number)), numeric=True),
        Cell(words(name_of(pen.outline, line))),
        Cell(shown or words(measure)),
        _number(pen, line.plan),
        _number(pen, line.previous),
        _number(pen, line.done),
        _number(pen, line.cumulative),
        Cell(_share(pen, line), numeric=True),
        Cell(_change(pen, line), numeric=True),
    )


def _number(pen: Pen, level: Level | None) -> Cell:
    if level is None:
        return Cell((), numeric=True)
    if not level.rivals:
        return Cell(pen.level(level, in_table=True), numeric=True)
    answers = [pen.entry(entry) for entry in (*level.rivals, *level.entries)]
    return Cell(joined(answers, " / "), numeric=True)


def _share(pen: Pen, line: Line) -> Parts:
    done, plan = line.done, line.plan
    if done is None or plan is None or not comparisons.are_comparable(done, plan):
        return ()
    if plan.worth == 0 or done.first.draft.measure in RANKS:
        return ()
    return pen.computed("percentage", done, plan, origin=comparisons.WHOLE)


def _change(pen: Pen, line: Line) -> Parts:
    """Return the change against a year before: points for rates, else per cent."""
    done, previous = line.done, line.previous
    if done is None or previous is None:
        return ()
    if not comparisons.are_comparable(done, previous):
        return ()
    measure = done.first.draft.measure
    gap = done.worth - previous.worth
    sign = words("+" if gap > 0 else "−" if gap < 0 else "")
    if measure == PERCENT or measure in RANKS or previous.worth == 0:
        number = pen.computed(
            "difference", done, previous, measure=measure, origin=None
        )
        unit = words(" điểm %") if measure == PERCENT else ()
        return (*sign, *number, *unit)
    return (*sign, *pen.computed("growth", done, previous, origin=Fraction(0)))


def reached(pen: Pen, lines: Sequence[Line], period: str) -> list[Block]:
    """Return how many targets were reached, of how many, and each of them."""
    stand = standing(lines, period)
    if not stand.judged:
        return []
    total = pen.counted(_plans(stand.judged))
    summary = pen.say("reached_none", total=total)
    if stand.reached:
        number = pen.counted(_plans(stand.reached))
        summary = pen.say("reached_count", reached=number, total=total)
    blocks: list[Block] = [Paragraph(sentence(summary))]
    blocks += [_told(pen, line, period) for line in stand.reached]
    return blocks


def missed(pen: Pen, lines: Sequence[Line], period: str) -> list[Block]:
    """Return the targets not reached; of a running year, those still under way."""
    stand = standing(lines, period)
    blocks: list[Block] = []
    for phrase, group in (
        ("missed_count", stand.missed),
        ("running_count", stand.running),
        ("unknown_count", stand.unknown),
    ):
        if group:
            summary = pen.say(phrase, count=pen.counted(_plans(group)))
            blocks.append(Paragraph(sentence(summary)))
            blocks += [_told(pen, line, period) for line in group]
    return blocks


def ahead(pen: Pen, lines: Sequence[Line]) -> list[Block]:
    """Return the targets already assigned for the coming period."""
    return [
        Bullet(sentence(joined([words(f"{name_of(pen.outline, line)}:"), number], " ")))
        for line in lines
        if line.ahead is not None
        for number in [_amount(pen, line.ahead)]
    ]


def _told(pen: Pen, line: Line, period: str) -> Bullet:
    number = _amount(pen, line.done) if line.done else pen.say("no_figure")
    name = joined([words(f"{name_of(pen.outline, line)}:"), number], " ")
    return Bullet(
        sentence(joined([name, comparisons.with_plan(pen, line, period)], ", "))
    )


def _amount(pen: Pen, level: Level) -> Parts:
    return joined([pen.level(level), pen.measure(level.first.draft.measure)], " ")


def _plans(lines: Sequence[Line]) -> list[Entry]:
    return [line.plan.first for line in lines if line.plan]
