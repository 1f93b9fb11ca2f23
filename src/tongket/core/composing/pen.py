"""The pen: writes phrases and numbers, and binds every number to its entries."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from tongket.core.composing.arithmetic import RULES
from tongket.core.composing.holdings import Level
from tongket.core.composing.numerals import (
    MONEY,
    NOTHING,
    PERCENT,
    RANKS,
    amount,
    apart,
    digits,
    money,
    printed,
    shown_decimals,
)
from tongket.core.composing.outline import Outline
from tongket.core.nouns.entry import Entry
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.paper import Blank, Fact, Inline, Words

Parts = tuple[Inline, ...]
UNNUMBERED = ""
"""The key of a fact until the paper is whole and its facts are counted in order."""

_PLACE = re.compile(r"\{(\w+)\}")
_SPACES = re.compile(r" {2,}")
_BEFORE_MARK = re.compile(r" +([,.;:)])")


def words(text: str) -> Parts:
    """Return plain words as parts; nothing for the empty text."""
    return (Words(text),) if text else ()


def joined(pieces: Sequence[Parts], separator: str) -> Parts:
    """Return the pieces that say something, with *separator* between them."""
    said = [piece for piece in pieces if piece]
    parts: list[Inline] = []
    for number, piece in enumerate(said):
        if number:
            parts.append(Words(separator))
        parts.extend(piece)
    return tidied(tuple(parts))


def fill(template: str, **parts: Parts) -> Parts:
    """Return *template* with its "{places}" filled in.

    >>> fill("có {n} {m}", n=(Fact("n1", "05", (1,)),), m=words("văn bản"))[0]
    Words(text='có ', bold=False, italic=False)
    """
    filled: list[Inline] = []
    at = 0
    for place in _PLACE.finditer(template):
        filled.extend(words(template[at : place.start()]))
        filled.extend(parts[place[1]])
        at = place.end()
    filled.extend(words(template[at:]))
    return tidied(tuple(filled))


def tidied(parts: Parts) -> Parts:
    """Return the parts with neighbouring words joined and stray spaces taken out."""
    runs: list[Inline] = []
    for part in parts:
        last = runs[-1] if runs else None
        if isinstance(part, Words) and isinstance(last, Words) and _alike(part, last):
            runs[-1] = Words(last.text + part.text, part.bold, part.italic)
        else:
            runs.append(part)
    return tuple(_spaced(part) for part in runs)


def sentence(parts: Parts) -> Parts:
    """Return the parts as a sentence: a capital first letter and a full stop."""
    if not parts:
        return parts
    first = parts[0]
    if not isinstance(first, Blank):
        # A fact may be a word too: "Không", where the ledger says zero.
        capital = replace(first, text=first.text[:1].upper() + first.text[1:])
        parts = (capital, *parts[1:])
    return tidied((*parts, Words(".")))


def _alike(one: Words, other: Words) -> bool:
    return (one.bold, one.italic) == (other.bold, other.italic)


def _spaced(part: Inline) -> Inline:
    if not isinstance(part, Words):
        return part
    text = _BEFORE_MARK.sub(r"\1", _SPACES.sub(" ", part.text))
    return Words(text, part.bold, part.italic)


class Pen:
    """Writes one paper in the words of its outline."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline

    def say(self, phrase: str, **parts: Parts) -> Parts:
        """Return a phrase of the outline with its places filled in."""
        return fill(self.outline.phrases[phrase], **parts)

    def measure(self, measure: str) -> Parts:
        """Return the measure as it follows a number: spelled out, money as đồng."""
        if measure in MONEY:
            return words("đồng")
        if measure == PERCENT or measure in RANKS:
            return ()
        return words(self.outline.measures.get(measure, measure))

    def level(self, level: Level, *, in_table: bool = False) -> Parts:
        """Return the number of a level, with the words that bound it ("hơn").

        In a table counts are not padded, and the measure stands in its own column.
        """
        if len(level.entries) > 1:
            return (self._added(level, in_table=in_table),)
        entry = level.first
        return (*self._words_before(entry), self._stated(entry, in_table=in_table))

    def entry(self, entry: Entry) -> Parts:
        """Return the number of one entry, with the words that bound it."""
        return self.level(Level((entry,)))

    def computed(
        self, rule: str, *levels: Level, measure: str = "", origin: Fraction | None
    ) -> tuple[Fact]:
        """Return a computed number as a fact bound to the entries of its levels.

        Per cents are rounded half up to the outline's decimals, with more of them
        while the result would wrongly fall onto *origin* (100 for achievement, 0 for
        growth); `measure` is that of a difference, which is never rounded.
        """
        values = [level.worth for level in levels]
        exact = RULES[rule].compute(values)
        if origin is None:
            text = self._difference(exact, measure)
        else:
            text = self._per_cent(exact, origin)
        operands = tuple(
            tuple(entry.number for entry in level.entries) for level in levels
        )
        spelled = self._spelled(rule, values, exact=exact, text=text)
        return (self._bind(text, rule, operands, computation=spelled),)

    def zero(self, level: Level) -> Parts:
        """Return the word for nothing ("không"), bound to the entries that say zero."""
        numbers = tuple(entry.number for entry in level.entries)
        return (self._bind(NOTHING, "sum", (numbers,)),)

    def counted(self, entries: Sequence[Entry]) -> tuple[Fact]:
        """Return how many entries there are, as a fact bound to them."""
        text = amount(Decimal(len(entries)), "", pad=self.outline.pads_counts)
        numbers = tuple(entry.number for entry in entries)
        spelled = f"{len(entries)} {self.outline.phrases['entries']}"
        return (self._bind(text, "count", (numbers,), computation=spelled),)

    def _bind(
        self,
        text: str,
        rule: str,
        operands: tuple[tuple[int, ...], ...],
        *,
        computation: str = "",
    ) -> Fact:
        entries = tuple(dict.fromkeys(n for group in operands for n in group))
        return Fact(UNNUMBERED, text, entries, computation, rule, operands)

    def _words_before(self, entry: Entry) -> Parts:
        """Return the words before an approximate number, the source's own if known."""
        bound, quote = entry.draft.bound, entry.draft.source.quote
        if bound in (Bound.EXACT, Bound.VAGUE):
            return ()
        own = quote.split(entry.draft.displayed)[0].strip().lower()
        if own and own in self.outline.bounds:
            return words(f"{own} ")
        return words(f"{self.outline.bounds[bound.value]} ")

    def _stated(self, entry: Entry, *, in_table: bool) -> Fact:
        draft = entry.draft
        if draft.value is None:
            return self._bind(draft.displayed, "sum", ((entry.number,),))
        decimals = shown_decimals(draft.displayed)
        pad = self.outline.pads_counts and not in_table
        measure = "" if in_table and draft.measure == PERCENT else draft.measure

        def write(value: Decimal) -> str:
            return amount(value, measure, pad=pad, decimals=decimals)

        text = write(draft.value)
        if draft.total is not None:
            text = f"{text}/{write(draft.total)}"
        elif draft.value_max is not None:
            text = f"{text} – {write(draft.value_max)}"
        return self._bind(text, "sum", ((entry.number,),))

    def _added(self, level: Level, *, in_table: bool) -> Fact:
        measure = level.first.draft.measure
        pad = self.outline.pads_counts and not in_table
        total = _decimal(level.worth)
        text = money(total) if measure in MONEY else amount(total, measure, pad=pad)
        terms = " + ".join(digits(e.draft.value or Decimal(0)) for e in level.entries)
        numbers = tuple(entry.number for entry in level.entries)
        return self._bind(text, "sum", (numbers,), computation=f"{terms} = {text}")

    def _per_cent(self, exact: Fraction, origin: Fraction) -> str:
        """Write a percentage: an exact one as it is, any other rounded."""
        places = self.outline.percent_decimals
        shown = apart(exact, places, origin=origin)
        is_exact = Fraction(shown) == exact
        return digits(shown, decimals=0 if is_exact else places) + PERCENT

    def _difference(self, exact: Fraction, measure: str) -> str:
        value = _decimal(exact)
        if measure in MONEY:
            return money(value)
        # A difference of percentages is in points: the sign "%" would say otherwise.
        plain = "" if measure == PERCENT or measure in RANKS else measure
        return amount(value, plain, pad=self.outline.pads_counts and bool(plain))

    def _spelled(
        self, rule: str, values: Sequence[Fraction], *, exact: Fraction, text: str
    ) -> str:
        """Return the computation as a clerk would write it, rounding named."""
        falls = len(values) == 2 and values[0] < values[1]
        formula = RULES[rule].falling if falls else RULES[rule].spelled
        spelled = formula.format(*(digits(_decimal(value)) for value in values))
        number = printed(text)
        if number is not None and number.value == exact:
            return f"{spelled} = {text}"
        return f"{spelled} = {text} ({self.outline.phrases['rounded']})"


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
