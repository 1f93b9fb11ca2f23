"""Digits that a scanner took for letters: "I2" is 12, "O5" is 5, "2.5OO" 2.500."""

import re

from tongket.core.reading.digits import NUMBER, read_digits
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line
from tongket.core.reading.sighting import Sighting

_MISREAD = re.compile(r"(?<![^\W_])[\dOoIl]{1,4}(?:[.,][\dOoIl]{1,3}){0,4}(?![^\W_])")
_NUMBER = re.compile(NUMBER)
_DIGITS = str.maketrans("OoIl", "0011")
_LETTERS = frozenset("ooil")


def misread_at(line: Line, at: int, lexicon: Lexicon) -> Sighting | None:
    """Read digits mixed with the letters O, I and l, where a measure follows them.

    Without a measure they are a name or a code.
    """
    start, end = line.starts[at], line.number_end(at) or line.ends[at]
    if _LETTERS.isdisjoint((line.low[start - 1 : start], line.low[end : end + 1])):
        return None
    first = (
        at - 1 if at and line.glued(at) and set(line.words[at - 1]) <= _LETTERS else at
    )
    match = _MISREAD.match(line.text, line.starts[first], line.end)
    if match is None or match.end() < end:
        return None
    last = line.word_at(match.end(), at)
    words = line.words
    measured = lexicon.nouns.ahead(words, last) or lexicon.measures.ahead(words, last)
    scaled = lexicon.numbers.scales.ahead(words, last)
    if measured is None and scaled is None:
        return None
    raw = match.group().translate(_DIGITS)
    if _NUMBER.fullmatch(raw) is None:
        return None
    digits = read_digits(raw, fractional=scaled is not None, counted=scaled is None)
    seen = Sighting(line, first, last, *match.span(), digits.value, digits.quantum)
    seen.doubt("0.6")
    seen.note("misread_digits", match.span(), str(digits.value))
    return seen
