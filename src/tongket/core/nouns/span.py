"""Where something stands in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where a figure stands in the text: code points, end excluded.

    >>> Span(6, 12).of("trồng 12.500 cây")
    '12.500'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of *text* that the span covers."""
        return text[self.start : self.end]
