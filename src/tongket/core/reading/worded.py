"""Numbers in words as they stand in a line: those that count, and those that do not."""

from decimal import Decimal

from tongket.core.nouns.figure import Bound
from tongket.core.nouns.reading import TokenClass
from tongket.core.reading.asides.dates import term_at
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line
from tongket.core.reading.numerals.scales import scale_after, take_scale
from tongket.core.reading.numerals.spelled import as_value, read_spelled
from tongket.core.reading.sighting import Aside, Found, Sighting

# The measure of how many times as much.
FACTOR = "lần"


def worded_at(line: Line, at: int, lexicon: Lexicon) -> Found | None:
    """Read a number in words at a word; None: no number word stands there."""
    numbers = lexicon.numbers
    factor = numbers.factors.ahead(line.words, at)
    if factor is not None:
        return _factor(line, at, factor)
    spelled = read_spelled(line.words, at, numbers)
    if spelled is None:
        return None
    value = as_value(spelled)
    if value is None:
        return _vague(line, at, lexicon, last=spelled.end)
    start, end = line.span(at, spelled.end)
    if spelled.words == 1 and scale_after(line, spelled.end, numbers) is None:
        if not _is_number_word(line.words[at], lexicon):
            return None
        aside = _spelled_aside(line, at, lexicon, last=spelled.end)
        if aside is None and not _counts_alone(line, at, lexicon):
            reason = "article" if value == 1 else "word_without_count"
            aside = Aside(start, end, TokenClass.REFUSED, reason)
    else:
        aside = _spelled_aside(line, at, lexicon, last=spelled.end)
    if aside is not None:
        return aside
    seen = Sighting(line, at, spelled.end, start, end, value, Decimal(1), spelled=True)
    seen.note("spelled_number", (start, end), str(value))
    take_scale(seen, lexicon)
    return seen


def _factor(line: Line, at: int, factor: tuple[Decimal, int]) -> Sighting:
    """Read "gấp đôi", "gấp ba lần": how many times as much."""
    value, length = factor
    last = at + length
    start, end = line.span(at, last)
    seen = Sighting(line, at, last, start, end, value, Decimal(1), spelled=True)
    seen.measure = seen.noun = FACTOR
    seen.note("growth_factor", (start, end), str(value))
    return seen


def _vague(line: Line, at: int, lexicon: Lexicon, *, last: int) -> Sighting:
    start, end = line.span(at, last)
    seen = Sighting(line, at, last, start, end, None, spelled=True)
    seen.bound = Bound.VAGUE
    seen.scaled = words_scale(line.words[last - 1], lexicon)
    seen.note("vague_amount", (start, end))
    return seen


def words_scale(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a scale word is one of those that mostly say money."""
    factor = lexicon.numbers.scales.get(word)
    return factor is not None and factor >= 1_000_000


def _is_number_word(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word alone is a number, and not "năm" (year), "không", "tư"."""
    marked = lexicon.bare is not None
    return marked and lexicon.numbers.units[word] > 0 and word not in _OTHER_SENSES


_OTHER_SENSES = frozenset(
    ("năm", "nam", "tư", "tu", "lăm", "lam", "mốt", "mot", "nhăm")
)


def _spelled_aside(line: Line, at: int, lexicon: Lexicon, *, last: int) -> Aside | None:
    name = lexicon.names.before.behind(line.words, at)
    start, end = line.span(at, last)
    if name is not None and not name[0].capital:
        return Aside(start, end, TokenClass.ORDINAL, "ordinal_word")
    if scale_after(line, last, lexicon.numbers) is None:
        return term_at(line, at, lexicon, last=last)
    return None


def _counts_alone(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a single number word counts the noun after it."""
    words, numbers = line.words, lexicon.numbers
    if not lexicon.nouns.ahead(words, at + 1) or numbers.idle_nouns.ahead(
        words, at + 1
    ):
        return False
    if lexicon.measures.ahead(words, at + 1):
        return False
    if numbers.units[words[at]] > 1:
        return True
    # "một" is mostly an article; it counts beside other numbers and after verbs of
    # giving.
    if at and numbers.openers.behind(words, at) is None:
        return False
    around = words[max(0, at - 15) : at] + words[at + 1 : at + 16]
    return any(_is_count_word(word, lexicon) for word in around)


def _is_count_word(word: str, lexicon: Lexicon) -> bool:
    if word[0].isdecimal():
        return True
    return word in lexicon.numbers.units and word not in _OTHER_SENSES
