"""Remainders: what is left of a whole after what was done, spent or settled."""

from decimal import Decimal

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.relations.likeness import same_measure, under_way
from tongket.core.reading.sighting import Sighting
from tongket.core.reading.signs import between

_WHOLES = frozenset((Role.RESULT, Role.TARGET, Role.CUMULATIVE))
_DONE = frozenset((Role.RESULT, Role.PART, Role.CUMULATIVE))
_DIVIDED = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE))
# The whole stands so many numbers back, and what is left is named so near it.
_BACK = 40
_NEAR = 8
# What is to be settled is called a total in so many words before its number.
_LABEL = 10


def rests_of_wholes(seen: list[Sighting], lexicon: Lexicon) -> None:
    """Mark what is left, and what it is left beside, as portions of their whole.

    "Tổng nguồn 38,46 tỷ đồng … Tổng chi 34,61 tỷ đồng … Chưa chi 3,85 tỷ đồng": the
    words name what is left, and the three agree to the last digit.
    """
    for at, rest in enumerate(seen):
        if not _is_left(rest, lexicon):
            continue
        before = [
            one
            for one in seen[max(0, at - _BACK) : at]
            if one.value and one.total is None and same_measure(one, rest)
        ]
        found = _whole_and_done(rest, before)
        if found is not None:
            _mark(rest, *found)


def _is_left(rest: Sighting, lexicon: Lexicon) -> bool:
    """Tell whether the words before a number say that so much is left."""
    if rest.kind not in _DIVIDED or rest.role not in {Role.RESULT, Role.PART}:
        return False
    if not rest.value or rest.total is not None or rest.settled or rest.host >= 0:
        return False
    words = rest.line.words
    first = max(rest.sentence, rest.lead, rest.opening - _NEAR)
    near = between(rest.line.signs.lefts, first, rest.opening)
    return any(lexicon.cues.left.ahead(words, at) for at in near) or under_way(rest)


def _whole_and_done(
    rest: Sighting, before: list[Sighting]
) -> tuple[Sighting, Sighting] | None:
    """Return the nearest whole, and what was done of it, that leave just the rest."""
    later: dict[Decimal, Sighting] = {}
    for one in reversed(before):
        if one.value is None or rest.value is None:
            continue
        done = later.get(one.value - rest.value)
        fits = done is not None and done.role in _DONE and one.role in _WHOLES
        if done is not None and fits and (not under_way(rest) or _is_total(one)):
            return one, done
        later.setdefault(one.value, one)
    return None


def _is_total(whole: Sighting) -> bool:
    """Tell whether a number is called a total: "Tổng số hồ sơ phải giải quyết: 214"."""
    first = max(whole.sentence, whole.opening - _LABEL)
    return any(first <= at < whole.opening for at in whole.line.signs.totals)


def _mark(rest: Sighting, whole: Sighting, done: Sighting) -> None:
    """Tie the rest, and what was done where nothing else holds it, to the whole."""
    place = (whole.start, rest.end)
    shown = f"{whole.value:f} = {done.value:f} + {rest.value:f}"
    for one in (rest, done):
        bound = one.settled or one.role is not Role.RESULT
        if one is rest or not bound:
            one.role, one.of = Role.PART, whole
            one.note("role_part_sum", place, shown)
