"""A pdf to a document."""

from threading import Lock

import pypdfium2

from tongket.core.nouns.document import Document, Format
from tongket.core.reading.formats.means import Means
from tongket.core.reading.formats.transcript import Stretch, Transcript
from tongket.core.reading.formats.unreadable import Unreadable

# PDFium keeps its state in global variables: one file at a time.
PDFIUM = Lock()


def read_pdf(data: bytes, means: Means) -> Document:
    """Return a pdf as a document.

    Raises Unreadable: pdf_broken, protected, too_many_pages, scanned.
    """
    with PDFIUM:
        try:
            pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as fault:
            code = "protected" if "assword" in str(fault) else "pdf_broken"
            raise Unreadable(code) from fault
        transcript = Transcript(means.limits)
        for page in pdf:
            for line in page.get_textpage().get_text_range().splitlines():
                transcript.line([Stretch(line)])
    if transcript.is_blank:
        raise Unreadable("scanned")
    return transcript.document(Format.PDF)
