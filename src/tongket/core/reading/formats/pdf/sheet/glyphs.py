"""The characters that a pdf page shows, each with its box and font, as whole numbers.

PDFium counts in floating point; from here on a coordinate is a whole number of
hundredths of a point.
"""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import lru_cache
from math import pi
from types import TracebackType
from typing import Self

import pypdfium2
import pypdfium2.raw as pdfium

from tongket.core.nouns.pdfium import PDFIUM
from tongket.core.reading.formats.pdf.sheet.marks import (
    Glyph,
    Rule,
    Size,
    View,
    hundredths,
)
from tongket.core.reading.formats.pdf.sheet.png import png
from tongket.core.reading.formats.pdf.sheet.strokes import crossings, strokes
from tongket.core.reading.formats.unreadable import Unreadable

# The most characters of one page: a page in the smallest print has 20 000, a poster on
# which a whole report is laid out some more.
MOST_GLYPHS = 100_000
# Pictures for recognition: 300 dots to the inch, and no larger than this in dots.
DOTS, INCH, LARGEST = 300, 72, 6_000
# Pictures to look at: no wider than this in dots, and no more than twice as high.
SCREEN = 1_100
# What PDFium makes of a hyphen at the end of a line.
HYPHEN = 2


class Pdf:
    """An open pdf. To be used in a `with` statement, which holds PDFium's lock."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __enter__(self) -> Self:
        PDFIUM.acquire()
        try:
            self._pdf = pypdfium2.PdfDocument(self._data)
        except pypdfium2.PdfiumError as fault:
            PDFIUM.release()
            locked = "assword" in str(fault)
            code = "file_protected" if locked else "file_pdf_broken"
            raise Unreadable(code) from fault
        except BaseException:
            PDFIUM.release()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pdf.close()
        PDFIUM.release()

    def __len__(self) -> int:
        return len(self._pdf)

    def picture(self, number: int) -> bytes:
        """Return a page, counted from 1, as a grey picture (PNG) for recognition."""
        with closing(self.sheet(number)) as sheet:
            return sheet.picture()

    def sheet(self, number: int) -> "Sheet":
        """Return a page, counted from 1, to be closed before another is asked for.

        Raises Unreadable: file_pdf_broken.
        """
        try:
            return Sheet(self._pdf[number - 1], number)
        except pypdfium2.PdfiumError as fault:
            raise Unreadable("file_pdf_broken") from fault

    def pages(self) -> Iterator["Sheet"]:
        """Yield the pages that open, each valid until the next is asked for."""
        for number in range(len(self._pdf)):
            try:
                page = self._pdf[number]
            except pypdfium2.PdfiumError:
                continue
            sheet = Sheet(page, number + 1)
            try:
                yield sheet
            finally:
                sheet.close()


class Sheet:
    """One open page of a pdf."""

    def __init__(self, page: pypdfium2.PdfPage, number: int) -> None:
        self._page = page
        self._text = page.get_textpage()
        self.number = number
        width, height = map(hundredths, page.get_size())
        self.size = Size(width, height)
        left, bottom = map(hundredths, page.get_bbox()[:2])
        self._view = View(self.size, left, bottom, page.get_rotation() // 90 % 4)

    def close(self) -> None:
        """Give the page's memory back."""
        self._text.close()
        self._page.close()

    def glyphs(self) -> list[Glyph]:
        """Return the characters in the order in which the file draws them.

        Raises Unreadable: file_page_too_full.
        """
        found: list[Glyph] = []
        raw, box, place_of = self._text.raw, pdfium.FS_RECTF(), self._view.shown
        turns: dict[tuple[int, ...], int] = {}
        for index, code in enumerate(self._codes()):
            text = letter(code)
            if not text or not pdfium.FPDFText_GetLooseCharBox(raw, index, box):
                continue
            try:
                edges = place_of(
                    (
                        round(box.left * 100),
                        round(box.bottom * 100),
                        round(box.right * 100),
                        round(box.top * 100),
                    )
                )
            except (ValueError, OverflowError):  # not a number, or endless
                continue
            if edges is None:
                continue
            # The characters of a line share their height, and how they are turned.
            line = edges[1::2]
            if text == " ":
                # PDFium makes up blanks, which are turned in no way.
                turns[line] = found[-1].turn if found else 0
            elif line not in turns:
                turns[line] = self._turn(index)
            raised = text.isdecimal() and self._is_raised(index, box)
            found.append(Glyph(text, *edges, index, raised, turns[line]))
        return found

    def _codes(self) -> Sequence[int]:
        """Return the codes of all characters."""
        raw, count = self._text.raw, self._count()
        codes = (ctypes.c_ushort * (count + 1))()
        # Asked for all at once they come without those that have no code, some hyphens
        # are no code, and a long code comes in two halves: then each is asked for.
        if pdfium.FPDFText_GetText(raw, 0, count, codes) == count + 1:
            whole = bytes(codes).decode("utf-16-le", "surrogatepass")[:count]
            if len(whole) == count and "\ufffe" not in whole:
                return [*map(ord, whole)]
        return [pdfium.FPDFText_GetUnicode(raw, index) for index in range(count)]

    def _turn(self, index: int) -> int:
        """Return by how many quarters to the left a character is turned as shown."""
        # PDFium counts to the right, from the page as it lies.
        angle = pdfium.FPDFText_GetCharAngle(self._text.raw, index)
        return int(-round(angle * 2 / pi) - self._view.turn) % 4

    def _count(self) -> int:
        """Return how many characters the page has, refusing a page of too many."""
        count = pdfium.FPDFText_CountChars(self._text.raw)
        if count > MOST_GLYPHS:
            page, limit = str(self.number), f"{MOST_GLYPHS:,}"
            raise Unreadable("file_page_too_full", (("page", page), ("limit", limit)))
        return int(count)

    def _is_raised(self, index: int, box: pdfium.FS_RECTF) -> bool:
        """Tell whether a font draws a digit in the upper part of its box."""
        edges = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(self._text.raw, index, *edges)
        low = hundredths(edges[2].value)
        bottom, top = hundredths(box.bottom), hundredths(box.top)
        return (low - bottom) * 5 > (top - bottom) * 2

    def font(self, glyph: Glyph) -> str:
        """Return the name of the font that draws a character."""
        name = ctypes.create_string_buffer(128)
        pdfium.FPDFText_GetFontInfo(self._text.raw, glyph.number, name, 128, None)
        # A font of which only some letters are in the file is called "ABCDEF+Name".
        whole = name.value.decode("utf-8", "replace")
        return whole[7:] if whole[6:7] == "+" else whole

    def rules(self) -> list[Rule]:
        """Return the thin lines of the page, and the edges of its boxes."""
        return strokes(self._page, self._view)

    def crossings(self) -> list[Rule]:
        """Return the lines that reviewers' marks draw through words."""
        return crossings(self._page, self._view)

    def has_picture(self) -> bool:
        """Tell whether a picture stands on the page."""
        pictures = self._page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
        return next(iter(pictures), None) is not None

    def picture(self) -> bytes:
        """Return the page as a grey picture (PNG) for recognition."""
        longest = max(self.size.width, self.size.height, 1) // 100
        dots = min(DOTS, LARGEST * INCH // max(longest, 1))
        with closing(self._page.render(scale=dots / INCH, grayscale=True)) as bitmap:
            rows = bytes(bitmap.buffer)
            return png(rows, (bitmap.width, bitmap.height), bitmap.stride)

    def likeness(self) -> bytes:
        """Return the page in its colours (PNG), as large as a screen shows it."""
        wide, high = max(self.size.width, 1), max(self.size.height, 1)
        scale = min(SCREEN * 100 / wide, 2 * SCREEN * 100 / high)
        with closing(self._page.render(scale=scale, rev_byteorder=True)) as bitmap:
            rows = bytes(bitmap.buffer)
            size = bitmap.width, bitmap.height
            return png(rows, size, bitmap.stride, channels=bitmap.n_channels)


@lru_cache(maxsize=4096)
def letter(code: int) -> str:
    """Return the character of a code as PDFium gives it; line ends are none.

    >>> letter(0x1EA1), letter(13), letter(0), letter(2)
    ('ạ', '', '', '-')
    """
    if code == HYPHEN:
        return "-"
    if code < 32 or 0xD800 <= code < 0xE000 or code > 0x10FFFF or code == 0xFFFE:
        return ""
    return " " if code == 0xA0 else chr(code)
