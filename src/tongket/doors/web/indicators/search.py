"""Search of the catalogue by words or code, with or without tone marks."""

import unicodedata
from collections.abc import Iterable

from tongket.core.nouns.indicator import Indicator


def search(words: str, indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Return the indicators that every word of *words* speaks of, best first.

    A code comes before a name, a name before what reports call it. Somebody who types
    without tone marks finds the same as somebody who types with them.
    """
    asked = folded(words)
    ranked = ((_rank(asked, indicator), indicator) for indicator in indicators)
    found = [(rank, indicator) for rank, indicator in ranked if rank is not None]
    return tuple(indicator for _, indicator in sorted(found, key=lambda each: each[0]))


def _rank(asked: str, indicator: Indicator) -> int | None:
    codes = [folded(code) for code in (indicator.code, *indicator.synonyms)]
    if asked in codes:
        return 0
    parts = asked.split()
    name = folded(f"{indicator.name_vi} {indicator.name_en}")
    everything = " ".join((*codes, name, *map(folded, indicator.aliases)))
    if asked and asked in name:
        return 1
    if parts and all(part in name for part in parts):
        return 2
    if parts and all(part in everything for part in parts):
        return 3
    return None


def folded(words: str) -> str:
    """Return *words* in small letters without tone marks.

    >>> folded("Đề tài CẤP TỈNH")
    'de tai cap tinh'
    """
    letters = unicodedata.normalize("NFD", words.casefold().replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c)).strip()
