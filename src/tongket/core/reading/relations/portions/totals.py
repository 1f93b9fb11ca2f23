"""Totals: "Cộng", "tổng kinh phí" behind the numbers that they add up."""

from decimal import Decimal

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.relations.likeness import (
    added,
    same_measure,
    says_before,
    under_way,
)
from tongket.core.reading.sighting import Sighting
from tongket.core.reading.signs import between

_TERMS = frozenset((Role.RESULT, Role.CUMULATIVE))
# A total adds up at most so many numbers, which stand so many numbers back.
_MOST = 12
_REACH = 30
# The rest of a pair is told at most so many numbers behind it.
_REST = 6
# A label that says "Cộng các hình thức:" has so many words at most.
_LABEL = 14


def parts_before_totals(seen: list[Sighting]) -> None:
    """Mark the numbers that a total behind them adds up as its portions.

    All numbers of its measure back to where they meet it are tried first, then
    those that share a word with the total ("kinh phí"), then all of its sentence
    ("cân 1.215 chiếc, đồng hồ nước 870 cái, tổng cộng 2.085 phương tiện").
    """
    for at, whole in enumerate(seen):
        if whole.value is None or whole.role not in _TERMS or whole.settled:
            continue
        if whole.kind in {Kind.PERCENT, Kind.RANK} or not _is_total(whole):
            continue
        near = [
            one
            for one in seen[max(0, at - _REACH) : at]
            if one.kind is whole.kind and one.role in _TERMS and one.total is None
        ]
        before = [one for one in near if same_measure(whole, one)]
        named = _called(whole) - _EMPTY
        alike = [one for one in before if len(says_before(one) & named) > 1]
        beside = [one for one in near if one.sentence == whole.sentence]
        for terms in (before, alike, beside):
            if run := _run_back(whole, terms):
                _mark(whole, run)
                break
        else:
            _mark_nearly(whole, [one for one in before if one in beside])


def _called(whole: Sighting) -> set[str]:
    """Return the words that name a total, back to the comma before it."""
    words = whole.line.words
    first = max(whole.sentence, whole.opening - _LABEL)
    return set(words[first : whole.opening])


_EMPTY = frozenset(("của", "là", "trên", "có", "cua", "la", "tren", "co"))


def _mark_nearly(whole: Sighting, terms: list[Sighting]) -> None:
    """Make terms that nearly meet their total its portions: one of them is wrong.

    "Khối 10: 347, khối 11: 214, khối 12: 197; toàn trường: 768" adds up to 758.
    """
    total = added(terms)
    if len(terms) < _LIST or whole.value is None or whole.kind is not Kind.COUNT:
        return
    if abs(total - whole.value) * _SLIP <= whole.value:
        for one in terms:
            one.role, one.of = Role.PART, whole
            one.note("role_part_near_total", (one.start, whole.end))


# A slip of one digit leaves a sum of three and more within two hundredths.
_LIST = 3
_SLIP = 50


def _is_total(whole: Sighting) -> bool:
    """Tell whether the words before a number call it a total."""
    words, totals = whole.line.words, whole.line.signs.totals
    first = max(whole.sentence, whole.opening - _LABEL)
    if not between(totals, first, whole.opening):
        return False
    if words[whole.lead : whole.opening] not in ([","], ["và"], ["va"]):
        # "Cộng các hình thức: 09 tập thể và 28 cá nhân" are two totals; else a comma
        # ends what is called so.
        for at in range(whole.opening - 1, first - 1, -1):
            if words[at] in {",", ";"}:
                first = at + 1
                break
    return bool(between(totals, first, whole.opening))


def _run_back(whole: Sighting, before: list[Sighting]) -> list[Sighting]:
    """Return the last numbers before a total that meet it; none if they do not."""
    total = Decimal(0)
    terms: list[Sighting] = []
    for one in reversed(before[-_MOST:]):
        if one.value is None or whole.value is None:
            return []
        total += one.value
        terms.append(one)
        if total >= whole.value:
            return terms if total == whole.value and len(terms) > 1 else []
    return []


def _mark(whole: Sighting, terms: list[Sighting]) -> None:
    shown = " + ".join(f"{one.value:f}" for one in reversed(terms))
    place = (terms[-1].start, whole.end)
    for one in terms:
        one.role, one.of = Role.PART, whole
        one.note("role_part_sum", place, f"{whole.value:f} = {shown}")


def rests_of_pairs(seen: list[Sighting]) -> None:
    """Mark what a pair leaves: "58/60 tán thành, 01 không, 01 ý kiến khác"."""
    for at, pair in enumerate(seen):
        if pair.total is None or pair.value is None or pair.kind is not Kind.COUNT:
            continue
        rest = pair.total - pair.value
        terms: list[Sighting] = []
        for one in seen[at + 1 : at + 1 + _REST]:
            if one.line is not pair.line or one.sentence != pair.sentence:
                break
            if one.kind is not Kind.COUNT or one.role not in {*_TERMS, Role.PART}:
                continue
            if one.value is None or one.total is not None or one.value == 0:
                break
            rest -= one.value
            terms.append(one)
            if rest <= 0:
                break
        if terms and rest == 0 and _left_over(pair, terms):
            _mark_rest(pair, terms, seen[:at])


def _left_over(pair: Sighting, terms: list[Sighting]) -> bool:
    """Tell whether numbers may count those of a pair that are not in its first.

    The list goes on from the pair without a noun of its own, or with the same.
    """
    first = terms[0]
    alike = all(same_measure(pair, one) for one in terms)
    if not first.elided and (not alike or pair.value == first.value):
        return False
    if first.elided and any(under_way(one) for one in terms):
        return False
    return all(one.of is None or one.of is pair or one.of in terms for one in terms)


def _mark_rest(pair: Sighting, terms: list[Sighting], before: list[Sighting]) -> None:
    """Tie what is left to all of those, where they were counted before the pair."""
    whole = next(
        (
            one
            for one in reversed(before[-_REST:])
            if one.line is pair.line and one.value == pair.total and one.total is None
        ),
        pair,
    )
    for one in terms:
        one.role, one.of = Role.PART, whole
        one.note("role_part_rest", (pair.start, one.end))
