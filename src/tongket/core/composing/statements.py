"""Statements: what the report says of one indicator, in one sentence each."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tongket.core.composing import comparisons
from tongket.core.composing.holdings import Level, Line
from tongket.core.composing.naming import (
    is_renamed,
    own_name,
    part_name,
    parts_of,
    unit_of,
)
from tongket.core.composing.pen import Parts, Pen, joined, words
from tongket.core.composing.wording import TO_DATE, told_measure, worded, wording_of
from tongket.core.nouns.paper import Blank


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence still without capital and full stop, and the unit it is about."""

    parts: Parts
    unit: str = ""


def statements(pen: Pen, lines: Sequence[Line], period: str) -> list[Statement]:
    """Return the statements on one indicator, unit by unit, wholes before parts.

    `lines` are those of one indicator, the whole first. A whole names its parts in
    the same sentence; parts without a whole are listed, and never added up: nobody
    said that they are all.
    """
    known = [line for line in lines if line.is_reported]
    # What is called otherwise than its indicator is no part of anything else.
    alone = [line for line in known if is_renamed(line)]
    reported = [line for line in known if line not in alone]
    own = [line for line in reported if not unit_of(line)]
    whole = next((line for line in own if not parts_of(line) and line.done), None)
    within = [line for line in reported if whole and _is_told_within(line)]
    told = _of_unit(pen, [*own, *within], period)
    for unit in dict.fromkeys(unit_of(line) for line in reported if unit_of(line)):
        rest = [ln for ln in reported if unit_of(ln) == unit and ln not in within]
        told += _of_unit(pen, rest, period)
    own_told = [_statement(pen, line, parts=(), period=period) for line in alone]
    return [*told, *own_told]


def _is_told_within(line: Line) -> bool:
    """Tell whether a unit's number says no more than its share of the whole."""
    alone = not (line.plan or line.previous or line.cumulative or line.remarks)
    return bool(unit_of(line)) and not parts_of(line) and alone


def _of_unit(pen: Pen, lines: Sequence[Line], period: str) -> list[Statement]:
    """Return the statements on one unit, or on the department with its units."""
    if not lines:
        return []
    unit = unit_of(lines[0])
    wholes = [ln for ln in lines if not parts_of(ln) and unit_of(ln) == unit]
    parts = [line for line in lines if line not in wholes]
    if len(wholes) == 1:
        return [_statement(pen, wholes[0], parts=parts, period=period)]
    told = [_statement(pen, line, parts=(), period=period) for line in wholes]
    if len(parts) == 1:
        told.append(_statement(pen, parts[0], parts=(), period=period))
    elif parts:
        told.append(_list(pen, parts, period))
    return told


def _statement(
    pen: Pen, line: Line, *, parts: Sequence[Line], period: str
) -> Statement:
    if line.done is not None and line.done.rivals:
        return Statement(_rivals(pen, line, line.done), unit_of(line))
    clauses = [
        comparisons.with_plan(pen, line, period),
        comparisons.with_year_before(pen, line, period),
        _cumulative(pen, line) if line.done else (),
        *comparisons.as_stated(pen, line),
    ]
    if line.done is not None:
        said = joined([_lead(pen, line, line.done), *clauses], ", ")
    elif line.cumulative is not None:
        said = joined([_to_date(pen, line, line.cumulative), *clauses], ", ")
    else:
        name = words(f"{_called(pen, line)}: ")
        said = joined([(*name, *joined(clauses, ", "))], "")
    whole = joined([said, _breakdown(pen, line, parts)], "; ")
    return Statement(whole, unit_of(line))


def _called(pen: Pen, line: Line) -> str:
    """Return the name of a line with its part, the unit left to the sentence."""
    part = part_name(pen.outline, line)
    return f"{own_name(line)} ({part})" if part else own_name(line)


def _lead(pen: Pen, line: Line, level: Level) -> Parts:
    """Return what was done, in the indicator's own words, and which part of it."""
    said = _with_part(pen, line, worded(pen, line, level))
    return said if line.actual else pen.say("estimated", said=said)


def _with_part(pen: Pen, line: Line, said: Parts) -> Parts:
    """Return the words with the part they are about, unless they say it already."""
    text = "".join(getattr(part, "text", "") for part in said).lower()
    # "đề nghị/được tặng" must be told: the sentence may name both.
    unsaid = [
        value
        for name, value in parts_of(line)
        if "/" in name or value.lower() not in text
    ]
    part = part_name(pen.outline, line) if unsaid else ""
    return (*said, *words(f" ({part})")) if part else said


def _to_date(pen: Pen, line: Line, level: Level) -> Parts:
    """Return a running total that stands alone, without a number of the period."""
    measure = pen.measure(told_measure(pen.outline, line, level))
    wording = wording_of(pen.outline, line, level)
    if wording.some.startswith(TO_DATE):
        return _with_part(pen, line, worded(pen, line, level))
    name = _called(pen, line)
    number = joined([pen.level(level), measure], " ")
    phrase = "total" if "lũy kế" in name.lower() else "total_to_date"
    return pen.say(phrase, name=words(name), n=number)


def _cumulative(pen: Pen, line: Line) -> Parts:
    if line.cumulative is None:
        return ()
    return pen.say(
        "cumulative",
        n=pen.level(line.cumulative),
        m=pen.measure(line.cumulative.first.draft.measure),
    )


def _breakdown(pen: Pen, line: Line, parts: Sequence[Line]) -> Parts:
    """Return the parts of a whole: all of them, or some."""
    told = [(part, part.done) for part in parts if part.done is not None]
    if not told or line.done is None:
        return ()
    listed = joined([_part(pen, part, line, level=level) for part, level in told], ", ")
    levels = [level for _, level in told]
    if len(told) > 1 and _add_up(levels, line.done):
        return pen.say("parts_all", parts=listed)
    # What is more than the whole is no part of it, whatever the ledger calls it.
    fits = all(_within(level, line.done) for level in levels)
    return pen.say("parts_some" if fits else "parts_apart", parts=listed)


def _part(pen: Pen, part: Line, whole: Line, *, level: Level) -> Parts:
    """Return a part with what tells it from its whole: unit, measure, breakdown."""
    own = level.first.draft.measure
    is_same = whole.done is not None and own == whole.done.first.draft.measure
    name = part_name(pen.outline, part)
    # "03 dự án nông thôn miền núi": the name of the part may begin with its measure.
    shown = () if is_same or name.startswith(own) else pen.measure(own)
    unit = unit_of(part) if unit_of(part) != unit_of(whole) else ""
    number = joined([pen.level(level), shown], " ")
    return joined([words(unit), number, words(name)], " ")


def _within(part: Level, whole: Level) -> bool:
    """Tell whether a part may be one: never when it is known to exceed the whole."""
    if not (part.is_exact and whole.is_exact):
        return True
    is_same = part.first.draft.measure == whole.first.draft.measure
    return not is_same or part.worth <= whole.worth


def _add_up(parts: Sequence[Level], whole: Level) -> bool:
    """Tell whether exact parts give the whole: only then are they all of it."""
    if not whole.is_exact or not all(part.is_exact for part in parts):
        return False
    return sum((part.worth for part in parts), start=Fraction(0)) == whole.worth


def _list(pen: Pen, parts: Sequence[Line], period: str) -> Statement:
    told = [_listed(pen, line, period) for line in parts]
    name = words(f"{parts[0].indicator.name_vi}: ")
    return Statement((*name, *joined(told, "; ")), unit_of(parts[0]))


def _listed(pen: Pen, line: Line, period: str) -> Parts:
    level = line.done or line.cumulative
    name = part_name(pen.outline, line)
    if level is None:
        return joined([words(name), *comparisons.as_stated(pen, line)], ", ")
    number = [pen.level(level), pen.measure(level.first.draft.measure)]
    clauses = [
        joined([*number, words(f"({name})")], " "),
        comparisons.with_plan(pen, line, period),
        comparisons.with_year_before(pen, line, period),
        *comparisons.as_stated(pen, line),
    ]
    return joined(clauses, ", ")


def _rivals(pen: Pen, line: Line, level: Level) -> Parts:
    """Return two answers of the ledger side by side, for a person to choose."""
    measure = pen.measure(level.first.draft.measure)
    answers = [
        joined([pen.entry(entry), measure], " ")
        for entry in (*level.rivals, *level.entries)
    ]
    name = words(f"{_called(pen, line)}:")
    said = joined([name, joined(answers, " / ")], " ")
    return (*said, *words(" "), Blank(pen.outline.phrases["choose"]))
