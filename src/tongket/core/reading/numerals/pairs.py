"""Pairs of now and before: "còn 3.389/3.599 vụ, giảm 5,83%" is no part and whole."""

from decimal import Decimal

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.digits import read_digits
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.sighting import Sighting

# A change that speaks of a pair stands at most so many words behind it.
_REACH = 14


def part_pairs(seen: list[Sighting], lexicon: Lexicon) -> list[Sighting]:
    """Return the numbers of a line, pairs of now and before made two numbers.

    A pair is of now and before when the change named behind it is just the
    difference of the two, as a number or in per cent.
    """
    if not any(one.total is not None for one in seen):
        return seen
    parted: list[Sighting] = []
    for at, one in enumerate(seen):
        after = seen[at + 1] if at + 1 < len(seen) else None
        if after is not None and _is_change_of(one, after, lexicon):
            parted += _two(one)
        else:
            parted.append(one)
    return parted


def _is_change_of(pair: Sighting, change: Sighting, lexicon: Lexicon) -> bool:
    if pair.total is None or pair.value is None or change.value is None:
        return False
    if pair.total == 0 or change.first - pair.last > _REACH:
        return False
    cue = lexicon.cues.roles.behind(change.line.words, change.first)
    if cue is None or not cue[0].startswith("change"):
        return False
    gap = abs(pair.total - pair.value)
    if change.line.words[change.last] == "%":
        exact = gap * 100 / pair.total
        return abs(exact - change.value) <= (change.quantum or Decimal(1))
    return gap == change.value


def _two(pair: Sighting) -> list[Sighting]:
    line = pair.line
    slash = line.words.index("/", pair.first, pair.last)
    low = line.low
    start = line.starts[slash + 1]
    end = line.number_end(slash + 1) or pair.end
    before = read_digits(low[start:end], fractional=False, counted=True)
    first = Sighting(
        line, pair.first, slash, pair.start, line.ends[slash - 1], pair.value
    )
    first.quantum, first.tail = pair.quantum, pair.last
    second = Sighting(line, slash + 1, pair.last, start, end, before.value)
    second.quantum = before.quantum
    first.note("now_and_before", (pair.start, pair.end))
    second.note("now_and_before", (pair.start, pair.end))
    second.role, second.of = Role.PREVIOUS, first
    first.kind = second.kind = Kind.COUNT
    first.twin, second.twin = second, first
    return [first, second]
