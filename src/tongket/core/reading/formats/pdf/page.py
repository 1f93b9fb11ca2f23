"""A page of a pdf taken apart: its tables, its running text, and what stands aside."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tongket.core.nouns.document import Box
from tongket.core.reading.formats.means import Seen
from tongket.core.reading.formats.pdf.segments import Row, Segment
from tongket.core.reading.formats.pdf.sheet.marks import Size
from tongket.core.reading.formats.pdf.turned import view_of


@dataclass(slots=True)
class Table:
    """A ruled table: how high its upper edge stands, and its rows of cells."""

    top: int
    rows: list[list[list[Segment]]]


@dataclass(slots=True)
class Aside:
    """Words beside the running text, in a frame of their own or turned on their side.

    `top` and `bottom` are how high their edges stand.
    """

    top: int
    bottom: int
    rows: list[Row]


@dataclass(slots=True)
class Page:
    """One page taken apart.

    Its `size` and all places are those of the page as it is read, turned by `turn`
    quarters to the right from how it is shown, so that its words are upright.
    `alphabets` names the old alphabets that its fonts are in, `is_scan` tells that it
    has a picture and no words, `is_garbled` that its fonts draw letters and do not say
    which; `recognised` holds the words found in its picture, None before there are any,
    `struck` those that a line was drawn through.
    """

    number: int
    size: Size
    turn: int = 0
    rows: list[Row] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    alphabets: set[str] = field(default_factory=set)
    is_scan: bool = False
    is_garbled: bool = False
    recognised: Seen | None = None
    struck: list[str] = field(default_factory=list)

    @property
    def is_unread(self) -> bool:
        """Tell whether the page shows words that nobody has read."""
        hides = self.is_scan or self.is_garbled
        return hides and self.recognised is None

    def shown(self, box: Box) -> Box:
        """Return a box on the page as it is shown."""
        back = view_of(self.size, -self.turn % 4)
        edges = back.turned((box.left, box.bottom, box.right, box.top))
        return Box(box.page, *edges)

    def parts(self, dropped: set[int]) -> Iterator[Table | list[Row]]:
        """Yield tables and stretches of rows from top to foot, but no *dropped* rows.

        Rows are told by their identity.
        """
        tables = sorted(self.tables, key=lambda table: -table.top)
        stretch: list[Row] = []
        for row in self.rows:
            while tables and tables[0].top > row.top:
                if stretch:
                    yield stretch
                    stretch = []
                yield tables.pop(0)
            if id(row) not in dropped:
                stretch.append(row)
        if stretch:
            yield stretch
        yield from tables
