"""Columns: what the heading over a number says of it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tongket.core.reading.lexicon import Phrases
from tongket.core.reading.line import words_of

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_BRACKET = re.compile(r"[(\[][^()\[\]]{0,40}[)\]]")
# Between the title of a group of columns and the title of one of them.
TIER = " › "
# Words of a title that are none of its stem.
_YEAR_WORDS = frozenset(("năm", "nam", "n", TIER.strip()))
# What a comparison is made with tells what it is.
_COMPARED = {"target": "gap", "previous": "change"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, as its heading names it.

    `role` is what the numbers under it do, a key of content/lexicons/vi/tables; "" is
    unknown. `year` is the year that it names, `stem` its words without year and
    measure: columns of one stem tell the same of several years.
    """

    role: str
    year: str | None
    stem: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of columns by what they say, and the names that totals go by.

    Of the titles of a group and of one of its columns the closer one decides, unless
    it names no more than a sum or an outcome. `comparing` are words of a title that
    compares other columns.
    """

    roles: Phrases[str]
    totals: Phrases[str]
    comparing: Phrases[str]

    def role(self, title: str) -> str:
        """Return what a column title says; "" when it is unknown."""
        return self.column(title).role

    def column(self, title: str) -> Column:
        """Return what the title of a column tells of it."""
        return _column_of(title, self)

    def is_total(self, title: str) -> bool:
        """Tell whether a label or title is nothing but the name of a total.

        "Cộng", "Tổng cộng (I + II)" are; "Tổng thu ngân sách" is not.
        """
        return _is_total(title, self)

    def is_running(self, label: str) -> bool:
        """Tell whether a label in a bracket says that the row holds running totals.

        "Doanh nghiệp KH&CN (lũy kế)".
        """
        inside = [words_of(one) for one in _BRACKET.findall(label)]
        return any(
            found is not None and found[0] == "cumulative"
            for words in inside
            if (found := self.roles.ahead([*words[1:], "\n"], 0)) is not None
        )


@lru_cache(maxsize=512)
def _column_of(title: str, titles: Titles) -> Column:
    """Return what a title says, kept because every row asks again."""
    years = sorted(set(_YEAR.findall(title)))
    stem = tuple(
        word
        for word in words_of(_BRACKET.sub(" ", title))
        if word not in years and word not in _YEAR_WORDS
    )
    year = years[0] if len(years) == 1 else None
    roles = [_role(tier, titles) for tier in title.split(TIER)[::-1]]
    telling = [role for role in roles if role not in {"", "result"}]
    role = next((role for role in [*telling, *roles] if role), "")
    return Column(role, year, stem)


def _role(title: str, titles: Titles) -> str:
    words = [*words_of(title), "\n"]
    known = titles.roles.ahead(words, 0)
    if known is not None and known[1] == len(words) - 1:
        return known[0]
    return _compared(title, words, titles) or (known[0] if known is not None else "")


def _compared(title: str, words: list[str], titles: Titles) -> str:
    """Return what a title compares with: "TH so với KH (%)", "2023/2022"; "" nothing.

    One column as a per cent of another is a gap; of two years, a change.
    """
    within = range(len(words) - 1)
    if not any(titles.comparing.ahead(words, at) for at in within):
        return ""
    others = (titles.roles.ahead(words, at) for at in within[1:])
    for other in others:
        if other is not None and other[0] in _COMPARED:
            return _COMPARED[other[0]]
    years = len(set(_YEAR.findall(title)))
    if years > 1 or (years and titles.comparing.ahead(words, 0)):
        return "change"
    return "gap" if "/" in words and "%" in words else ""


@lru_cache(maxsize=512)
def _is_total(title: str, titles: Titles) -> bool:
    words = [*words_of(_BRACKET.sub(" ", title)), "\n"]
    while len(words) > 1 and words[-2] in {":", ".", "*"}:
        del words[-2]
    found = titles.totals.ahead(words, 0)
    return found is not None and found[1] == len(words) - 1
