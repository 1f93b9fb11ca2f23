"""From the words of a line to its numbers: each seen as a figure or set aside."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import compress

from tongket.core.nouns.figure import Kind
from tongket.core.nouns.reading import TokenClass
from tongket.core.reading.asides.dates import date_at, day_at
from tongket.core.reading.asides.names import name_at
from tongket.core.reading.asides.pages import (
    contact_at,
    counter_at,
    links_of,
    marker_at,
)
from tongket.core.reading.asides.shapes import is_shaped, shape_at
from tongket.core.reading.digits import (
    NUMBER,
    Digits,
    read_digits,
    whole,
)
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line, words_of
from tongket.core.reading.numerals.misread import misread_at
from tongket.core.reading.numerals.scales import scale_after, take_scale
from tongket.core.reading.sighting import Aside, Found, Sighting
from tongket.core.reading.worded import worded_at

_PAIR = re.compile(rf"(?:{NUMBER}) ?/ ?({NUMBER})(?![/\w])")
# "5 371 phương tiện": thousands may be parted by a blank, also by a hard one.
_SPACED = re.compile(
    r"[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3}){1,4}(?:,\d{1,3})?"
    r"(?![\d.,/]|[ \u00a0]?\d)"
)
# Thousands stand in groups of so many digits.
_GROUP = 3
_RANGE = re.compile(rf"(?:{NUMBER}) ?(?:%? ?- ?|%? ?đến )({NUMBER})(?![/-]?\d)")


def numbers_of(
    line: Line,
    lexicon: Lexicon,
    candidates: Sequence[int],
    *,
    claims: Sequence[Found] = (),
) -> Iterator[Found]:
    """Yield the numbers of a line in order, each a sighting or set aside.

    *candidates* are the words that may begin one (`candidates_of`), *claims* what
    a table has made of its numbers already. Together they cover every digit of the
    line, and none overlaps another.
    """
    links: list[Found] = [
        Aside(*link, TokenClass.CONTACT, "address_of_page") for link in links_of(line)
    ]
    links += claims
    done = line.start
    before: Found | None = None
    for at in candidates:
        if line.starts[at] < done:
            continue
        found: Found | None
        if not line.words[at].isdecimal():
            found = worded_at(line, at, lexicon)
        else:
            found = (
                _claimed(line, at, links, done=done)
                or _listed_name(line, at, lexicon, before=before)
                or digits_at(line, at, lexicon)
            )
        if found is not None:
            yield found
            before, done = found, found.end


def candidates_of(line: Line, lexicon: Lexicon) -> list[int]:
    """Return the words of a line that may begin a number: digits and number words."""
    begins = _beginnings(lexicon.numbers.starters)
    words = line.words
    return list(compress(range(len(words)), map(begins.__getitem__, words)))


def may_hold_number(pieces: Iterable[str], lexicon: Lexicon) -> bool:
    """Tell whether a digit or number word stands in what blanks part."""
    holds = _holdings(lexicon.numbers.starters)
    return any(map(holds.__getitem__, pieces))


class _Beginnings(dict[str, bool]):
    """Which words may begin a number, remembered, since a report repeats its words."""

    def __init__(self, starters: frozenset[str]) -> None:
        super().__init__()
        self._starters = starters

    def __missing__(self, word: str) -> bool:
        if len(self) > _MOST_WORDS:
            self.clear()
        self[word] = begins = word.isdecimal() or word in self._starters
        return begins


class _Holdings(_Beginnings):
    """Which pieces between blanks hold such a word: "(một" does."""

    def __missing__(self, word: str) -> bool:
        holds = any(map(super().__missing__, words_of(word)))
        self[word] = holds
        return holds


@lru_cache(maxsize=2)
def _holdings(starters: frozenset[str]) -> _Holdings:
    return _Holdings(starters)


@lru_cache(maxsize=2)
def _beginnings(starters: frozenset[str]) -> _Beginnings:
    return _Beginnings(starters)


_MOST_WORDS = 20_000


def _listed_name(
    line: Line, at: int, lexicon: Lexicon, *, before: Found | None
) -> Aside | None:
    """Set aside the "2" and "3" of "cấp 1, 2, 3": a list goes on as it began."""
    if not isinstance(before, Aside) or before.token_class not in _LISTED:
        return None
    comma = at > 1 and line.words[at - 1] in {",", "và", "va", "-"}
    if not comma or line.ends[at - 2] != before.end or len(line.words[at]) > 4:
        return None
    # "đến năm 2025, 17 cố vấn": years go on with years.
    no_year = len(line.words[at - 2]) == _YEAR != len(line.words[at])
    counted = lexicon.nouns.ahead(line.words, at + 1) or line.words[at + 1] == "%"
    if counted or no_year:
        return None
    if shape_at(line, at) is not None or line.number_end(at) != line.ends[at]:
        return None
    measure = lexicon.measures.ahead(line.words, at + 1)
    if measure is not None and measure[0].kind is not Kind.DURATION:
        return None
    return Aside(*line.span(at, at + 1), before.token_class, before.reason)


# A year has so many digits.
_YEAR = 4
_LISTED = frozenset(
    (
        TokenClass.STANDARD,
        TokenClass.ORDINAL,
        TokenClass.DOCUMENT_NUMBER,
        TokenClass.DATE,
    )
)


def _claimed(line: Line, at: int, claims: list[Found], *, done: int) -> Found | None:
    """Return what an address or a table cell has already made of a number."""
    start = line.starts[at]
    for claim in claims:
        if claim.start <= start < claim.end:
            if isinstance(claim, Aside) and claim.start < done:
                return claim._replace(start=start)
            return claim
    return None


def digits_at(line: Line, at: int, lexicon: Lexicon) -> Found:
    """Read what begins with digits at a word: set aside, or seen as a number.

    Most numbers stand between blanks and words; what is told by a mark or letter that
    clings to the digits is asked about only where one does.
    """
    shaped = is_shaped(line, at)
    return (
        contact_at(line, at)
        or _misread(line, at, lexicon)
        or marker_at(line, at)
        or (shape_at(line, at) if shaped else None)
        or (_base_at(line, at, lexicon) if line.words[at - 1] == "/" else None)
        or _rank_at(line, at, lexicon)
        or (day_at(line, at, lexicon) if shaped else None)
        or name_at(line, at, lexicon)
        or counter_at(line, at, lexicon)
        or date_at(line, at, lexicon)
        or _number_at(line, at, lexicon)
    )


def _rank_label(line: Line, at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Return the rank that a label names: "Xếp hạng DTI: 11/63"."""
    words = line.words
    if at < 2 or "/" not in words[at + 1 : at + 4]:
        return None
    for first in range(at - 2, max(-1, at - 7), -1):
        found = lexicon.cues.ranks.ahead(words, first)
        if found is not None:
            return found[0], at - first
    return None


def _misread(line: Line, at: int, lexicon: Lexicon) -> Sighting | None:
    seen = misread_at(line, at, lexicon)
    if seen is not None:
        take_scale(seen, lexicon)
    return seen


def _number_at(line: Line, at: int, lexicon: Lexicon) -> Found:
    start = line.starts[at]
    end = line.number_end(at)
    if end is None or end > line.end:
        return Aside(start, line.ends[at], TokenClass.REFUSED, "too_many_digits")
    mark = line.low[end : end + 2].lstrip()[:1]
    if mark == "/":
        pair = _PAIR.match(line.low, start, line.end)
        if pair is not None and pair.start(1) > end:
            return _two_numbers(line, at, lexicon, match=pair, total=True)
    spread = None
    if mark in {"-", "%", "đ"}:
        spread = _RANGE.match(line.low, start, line.end)
    if spread is not None and spread.start(1) > end and not _ascends(line, at, spread):
        if "-" in spread.group() and " " not in spread.group():
            return Aside(start, spread.end(), TokenClass.REFUSED, "score")
        spread = None
    if spread is not None and spread.start(1) > end:
        if _is_span_of_years(line, spread, lexicon):
            return Aside(start, spread.end(), TokenClass.DATE, "span_of_years")
        return _two_numbers(line, at, lexicon, match=spread, total=False)
    return _spaced(line, at, lexicon) or _plain_number(line, at, lexicon, end=end)


def _plain_number(line: Line, at: int, lexicon: Lexicon, *, end: int) -> Sighting:
    start = line.starts[at]
    last = line.word_at(end, at)
    nature = _nature(line, last, lexicon)
    digits = read_digits(line.low[start:end], **nature)
    seen = Sighting(line, at, last, start, end, digits.value, digits.quantum)
    seen.note("digits", (start, end), str(digits.value))
    if digits.sloppy:
        seen.doubt("0.9")
        seen.note("sloppy_separator", (start, end), str(digits.value))
    if nature is _SCALED:
        take_scale(seen, lexicon)
    return seen


def _spaced(line: Line, at: int, lexicon: Lexicon) -> Sighting | None:
    """Read "5 371 phương tiện" as one number, where a thing or a measure follows."""
    words = line.words
    if len(words[at + 1]) != _GROUP or not words[at + 1].isdecimal():
        return None
    if at and words[at - 1].isdecimal():
        return None
    match = _SPACED.match(line.low, line.starts[at], line.end)
    if match is None:
        return None
    last = line.word_at(match.end(), at)
    counted = lexicon.nouns.ahead(words, last) or lexicon.measures.ahead(words, last)
    if counted is None and scale_after(line, last, lexicon.numbers) is None:
        return None
    raw = "".join(match.group().split())
    digits = read_digits(raw, fractional=True, counted=False)
    seen = Sighting(line, at, last, *match.span(), digits.value, digits.quantum)
    seen.doubt("0.9")
    seen.note("sloppy_separator", match.span(), str(digits.value))
    take_scale(seen, lexicon)
    return seen


def _base_at(line: Line, at: int, lexicon: Lexicon) -> Aside | None:
    """Set aside the "100" of "65 thuê bao/100 dân": it belongs to the measure."""
    if at < 2 or line.words[at - 1] != "/" or not line.words[at - 2][0].isalpha():
        return None
    end = line.number_end(at)
    raw = line.low[line.starts[at] : end].replace(".", "") if end is not None else ""
    if end is None or raw.strip("0") != "1":
        return None
    after = line.word_at(end, at)
    scale = lexicon.numbers.scales.ahead(line.words, after)
    if scale is not None:
        after += scale[1]
        end = line.ends[after - 1]
    if scale is None and len(raw) < 3:
        return None
    if lexicon.nouns.ahead(line.words, after) is None:
        return None
    return Aside(line.starts[at], end, TokenClass.REFUSED, "base_of_rate")


def _rank_at(line: Line, at: int, lexicon: Lexicon) -> Sighting | None:
    """Read a place in a standing: "TOP 3", "xếp thứ 5/63", "đứng 9/63"."""
    cues = lexicon.cues
    if line.words[at + 1] == "sao":
        # "sản phẩm xếp hạng 4 sao": the name of a grade.
        return None
    found = cues.ranks.behind(line.words, at)
    if found is None and line.words[at - 1] == ":":
        found = _rank_label(line, at, lexicon)
    if found is None:
        placed = cues.ranks_of_pair.behind(line.words, at)
        if placed is None or not _PAIR.match(line.low, line.starts[at], line.end):
            return None
    if found is not None and found[1] == 1 and at > 1:
        counted = lexicon.nouns.behind(line.words, at - 1)
        # "bệnh viện hạng 1" is a grade, but "Vũng Tàu hạng 4" a place's standing.
        if counted is not None and found[0] == "hạng" and not line.is_capital(at - 2):
            return None
    seen = _number_at(line, at, lexicon)
    if not isinstance(seen, Sighting) or line.words[seen.last] == "%":
        return None
    seen.kind, seen.measure = Kind.RANK, found[0] if found else "hạng"
    length = found[1] if found else 1
    seen.note("rank", line.span(at - length, seen.last), seen.measure)
    return seen


def _ascends(line: Line, at: int, match: re.Match[str]) -> bool:
    """Tell whether the second number of a range is no less than the first."""
    low = read_digits(
        line.low[line.starts[at] : line.number_end(at)], fractional=True, counted=False
    )
    high = read_digits(match.group(1), fractional=True, counted=False)
    return low.value <= high.value


def _is_span_of_years(line: Line, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell "Chương trình … 16-20" (years without century) from a range of counts."""
    raw = match.group()
    if len(raw) != 5 or not (raw[:2] + raw[3:]).isdecimal() or raw[2] != "-":
        return False
    if int(raw[3:]) - int(raw[:2]) not in {4, 5}:
        return False
    at = line.word_at(match.start(), 0)
    last = line.word_at(match.end(), at)
    if lexicon.nouns.ahead(line.words, last) or line.words[last] == "%":
        return False
    return any(
        lexicon.times.spans.ahead(line.words, place)
        for place in range(max(0, at - 7), at)
    )


def _nature(line: Line, last: int, lexicon: Lexicon) -> dict[str, bool]:
    """Tell what the words after a number say of its fractions."""
    if scale_after(line, last, lexicon.numbers) is not None:
        return _SCALED
    found = lexicon.measures.ahead(line.words, last)
    if found is None or found[0].kind is Kind.MONEY:
        return _COUNTED
    return _PER_CENT if found[0].kind is Kind.PERCENT else _MEASURED


_SCALED = {"fractional": True, "counted": False}
_COUNTED = {"fractional": False, "counted": True}
_MEASURED = {"fractional": True, "counted": False, "percent": False}
_PER_CENT = {"fractional": True, "counted": False, "percent": True}


def _two_numbers(
    line: Line, at: int, lexicon: Lexicon, *, match: re.Match[str], total: bool
) -> Sighting:
    """Read "50/132" or "9 - 12" as one number with a whole or an upper end."""
    start, end = match.start(), match.end()
    last = line.word_at(end, at)
    nature = _nature(line, last, lexicon)
    first_end = line.number_end(at) or end
    low: Digits = read_digits(line.low[start:first_end], **nature)
    high: Digits = read_digits(line.low[match.start(1) : end], **nature)
    seen = Sighting(line, at, last, start, end, low.value, low.quantum)
    if total:
        seen.total = high.value
        seen.note("pair", (start, end), f"{low.value}/{high.value}")
        take_scale(seen, lexicon)
        seen.total = whole(high.value * seen.factor)
        return seen
    take_scale(seen, lexicon)
    factor = seen.value / low.value if seen.value and low.value else Decimal(1)
    seen.value_max = whole(high.value * factor)
    seen.note("range", (start, seen.end), f"{seen.value}-{seen.value_max}")
    return seen
