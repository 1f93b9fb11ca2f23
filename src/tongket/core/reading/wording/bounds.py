"""Bounds: "hơn", "gần", "dưới" before a number, "trở lên" after it."""

from tongket.core.nouns.figure import Bound, Kind
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.sighting import Sighting


def bound_of(seen: Sighting, lexicon: Lexicon) -> None:
    """Write the bound of a number, and where its bounding words begin."""
    line = seen.line
    seen.opening = seen.first
    if seen.value is None:
        seen.bound = Bound.VAGUE
        seen.note("bound_vague", (seen.start, seen.end), "vague")
        return
    before = line.words[seen.first - 1] if seen.first else ""
    symbol = lexicon.bounds.symbols.get(before)
    if symbol is not None:
        seen.bound, seen.opening = symbol, seen.first - 1
        return
    found = lexicon.bounds.before.behind(line.words, seen.first)
    if found is not None and not _compares(seen, found[1], lexicon):
        seen.bound, seen.opening = found[0], seen.first - found[1]
        start, end = line.span(seen.opening, seen.first)
        seen.note(f"bound_{seen.bound.value}", (start, end), seen.bound.value)
        return
    after = lexicon.bounds.after.ahead(line.words, seen.tail)
    if after is not None:
        seen.bound = after[0]
        start, end = line.span(seen.tail, seen.tail + after[1])
        seen.note(f"bound_{seen.bound.value}", (start, end), seen.bound.value)


def _compares(seen: Sighting, length: int, lexicon: Lexicon) -> bool:
    """Tell whether a word only looks like a bound: "cao hơn 5%", "trên 2 lĩnh vực"."""
    words = seen.line.words
    opening = seen.first - length
    word = words[seen.first - 1]
    if word in {"hơn", "hon"} and lexicon.bounds.comparatives.behind(words, opening):
        return True
    if word in {"kém", "kem", "quá", "qua"} and length == 1:
        return True
    if word in {"ngoài", "ngoai"} and words[opening - 1] in {"nước", "nuoc"}:
        # "vốn nước ngoài 11,6 tỷ": capital from abroad.
        return True
    if word == "hàng" and length == 1:
        return seen.value is not None
    if word not in {"trên", "tren", "dưới", "duoi"} or seen.value is None:
        return False
    place = lexicon.bounds.places.ahead(words, seen.last)
    return place is not None and seen.kind is Kind.COUNT and seen.value < 100
