"""Statements: what the report says of one indicator, in one sentence."""

from collections.abc import Sequence
from fractions import Fraction

from tongket.core.composing import comparisons
from tongket.core.composing.holdings import UNIT, Level, Line
from tongket.core.composing.numerals import MONEY, PERCENT, RANKS
from tongket.core.composing.outline import Wording
from tongket.core.composing.pen import Parts, Pen, fill, joined, sentence, words
from tongket.core.nouns.indicator import Direction
from tongket.core.nouns.paper import Blank, Bullet

# The breakdown under which figures outside the catalogue keep what they count.
CONTENT = "nội dung"
_COUNTED = "Số "
# The indicator of figures that no other indicator of the catalogue fits.
OUTSIDE = "NDM-000"


def statements(pen: Pen, lines: Sequence[Line], period: str) -> list[Bullet]:
    """Return the bullets on one indicator, wholes before their parts.

    `lines` are those of one indicator, the whole first. A whole names its parts in
    the same sentence; parts without a whole are listed, and never added up: nobody
    said that they are all.
    """
    reported = [line for line in lines if line.is_reported]
    wholes = [line for line in reported if not _parts_of(line)]
    parts = [line for line in reported if _parts_of(line)]
    if len(wholes) == 1:
        return [_bullet(pen, wholes[0], parts=parts, period=period)]
    bullets = [_bullet(pen, line, parts=(), period=period) for line in wholes]
    if len(parts) == 1:
        bullets.append(_bullet(pen, parts[0], parts=(), period=period))
    elif parts:
        bullets.append(_list(pen, parts, period))
    return bullets


def name_of(pen: Pen, line: Line) -> str:
    """Return how a line is called where no sentence is made: in tables and lists."""
    content = dict(line.breakdown).get(CONTENT)
    if content:
        return _capital(_in_one(content))
    part = part_name(pen, line)
    name = line.indicator.name_vi
    if line.label and _is_labelled(line):
        name = _in_one(line.label)
    return _capital(f"{name} ({part})" if part else name)


def part_name(pen: Pen, line: Line) -> str:
    """Return how a part is called within its whole: "cấp tỉnh, xếp loại A"."""
    return ", ".join(
        _named(pen.outline.breakdowns.get(name, "{v}"), value)
        for name, value in _parts_of(line)
    )


def _named(template: str, value: str) -> str:
    lead = template.partition("{v}")[0]
    return (
        value
        if value.lower().startswith(lead.lower()) and lead
        else (template.replace("{v}", value))
    )


def _parts_of(line: Line) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in line.breakdown if pair[0] != CONTENT)


def _is_labelled(line: Line) -> bool:
    """Tell whether only its label tells the line from another of its indicator."""
    return line.is_contested or line.indicator.code == OUTSIDE


def _in_one(label: str) -> str:
    """Return a label without the marks that join its stretches of the source."""
    return label.replace(" ... ", " ").strip(" .,;:")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _bullet(pen: Pen, line: Line, *, parts: Sequence[Line], period: str) -> Bullet:
    if line.done is not None and line.done.rivals:
        return Bullet(_rivals(pen, line, line.done))
    clauses = [
        comparisons.with_plan(pen, line, period),
        comparisons.with_year_before(pen, line, period),
        _cumulative(pen, line),
        *comparisons.as_stated(pen, line),
    ]
    if line.done is None:
        name = words(f"{name_of(pen, line)}: ")
        said = joined([(*name, *joined(clauses, ", "))], "")
    else:
        said = joined([_lead(pen, line, line.done), *clauses], ", ")
    return Bullet(sentence(joined([said, _breakdown(pen, line, parts)], "; ")))


def _lead(pen: Pen, line: Line, done: Level) -> Parts:
    """Return what was done, in the indicator's own words."""
    wording = _wording(pen, line)
    if done.is_exact and done.worth == 0 and wording.none:
        return fill(wording.none, none=pen.zero(done))
    said = fill(
        wording.some,
        n=pen.level(done),
        m=pen.measure(done.first.draft.measure or line.indicator.measure),
    )
    part = part_name(pen, line)
    if part and not _is_labelled(line):
        said = (*said, *words(f" ({part})"))
    return said if line.actual else pen.say("estimated", said=said)


def _wording(pen: Pen, line: Line) -> Wording:
    """Return the wording of the outline, or one made from the indicator's name.

    A name such as "Số sáng kiến được công nhận", counted in "sáng kiến", gives "có
    {n} {m} được công nhận"; other names are followed by the number.
    """
    if _is_labelled(line) or CONTENT in dict(line.breakdown):
        return Wording(f"{_plain(name_of(pen, line))}: {{n}} {{m}}")
    own = pen.outline.wordings.get(line.indicator.code)
    if own is not None:
        return own
    name, measure = _plain(line.indicator.name_vi), line.indicator.measure
    counted = name.removeprefix(_COUNTED)
    if name != counted and counted.lower().startswith(measure.lower()):
        rest = counted[len(measure) :].strip()
        return Wording(f"có {{n}} {{m}} {rest}", f"{{none}} có {counted}")
    return Wording(_verb(pen, line, name), f"{name}: {{none}} phát sinh")


def _plain(name: str) -> str:
    # Braces in a name would be taken for places to fill.
    return name.replace("{", "(").replace("}", ")")


def _verb(pen: Pen, line: Line, name: str) -> str:
    measure = line.indicator.measure
    if measure in RANKS:
        return f"{name}: {pen.outline.phrases['rank']}"
    is_rate = measure == PERCENT or measure in MONEY
    if is_rate and line.indicator.direction is Direction.HIGHER:
        return f"{name} đạt {{n}} {{m}}"
    return f"{name} là {{n}} {{m}}"


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
    measure = line.done.first.draft.measure
    listed = joined(
        [_part(pen, part, level=level, measure=measure) for part, level in told], ", "
    )
    levels = [level for _, level in told]
    phrase = "parts_all" if _add_up(levels, line.done) else "parts_some"
    return pen.say(phrase, parts=listed)


def _part(pen: Pen, part: Line, *, level: Level, measure: str) -> Parts:
    own = level.first.draft.measure
    shown = () if own == measure else pen.measure(own)
    name, number = words(part_name(pen, part)), joined([pen.level(level), shown], " ")
    is_unit = part.breakdown[0][0] == UNIT
    return joined([name, number] if is_unit else [number, name], " ")


def _add_up(parts: Sequence[Level], whole: Level) -> bool:
    """Tell whether exact parts give the whole: only then are they all of it."""
    if not whole.is_exact or not all(part.is_exact for part in parts):
        return False
    return sum((part.worth for part in parts), start=Fraction(0)) == whole.worth


def _list(pen: Pen, parts: Sequence[Line], period: str) -> Bullet:
    told = [_listed(pen, line, period) for line in parts]
    name = parts[0].indicator.name_vi
    return Bullet(sentence((*words(f"{name}: "), *joined(told, "; "))))


def _listed(pen: Pen, line: Line, period: str) -> Parts:
    level = line.done or line.cumulative
    name = words(part_name(pen, line))
    if level is None:
        return joined([name, *comparisons.as_stated(pen, line)], ", ")
    number = joined([pen.level(level), pen.measure(level.first.draft.measure)], " ")
    clauses = [
        joined([name, number], " "),
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
    said = joined([words(f"{name_of(pen, line)}:"), joined(answers, " / ")], " ")
    hint = Blank(pen.outline.phrases["choose"])
    return (*said, *words(" "), hint)
