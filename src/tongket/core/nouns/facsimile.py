"""A facsimile: a page of a file as it looks, and where figures stand on it."""

from dataclasses import dataclass

from tongket.core.nouns.document import Box

# A frame keeps this far off the letters, in hundredths of a point.
MARGIN = 150


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a figure that stands in one box of the page.

    `letters` is the part without blanks, `before` how many letters of the box, blanks
    not counted, stand before it.
    """

    box: Box
    letters: str
    before: int = 0


@dataclass(frozen=True, slots=True)
class Sought:
    """A figure to be found on a page, by its name and its parts in text order."""

    figure: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure found on a page: its name, and a box for each line it stands on."""

    figure: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame around a figure, in hundredths of a point from the upper left corner.

    Pictures count from above, pages of a pdf from below.
    """

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Facsimile:
    """A page of a file as a picture (PNG), with the figures that were found on it.

    `page` counts from 1 among `pages`; `width` and `height` are those of the page, in
    hundredths of a point, and so are the boxes.
    """

    page: int
    pages: int
    width: int
    height: int
    picture: bytes
    marked: tuple[Marked, ...] = ()

    def boxes_of(self, figure: str) -> tuple[Box, ...]:
        """Return the boxes of a figure, none when it does not stand on the page."""
        return next((each.boxes for each in self.marked if each.figure == figure), ())

    def frame(self, box: Box) -> Frame:
        """Return the frame around a box of the page, a little off its letters."""
        return Frame(
            x=box.left - MARGIN,
            y=self.height - box.top - MARGIN,
            width=box.right - box.left + 2 * MARGIN,
            height=box.top - box.bottom + 2 * MARGIN,
        )
