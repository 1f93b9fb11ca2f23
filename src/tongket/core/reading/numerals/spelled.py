"""Numbers written in words: "ba mươi lăm", "hai trăm", "hàng chục tỷ"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.core.reading.lexicon import NumberWords


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words: its value (None: vague) and the word after it."""

    value: int | None
    end: int
    words: int


def read_group(
    words: Sequence[str], at: int, vocabulary: NumberWords
) -> tuple[int, int] | None:
    """Read a spelled number below a thousand; return it and the word after it.

    None when no number stands there.
    """
    total = 0
    end = at
    unit = vocabulary.units.get(words[end])
    if unit is not None and words[end + 1] in vocabulary.hundreds:
        total, end = unit * 100, end + 2
        rest = _below_hundred(words, end, vocabulary, after_hundred=True)
        return (total + rest[0], rest[1]) if rest else (total, end)
    return _below_hundred(words, at, vocabulary, after_hundred=False)


def _below_hundred(
    words: Sequence[str], at: int, vocabulary: NumberWords, *, after_hundred: bool
) -> tuple[int, int] | None:
    units = vocabulary.units
    if after_hundred and words[at] in vocabulary.zeros:
        unit = units.get(words[at + 1])
        return (unit, at + 2) if unit is not None else None
    unit = units.get(words[at])
    if unit is None:
        return None
    tens, end = unit * 10, at + 2
    if unit == 10:
        tens, end = 10, at + 1
    elif words[at + 1] not in vocabulary.tens:
        return None if after_hundred else (unit, at + 1)
    more = units.get(words[end], 0)
    # "mười năm" is ten years; fifteen is "mười lăm".
    if 0 < more < 10 and words[end] not in {"năm", "nam"}:
        return tens + more, end + 1
    return tens, end


def read_spelled(
    words: Sequence[str], at: int, vocabulary: NumberWords
) -> Spelled | None:
    """Read a number in words from a word on, below a scale; None: none there.

    "hai trăm ba mươi" gives 230; a following scale ("triệu") is read by `scales`.
    """
    head = vocabulary.vague_heads.ahead(words, at)
    if head is not None:
        end = at + head[1]
        if words[end] in vocabulary.vague_scales:
            while words[end] in vocabulary.vague_scales:
                end += 1
            return Spelled(None, end, end - at)
    group = read_group(words, at, vocabulary)
    if group is None:
        return None
    value, end = group
    return Spelled(value, end, end - at)


def as_value(spelled: Spelled) -> Decimal | None:
    """Return the value of a spelled number; None when it is vague."""
    return None if spelled.value is None else Decimal(spelled.value)
