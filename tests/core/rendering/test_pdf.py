"""The PDF is set in a typeface with every Vietnamese letter, tagged, on A4."""

import ctypes
import unicodedata
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.core.rendering.paper import file, paper, pdf
from tongket.core.nouns.paper import Heading, Paragraph, Words

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES
)
ALPHABET = LETTERS + LETTERS.upper() + "đĐ"


def typefaces(data: bytes) -> set[str]:
    """Return the names of the typefaces that set the text of a file."""
    document = pypdfium2.PdfDocument(data)
    names = set()
    for page in document:
        for thing in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,), max_depth=15):
            font = pdfium.FPDFTextObj_GetFont(thing.raw)
            name = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, name, 200)
            names.add(name.value.decode().partition("+")[2] or name.value.decode())
    return names


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_bounded() for page in document]


@pytest.mark.parametrize(
    "style", [{}, {"bold": True}, {"italic": True}, {"bold": True, "italic": True}]
)
def test_every_vietnamese_letter_is_set_in_the_times_like_typeface(style) -> None:
    """No other typeface steps in for a letter, upright, bold or italic."""
    line = Paragraph((Words(" ".join(ALPHABET), **style),))

    data = pdf(replace(paper(), blocks=(line,)))

    assert all(name.lower().startswith("texgyretermes") for name in typefaces(data))
    assert set("".join(pages(data)).replace("\r\n", "")) >= set(ALPHABET)


def test_the_page_is_a4() -> None:
    width, height = pypdfium2.PdfDocument(file("pdf"))[0].get_size()

    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)


def test_the_page_number_stands_above_from_the_second_page_on() -> None:
    first, second, *_ = pages(file("pdf"))

    assert second.lstrip().startswith("2")
    assert not first.lstrip().startswith("1")


def test_the_file_has_title_language_tags_and_keeps_for_ever() -> None:
    document = pypdfium2.PdfDocument(file("pdf"))

    assert document.get_metadata_dict()["Title"] == (
        "Báo cáo: Tổng kết công tác năm 2019, phương hướng, nhiệm vụ năm 2020"
    )
    assert document.is_tagged()
    assert b"pdfaid:part>3<" in file("pdf")
    assert b"pdfuaid:part>1<" in file("pdf")


def test_headings_are_the_outline_of_the_file() -> None:
    document = pypdfium2.PdfDocument(file("pdf"))
    titles = [each.get_title() for each in document.get_toc(max_depth=5)]

    headings = [block for block in paper().blocks if isinstance(block, Heading)]

    assert len(titles) == len(headings)
    assert titles[0] == "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2019"


def test_words_of_the_ledger_are_no_commands_of_the_typesetter() -> None:
    hostile = '#panic("x") $1/0$ *b* _i_ @ref <label> \\ " #import "@preview/x:1.0.0"'

    text = "".join(pages(pdf(replace(paper(), blocks=(Paragraph((Words(hostile),)),)))))

    assert "".join(hostile.split()) in "".join(text.split())


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    from tongket.core.nouns.paper import Cell, Table

    rows = tuple(
        (Cell((Words(str(n)),), numeric=True), Cell((Words("Chỉ tiêu dài " * 8),)))
        for n in range(80)
    )
    table = Table("Bảng", ("TT", "Tên chỉ tiêu"), rows, (100, 900))

    found = pages(pdf(replace(paper(), blocks=(table,))))

    assert len(found) > 2
    assert all("Tên chỉ tiêu" in page for page in found[:-1])


def test_the_signature_never_stands_alone_on_a_page() -> None:
    """Whatever the length of the text, its last words are on the signature's page."""
    for length in range(18, 34):
        lines = tuple(Paragraph((Words(f"Dòng {n}."),)) for n in range(length))

        last = pages(pdf(replace(paper(), blocks=lines)))[-1]

        assert f"Dòng {length - 1}./." in last
