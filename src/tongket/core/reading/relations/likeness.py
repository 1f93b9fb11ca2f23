"""Likeness: which numbers count alike, which may be a portion of which, their sum."""

from collections.abc import Iterable
from decimal import Decimal

from tongket.core.nouns.figure import Kind
from tongket.core.reading.sighting import Sighting

_COUNT = Kind.COUNT
_UNDIVIDED = frozenset((Kind.PERCENT, Kind.RANK))


def same_measure(first: Sighting, second: Sighting) -> bool:
    """Tell whether two numbers count in one measure."""
    if first.kind is not second.kind:
        return False
    if first.kind is not _COUNT:
        return first.measure == second.measure
    if not first.noun or first.noun == second.noun:
        return bool(first.noun)
    short, long = first.measure, second.measure
    if len(short) > len(long):
        short, long = long, short
    return long.startswith(short) and long[len(short) : len(short) + 1] == " "


def most_alike(seen: Sighting, levels: list[Sighting]) -> Sighting | None:
    """Return the level in the same measure whose words agree most; of some, the first.

    "485 người chết, 647 người bị thương" are told apart by what follows the noun.
    """
    own = says_of(seen) | says_before(seen)
    best: tuple[int, Sighting] | None = None
    for level in levels:
        if not same_measure(level, seen):
            continue
        shared = len(own & (says_of(level) | says_before(level)))
        if best is None or shared > best[0]:
            best = (shared, level)
    return best[1] if best is not None else None


def says_of(seen: Sighting) -> set[str]:
    """Return the words right after a counted thing, up to where another begins."""
    words: set[str] = set()
    for word in seen.line.words[seen.tail : seen.tail + 4]:
        if not word[0].isalpha() or word in {"và", "va", "so"}:
            break
        words.add(word)
    return words


def says_before(seen: Sighting) -> set[str]:
    """Return the words right before a number, back to where another thing ends."""
    words: set[str] = set()
    signed = seen.line.words[seen.opening - 1] in {"+", "-"}
    for word in reversed(seen.line.words[seen.lead : seen.opening - signed]):
        if not word[0].isalpha() or word in {"và", "va"}:
            break
        words.add(word)
    return words


def kindred(whole: Sighting, part: Sighting) -> bool:
    """Tell whether one number may count a portion of what another counts."""
    if whole.kind is not part.kind or whole.kind in _UNDIVIDED:
        return False
    if "/" in part.measure and "/" not in whole.measure and part.factor == 1:
        # "7.200 bản in (300 bản/số)": so many for each, and no portion.
        return False
    if part.elided or same_measure(whole, part):
        return True
    return bool(whole.kin & part.kin)


def added(terms: Iterable[Sighting]) -> Decimal:
    """Add the values of numbers up; one without a value adds nothing."""
    return sum((one.value for one in terms if one.value is not None), start=Decimal(0))


def fits_within(whole: Sighting, part: Sighting) -> bool:
    """Tell whether the value of one number is no more than that of another."""
    if whole.value is None or part.value is None:
        return False
    return Decimal(0) <= part.value <= whole.value


def is_share(part: Sighting, percent: Sighting, whole: Decimal | None) -> bool:
    """Tell whether a percentage restates a part of a whole, within its rounding."""
    if not whole or part.value is None or percent.value is None:
        return False
    exact = part.value * 100 / whole
    return abs(exact - percent.value) <= (percent.quantum or Decimal(1)) * 2


def under_way(one: Sighting) -> bool:
    """Tell whether work goes on with the things counted: "đang giải quyết 5 hồ sơ"."""
    words = one.line.words
    for at in range(one.opening - 1, one.lead - 1, -1):
        if words[at] in {",", ";"}:
            break
        if words[at] in {"đang", "dang"}:
            return True
    return False


def portion(whole: Sighting, seen: Sighting) -> bool:
    """Tell whether a number may be a portion of another that stands near."""
    # "huyện A 67/68 trường, huyện B 59/60 trường": pairs stand side by side.
    if whole.total is not None and seen.total is not None:
        return False
    return kindred(whole, seen) and fits_within(whole, seen)
