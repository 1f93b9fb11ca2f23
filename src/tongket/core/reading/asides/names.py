"""Names, ordinals and document numbers: told by what stands beside the number."""

import re

from tongket.core.nouns.figure import Kind
from tongket.core.nouns.reading import TokenClass
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line
from tongket.core.reading.sighting import Aside

# "trang 12/45", "Điều 5-7": what goes on after the number.
_MORE = re.compile(r"(?:[./+-]\d{1,6}(?![\d%]))*")
# "cấp 60/132 giấy phép", "cấp 9 - 12 giấy phép": the second number of the two.
_SECOND = re.compile(r" ?[/-] ?\d{1,6}(?:\.\d{3}){0,3}(?![\d%])")
_TO = frozenset(("-", "–", "đến"))
_GRADES = re.compile(r"([1-5] ?(?:-|–|đến) ?[1-5]) (?:sao|hoa)\b")
# Marks are given up to so many points.
_BEST_MARK = 10
_REASONS = {
    TokenClass.ORDINAL: "ordinal_word",
    TokenClass.DOCUMENT_NUMBER: "document_number",
    TokenClass.STANDARD: "name_with_number",
    TokenClass.DATE: "date_word",
    TokenClass.CONTACT: "contact_number",
}


def name_at(line: Line, at: int, lexicon: Lexicon) -> Aside | None:
    """Set aside a number that a word or letters beside it make a name."""
    return (
        (_by_letters(line, at, lexicon) if _is_clung_to(line, at) else None)
        or (_proper_name(line, at) if line.words[at + 1] == "(" else None)
        or _mark_given(line, at, lexicon)
        or _word_before(line, at, lexicon)
        or _named_set(line, at, lexicon)
        or (_quoted(line, at, lexicon) if line.words[at - 1] in _QUOTES else None)
    )


def _is_clung_to(line: Line, at: int) -> bool:
    """Tell whether letters may stand beside a number without a blank.

    The digits of "53 .187kg" go on behind a blank.
    """
    return (
        line.starts[at + 1] == line.ends[at]
        or line.words[at + 1] == "."
        or line.glued(at)
    )


def _by_letters(line: Line, at: int, lexicon: Lexicon) -> Aside | None:
    return (
        _letters_before(line, at, lexicon)
        or _letters_after(line, at, lexicon)
        or _grade(line, at)
    )


def _end(line: Line, at: int) -> int:
    return line.number_end(at) or line.ends[at]


def _letters_before(line: Line, at: int, lexicon: Lexicon) -> Aside | None:
    """Set aside "E5", "m2", "Covid-19", "EBH-45"."""
    if not line.glued(at):
        return None
    before = line.words[at - 1]
    start = line.starts[at]
    if before[0].isalpha():
        if before in lexicon.names.measure_symbols:
            return Aside(start, line.ends[at], TokenClass.REFUSED, "measure_symbol")
        return Aside(start, _end(line, at), TokenClass.STANDARD, "letters_and_digits")
    if before == "_":
        return Aside(start, _end(line, at), TokenClass.STANDARD, "letters_and_digits")
    if before in {"-", "+"} and line.glued(at - 1) and line.words[at - 2][0].isalpha():
        return Aside(start, _end(line, at), TokenClass.STANDARD, "letters_and_digits")
    return None


def _letters_after(line: Line, at: int, lexicon: Lexicon) -> Aside | None:
    """Set aside "5S", "1A", "5G" but not "3.954kg", "500tr"."""
    end = _end(line, at)
    after = line.word_at(end, at)
    word = line.words[after]
    if line.starts[after] != end or not word[0].isalpha():
        return None
    generation = word == "g" and line.is_capital(after) and end - line.starts[at] == 1
    if generation:
        return Aside(line.starts[at], end, TokenClass.STANDARD, "letters_and_digits")
    if word in lexicon.measures or lexicon.measures.ahead(line.words, after):
        return None
    numbers = lexicon.numbers
    if numbers.scales.get(word) or numbers.money_scales.ahead(line.words, after):
        return None
    if len(word) > 3 or lexicon.nouns.ahead(line.words, after) is not None:
        return None
    start = line.starts[at]
    return Aside(start, end, TokenClass.STANDARD, "letters_and_digits")


def _grade(line: Line, at: int) -> Aside | None:
    """Set aside the "0,05%" of "dầu DO 0,05%S": a letter clings to the per cent."""
    end = _end(line, at)
    sign = line.word_at(end, at)
    if line.words[sign] != "%" or line.starts[sign] != end:
        return None
    letter = line.words[sign + 1]
    if len(letter) > 1 or not letter.isalpha() or not line.glued(sign + 1):
        return None
    if not line.is_capital(sign + 1):
        return None
    end = line.ends[sign]
    return Aside(line.starts[at], end, TokenClass.STANDARD, "letters_and_digits")


def _quoted(line: Line, at: int, lexicon: Lexicon) -> Aside | None:
    """Set aside the number that opens a name in quotes: chương trình "1 triệu …"."""
    words = line.words
    if words[at - 1] not in words[at : at + _QUOTE]:
        return None
    if lexicon.names.quoted.behind(words, at - 1) is None:
        return None
    end = _end(line, at)
    scale = lexicon.numbers.scales.ahead(words, line.word_at(end, at))
    if scale is not None:
        end = line.ends[line.word_at(end, at) + scale[1] - 1]
    return Aside(line.starts[at], end, TokenClass.STANDARD, "name_with_number")


_QUOTES = frozenset("\"'")
# A name in quotes has at most so many words.
_QUOTE = 14


def _proper_name(line: Line, at: int) -> Aside | None:
    """Set aside the number of "Cửa hàng Phước Thuận 2 (Ninh Phước)": a branch."""
    words = line.words
    if at < 2 or not words[at].isdecimal() or len(words[at]) > 2:
        return None
    proper = all(
        words[place][0].isalpha()
        and line.is_capital(place)
        and not line.quote(place, place + 1).isupper()
        for place in (at - 2, at - 1)
    )
    placed = words[at + 1] == "(" and words[at + 2][0].isalpha()
    if not (proper and placed and line.is_capital(at + 2)):
        return None
    return Aside(*line.span(at, at + 1), TokenClass.STANDARD, "name_with_number")


def _mark_given(line: Line, at: int, lexicon: Lexicon) -> Aside | None:
    """Set aside the "10" of "12 bài thi đạt điểm 10": it names a mark, no amount."""
    if lexicon.names.marks.behind(line.words, at) is None:
        return None
    if lexicon.names.not_names.behind(line.words, at) is not None:
        return None
    whole = line.number_end(at) == line.ends[at] and line.words[at + 1] != "/"
    if not whole or int(line.words[at]) > _BEST_MARK:
        return None
    return Aside(*line.span(at, at + 1), TokenClass.STANDARD, "name_with_number")


def _word_before(line: Line, at: int, lexicon: Lexicon) -> Aside | None:
    """Set aside "lần thứ 5", "Nghị quyết 20", "Chi bộ 2", "khóa 18"."""
    words = line.words
    found = lexicon.names.before.behind(words, at)
    if found is None:
        return None
    name, length = found
    if name.capital and not line.is_capital(at - length):
        return None
    # "xã hội số: 47 doanh nghiệp": what a colon closes is no number's name either.
    colon = words[at - 1] == ":"
    barred = lexicon.names.not_names.behind(words, at - colon)
    if barred is not None and barred[1] + colon > length:
        return None
    end = _end(line, at)
    second = _SECOND.match(line.low, end, line.end)
    after = line.word_at(second.end() if second is not None else end, at)
    weak = name.capital or lexicon.names.weak.behind(words, at) is not None
    weak = weak or _behind_months(line, at - length)
    if _is_counted(line, after, lexicon, weak=weak):
        return None
    end = _MORE.match(line.low, end, line.end).end()  # type: ignore[union-attr]  # may be empty
    return Aside(line.starts[at], end, name.token_class, _REASONS[name.token_class])


def _behind_months(line: Line, at: int) -> bool:
    """Tell whether a word ends a length of months: "cộng 9 tháng 425 mẫu"."""
    words = line.words
    if at < 1 or words[at] not in {"tháng", "thang"} or not words[at - 1].isdecimal():
        return False
    return words[at - 2] not in {"ngày", "ngay", "/", "-"}


def _is_counted(line: Line, after: int, lexicon: Lexicon, *, weak: bool) -> bool:
    """Tell whether what follows the number outweighs the name before it."""
    words = line.words
    if words[after] == "%" or lexicon.numbers.scales.ahead(words, after):
        return True
    measure = lexicon.measures.ahead(words, after)
    if measure is not None and (weak or measure[0].kind is Kind.MEASURE):
        return measure[0].kind is not Kind.DURATION and len(words[after]) > 1
    if words[after] in {"khóa", "khoá", "khoa"} and line.is_capital(after + 1):
        # "Trung ương 8 khóa XIII": the term of the congress, nothing counted.
        return False
    return weak and lexicon.nouns.ahead(words, after) is not None


def _named_set(line: Line, at: int, lexicon: Lexicon) -> Aside | None:
    """Set aside "3 sao", "7 công cụ": the number is part of a known name."""
    joined = line.words[at + 1] in _TO and len(line.words[at]) == 1
    graded = _GRADES.match(line.low, line.starts[at], line.end) if joined else None
    if graded is not None:
        # "khách sạn 1-2 sao": of these grades.
        return Aside(*graded.span(1), TokenClass.STANDARD, "named_set")
    found = lexicon.names.sets.ahead(line.words, at + 1)
    if found is None or not line.words[at].isdecimal():
        return None
    if len(line.words[at]) > 3 or int(line.words[at]) not in found[0]:
        return None
    counted = lexicon.nouns.ahead(line.words, at + 1)
    if counted is not None and counted[1] > found[1]:
        # "4 nhà" are partners in farming, "4 nhà hàng" are counted.
        return None
    return Aside(*line.span(at, at + 1), TokenClass.STANDARD, "named_set")
