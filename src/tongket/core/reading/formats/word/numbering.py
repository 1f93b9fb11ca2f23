"""The labels of numbered paragraphs ("I.", "2.1.", "a)", "-"), counted as Word does."""

import re
from dataclasses import dataclass, field

from tongket.core.reading.formats.word.markup import (
    Element,
    child,
    children,
    number,
    switch,
    value,
)

LEVELS = 9
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# Bullets that people type themselves; any other sign of a symbol font is a dash.
BULLETS = frozenset("-–—+•*◦▪")
# Beyond this a counter is no list that anybody wrote.
HIGHEST = 3_999


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, and what its label looks like."""

    form: str = "decimal"
    label: str = ""
    start: int = 1
    restarts_after: int | None = None
    legal: bool = False

    @classmethod
    def of(cls, element: Element) -> "Level":
        """Return the level that a w:lvl describes."""
        restart = value(child(element, "lvlRestart"))
        return cls(
            form=value(child(element, "numFmt")) or "decimal",
            label=value(child(element, "lvlText")) or "",
            start=number(value(child(element, "start")), 1),
            restarts_after=None if restart is None else number(restart),
            legal=bool(switch(element, "isLgl")),
        )


@dataclass(slots=True)
class Listing:
    """One list of the file: its levels, and how far each has counted."""

    key: str
    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The numbering part of a Word file (word/numbering.xml), counting as it goes."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._links: dict[str, str] = {}
        self._listings: dict[str, Listing] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        for element in children(root, "abstractNum"):
            name = value(element, "abstractNumId") or ""
            self._abstract[name] = element
            if style := value(child(element, "styleLink")):
                self._links[style] = name
        for element in children(root, "num"):
            self._numbers[value(element, "numId") or ""] = element

    def label(self, properties: Element | None) -> str:
        """Return the label of the next paragraph with this numbering (w:numPr).

        Empty for a paragraph that is not numbered.
        """
        name = value(child(properties, "numId"))
        if name is None or name == "0" or name not in self._numbers:
            return ""
        depth = min(max(number(value(child(properties, "ilvl"))), 0), LEVELS - 1)
        listing = self._listing(name)
        level = listing.levels.get(depth)
        if level is None:
            return ""
        self._count(listing, depth)
        if level.form == "bullet":
            return bullet(level.label)
        return self._filled(listing, level, depth)

    def _listing(self, name: str) -> Listing:
        if name not in self._listings:
            element = self._numbers[name]
            key = value(child(element, "abstractNumId")) or ""
            key = self._linked(key)
            levels = _levels(self._abstract.get(key))
            counts = self._counts.setdefault(key, {})
            for override in children(element, "lvlOverride"):
                depth = number(value(override, "ilvl"))
                if (own := child(override, "lvl")) is not None:
                    levels[depth] = Level.of(own)
                # A list that starts afresh counts for itself.
                start = value(child(override, "startOverride"))
                if start is not None:
                    counts[depth] = number(start, 1) - 1
            self._listings[name] = Listing(key, levels, counts)
        return self._listings[name]

    def _linked(self, key: str) -> str:
        """Follow a list that only points to a list style."""
        style = value(child(self._abstract.get(key), "numStyleLink"))
        return self._links.get(style, key) if style else key

    def _count(self, listing: Listing, depth: int) -> None:
        counts = listing.counts
        start = listing.levels[depth].start
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in range(depth + 1, LEVELS):
            level = listing.levels.get(deeper)
            after = level.restarts_after if level else None
            # 0: never restarts; n: only after level n (counted from 1) or higher.
            if after is None or (after and depth < after):
                counts.pop(deeper, None)

    def _filled(self, listing: Listing, level: Level, depth: int) -> str:
        def place(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = listing.levels.get(at, level)
            count = listing.counts.get(at, other.start)
            form = "decimal" if level.legal and at != depth else other.form
            return counted(count, form)

        return re.sub(r"%([1-9])", place, level.label)


def _levels(element: Element | None) -> dict[int, Level]:
    if element is None:
        return {}
    return {
        number(value(each, "ilvl")): Level.of(each) for each in children(element, "lvl")
    }


def bullet(label: str) -> str:
    r"""Return the bullet as a typist would put it.

    >>> bullet("\uf0b7"), bullet("+"), bullet("")
    ('-', '+', '')
    """
    label = label.strip()
    return label if label in BULLETS or not label else "-"


def counted(count: int, form: str) -> str:
    """Return a counter in one of Word's number forms; unknown forms count in digits.

    >>> counted(4, "upperRoman"), counted(28, "lowerLetter"), counted(3, "decimalZero")
    ('IV', 'bb', '03')
    """
    if form == "none" or count < 0:
        return ""
    if form in ("upperRoman", "lowerRoman") and 0 < count <= HIGHEST:
        return roman(count) if form == "upperRoman" else roman(count).lower()
    if form in ("upperLetter", "lowerLetter") and 0 < count <= HIGHEST:
        # Word goes on after z with aa, bb, cc.
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{count:02}" if form == "decimalZero" else str(count)


def roman(count: int) -> str:
    """Return *count* in Roman numerals.

    >>> roman(1999)
    'MCMXCIX'
    """
    digits = []
    for worth, sign in ROMAN:
        times, count = divmod(count, worth)
        digits.append(sign * times)
    return "".join(digits)
