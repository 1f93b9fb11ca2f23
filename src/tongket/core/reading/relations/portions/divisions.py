"""Divisions: a label says that the numbers behind it divide one before them.

"* Theo trình độ: tiến sĩ 12, thạc sĩ 88 …", "Phân theo lĩnh vực:" above items.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import mark_at, words_of
from tongket.core.reading.relations.likeness import (
    added,
    fits_within,
    kindred,
    same_measure,
)
from tongket.core.reading.sighting import Sighting

_WHOLES = frozenset((Role.RESULT, Role.CUMULATIVE, Role.TARGET, Role.PART))
_TERMS = frozenset((Role.RESULT, Role.PART))
_DIVIDED = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE))
# A label has so many words before its colon.
_LABEL = 10
# The items of a list stand at most so many lines below its label.
_ITEMS = 20
# What is divided is one of so many numbers before the label.
_BACK = 10
# A wrong number leaves the sum of a division no further off than a quarter.
_SLACK = Decimal("0.25")
_BREAKS = frozenset((".", ";", ",", "(", "-", "*", "+", "•", "–", ")"))


@dataclass(slots=True, eq=False)
class Division:
    """The numbers behind one label: the place of the first, and all of them."""

    first: int
    terms: list[Sighting]


def parts_of_divisions(seen: list[Sighting], lexicon: Lexicon) -> None:
    """Make the numbers that a label announces portions of what stands before it.

    One whole may be divided several times; a division is none of the next.
    """
    taken: set[Sighting] = set()
    for division in _divisions(seen, lexicon):
        wholes = [
            one
            for one in seen[max(0, division.first - 3 * _BACK) : division.first]
            if one not in taken and _is_whole(one)
        ][-_BACK:]
        taken.update(_divide(wholes[::-1], division.terms))


def _is_whole(one: Sighting) -> bool:
    plain = one.host < 0 and one.total is None and bool(one.value)
    return plain and one.role in _WHOLES and one.kind in _DIVIDED


def _divisions(seen: list[Sighting], lexicon: Lexicon) -> Iterator[Division]:
    """Yield the divisions of a text in its order."""
    open_: Division | None = None
    label = (-1, -1)
    for at, one in enumerate(seen):
        here = _label_of(one, lexicon)
        if here is None and (at == 0 or seen[at - 1].line is not one.line):
            here = _label_above(one, lexicon)
        if here is None and open_ is not None and _goes_on(open_.terms[-1], one, label):
            here = label
        if here is None or here != label or open_ is None:
            if open_ is not None:
                yield open_
            open_, label = None, here or (-1, -1)
            if here is not None:
                open_ = Division(at, [])
        if open_ is not None:
            open_.terms.append(one)
    if open_ is not None:
        yield open_


def _goes_on(last: Sighting, one: Sighting, label: tuple[int, int]) -> bool:
    """Tell whether a number stands in the sentence of the label, or of its item."""
    same = one.line is last.line and one.sentence == last.sentence
    return same and label[0] >= 0


def _label_of(one: Sighting, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the offsets of the label that a number stands right behind, or None."""
    words, colon = one.line.words, one.clause - 1
    if one.host < 0 and colon > 0 and words[colon] == ":" and one.lead == one.clause:
        for at in range(colon - 1, max(-1, colon - _LABEL), -1):
            opens = at == 0 or words[at - 1] in _BREAKS
            if opens and lexicon.cues.dividers.ahead(words, at) is not None:
                return one.line.starts[at], one.line.starts[colon]
            if words[at] in {".", ";", ":"}:
                break
    return None


def _label_above(one: Sighting, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the offsets of the line above a list of items that divides; or None."""
    text, end = one.line.low, one.line.start
    mark = mark_at(text, end, one.line.end)
    if mark is None:
        return None
    for _ in range(_ITEMS):
        if end == 0:
            return None
        start = text.rfind("\n", 0, end - 1) + 1
        if _announces(text[start:end].strip(), lexicon):
            return start, end
        if mark_at(text, start, end) != mark:
            return None
        end = start
    return None


def _announces(line: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is nothing but "Theo trình độ:", "- Trong đó:"."""
    if not line.endswith(":") or len(line) > _LONGEST:
        return False
    words = [*words_of(line), "\n"]
    while words[0] in _BREAKS:
        del words[0]
    cues = lexicon.cues
    return any(phrases.ahead(words, 0) for phrases in (cues.dividers, cues.listing))


# A label that stands alone on its line has so many letters.
_LONGEST = 80


def _divide(wholes: list[Sighting], terms: list[Sighting]) -> list[Sighting]:
    """Tie the numbers of a division to what they divide; return those that are tied.

    *wholes* are the numbers that it may be, the nearest first: one that all numbers
    of its kind add up to, or else the nearest one that counts the same.
    """
    plain = [one for one in terms if _is_term(one)]
    for whole in wholes:
        alike = [one for one in plain if one.kind is whole.kind]
        if len(alike) > 1 and added(alike) == whole.value:
            return _mark(whole, alike)
    tied: list[Sighting] = []
    for whole in wholes:
        alike = [one for one in plain if one not in tied and _may_divide(whole, one)]
        if len(alike) > 1 and whole.value is not None:
            off = abs(added(alike) - whole.value)
            if off <= whole.value * _SLACK:
                tied += _mark(whole, alike)
    return tied


def _is_term(one: Sighting) -> bool:
    plain = one.host < 0 and one.total is None and one.value is not None
    return plain and one.role in _TERMS and one.kind in _DIVIDED


def _may_divide(whole: Sighting, one: Sighting) -> bool:
    alike = same_measure(whole, one) or kindred(whole, one)
    return alike and fits_within(whole, one)


def _mark(whole: Sighting, terms: list[Sighting]) -> list[Sighting]:
    for one in terms:
        if one.role is Role.PART and one.of is whole:
            continue
        one.role, one.of = Role.PART, whole
        if one.elided and one.kind is Kind.COUNT:
            one.measure, one.noun, one.kin = whole.measure, whole.noun, whole.kin
        one.note("role_part_division", (whole.start, one.end), f"{whole.value:f}")
    return terms
