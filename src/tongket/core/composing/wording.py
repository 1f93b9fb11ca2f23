"""Wording: the words in which an indicator's number is told."""

from tongket.core.composing.holdings import Level, Line
from tongket.core.composing.naming import is_renamed, own_name
from tongket.core.composing.numerals import MONEY, PERCENT, RANKS
from tongket.core.composing.outline import Outline, Wording
from tongket.core.composing.pen import Parts, Pen, fill
from tongket.core.nouns.indicator import Direction

_COUNTED = "Số "
# Wordings that begin so tell a running total.
TO_DATE = "đến nay"


def worded(pen: Pen, line: Line, level: Level) -> Parts:
    """Return the number of a line in its own words: "nghiệm thu 21 nhiệm vụ"."""
    measure = told_measure(pen.outline, line, level)
    wording = wording_of(pen.outline, line, level)
    if level.is_exact and level.worth == 0 and wording.none:
        return fill(wording.none, none=pen.zero(level))
    return fill(wording.some, n=pen.level(level), m=pen.measure(measure))


def wording_of(outline: Outline, line: Line, level: Level) -> Wording:
    """Return the wording of the outline, or one made from the indicator's name.

    A name such as "Số sáng kiến được công nhận", counted in "sáng kiến", gives "có
    {n} {m} được công nhận"; other names are followed by the number. So are numbers
    that count something else than the indicator does.
    """
    name = _plain(own_name(line))
    if is_renamed(line) or not _counts_the_same(outline, line, level):
        return Wording(f"{name}: {{n}} {{m}}")
    own = outline.wordings.get(line.indicator.code)
    if own is not None:
        return own
    measure = line.indicator.measure
    counted = name.removeprefix(_COUNTED)
    if name != counted and counted.lower().startswith(measure.lower()):
        rest = counted[len(measure) :].strip()
        return Wording(f"có {{n}} {{m}} {rest}", f"{{none}} có {counted}")
    return Wording(_verb(outline, line, name), f"{name}: {{none}} phát sinh")


def told_measure(outline: Outline, line: Line, level: Level) -> str:
    """Return the measure that follows the number in a sentence.

    Sources write "lớp tập huấn" where the catalogue counts "lớp" and the sentence
    goes on with "tập huấn": then the catalogue's word is enough.
    """
    own, stated = line.indicator.measure, _stated(outline, level)
    if is_renamed(line) or not stated:
        return stated or own
    begins = bool(own) and stated.startswith(own.lower())
    rest = stated[len(own) :]
    return own if begins and not rest[:1].isalnum() else stated


def _stated(outline: Outline, level: Level) -> str:
    measure = level.first.draft.measure
    return outline.measures.get(measure, measure)


def _counts_the_same(outline: Outline, line: Line, level: Level) -> bool:
    """Tell whether a level counts what its indicator counts, or a kind of it."""
    own, stated = line.indicator.measure.lower(), _stated(outline, level).lower()
    if not stated or own in stated or stated in own:
        return True
    if own in MONEY and stated in MONEY:
        return True
    return any(
        any(word in own for word in alike) and any(word in stated for word in alike)
        for alike in outline.alike
    )


def _plain(name: str) -> str:
    # Braces in a name would be taken for places to fill.
    return name.replace("{", "(").replace("}", ")")


def _verb(outline: Outline, line: Line, name: str) -> str:
    measure = line.indicator.measure
    if measure in RANKS:
        return f"{name}: {outline.phrases['rank']}"
    is_rate = measure == PERCENT or measure in MONEY
    if is_rate and line.indicator.direction is Direction.HIGHER:
        return f"{name} đạt {{n}} {{m}}"
    return f"{name} là {{n}} {{m}}"
