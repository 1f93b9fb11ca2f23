"""Scales after a number: "1.100 tỷ", "1 triệu 200 nghìn", "2 tỷ rưỡi"."""

from dataclasses import dataclass
from decimal import Decimal

from tongket.core.nouns.figure import Kind
from tongket.core.reading.digits import read_digits, whole
from tongket.core.reading.lexicon import Lexicon, NumberWords
from tongket.core.reading.line import Line
from tongket.core.reading.numerals.spelled import read_group
from tongket.core.reading.sighting import Sighting


@dataclass(frozen=True, slots=True)
class Scaled:
    """A value with its scale: the word after it, and whether the scale says money.

    `factor` is the largest scale, that of the first number.
    """

    value: Decimal
    quantum: Decimal
    last: int
    money: bool
    factor: Decimal


def scale_after(
    line: Line, at: int, vocabulary: NumberWords
) -> tuple[Decimal, int, bool] | None:
    """Return the scale at a word: its factor, the word after it, whether it is money.

    None when no scale stands there ("tỷ lệ" and "triệu chứng" are none).
    """
    words = line.words
    money = vocabulary.money_scales.ahead(words, at)
    if money is not None:
        return money[0], at + money[1], True
    found = vocabulary.scales.ahead(words, at)
    if found is None or vocabulary.not_scales.ahead(words, at):
        return None
    # A capital scale in a line of small letters is a place: "huyện Triệu Phong".
    if (
        line.is_capital(at)
        and not line.text[line.starts[at] : line.starts[at] + 2].isupper()
    ):
        return None
    return found[0], at + found[1], False


def with_scale(
    line: Line, last: int, vocabulary: NumberWords, *, value: Decimal, quantum: Decimal
) -> Scaled | None:
    """Return the value with the scales that follow word *last*; None: no scale.

    Smaller scales add up ("1 triệu 200 nghìn"), and "rưỡi" adds half a scale.
    """
    found = scale_after(line, last, vocabulary)
    if found is None:
        return None
    factor, last, money = found
    value, quantum, first = value * factor, quantum * factor, factor
    while True:
        if line.words[last] in vocabulary.halves:
            return Scaled(value + factor / 2, factor / 2, last + 1, money, first)
        if line.words[last].isdecimal() and line.glued(last):
            # "8tr500" is eight millions and five tenths of one.
            rest = Decimal(line.words[last]).scaleb(-len(line.words[last])) * factor
            return Scaled(value + rest, quantum, last + 1, money, first)
        more = _smaller(line, last, vocabulary, above=factor)
        if more is None:
            return Scaled(value, quantum, last, money, first)
        amount, factor, last, money = more
        value, quantum = value + amount, factor


def _smaller(
    line: Line, at: int, vocabulary: NumberWords, *, above: Decimal
) -> tuple[Decimal, Decimal, int, bool] | None:
    """Read one more addend with a smaller scale, as the "200 nghìn" of an amount."""
    word = line.words[at]
    if word[0].isdecimal():
        end = line.number_end(at)
        if end is None:
            return None
        raw = line.low[line.starts[at] : end]
        amount = read_digits(raw, fractional=True, counted=False).value
        after = line.word_at(end, at)
    else:
        group = read_group(line.words, at, vocabulary)
        if group is None:
            return None
        amount, after = Decimal(group[0]), group[1]
    found = scale_after(line, after, vocabulary)
    if found is None or found[0] >= above or amount * found[0] >= above:
        return None
    return amount * found[0], found[0], found[1], found[2]


def take_scale(seen: Sighting, lexicon: Lexicon) -> None:
    """Multiply the scale after a number in, and take its words into the number."""
    if seen.value is None or seen.quantum is None:
        return
    scaled = with_scale(
        seen.line,
        seen.last,
        lexicon.numbers,
        value=seen.value,
        quantum=seen.quantum,
    )
    if scaled is None:
        return
    start = seen.end
    seen.value, seen.quantum = whole(scaled.value), whole(scaled.quantum)
    seen.last = scaled.last
    seen.factor = scaled.factor
    seen.end = seen.line.ends[scaled.last - 1]
    seen.scaled = True
    if scaled.money:
        seen.kind, seen.measure = Kind.MONEY, "đồng"
    seen.note("scale", (start, seen.end), f"{seen.value:f}")
