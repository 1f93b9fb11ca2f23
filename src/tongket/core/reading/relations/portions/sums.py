"""Sums: numbers that add up to one before them are its portions."""

from bisect import bisect_left
from decimal import Decimal
from itertools import pairwise

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.relations.likeness import (
    added,
    kindred,
    same_measure,
    says_before,
    under_way,
)
from tongket.core.reading.sighting import Sighting

_WHOLES = frozenset((Role.RESULT, Role.CUMULATIVE, Role.PART))
_PARTS = frozenset((Role.RESULT, Role.CUMULATIVE, Role.PART))
_COMPARISONS = frozenset((Role.CHANGE, Role.GAP, Role.PREVIOUS, Role.TARGET))
_COMPARED = frozenset((Role.CHANGE, Role.GAP))
_UNDIVIDED = frozenset((Kind.PERCENT, Kind.RANK, Kind.DURATION))
_OPENERS = frozenset(("gồm", "gom", ":"))
# A whole has at most so many portions, standing at most so many numbers after it.
_MOST = 12
_REACH = 26
# Its list begins in one of so many sentences or items behind it.
_GROUPS = 8
# "gồm cột đo xăng dầu 231, …": so many words after the opening word begin a list.
_LABEL = 6
# Below this, numbers of different sentences add up too easily by chance.
_LEAST = 10
# Two numbers alone add up to a whole by chance more easily than three.
_MANY = 50
# A slip of one digit leaves a list of three and more within two hundredths.
_LIST = 3
_SLIP = 50


def parts_by_sum(seen: list[Sighting]) -> None:
    """Mark runs of numbers that add up to one before them as its portions.

    The run must be unbroken among numbers of its sort, have two terms at least, and
    meet the whole within the rounding of what is displayed. A whole may be divided
    more than once, by one run after the other. The totals of tables are told by their
    rows and columns.
    """
    for before, one in pairwise(seen):
        one.opens = not _beside(before, one)
    # What stands in a table ends the numbers of the prose before it.
    settled = [at for at, one in enumerate(seen) if one.settled]
    for at, whole in enumerate(seen):
        # One is no sum of two numbers.
        if whole.value is None or whole.value <= 1 or whole.role not in _WHOLES:
            continue
        if whole.settled:
            continue
        if whole.kind in _UNDIVIDED or (whole.elided and _is_carried_on(whole)):
            continue
        table = bisect_left(settled, at)
        end = settled[table] if table < len(settled) else len(seen)
        after = seen[at + 1 : min(end, at + 1 + _REACH)]
        while run := (
            _run(whole, after) or _listed_run(whole, after) or _next_group(whole, after)
        ):
            _mark(whole, run)
            after = after[after.index(run[-1]) + 1 :]
            _lead_past(whole, run[-1], after)


def _is_carried_on(whole: Sighting) -> bool:
    """Tell whether a number has its measure from one before it."""
    return any(step[0] == "measure_carried_on" for step in whole.steps)


def _listed_run(whole: Sighting, after: list[Sighting]) -> list[Sighting]:
    """Return the list of "228 cơ sở với 4.915 phòng, gồm 21 …, 74 … và 133 …"."""
    for at in whole.line.signs.listings:
        if at >= whole.last:
            listed = [one for one in after if one.first > at or one.opens]
            beside = listed and listed[0].sentence == whole.sentence
            behind = beside and listed[0].line is whole.line and listed is not after
            return _run(whole, listed) if behind and len(listed) < len(after) else []
    return []


def _next_group(whole: Sighting, after: list[Sighting]) -> list[Sighting]:
    """Return a run that is all the numbers of a later sentence, clause or item.

    "20 giải cá nhân và 4 giải tập thể. Giải cá nhân gồm 3 nhì, 4 ba, 13 khuyến khích."
    """
    if whole.value is None or whole.value < _LEAST:
        return []
    begun = [at for at, one in enumerate(after) if one.opens and one.kind is whole.kind]
    for first in begun[:_GROUPS]:
        later = after[first:]
        run = _run(whole, later) if first and _may_open(whole, later[0]) else []
        enough = len(run) > 2 or (len(run) > 1 and whole.value >= _MANY)
        if enough and _is_complete(run, later):
            return run
        lists = len(later) >= _LIST and not any(one.opens for one in later[1:_LIST])
        if lists and not run and (nearly := _nearly(whole, later)):
            return nearly
    return []


def _may_open(whole: Sighting, one: Sighting) -> bool:
    """Tell whether a list that begins with a number may add up to a whole."""
    if one.role in _COMPARISONS or one.value is None or whole.value is None:
        return one.value is not None
    return one.value <= whole.value


def _nearly(whole: Sighting, after: list[Sighting]) -> list[Sighting]:
    """Return a list ended by "khác" that nearly adds up: one number is wrong.

    Of "89 lượt … Về đất đai 66 lượt, bồi thường 3 lượt, lĩnh vực khác 19 lượt" one
    is missing, and the list is of all of them nevertheless.
    """
    first = after[0]
    if first.host >= 0 or not same_measure(whole, first):
        return []
    run = [one for one in after[:_MOST] if _beside(first, one)]
    if len(run) < _LIST:
        return []
    alike = all(
        one.role is Role.RESULT and one.total is None and same_measure(whole, one)
        for one in run
    )
    if not alike or not _ends_the_list(run[-1]) or whole.value is None:
        return []
    total = added(run)
    return run if abs(total - whole.value) * _SLIP <= whole.value else []


def _ends_the_list(last: Sighting) -> bool:
    """Tell whether the words around a number say that it counts all others."""
    words = last.line.words
    near = words[max(last.lead, last.opening - 4) : last.tail + 3]
    return "khác" in near or "khac" in near


def _is_complete(run: list[Sighting], after: list[Sighting]) -> bool:
    """Tell whether a run takes in all numbers of its sort of its last sentence."""
    last = run[-1]
    return not any(
        one.kind is last.kind and one.role in _PARTS and _beside(last, one)
        for one in after[after.index(last) + 1 :]
        if one.of not in run
    )


def _beside(first: Sighting, second: Sighting) -> bool:
    """Tell whether two numbers stand in one sentence."""
    return first.line is second.line and first.sentence == second.sentence


def _mark(whole: Sighting, run: list[Sighting]) -> None:
    """Make the numbers of a run the portions of a whole."""
    shown = " + ".join(f"{one.value:f}" for one in run)
    place = (whole.start, max(one.end for one in run))
    for portion in run:
        if portion.role is Role.PART and portion.of is whole:
            continue
        portion.role, portion.of = Role.PART, whole
        if portion.elided and portion.kind is Kind.COUNT:
            portion.measure, portion.noun = whole.measure, whole.noun
            portion.kin = whole.kin
        portion.note("role_part_sum", place, f"{whole.value:f} = {shown}")


def _lead_past(whole: Sighting, last: Sighting, after: list[Sighting]) -> None:
    """Give what is compared behind "gồm 29 mới và 14 cũ;" the whole of the list."""
    for one in after:
        if one.role not in _COMPARED or one.of is not last:
            return
        if ";" not in one.line.words[last.tail : one.opening]:
            return
        one.of = whole


def _run(whole: Sighting, after: list[Sighting]) -> list[Sighting]:
    """Return the numbers after a whole that add up to it; none if they do not."""
    total = Decimal(0)
    run: list[Sighting] = []
    for one in after:
        if one.kind is not whole.kind or one.role in _COMPARISONS:
            continue
        if run and under_way(one):
            break
        if run and one.of in run:
            # "41 mẫu đạt, 05 mẫu không đạt" of 46; else a portion of a portion.
            if one.value is not None and _meets(whole, total + one.value, run):
                return [*run, one]
            continue
        if one.value is None or not (
            _may_join(whole, one, listed=False)
            or (_lists(whole, run, one) and _may_join(whole, one, listed=True))
        ):
            if not run and one is after[0] and not kindred(whole, one):
                # "228 cơ sở lưu trú với 4.915 phòng, gồm 21 khách sạn, …"
                continue
            break
        run.append(one)
        total += one.value
        if _meets(whole, total, run):
            return run if len(run) > 1 else []
        if whole.value is None or total > whole.value or len(run) >= _MOST:
            break
    return []


def _lists(whole: Sighting, run: list[Sighting], one: Sighting) -> bool:
    """Tell whether a number goes on a list right behind the whole.

    The list stands in a bracket, or after "gồm:".
    """
    words = whole.line.words
    if one.line is whole.line and one.host == whole.host:
        start = run[0].opening if run else one.opening
        opened = words[max(whole.tail, start - _LABEL) : start]
        return bool(_OPENERS & {*opened}) and one.sentence == whole.sentence
    if one.host < 0 or one.line is not whole.line or one.host < whole.tail:
        return False
    if ")" in words[whole.tail : one.host]:
        return False
    return run[0].host == one.host if run else one.host - whole.tail < 12


def _may_join(whole: Sighting, one: Sighting, *, listed: bool) -> bool:
    """Tell whether a number may be one of the portions of a whole.

    What is *listed* in a bracket behind the whole may bear another noun.
    """
    if whole.value is None or one.role not in _PARTS:
        return False
    if whole.kind is Kind.MONEY and not _BALANCES.isdisjoint(says_before(one)):
        # What is left of exports less imports is no portion of the exports.
        return False
    apart = whole.host >= 0 and one.host != whole.host
    if apart and not listed and one.line is whole.line:
        return False
    if one.total is not None or not (listed or kindred(whole, one)):
        return False
    if not listed and one.of is not None and one.of is not whole:
        return False
    return one.line is whole.line or whole.value >= _LEAST


_BALANCES = frozenset(("dư", "siêu", "chênh", "lệch", "bội", "sieu", "chenh", "boi"))


def _meets(whole: Sighting, total: Decimal, run: list[Sighting]) -> bool:
    """Tell whether a total meets the whole within the rounding of the whole."""
    if whole.value is None:
        return False
    slack = Decimal(0)
    if whole.kind is not Kind.COUNT and len(run) > 2 and whole.quantum is not None:
        slack = whole.quantum / 2
    return abs(whole.value - total) <= slack
