"""Shapes that tell by themselves what a number is: clock times, dates, codes."""

import re
from collections.abc import Callable

from tongket.core.nouns.reading import TokenClass
from tongket.core.reading.line import Line
from tongket.core.reading.sighting import Aside

_YEAR = r"(?:1[89]|20)\d{2}"
_SHAPE = re.compile(
    r"(?P<code>\d{1,9}(?:[/-]\d{4})? ?[/-] ?[^\W\d_][\w&]*(?:[/.-][\w&]+){0,6})"
    r"|(?P<clock>\d{1,2}(?:[hg]\d{2}(?!\d)|h(?![^\W_]))(?:['p])?)"
    r"|(?P<stamp>\d{1,2}:\d{2}(?::\d{2})?(?![\d]))"
    r"|(?P<stamp_date>\d{1,2}(?P<sep> ?[/.-] ?)\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?!\d))"
    rf"|(?P<iso_date>{_YEAR}-\d{{2}}-\d{{2}}(?!\d))"
    rf"|(?P<iso_month>{_YEAR}-(?:0[1-9]|1[0-2])(?![\d-]))"
    rf"|(?P<years>{_YEAR} ?[-/] ?(?:{_YEAR}|\d{{2}})(?!\d|[.,]\d))"
    rf"|(?P<months>\d{{1,2}} ?- ?\d{{1,2}} ?/ ?{_YEAR}(?!\d))"
    rf"|(?P<month>\d{{1,2}} ?[/-] ?{_YEAR}(?![\d]))"
    r"|(?P<dotted>\d{1,4}(?:\.\d{1,4}){2,9}(?![\d,]))"
    r"|(?P<long>\d{16,})"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)")
_CODE_TAIL = re.compile(r"[/-] ?([^\W\d_][\w&]*)")


# What stands behind the first digits of every shape but the longest.
_SHAPING = frozenset("/-.:")
_LONG = 16


def is_shaped(line: Line, at: int) -> bool:
    """Tell whether the digits at a word may open a shape: by the mark behind them.

    A number between words has none, and needs no pattern to show it.
    """
    return (
        line.words[at + 1] in _SHAPING
        or line.starts[at + 1] == line.ends[at]
        or len(line.words[at]) >= _LONG
    )


def shape_at(line: Line, at: int) -> Aside | None:
    """Set a number aside by its shape alone, at the word that it begins with.

    None when its shape leaves open what it is.
    """
    match = _SHAPE.match(line.low, line.starts[at], line.end)
    if match is None:
        return None
    name = match.lastgroup if match.lastgroup != "sep" else "stamp_date"
    check = _CHECKS.get(name or "")
    if check is not None and not check(match):
        return None
    if name == "code" and not _is_code(match, line.text):
        return None
    token_class, reason = _CLASSES[name or ""]
    return Aside(match.start(), match.end(), token_class, reason)


def _is_clock(match: re.Match[str]) -> bool:
    hours, _, minutes = match.group().partition(
        "h" if "h" in match.group() else "g" if "g" in match.group() else ":"
    )
    minutes = minutes.strip("'p")
    return int(hours) <= 24 and (not minutes or int(minutes[:2]) < 60)


def _is_date(match: re.Match[str]) -> bool:
    parts = [int(part) for part in re.findall(r"\d+", match.group())]
    day, month, year = parts
    return 0 < day <= 31 and 0 < month <= 12 and (year < 100 or 1800 <= year <= 2100)


def _is_month(match: re.Match[str]) -> bool:
    month = int(re.match(r"\d+", match.group()).group())  # type: ignore[union-attr]  # has one
    return 0 < month <= 12


def _are_months(match: re.Match[str]) -> bool:
    first, last, _ = (int(part) for part in re.findall(r"\d+", match.group()))
    return 0 < first < last <= 12


def _is_span(match: re.Match[str]) -> bool:
    first, last = re.findall(r"\d+", match.group())
    if len(last) == 2:
        return int(last) == (int(first) + 1) % 100
    return int(first) <= int(last)


def _is_code(match: re.Match[str], text: str) -> bool:
    """Tell a document's symbol ("485/KH-SKHCN") from a rate ("60 giường/vạn dân")."""
    tail = _CODE_TAIL.search(match.group())
    if tail is None:
        return False
    place = match.start() + tail.start(1)
    letters = text[place : match.start() + tail.end(1)]
    return letters[0].isupper() and letters[:2].isupper()


def _is_dotted(match: re.Match[str]) -> bool:
    return _THOUSANDS.fullmatch(match.group()) is None


_CHECKS: dict[str, Callable[[re.Match[str]], bool]] = {
    "clock": _is_clock,
    "stamp": _is_clock,
    "stamp_date": _is_date,
    "month": _is_month,
    "months": _are_months,
    "years": _is_span,
    "dotted": _is_dotted,
}
_CLASSES = {
    "clock": (TokenClass.DATE, "clock_time"),
    "stamp": (TokenClass.DATE, "clock_time"),
    "stamp_date": (TokenClass.DATE, "calendar_date"),
    "iso_date": (TokenClass.DATE, "calendar_date"),
    "iso_month": (TokenClass.DATE, "month_of_year"),
    "years": (TokenClass.DATE, "span_of_years"),
    "month": (TokenClass.DATE, "month_of_year"),
    "months": (TokenClass.DATE, "month_of_year"),
    "code": (TokenClass.DOCUMENT_NUMBER, "document_symbol"),
    "dotted": (TokenClass.LIST_MARKER, "dotted_number"),
    "long": (TokenClass.REFUSED, "too_many_digits"),
}
