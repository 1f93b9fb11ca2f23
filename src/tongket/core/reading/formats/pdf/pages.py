"""An open page of a pdf to its parts: tables, running text, and what stands aside."""

from collections.abc import Iterator, Sequence

from tongket.core.reading.formats.letters.legacy import (
    Legacy,
    read_in_font,
    without_private,
)
from tongket.core.reading.formats.means import Means
from tongket.core.reading.formats.pdf.page import Aside, Page, Table
from tongket.core.reading.formats.pdf.segments import Row, Segment, rows, segments
from tongket.core.reading.formats.pdf.sheet.glyphs import Sheet
from tongket.core.reading.formats.pdf.sheet.marks import Glyph, Rule
from tongket.core.reading.formats.pdf.struck import struck
from tongket.core.reading.formats.pdf.tables import Grid, grids, rulings
from tongket.core.reading.formats.pdf.turned import Laid, Shown

# A page with fewer characters than this beside a picture is a scan with a stamp on it.
FEWEST_GLYPHS = 20
# The frame around words of one line is no higher than this (two lines of 14 pt).
FRAME = 3_400
# Letters that fonts of old alphabets store are all in this range.
LATIN = range(0x80, 0x100)


def taken_apart(sheet: Sheet, means: Means) -> Page:
    """Return an open page taken apart."""
    page = Page(sheet.number, sheet.size)
    glyphs = sheet.glyphs()
    drawn = [glyph.text for glyph in glyphs if not glyph.text.isspace()]
    page.is_garbled = sum(map(is_unknown, drawn)) * 3 > len(drawn)
    page.is_scan = len(drawn) < FEWEST_GLYPHS and sheet.has_picture()
    if page.is_garbled:
        return page
    laid = Laid(glyphs, sheet.rules(), sheet.size, sheet.crossings())
    page.turn = laid.leaning
    laid = laid.turned(page.turn)
    page.size = laid.size
    in_fonts = reader(sheet, glyphs, legacy=means.legacy, met=page.alphabets)

    def shown(group: list[Glyph]) -> str:
        return without_private(in_fonts(group), means.legacy)

    _part(page, _without_struck(page, laid, shown), shown)
    return page


def _without_struck(page: Page, laid: Laid, shown: Shown) -> Laid:
    """Return what a page shows with the characters blank that were struck out."""
    glyphs = laid.glyphs
    gone = struck(glyphs, laid.rules, laid.marks)
    if not gone:
        return laid
    page.struck = [*_struck_out(glyphs, gone, shown)]
    kept = [
        glyph._replace(text="") if place in gone else glyph
        for place, glyph in enumerate(glyphs)
    ]
    return Laid(kept, laid.rules, laid.size)


def _part(page: Page, laid: Laid, shown: Shown) -> None:
    """Part what a page shows into tables, asides and rows of running text."""
    level, upright = rulings(laid.rules)
    ruled = grids(level, upright)
    tables = [grid for grid in ruled if grid.is_table]
    straight = [glyph for glyph in laid.glyphs if not glyph.turn]
    found = segments(straight, _parting(tables, upright), shown)
    aslant = [*laid.aslant(shown)] if len(straight) < len(laid.glyphs) else []
    for grid in tables:
        within = [one for one in [*found, *aslant] if grid.holds(one)]
        if within:
            page.tables.append(Table(grid.top, grid.lines(within)))
        found = [one for one in found if not grid.holds(one)]
        aslant = [one for one in aslant if not grid.holds(one)]
    for frame in ruled:
        if not frame.is_table:
            found = _framed(found, frame, page)
    page.rows = _narrow(rows(found), page.asides)
    page.asides.extend(Aside(0, 0, [Row([one])]) for one in aslant)


def _framed(found: list[Segment], frame: Grid, page: Page) -> list[Segment]:
    """Move the words of a frame out of the running text that stands beside it."""
    within = [one for one in found if frame.holds(one)]
    others = [one for one in found if not frame.holds(one)]
    beside = (frame.down[-1] <= one.middle <= frame.down[0] for one in others)
    if not within or not any(beside):
        return found
    page.asides.append(Aside(frame.top, frame.down[-1], rows(within)))
    return others


def _narrow(found: list[Row], asides: Sequence[Aside]) -> list[Row]:
    """Return rows, those that a frame narrows told by it."""
    for number, aside in enumerate(asides):
        for row in found:
            em = row.top - row.bottom
            if row.bottom <= aside.top + em and aside.bottom <= row.top + em:
                row.beside = number
    return found


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


def _struck_out(glyphs: Sequence[Glyph], gone: set[int], shown: Shown) -> Iterator[str]:
    """Yield the words that were struck out, those parted only by blanks together."""
    words: list[Glyph] = []
    for place, glyph in enumerate(glyphs):
        if place in gone or (words and glyph.text.isspace()):
            words.append(glyph)
        elif words:
            yield shown(words)
            words = []
    yield shown(words)


def reader(
    sheet: Sheet, glyphs: Sequence[Glyph], *, legacy: Legacy, met: set[str]
) -> Shown:
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
