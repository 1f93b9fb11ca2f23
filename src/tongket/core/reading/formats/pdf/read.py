"""A pdf to a document."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from tongket.core.nouns.document import Document, Format, Note, Place
from tongket.core.reading.formats.letters.legacy import Legacy
from tongket.core.reading.formats.means import Means
from tongket.core.reading.formats.pdf.flow.asides import Asides
from tongket.core.reading.formats.pdf.flow.chrome import Leaf, chrome
from tongket.core.reading.formats.pdf.flow.columns import columns
from tongket.core.reading.formats.pdf.flow.footnotes import Footnotes
from tongket.core.reading.formats.pdf.flow.paragraphs import Paragraphs
from tongket.core.reading.formats.pdf.flow.recognised import recognised_lines
from tongket.core.reading.formats.pdf.flow.spreads import Part, spread
from tongket.core.reading.formats.pdf.forms import demand_few_forms
from tongket.core.reading.formats.pdf.page import Page
from tongket.core.reading.formats.pdf.pages import taken_apart
from tongket.core.reading.formats.pdf.segments import Row
from tongket.core.reading.formats.pdf.sheet.glyphs import Pdf
from tongket.core.reading.formats.plain import horned_lines, mended_lines
from tongket.core.reading.formats.struck import Struck
from tongket.core.reading.formats.transcript import (
    NOWHERE,
    Stretch,
    Transcript,
)
from tongket.core.reading.formats.unreadable import Unreadable

IN_TCVN3 = Note("tcvn3_converted")


def read_pdf(data: bytes, means: Means) -> Document:
    """Return a pdf as a document: its pages in order, paragraphs joined over breaks.

    Raises Unreadable: file_pdf_broken, file_protected, file_too_many_pages,
    file_page_too_full, file_scanned, file_unrecognised, file_garbled,
    file_text_too_long, file_blank.
    """
    demand_few_forms(data)
    pages = _pages(data, means)
    leaves = [Leaf(page.number, page.size.height, page.rows) for page in pages]
    dropped = {id(row) for row in chrome(leaves)}
    lines = _as_shown([*_lines(pages, dropped, means.legacy)], pages)
    mended, notes = mended_lines(lines, means.legacy)
    notes = [*_told(pages), *notes]
    if IN_TCVN3 in notes:
        mended, more = horned_lines(mended, means.legacy)
        notes.extend(more)
    transcript = Transcript(means.limits)
    for line in mended:
        transcript.line(line)
    if transcript.is_blank:
        raise Unreadable("file_blank")
    if dropped:
        notes.append(Note("headers_left_out"))
    return transcript.document(Format.PDF, notes)


def _pages(data: bytes, means: Means) -> list[Page]:
    with Pdf(data) as pdf:
        if len(pdf) > means.limits.pages:
            count, limit = str(len(pdf)), str(means.limits.pages)
            raise Unreadable(
                "file_too_many_pages", (("count", count), ("limit", limit))
            )
        pages = [taken_apart(sheet, means) for sheet in pdf.pages()]
    if not pages:
        raise Unreadable("file_pdf_broken")
    if means.ocr:
        _recognise(data, pages, means)
    if all(page.is_unread for page in pages):
        raise Unreadable(_reason(pages, means), (("count", str(len(pages))),))
    return pages


def _reason(pages: Sequence[Page], means: Means) -> str:
    """Return why no page was read."""
    if means.ocr:
        return "file_unrecognised"
    return "file_garbled" if any(page.is_garbled for page in pages) else "file_scanned"


def _recognise(data: bytes, pages: Sequence[Page], means: Means) -> None:
    """Have the pictures of scanned pages recognised, as many as the limits allow.

    The pdf is opened for each page anew, because recognition takes seconds, and nobody
    else can read a pdf while one is open.
    """
    scans = [page for page in pages if page.is_unread]
    for page in scans[: means.limits.scans]:
        with Pdf(data) as pdf:
            picture = pdf.picture(page.number)
        if means.ocr and not (seen := means.ocr(picture)).is_blank:
            page.recognised = seen


def _lines(
    pages: Sequence[Page], dropped: set[int], legacy: Legacy
) -> Iterator[list[Stretch]]:
    """Yield the lines of all pages, then those of their footnotes."""
    footnotes = _footnotes(pages, dropped)
    apart = dropped | {id(row) for _, note in footnotes for row in note}
    asides = Asides.of(pages, legacy.is_syllable)
    paragraphs = Paragraphs(legacy.is_syllable)
    yield from asides.among(_running(pages, apart, paragraphs))
    yield []
    for number, note in footnotes:
        yield from paragraphs.flow(note, number)
        yield from paragraphs.end()


def _running(
    pages: Sequence[Page], apart: set[int], paragraphs: Paragraphs
) -> Iterator[list[Stretch]]:
    """Yield the lines of running text and tables, without the rows set *apart*."""
    for recognised, some in groupby(pages, lambda page: page.recognised is not None):
        if recognised:
            yield from paragraphs.end()
            yield from (
                line
                for page in some
                if page.recognised is not None
                for line in recognised_lines(page, page.recognised)
            )
            continue
        for part in spread(some, apart):
            yield from _written(part, paragraphs)
    yield from paragraphs.end()


def _as_shown(lines: list[list[Stretch]], pages: Sequence[Page]) -> list[list[Stretch]]:
    """Return lines with their places on the pages as they are shown."""
    turned = {page.number: page for page in pages if page.turn}
    if not turned:
        return lines

    def placed(part: Stretch) -> Stretch:
        box = part.place and part.place.box
        if not box or box.page not in turned:
            return part
        return Stretch(part.text, Place(NOWHERE, box=turned[box.page].shown(box)))

    return [[placed(part) for part in line] for line in lines]


def _footnotes(pages: Sequence[Page], dropped: set[int]) -> list[tuple[int, list[Row]]]:
    """Return the rows of all footnotes, each with the number of its page."""
    kept = [
        (page.number, [row for row in page.rows if id(row) not in dropped])
        for page in pages
    ]
    footnotes = Footnotes.among([row for _, rows in kept for row in rows])
    return [(number, note) for number, rows in kept for note in footnotes.of(rows)]


def _written(part: Part, paragraphs: Paragraphs) -> Iterator[list[Stretch]]:
    """Yield the lines of running text or of a table."""
    if isinstance(part, tuple):
        number, rows = part
        for flow in columns(rows):
            yield from paragraphs.flow(flow, number)
        return
    yield from paragraphs.end()
    yield []
    for cells in part:
        yield from paragraphs.table_row(cells)
    yield []


def _told(pages: Sequence[Page]) -> Iterator[Note]:
    for alphabet in sorted({name for page in pages for name in page.alphabets}):
        yield Note(f"{alphabet}_converted")
    gone = Struck([(str(page.number), each) for page in pages for each in page.struck])
    yield from gone.notes("pages")
    if read := sum(1 for page in pages if page.recognised):
        yield Note("pages_recognised", (("count", str(read)),))
    unread = [str(page.number) for page in pages if page.is_unread]
    if unread:
        yield Note("pages_without_text", (("pages", ", ".join(unread)),))
