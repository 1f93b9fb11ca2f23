"""A layout: the lengths, sizes and fixed words of an official document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet and its margins, in millimetres; `header` is above the page number."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int

    @property
    def text_width(self) -> int:
        """Return the width that is left for text, in millimetres."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Body:
    """Running text: first-line indent (mm), gap between paragraphs (pt), line height.

    `line` is in multiples of single spacing.
    """

    indent: Decimal
    gap: int
    line: Decimal


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of a family of official documents, as in force from `valid_from`.

    `sizes` are type sizes in points by block ("nation", "motto", "issuer", …, "body",
    "table"), `words` the fixed words by block ("motto", "recipients", …).
    """

    name: str
    valid_from: date
    page: Page
    font: str
    sizes: Mapping[str, int]
    body: Body
    words: Mapping[str, str]
