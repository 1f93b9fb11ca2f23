"""Periods: the time that the text ties a number to, where that is not its own."""

import re
from itertools import pairwise

from tongket.core.nouns.figure import Role
from tongket.core.reading.sighting import Sighting
from tongket.core.reading.signs import between

_YEAR = re.compile(r"(?:19|20)\d{2}")
_OWN = re.compile(r"(?:19|20)\d{2}(?!\d)")
_REPORTED = re.compile(r"(?:năm|nam|NĂM|Năm) ((?:19|20)\d{2})(?!\d)")
# A report names its own time within so many code points of its start.
_OPENING = 600
_QUARTERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "1": "1", "2": "2", "3": "3"}


def own_year(text: str) -> str | None:
    """Return the year that a text reports on: the first of those named most.

    None when its opening names no year.
    """
    opening = text[:_OPENING]
    years = _REPORTED.findall(opening) or _OWN.findall(opening)
    return max(years, key=years.count) if years else None


def periods_of(seen: list[Sighting], own: str | None) -> None:
    """Write the periods that the words around the numbers of a line name."""
    for one in seen:
        if one.settled or one.period is not None:
            continue
        named = _after(one) or _before(one)
        if named is None:
            continue
        aimed = one.role is Role.TARGET and one.line.words[named[1][0] - 2] == "đến"
        if named[0] == own and not aimed:
            continue
        if own is None and one.role is Role.RESULT and "-" not in named[0]:
            continue
        one.period = named[0]
        one.note("period_stated", one.line.span(*named[1]), named[0])
    for before, one in pairwise(seen):
        listed = one.clause == before.clause and one.period is None
        if listed and before.period is not None and one.lead == before.tail:
            words = one.line.words[before.tail : one.opening]
            if words in ([","], ["và"]) and one.role is before.role:
                one.period = before.period


def totals_of_years(seen: list[Sighting], own: str | None) -> None:
    """Make a number a running total whose parts are each of another year."""
    years: dict[Sighting, set[str]] = {}
    for one in seen:
        if one.role is Role.PART and one.of is not None and one.of.line is one.line:
            said = own in one.line.words[one.lead : one.opening]
            named = one.period or (own if said else None)
            if named is not None and len(named) == 4:
                years.setdefault(one.of, set()).add(named)
    for whole, named_years in years.items():
        if whole.role is Role.RESULT and len(named_years) > 1:
            whole.role = Role.CUMULATIVE
            whole.period = f"{min(named_years)}-{max(named_years)}"
            whole.note("role_cumulative_years", (whole.start, whole.end))


Named = tuple[str, tuple[int, int]]


def _after(one: Sighting) -> Named | None:
    """Return the year in "43,48% (2021)", "30,1% năm 2019" right behind a number."""
    words, at = one.line.words, one.tail
    if words[at] == "(" and _YEAR.fullmatch(words[at + 1]) and words[at + 2] == ")":
        return words[at + 1], (at + 1, at + 2)
    if words[at] in {"năm", "nam"} and _YEAR.fullmatch(words[at + 1]):
        return words[at + 1], (at, at + 2)
    return None


def _before(one: Sighting) -> Named | None:
    """Return the year, quarter or span of years named before a number."""
    words = one.line.words
    first = max(one.clause, one.first - 30)
    years = between(one.line.signs.years, first, one.first)
    if not years:
        return None
    at = years[-1]
    # "(tăng 12% so với năm 2022), trong đó có 18 đề tài": 2022 dates none but a value
    # of that year.
    dated = one.role in {Role.PREVIOUS, Role.TARGET}
    compared = not dated and "so" in words[max(0, at - 8) : at]
    return None if compared else _named(words, at)


def _named(words: list[str], at: int) -> Named | None:
    """Return the time that the year at a word belongs to."""
    mark, ahead = words[at - 1], words[at - 2]
    if mark == "-" and at > 1 and _YEAR.fullmatch(ahead):
        return f"{ahead}-{words[at]}", (at - 2, at + 1)
    if mark == "/" and ahead in _QUARTERS and words[at - 3] in {"quý", "quy"}:
        return f"{words[at]}-Q{_QUARTERS[ahead]}", (at - 3, at + 1)
    if mark == "năm" and ahead in {"từ", "kể"}:
        return f"{words[at]}-", (at - 2, at + 1)
    if mark in {"năm", "nam"} and ahead == "sang":
        # "chuyển nguồn sang năm 2021": where to, not when.
        return None
    if mark in {"năm", "(", "đến", "cuối", "mục", "tiêu"}:
        return words[at], (at, at + 1)
    return None
