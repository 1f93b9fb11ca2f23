"""Checking across documents: figures of one thing that disagree.

The half-year and the year report, a division's report and the department's, last
year's report and this year's "cùng kỳ": what they state of one indicator is held
together. Periodic reports count from 15 December to 14 December and statistics from
1 January to 31 December, so that figures of periods with one name may differ without
anybody's error; that explanation is offered where it applies.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from tongket.core.checks.values.interval import Interval, total
from tongket.core.checks.values.notation import number
from tongket.core.nouns.claim import Severity
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.stated import Disagreement, Stated

SAME_PERIOD, NESTED = "C101", "C102"
# Stages that are measured, and so grow with the period they cover.
_MEASURED = frozenset(("actual", "estimate"))


def across(documents: Sequence[Stated]) -> tuple[Disagreement, ...]:
    """Find what *documents* state of one thing in ways that cannot all be so.

    C101: values of one indicator, breakdown, unit, stage and period are the same.
    C102: of an indicator that adds up, a period has no more than a longer one around
    it, periods that make up a longer one add up to it, and the units under another
    have no more than that one. Values are compared on the intervals of their displayed
    digits, each with the first that disagrees; vague bounds are left alone.
    """
    exact = [one for one in documents if one.bound is Bound.EXACT]
    of_units = (
        found for values in _together(exact, _thing) for found in _of_one_unit(values)
    )
    below = (
        found
        for values in _together(exact, _whatever_unit)
        for found in _divided(values)
    )
    return (*of_units, *below)


def _together(
    values: Sequence[Stated], name: Callable[[Stated], tuple[object, ...]]
) -> Iterable[list[Stated]]:
    things: dict[tuple[object, ...], list[Stated]] = defaultdict(list)
    for one in values:
        things[name(one)].append(one)
    return things.values()


def _of_one_unit(values: Sequence[Stated]) -> Iterator[Disagreement]:
    for check in (_same_period, _nested, _made_up):
        yield from check(values)


def _thing(one: Stated) -> tuple[object, ...]:
    return (
        one.indicator,
        tuple(sorted(one.breakdown)),
        one.unit,
        one.stage,
        one.measure,
    )


def _whatever_unit(one: Stated) -> tuple[object, ...]:
    return (*_thing(replace(one, unit="")), one.period.code)


def _same_period(values: Sequence[Stated]) -> Iterator[Disagreement]:
    firsts: dict[str, Stated] = {}
    for one in values:
        first = firsts.setdefault(one.period.code, one)
        if first is one or _shown(first).meets(_shown(one)):
            continue
        yield _disagreement(SAME_PERIOD, first, one)


def _flows(values: Sequence[Stated]) -> list[Stated]:
    """Give the first value of each period that adds up, the shortest period first."""
    flows: dict[str, Stated] = {}
    for one in values:
        if one.adds_up and one.stage in _MEASURED:
            flows.setdefault(one.period.code, one)
    return sorted(flows.values(), key=lambda one: one.period.end - one.period.start)


def _made_up(values: Sequence[Stated]) -> Iterator[Disagreement]:
    """Hold each period to those that make it up without a gap."""
    by_length = _flows(values)
    for place, whole in enumerate(by_length):
        parts: list[Stated] = []
        for one in sorted(by_length[:place], key=lambda one: one.period.start):
            due = parts[-1].period.end if parts else whole.period.start
            if one.period.start == due and one.period.end <= whole.period.end:
                parts.append(one)
        complete = parts and parts[-1].period.end == whole.period.end
        # One that has more than the whole by itself is told by itself.
        stated = _shown(whole)
        alone = any(_shown(one).low > stated.high for one in parts)
        if complete and not alone and not total(map(_shown, parts)).meets(stated):
            yield _of_parts(parts, whole, explanation="sum", sign="≠")


def _divided(values: Sequence[Stated]) -> Iterator[Disagreement]:
    """Hold what units have of one period to what the unit above them has."""
    wholes: dict[str, Stated] = {}
    for one in values:
        if one.adds_up and one.stage in _MEASURED:
            wholes.setdefault(one.unit, one)
    for code, whole in wholes.items():
        parts = [one for one in wholes.values() if one.parent == code != one.unit]
        if parts and total(map(_shown, parts)).low > _shown(whole).high:
            yield _of_parts(parts, whole, explanation="units", sign=">")


def _of_parts(
    parts: Sequence[Stated], whole: Stated, *, explanation: str, sign: str
) -> Disagreement:
    """Tell the last of *parts*, and with it all, apart from their *whole*."""
    added = sum((one.value for one in parts), Decimal())
    spelled = " + ".join(number(one.value) for one in parts)
    if len(parts) > 1:
        spelled += f" = {number(added)}"
    return Disagreement(
        code=NESTED,
        first=parts[-1],
        second=whole,
        gap=whole.value - added,
        severity=Severity.CONTRADICTION,
        arithmetic=f"{spelled} {sign} {number(whole.value)}",
        explanation=explanation,
    )


def _nested(values: Sequence[Stated]) -> Iterator[Disagreement]:
    """Compare each period with the shortest one around it that a text states."""
    by_length = _flows(values)
    for place, short in enumerate(by_length):
        longer = next(
            (other for other in by_length[place + 1 :] if _is_around(other, short)),
            None,
        )
        if longer is not None and _shown(short).low > _shown(longer).high:
            yield _disagreement(NESTED, short, longer)


def _is_around(longer: Stated, short: Stated) -> bool:
    """Tell whether one period takes the other in, by its name or by its days."""
    outer, inner = longer.period, short.period
    named = inner.code.startswith(f"{outer.code}-")
    return named or (outer.start <= inner.start and inner.end <= outer.end)


def _shown(one: Stated) -> Interval:
    value = Fraction(one.value)
    if one.quantum <= 1 and one.value == one.value.to_integral_value():
        return Interval(value, value)
    half = Fraction(one.quantum) / 2
    return Interval(value - half, value + half)


def _disagreement(code: str, first: Stated, second: Stated) -> Disagreement:
    gap = second.value - first.value
    differs = first.period.window is not second.period.window
    return Disagreement(
        code=code,
        first=first,
        second=second,
        gap=gap,
        severity=Severity.CONTRADICTION,
        arithmetic=f"{number(second.value)} − {number(first.value)} = {number(gap)}",
        explanation="window" if differs else "",
    )


def arguments(found: Disagreement) -> dict[str, str]:
    """Give the values that the message of *found* is filled with, by name."""
    filled = {"gap": number(abs(found.gap)), "arithmetic": found.arithmetic}
    for name, one in (("first", found.first), ("second", found.second)):
        filled |= {
            name: one.document,
            f"{name}_value": f"{number(one.value)} {one.measure}".rstrip(),
            f"{name}_start": _day(one.period.start),
            f"{name}_end": _day(one.period.end - timedelta(days=1)),
        }
    return filled


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
