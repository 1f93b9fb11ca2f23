"""A page of a pdf taken apart: its tables, its running text, or a picture's words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tongket.core.reading.formats.letters.legacy import (
    Legacy,
    read_in_font,
    without_private,
)
from tongket.core.reading.formats.means import Means, Seen
from tongket.core.reading.formats.pdf.glyphs import Sheet
from tongket.core.reading.formats.pdf.marks import Glyph, Rule, Size
from tongket.core.reading.formats.pdf.segments import Row, Segment, rows, segments
from tongket.core.reading.formats.pdf.struck import struck
from tongket.core.reading.formats.pdf.tables import Grid, grids, levels, uprights

# A page with fewer characters than this beside a picture is a scan with a stamp on it.
FEWEST_GLYPHS = 20
# The frame around words of one line is no higher than this (two lines of 14 pt).
FRAME = 3_400
# Letters that fonts of old alphabets store are all in this range.
LATIN = range(0x80, 0x100)


@dataclass(slots=True)
class Table:
    """A ruled table: how high its upper edge stands, and its rows of cells."""

    top: int
    rows: list[list[list[Segment]]]


@dataclass(slots=True)
class Page:
    """One page taken apart.

    `alphabets` names the old alphabets that its fonts are in, `is_scan` tells that it
    has a picture and no words, `is_garbled` that its fonts draw letters and do not say
    which; `recognised` holds the words found in its picture, None before there are any,
    `struck` those that a line was drawn through.
    """

    number: int
    size: Size
    rows: list[Row] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
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


def taken_apart(sheet: Sheet, means: Means) -> Page:
    """Return an open page taken apart."""
    page = Page(sheet.number, sheet.size)
    glyphs = sheet.glyphs()
    drawn = [glyph.text for glyph in glyphs if not glyph.text.isspace()]
    page.is_garbled = sum(map(is_unknown, drawn)) * 3 > len(drawn)
    page.is_scan = len(drawn) < FEWEST_GLYPHS and sheet.has_picture()
    if page.is_garbled:
        return page
    rules = sheet.rules()
    upright = uprights(rules)
    shown = reader(sheet, glyphs, legacy=means.legacy, met=page.alphabets)
    gone = struck(glyphs, rules, sheet.crossings())
    if gone:
        page.struck = [*_struck_out(glyphs, gone, shown)]
        glyphs = [
            glyph._replace(text="") if place in gone else glyph
            for place, glyph in enumerate(glyphs)
        ]
    ruled = grids(levels(rules), upright)
    found = segments(
        glyphs,
        _parting(ruled, upright),
        lambda group: without_private(shown(group), means.legacy),
    )
    for grid in ruled:
        found = _moved(found, grid, page)
    page.rows = rows(found)
    return page


def _parting(ruled: Sequence[Grid], upright: Sequence[Rule]) -> list[Rule]:
    """Return the upright lines that part words: those of tables, and long ones.

    A shorter one is the edge of a frame around some words of a line.
    """
    of_tables = {rule for grid in ruled for rule in grid.uprights}
    return [
        rule for rule in upright if rule in of_tables or rule.top - rule.bottom > FRAME
    ]


def is_unknown(letter: str) -> bool:
    """Tell whether a font draws something here and does not say what.

    Bullets of symbol fonts are such letters; a third of a page is no bullet.

    >>> is_unknown("\ufffd"), is_unknown("a")
    (True, False)
    """
    return letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff"


def _struck_out(
    glyphs: Sequence[Glyph], gone: set[int], shown: Callable[[list[Glyph]], str]
) -> Iterator[str]:
    """Yield the words that were struck out, those parted only by blanks together."""
    words: list[Glyph] = []
    for place, glyph in enumerate(glyphs):
        if place in gone or (words and glyph.text.isspace()):
            words.append(glyph)
        elif words:
            yield shown(words)
            words = []
    yield shown(words)


def _moved(found: list[Segment], grid: Grid, page: Page) -> list[Segment]:
    """Move the segments of a table from the running text into the page's tables."""
    within = [segment for segment in found if grid.holds(segment)]
    if within:
        page.tables.append(Table(grid.top, grid.lines(within)))
    return [segment for segment in found if not grid.holds(segment)]


def reader(
    sheet: Sheet, glyphs: Sequence[Glyph], *, legacy: Legacy, met: set[str]
) -> Callable[[list[Glyph]], str]:
    """Return what tells the text of some characters, fonts of old alphabets included.

    Asking for a font is slow, so pages without letters that old alphabets use are not
    asked. *met* gathers the names of the alphabets that were met.
    """

    def plain(group: list[Glyph]) -> str:
        return "".join(glyph.text for glyph in group)

    def in_fonts(group: list[Glyph]) -> str:
        whole = []
        for font, text in _by_font(sheet, group):
            letters, alphabet = read_in_font(text, font, legacy)
            if alphabet:
                met.add(alphabet)
            whole.append(letters)
        return "".join(whole)

    suspects = {glyph.text: glyph for glyph in glyphs if ord(glyph.text) in LATIN}
    is_old = any(legacy.face(sheet.font(glyph)) for glyph in suspects.values())
    return in_fonts if is_old else plain


def _by_font(sheet: Sheet, group: list[Glyph]) -> Iterator[tuple[str, str]]:
    """Yield the stretches of a group that one font draws; blanks belong to either."""
    font, text = "", ""
    for glyph in group:
        here = font if glyph.text == " " else sheet.font(glyph)
        if here != font and text:
            yield font, text
            text = ""
        font = here
        text += glyph.text
    yield font, text
