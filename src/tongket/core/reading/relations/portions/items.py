"""Items: a list set line by line divides what the paragraph above it counts.

Nothing need announce it: "Kiểm tra 148 cơ sở." above "- Xăng dầu: kiểm tra 62 cửa
hàng …", "- Hàng đóng gói sẵn: kiểm tra 51 cơ sở …" and so on.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.line import Line, item_mark, mark_at
from tongket.core.reading.relations.likeness import (
    added,
    fits_within,
    kindred,
    same_measure,
    says_before,
)
from tongket.core.reading.sighting import Sighting

_WHOLES = frozenset((Role.RESULT, Role.TARGET, Role.CUMULATIVE, Role.PART))
_DIVIDED = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE))
# Three items and more that come so near the whole are all or nearly all of it.
_MANY = 3
_NEAR = Decimal("0.9")
# What a colon announces is half of the whole at least.
_HALF = Decimal("0.5")
# A wrong number brings the sum of the items no further above the whole.
_OVER = Decimal("1.02")
_IDLE = frozenset(("đã", "có", "là", "được", "thực", "hiện", "tổng", "số", "khoảng"))


def parts_of_items(seen: list[Sighting]) -> None:
    """Make the numbers that lead the items of a list portions of those above it."""
    for above, items in _lists(seen):
        for whole in above:
            if _may_be_divided(whole):
                _divide(whole, items)


def _lists(
    seen: list[Sighting],
) -> Iterator[tuple[list[Sighting], list[list[Sighting]]]]:
    """Yield the numbers of each line right above a list, and those of its items."""
    above: list[Sighting] = []
    items: list[list[Sighting]] = []
    for line, numbers in groupby(seen, key=lambda one: one.line):
        mark = item_mark(line)
        last = items[-1] if items else above
        if last and mark is not None and _follows(line, last[0].line, mark):
            goes_on = not items or item_mark(items[0][0].line) == mark
            if goes_on and (items or item_mark(last[0].line) != mark):
                items.append(list(numbers))
                continue
        if len(items) > 1:
            yield above, items
        above, items = list(numbers), []
    if len(items) > 1:
        yield above, items


def _follows(line: Line, last: Line, mark: str) -> bool:
    """Tell whether a line stands right below another, but for items without numbers."""
    at = last.end
    while at < line.start:
        end = line.text.find("\n", at, line.start) + 1 or line.start
        if mark_at(line.low, at, end) != mark:
            return False
        at = end
    return at == line.start


def _may_be_divided(whole: Sighting) -> bool:
    plain = whole.host < 0 and whole.total is None and bool(whole.value)
    return plain and whole.role in _WHOLES and whole.kind in _DIVIDED


def _divide(whole: Sighting, items: list[list[Sighting]]) -> None:
    """Tie the number of each item that counts the same to the whole."""
    picks = [one for item in items if (one := _pick(whole, item)) is not None]
    if len(picks) < 2 or len(picks) + 1 < len(items) or whole.value is None:
        return
    total = added(picks)
    if total == whole.value or _is_told(whole, picks, total):
        for one in picks:
            one.role, one.of = Role.PART, whole
            one.note("role_part_division", (whole.start, one.end), f"{whole.value:f}")


def _pick(whole: Sighting, item: list[Sighting]) -> Sighting | None:
    """Return the number of an item that may be a portion: one called like the whole."""
    free = [
        one
        for one in item
        if one.host < 0 and one.role is Role.RESULT and one.total is None
        if kindred(whole, one) and fits_within(whole, one)
    ]
    called = [one for one in free if _words(whole) & _words(one)]
    if called:
        return called[0]
    # Amounts of money all count alike, so that only their names tell them apart.
    counts = [one for one in free if one.kind is Kind.COUNT]
    return counts[0] if counts else None


def _words(one: Sighting) -> set[str]:
    return says_before(one) - _IDLE


def _is_told(whole: Sighting, picks: Sequence[Sighting], total: Decimal) -> bool:
    """Tell whether items that do not add up are portions all the same.

    A colon announces them, or three and more come near the whole.
    """
    if whole.value is None or total > whole.value * _OVER:
        return False
    if not all(same_measure(whole, one) for one in picks):
        return False
    if whole.line.words[-2] == ":":
        return total >= whole.value * _HALF
    return len(picks) >= _MANY and total >= whole.value * _NEAR
