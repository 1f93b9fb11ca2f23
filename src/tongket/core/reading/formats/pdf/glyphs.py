"""The characters that a pdf page shows, each with its box and font, as whole numbers.

This is the only module that speaks to PDFium, which counts in floating point; from
here on a coordinate is a whole number of hundredths of a point.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from types import TracebackType
from typing import NamedTuple, Protocol, Self

import pypdfium2
import pypdfium2.raw as pdfium

from tongket.core.reading.formats.pdf.png import png
from tongket.core.reading.formats.unreadable import Unreadable

# PDFium keeps its state in global variables: one file at a time.
PDFIUM = Lock()
# Beyond this (a kilometre) a coordinate is a mistake, or not even a number.
FARTHEST = 10**9
# The most characters of one page: a page in the smallest print has 20 000, a poster on
# which a whole report is laid out some more.
MOST_GLYPHS = 100_000
# The most lines and boxes of one page that are looked at as rules of tables.
MOST_RULES = 20_000
# A rule is thinner than this, in hundredths of a point.
THIN = 300
# Pictures for recognition: 300 dots to the inch, and no larger than this in dots.
DOTS, INCH, LARGEST = 300, 72, 6_000
HYPHEN = "\x02"


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

    `raised` tells a digit that its font draws small and high.
    """

    text: str
    left: int
    bottom: int
    right: int
    top: int
    number: int
    raised: bool = False


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
        sheet = Sheet(self._pdf[number - 1], number)
        try:
            return sheet.picture()
        finally:
            sheet.close()

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
        self._turn = page.get_rotation() // 90 % 4
        width, height = map(hundredths, page.get_size())
        self.size = Size(width, height)
        corner = page.get_bbox()
        self._corner = hundredths(corner[0]), hundredths(corner[1])

    def close(self) -> None:
        """Give the page's memory back."""
        self._text.close()
        self._page.close()

    def glyphs(self) -> list[Glyph]:
        """Return the characters in the order in which the file draws them.

        Raises Unreadable: file_page_too_full.
        """
        raw, found = self._text.raw, []
        box = pdfium.FS_RECTF()
        for index in range(self._count()):
            code = pdfium.FPDFText_GetUnicode(raw, index)
            text = "-" if code == ord(HYPHEN) else letter(code)
            if not text or not pdfium.FPDFText_GetLooseCharBox(raw, index, box):
                continue
            edges = self._edges(box.left, box.bottom, box.right, box.top)
            if edges is not None:
                raised = text.isdecimal() and self._is_raised(index, box)
                found.append(Glyph(text, *edges, index, raised))
        return found

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
        found: list[Rule] = []
        edges = [ctypes.c_float() for _ in range(4)]
        for drawn in self._page.get_objects([pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
            if len(found) >= MOST_RULES:
                break
            if not pdfium.FPDFPageObj_GetBounds(drawn.raw, *edges):
                continue
            box = self._edges(*(edge.value for edge in edges))
            if box is not None:
                found.extend(thin(Rule(*box)))
        return found

    def has_picture(self) -> bool:
        """Tell whether a picture stands on the page."""
        pictures = self._page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
        return next(iter(pictures), None) is not None

    def picture(self) -> bytes:
        """Return the page as a grey picture (PNG) for recognition."""
        longest = max(self.size.width, self.size.height, 1) // 100
        dots = min(DOTS, LARGEST * INCH // max(longest, 1))
        bitmap = self._page.render(scale=dots / INCH, grayscale=True)
        try:
            rows = bytes(bitmap.buffer)
            return png(rows, (bitmap.width, bitmap.height), bitmap.stride)
        finally:
            bitmap.close()

    def _edges(self, *drawn: SupportsRound) -> tuple[int, int, int, int] | None:
        """Return a box on the page as it is shown, or None for one off all pages.

        *drawn* is left, bottom, right and top as PDFium counts: on the page as it lies,
        before it is turned and cut to size. This is asked for every character.
        """
        try:
            x0, y0, x1, y1 = [round(edge * 100) for edge in drawn]
        except (ValueError, OverflowError):  # not a number, or endless
            return None
        if max(x0, y0, x1, y1) > FARTHEST or min(x0, y0, x1, y1) < -FARTHEST:
            return None
        if x0 > x1 or y0 > y1:  # mirrored text
            x0, y0, x1, y1 = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
        left, bottom = self._corner
        x0, y0, x1, y1 = x0 - left, y0 - bottom, x1 - left, y1 - bottom
        if not self._turn:
            return x0, y0, x1, y1
        for _ in range(self._turn):
            # A quarter turn to the right: what was up is right.
            x0, y0, x1, y1 = y0, -x1, y1, -x0
        # Turned about the corner, the page lies left of it or below: bring it back.
        shift_x = self.size.width if self._turn > 1 else 0
        shift_y = self.size.height if self._turn < 3 else 0
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


def letter(code: int) -> str:
    """Return the character of a code as PDFium gives it; line ends are none.

    >>> letter(0x1EA1), letter(13), letter(0)
    ('ạ', '', '')
    """
    if code < 32 or 0xD800 <= code < 0xE000 or code > 0x10FFFF or code == 0xFFFE:
        return ""
    return " " if code == 0xA0 else chr(code)


def thin(box: Rule) -> Iterator[Rule]:
    """Yield a box that is thin, or the four edges of one that is not."""
    if min(box.right - box.left, box.top - box.bottom) <= THIN:
        yield box
        return
    yield box._replace(top=box.bottom)
    yield box._replace(bottom=box.top)
    yield box._replace(right=box.left)
    yield box._replace(left=box.right)
