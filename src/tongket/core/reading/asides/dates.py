"""Days, years and terms of time: numbers that say when, not how much."""

import re

from tongket.core.nouns.reading import TokenClass
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line
from tongket.core.reading.sighting import Aside

_DAY_MONTH = re.compile(r"(\d{1,2}) ?([/-]|(?<! )\.(?! )) ?(\d{1,2})(?![\d%]|[.,/]\d)")
_YEAR = re.compile(r"(?:1[89]|20)\d{2}(?![\d]|[.,]\d| ?%)")
# Before a day that is written with a point: "Chiều 12.3, Sở …".
_DAYS = frozenset(("ngày", "sáng", "chiều", "tối", "trưa", "đêm", "hôm"))
_TIME_WORDS = frozenset(("năm", "tháng", "tuần", "ngày", "giờ", "phút", "quý"))
_BARE_TIME_WORDS = frozenset(("nam", "thang", "tuan", "ngay", "gio", "phut"))


def date_at(line: Line, at: int, lexicon: Lexicon) -> Aside | None:
    """Set aside a year or a term of time, by the words around it."""
    return _year(line, at, lexicon) or term_at(line, at, lexicon, last=at + 1)


def day_at(line: Line, at: int, lexicon: Lexicon) -> Aside | None:
    """Set aside a day and month without a year: "ngày 8/3", "Chiều 15-1"."""
    match = _DAY_MONTH.match(line.low, line.starts[at], line.end)
    if match is None:
        return None
    day, month = int(match[1]), int(match[3])
    pointed = match[2] == "." and line.words[at - 1] not in _DAYS
    if pointed or not (0 < day <= 31 and 0 < month <= 12):
        return None
    cue = lexicon.times.day_cues.behind(line.words, at)
    after = _word_from(line, match.end(), at)
    slash = match[2] == "/"
    if cue is None and not (slash and day > month) and not _opens(line, at):
        return None
    if cue is not None and cue[0] != "ngày" and _counts(line, after, lexicon):
        return None
    if cue is None and _counts(line, after, lexicon):
        return None
    return Aside(match.start(), match.end(), TokenClass.DATE, "day_and_month")


def _opens(line: Line, at: int) -> bool:
    """Tell whether a line or bracket opens with this word, after a place at most."""
    return at == 0 or line.words[at - 1] in {",", "("}


def _counts(line: Line, after: int, lexicon: Lexicon) -> bool:
    """Tell whether a counted thing or a measure stands at a word."""
    words = line.words
    if words[after] in {"%", "\n"}:
        return words[after] == "%"
    return bool(
        lexicon.nouns.ahead(words, after) or lexicon.measures.ahead(words, after)
    ) and words[after] not in {"năm", "nam"}


def _word_from(line: Line, offset: int, at: int) -> int:
    after = at
    while line.starts[after] < offset:
        after += 1
    return after


def _year(line: Line, at: int, lexicon: Lexicon) -> Aside | None:
    match = _YEAR.match(line.low, line.starts[at], line.end)
    if match is None:
        return None
    after = at + 1
    cued = lexicon.times.year_cues.behind(line.words, at)
    if cued is None or line.words[at - 1] not in {"năm", "học"}:
        if _counts(line, after, lexicon):
            return None
        if cued is None and lexicon.numbers.scales.ahead(line.words, after):
            return None
        if cued is None and not 1900 <= int(match.group()) <= 2100:
            return None
    return Aside(match.start(), match.end(), TokenClass.DATE, "year")


def term_at(line: Line, at: int, lexicon: Lexicon, *, last: int) -> Aside | None:
    """Set aside "6 tháng đầu năm", "5 năm qua", "8 giờ 30": time, not a length.

    *last* is the word after the number.
    """
    words, times = line.words, lexicon.times
    if words[last] in {"tuổi", "tuoi"} and words[at - 1] in {",", "("}:
        return Aside(*line.span(at, last), TokenClass.REFUSED, "age_of_person")
    known = _TIME_WORDS if lexicon.bare is not None else _BARE_TIME_WORDS
    if words[last] not in known or line.starts[last] > line.ends[last - 1] + 1:
        return None
    term = Aside(*line.span(at, last), TokenClass.DATE, "term_of_time")
    if words[last] in {"giờ", "phút", "gio", "phut"}:
        minutes = words[last + 1][0].isdecimal() and words[last + 2] in {"phút", "'"}
        cued = times.clock_before.behind(words, at)
        ago = words[last + 1] in {"ngày", "trước", "qua", "ngay", "truoc"}
        return term if cued or minutes or ago else None
    return None if _is_length(line, at, lexicon, last=last) else term


def _is_length(line: Line, at: int, lexicon: Lexicon, *, last: int) -> bool:
    """Tell a length that the text reports from a term that only dates something."""
    words, times = line.words, lexicon.times
    length = times.length_after.ahead(words, last + 1)
    term = times.term_after.ahead(words, last + 1)
    if length is not None and (term is None or term[1] <= length[1]):
        return True
    if term is not None or words[last + 1][0].isdecimal():
        return False
    if times.length_before.behind(words, at):
        return True
    if words[last] in {"ngày", "tuần", "ngay", "tuan"}:
        return times.term_before.behind(words, at) is None
    return False
