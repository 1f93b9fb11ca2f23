"""What a pdf page shows, letters and lines, as whole numbers.

A coordinate is a whole number of hundredths of a point from the lower left corner of
the page as it is shown: turned and cut to size.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol, Self

# Beyond this (a hundred kilometres) a coordinate is a mistake, or not even a number.
FARTHEST = 10**9
# A rule is thinner than this, in hundredths of a point.
THIN = 300
Edges = tuple[int, int, int, int]


class SupportsRound(Protocol):
    """A length as PDFium gives it."""

    def __mul__(self, other: int, /) -> Self:
        """Return a multiple."""
        ...

    def __round__(self) -> int:
        """Return the nearest whole number."""
        ...


class Glyph(NamedTuple):
    """One character of a page, in hundredths of a point from the lower left.

    `raised` tells a digit that its font draws small and high, `turn` by how many
    quarters to the left its words are turned. A character that was struck out keeps
    its place and has no text.
    """

    text: str
    left: int
    bottom: int
    right: int
    top: int
    number: int
    raised: bool = False
    turn: int = 0


class Rule(NamedTuple):
    """A thin line on a page, as a box."""

    left: int
    bottom: int
    right: int
    top: int

    @property
    def is_level(self) -> bool:
        """Tell whether the line runs from left to right."""
        return self.right - self.left >= self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a page as it is shown, in hundredths of a point."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class View:
    """How a page is shown: its size, where it is cut, and by how many quarters turned.

    `left` and `bottom` are the corner that is cut out, on the page as it lies.
    """

    size: Size
    left: int = 0
    bottom: int = 0
    turn: int = 0

    def box(self, *drawn: SupportsRound) -> Edges | None:
        """Return a box on the page as it is shown, or None for one off all pages.

        *drawn* is left, bottom, right and top as PDFium counts, in points, on the page
        as it lies.
        """
        left, bottom, right, top = drawn
        try:
            lying = (
                round(left * 100),
                round(bottom * 100),
                round(right * 100),
                round(top * 100),
            )
        except (ValueError, OverflowError):  # not a number, or endless
            return None
        return self.shown(lying)

    def shown(self, lying: Edges) -> Edges | None:
        """Return a box on the page as shown, from one in hundredths as it lies."""
        x0, y0, x1, y1 = lying
        if x0 > x1:  # mirrored text
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        if x0 < -FARTHEST or y0 < -FARTHEST or x1 > FARTHEST or y1 > FARTHEST:
            return None
        left, bottom = self.left, self.bottom
        if not (left or bottom or self.turn):
            return x0, y0, x1, y1
        return self.turned((x0 - left, y0 - bottom, x1 - left, y1 - bottom))

    def turned(self, lying: Edges) -> Edges:
        """Return a box on the page as shown, from one on the page that is cut out."""
        if not self.turn:
            return lying
        x0, y0, x1, y1 = lying
        for _ in range(self.turn):
            # A quarter turn to the right: what was up is right.
            x0, y0, x1, y1 = y0, -x1, y1, -x0
        # Turned about the corner, the page lies left of it or below: bring it back.
        shift_x = self.size.width if self.turn > 1 else 0
        shift_y = self.size.height if self.turn < 3 else 0
        return x0 + shift_x, y0 + shift_y, x1 + shift_x, y1 + shift_y


def hundredths(length: SupportsRound) -> int:
    """Return a length in whole hundredths, 0 for one that is none.

    >>> hundredths(2)
    200
    """
    try:
        whole = round(length * 100)
    except (ValueError, OverflowError):
        return 0
    return whole if -FARTHEST < whole < FARTHEST else 0


def is_thin(edges: Edges) -> bool:
    """Tell whether a box is no more than a line."""
    left, bottom, right, top = edges
    return min(right - left, top - bottom) <= THIN


def thin(box: Rule) -> Iterator[Rule]:
    """Yield a box that is thin, or the four edges of one that is not."""
    if is_thin(box):
        yield box
        return
    yield box._replace(top=box.bottom)
    yield box._replace(bottom=box.top)
    yield box._replace(right=box.left)
    yield box._replace(left=box.right)
