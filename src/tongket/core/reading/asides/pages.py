"""Page chrome, contacts and list markers: what surrounds a report on a page."""

import re

from tongket.core.nouns.reading import TokenClass
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line
from tongket.core.reading.sighting import Aside

_MARKER = re.compile(
    r"[\s*#>•]*(?:\((\d{1,2})\)|\[(\d{1,3})\]|(\d{1,2}(?:\.\d{1,2}){0,4}) ?[.)/](?!\d)|"
    r"(\d{1,2}(?:\.\d{1,2}){1,4}) (?=[^\W\d_])|(\d{1,2})[-:] (?=[^\W\d_]))"
)
_REFERENCE = re.compile(r"\[\d{1,3}\]")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
    r"|[\w-]{1,64}(?:\.[\w-]{1,64}){0,4}\.(?:vn|com|org|net|gov|info|edu)\b[^\s]{0,500}"
    r"|[\w-]{1,120}(?:\.[\w-]{1,64}){0,4}\.(?:jpe?g|png|pdf|docx?|xlsx?|webp)\b\S{0,200}"
)
# What every address holds; few lines do, and the rest need no closer look.
_LINK_SIGN = re.compile(
    r"@|http|www\.|\.(?:vn|com|org|net|gov|edu|jpe?g|png|pdf|doc|xls|webp)"
)
_PHONE = re.compile(
    r"\+?84[-. ]?\d{1,3}\)?(?:[ .-]?\d{2,4}){2,4}(?!\d)"
    r"|(?:\(?\+?84\)?|\(?0)[\d()]{1,4}(?:[ .-]?\d{2,4}){2,4}(?!\d)|1[89]00[ .]?\d{4,6}"
)
_FIRST_OF_PHONE = frozenset("018")
# With the code of the country a telephone number has eleven digits: 84.000.000 is an
# amount.
_ABROAD, _FEWEST_ABROAD = "84", 10
# In so short a line a counter needs no colon.
_SHORT = 14
# A counter opens its line, or stands behind a bar.
_FIRST = 2
_BARS = frozenset("|•·")
# An item may be named by so many words, but not by those that announce a count.
_LONGEST_ITEM = 3
_TOTALS = frozenset(("số", "so", "lượng", "cộng", "tổng", "có", "được"))
_DIGITS = re.compile(r"\d")


def links_of(line: Line) -> list[tuple[int, int]]:
    """Return the offsets of the addresses of a line (web pages and mail)."""
    if _LINK_SIGN.search(line.low, line.start, line.end) is None:
        return []
    return [match.span() for match in _LINK.finditer(line.low, line.start, line.end)]


def contact_at(line: Line, at: int) -> Aside | None:
    """Set aside a telephone number, told by its leading nought and its length."""
    start = line.starts[at]
    # Most numbers begin with none of these, and need not be looked at.
    if line.low[start] not in _FIRST_OF_PHONE:
        return None
    match = _PHONE.match(line.low, start, line.end)
    if match is None:
        return None
    digits = len(_DIGITS.findall(match.group()))
    fewest = _FEWEST_ABROAD if match.group().startswith(_ABROAD) else 8
    if not fewest <= digits <= 12:
        return None
    return Aside(start, match.end(), TokenClass.CONTACT, "telephone_number")


def marker_at(line: Line, at: int) -> Aside | None:
    """Set aside the number of a list item: "1.", "(2)", "3)", "2.1."."""
    if at <= 2:
        match = _MARKER.match(line.low, line.start, line.end)
        if match is not None and match.start(match.lastindex or 0) == line.starts[at]:
            start, end = match.span(match.lastindex or 0)
            return Aside(start, end, TokenClass.LIST_MARKER, "list_marker")
    if _numbers_item(line, at):
        return Aside(*line.span(at, at + 1), TokenClass.LIST_MARKER, "list_marker")
    opened = line.words[at - 1] if at else ""
    start = line.starts[at]
    if opened == "[" and _REFERENCE.match(line.low, start - 1, line.end):
        return Aside(start, line.ends[at], TokenClass.LIST_MARKER, "reference_mark")
    shut = line.words[at + 1] == ")" and line.glued(at + 1)
    if shut and opened == "(" and len(line.words[at]) <= 2:
        before = line.words[at - 2] if at >= 2 else ""
        if before in {"", ":", ";", ".", ",", "và", "là"}:
            return Aside(start, line.ends[at], TokenClass.LIST_MARKER, "list_marker")
    return None


def _numbers_item(line: Line, at: int) -> bool:
    """Tell whether a number names the item that its line opens: "Nội dung 1: …"."""
    words = line.words
    if not 0 < at <= _LONGEST_ITEM or not line.is_capital(0):
        return False
    if not words[at].isdecimal() or len(words[at]) > 2 or words[at].startswith("0"):
        return False
    named = all(word.isalpha() for word in words[:at]) and words[at - 1] not in _TOTALS
    return named and words[at + 1] == ":" and words[at + 2][0].isalpha()


def counter_at(line: Line, at: int, lexicon: Lexicon) -> Aside | None:
    """Set aside a number that a page counts: visits, readers, comments."""
    words, chrome = line.words, lexicon.chrome
    end = at
    while end > 0 and words[end - 1] in {":", "-", "(", "#"}:
        end -= 1
    label = chrome.counters.behind(words, end)
    stop = line.number_end(at) or line.ends[at]
    after = line.word_at(stop, at)
    if words[after] == "%":
        # A page counts visits, and takes no share of anything.
        return None
    direct = label is not None and (
        end < at
        or after == len(words) - 1
        or (len(words) < _SHORT and lexicon.nouns.ahead(words, after) is None)
    )
    opens = at <= _FIRST or words[at - 1] in _BARS
    if direct or (opens and chrome.after_number.ahead(words, after)):
        return Aside(line.starts[at], stop, TokenClass.PAGE_CHROME, "page_counter")
    if at <= 20 and len(words) <= 24 and _counts_visits(words, at, lexicon):
        return Aside(line.starts[at], stop, TokenClass.PAGE_CHROME, "page_counter")
    if chrome.copyright.ahead(words, 0) is not None:
        return Aside(*line.span(at, at + 1), TokenClass.PAGE_CHROME, "copyright")
    caption = chrome.captions.ahead(words, 0)
    if caption is not None and words[caption[1]] == ":":
        return Aside(line.starts[at], stop, TokenClass.PAGE_CHROME, "caption")
    return None


def _counts_visits(words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a counter's label and number opened this short line."""
    for end in range(1, at):
        if words[end] == ":" or words[end - 1] == ":":
            label = lexicon.chrome.counters.behind(words, end)
            if label is not None and label[1] == end:
                return True
    return False


def opens_other_news(line: Line, lexicon: Lexicon) -> bool:
    """Tell whether a short line opens a list of links to other news."""
    words = line.words
    first = 0
    while first < 3 and not words[first][0].isalnum() and words[first] != "\n":
        first += 1
    found = lexicon.chrome.other_news.ahead(words, first)
    return found is not None and len(words) - 1 - first - found[1] <= 4
