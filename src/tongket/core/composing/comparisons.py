"""Comparisons: a level against its plan and against the same period a year before.

Per cent and percentage points are kept apart: a difference of two percentages is told
in points ("điểm %"), a relation of two amounts in per cent. Where less is better,
nothing is ever said to be "exceeded".
"""

from dataclasses import dataclass
from fractions import Fraction

from tongket.core.composing import calendar
from tongket.core.composing.holdings import Level, Line
from tongket.core.composing.numerals import MONEY, PERCENT, RANKS
from tongket.core.composing.pen import Parts, Pen, joined, words
from tongket.core.nouns.entry import Aspect, Entry
from tongket.core.nouns.indicator import Direction

WHOLE = Fraction(100)
NOTHING = Fraction(0)


def are_comparable(one: Level | None, other: Level | None) -> bool:
    """Tell whether two levels may be computed with: both exact, in one measure."""
    if one is None or other is None or not (one.is_exact and other.is_exact):
        return False
    measures = {one.first.draft.measure, other.first.draft.measure}
    return len(measures) == 1 or measures <= MONEY.keys()


def is_reached(line: Line) -> bool:
    """Tell whether what was done reaches the plan, in the indicator's direction."""
    if line.done is None or line.plan is None:
        return False
    if is_better_when_less(line):
        return line.done.worth <= line.plan.worth
    return line.done.worth >= line.plan.worth


def is_better_when_less(line: Line) -> bool:
    """Tell whether less is better; a smaller rank is a better one."""
    return line.indicator.direction is Direction.LOWER


@dataclass(frozen=True, slots=True)
class _Held:
    """A line held against its plan: both levels, and how the plan is called."""

    line: Line
    done: Level
    plan: Level
    name: Parts
    stated: Parts

    @property
    def measure(self) -> str:
        return self.done.first.draft.measure


def with_plan(pen: Pen, line: Line, period: str) -> Parts:
    """Return how a line stands against its plan; nothing when it cannot be said."""
    done, plan = line.done, line.plan
    if done is None or plan is None:
        return ()
    name = pen.say("plan" if line.plan_period == period else "plan_of_year")
    stated = joined([pen.level(plan), pen.measure(plan.first.draft.measure)], " ")
    held = _Held(line, done, plan, name, stated)
    if not are_comparable(done, plan):
        return pen.say("plan_stated", plan=name, k=stated)
    if is_better_when_less(line) or held.measure in RANKS:
        return _with_ceiling(pen, held)
    if held.measure == PERCENT:
        return _in_points(pen, held, "plan_points")
    if plan.worth == 0:
        return pen.say("plan_stated", plan=name, k=stated)
    return _in_per_cent(pen, held)


def with_year_before(pen: Pen, line: Line, period: str) -> Parts:
    """Return how a line stands against the same period a year before."""
    done, previous = line.done, line.previous
    before = calendar.year_before(period)
    if done is None or previous is None or before is None:
        return ()
    name = pen.say("before", year=words(calendar.year_of(before)))
    if not are_comparable(done, previous):
        stated = joined(
            [pen.level(previous), pen.measure(previous.first.draft.measure)], " "
        )
        return pen.say("before_stated", before=name, n=stated)
    if previous.worth == 0 and done.worth > 0:
        return pen.say("before_nothing", before=name, zero=pen.zero(previous))
    return _change(pen, done, previous, name=name)


def _change(pen: Pen, done: Level, previous: Level, *, name: Parts) -> Parts:
    gap = done.worth - previous.worth
    measure = done.first.draft.measure
    if gap == 0:
        return pen.say("before_equal", before=name)
    if measure in RANKS:
        # A smaller place is a rise.
        way = "before_rank_up" if gap < 0 else "before_rank_down"
        number = pen.computed(
            "difference", done, previous, measure=measure, origin=None
        )
        return pen.say(way, before=name, difference=number)
    way = "before_up" if gap > 0 else "before_down"
    number = pen.computed("difference", done, previous, measure=measure, origin=None)
    if measure == PERCENT:
        return pen.say(f"{way}_points", before=name, points=number)
    return pen.say(
        way,
        before=name,
        difference=number,
        m=pen.measure(measure),
        growth=pen.computed("growth", done, previous, origin=NOTHING),
    )


def _in_per_cent(pen: Pen, held: _Held) -> Parts:
    done, plan, name = held.done, held.plan, held.name
    share = pen.computed("percentage", done, plan, origin=WHOLE)
    if held.line.indicator.direction is Direction.NEUTRAL:
        return pen.say("plan_neutral", share=share, plan=name)
    if done.worth <= plan.worth:
        return pen.say("plan_share", share=share, plan=name)
    excess = pen.computed("growth", done, plan, origin=NOTHING)
    return pen.say("plan_over", share=share, excess=excess, plan=name)


def _in_points(pen: Pen, held: _Held, phrase: str) -> Parts:
    gap = held.done.worth - held.plan.worth
    if gap == 0:
        return pen.say(f"{phrase}_equal", plan=held.name, k=held.stated)
    points = pen.computed(
        "difference", held.done, held.plan, measure=PERCENT, origin=None
    )
    way = f"{phrase}_over" if gap > 0 else f"{phrase}_under"
    return pen.say(way, plan=held.name, k=held.stated, points=points)


def _with_ceiling(pen: Pen, held: _Held) -> Parts:
    done, plan, measure = held.done, held.plan, held.measure
    if measure in RANKS:
        way = "rank_reached" if done.worth <= plan.worth else "rank_missed"
        return pen.say(way, plan=held.name, k=held.stated)
    if measure == PERCENT:
        return _in_points(pen, held, "ceiling_points")
    if done.worth == plan.worth:
        return pen.say("ceiling_equal", plan=held.name, k=held.stated)
    way = "ceiling_under" if done.worth < plan.worth else "ceiling_over"
    number = pen.computed("difference", done, plan, measure=measure, origin=None)
    return pen.say(
        way,
        plan=held.name,
        k=held.stated,
        difference=number,
        m=pen.measure(measure),
    )


def as_stated(pen: Pen, line: Line) -> list[Parts]:
    """Return the comparisons that sources state and that no levels let us compute."""
    wanted = {
        Aspect.CHANGE: not are_comparable(line.done, line.previous),
        Aspect.GAP: not are_comparable(line.done, line.plan),
        Aspect.SHARE: True,
    }
    is_rate = line.indicator.measure == PERCENT and line.done is None
    return [
        pen.say("as_stated", stated=_remark(pen, remark, is_rate=is_rate))
        for remark in line.remarks
        if wanted[remark.draft.aspect]
    ]


_REMARKS = {
    (Aspect.CHANGE, "+"): "stated_up",
    (Aspect.CHANGE, "-"): "stated_down",
    (Aspect.GAP, "+"): "stated_over",
    (Aspect.GAP, "-"): "stated_under",
    (Aspect.GAP, "="): "stated_reached",
    (Aspect.SHARE, ""): "stated_share",
}
_DAYS = frozenset({"ngày", "tuần", "tháng"})


def _remark(pen: Pen, entry: Entry, *, is_rate: bool) -> Parts:
    """Return a stated comparison; the share that a rate is, is its value."""
    draft = entry.draft
    phrase = _REMARKS.get((draft.aspect, draft.sign or ""), "stated_plain")
    if is_rate and draft.aspect is Aspect.SHARE:
        phrase = "stated_rate"
    if draft.measure in _DAYS and draft.aspect is Aspect.GAP:
        phrase = "stated_late" if draft.sign == "-" else "stated_early"
    return pen.say(phrase, n=pen.entry(entry), m=pen.measure(draft.measure))
