"""Nobody is in PDFium at the same time: two threads in it end the program."""

import contextlib

import pypdfium2
import pytest

from tests.core.formats.files import pdf
from tongket.core.nouns.pdfium import PDFIUM
from tongket.core.reading.formats.pdf.sheet.glyphs import Pdf
from tongket.core.rendering.capsule import NotOurs
from tongket.core.rendering.printed import printed_in


def read(data: bytes) -> None:
    with Pdf(data):
        pass


def verify(data: bytes) -> None:
    with contextlib.suppress(NotOurs):
        printed_in(data)


@pytest.mark.parametrize("work", [read, verify])
def test_a_pdf_is_opened_by_who_holds_the_one_lock(work, monkeypatch):
    held, opened = [], pypdfium2.PdfDocument

    def watched(*arguments: object) -> object:
        held.append(PDFIUM.locked())
        return opened(*arguments)

    monkeypatch.setattr(pypdfium2, "PdfDocument", watched)
    work(pdf("Cấp 12 giấy phép"))

    assert held == [True]
    assert not PDFIUM.locked()
