"""Words that were struck out are no part of a report, in whatever form it comes."""

import shutil
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from tests.conftest import skip_or_fail
from tests.core.formats.files import paragraph, pdf, raw_pdf, received, run, word
from tests.spec.formats.paper import by_chromium, by_libreoffice

from tongket.content.messages import messages
from tongket.core.nouns.document import Document
from tongket.core.reading.formats.messages import sentence

KEPT = "Nghiệm thu 18 đề tài; chi 1.250 triệu đồng cho 13 dự án cấp tỉnh."
LONG = (
    "ký hợp đồng với 7 tổ chức chủ trì và 44 đơn vị phối hợp ở các huyện trong toàn "
    "tỉnh, kể cả những đơn vị mới thành lập trong năm và các hợp tác xã,"
)
BEFORE, AFTER = "Sở đã nghiệm thu 18 đề tài,", "bàn giao 9 kết quả."


def struck(document: Document) -> dict[str, str]:
    """Return what the note of struck words tells."""
    (note,) = (note for note in document.notes if note.code.startswith("struck"))
    return dict(note.arguments)


def assert_is_read_without(document: Document) -> None:
    lines = [" ".join(line.split()) for line in document.text.split("\n")]
    assert [line for line in lines if line] == [KEPT, f"{BEFORE} {AFTER}"]
    told = struck(document)
    assert int(told["count"]) == len(f"1512dựán{LONG}".replace(" ", ""))
    assert told["words"].startswith("«15», «12 dự án», «ký hợp đồng")


def in_word(look: str = "<w:strike/>", **parts: str) -> bytes:
    return word(
        paragraph(
            *(run("Nghiệm thu "), run("15", look), run("18 đề tài; chi ")),
            *(run("1.250 triệu đồng", '<w:u w:val="single"/>'), run(" cho ")),
            *(run("12 ", look), run("dự án", look), run("13 dự án cấp tỉnh.")),
        ),
        paragraph(run(BEFORE + " "), run(LONG + " ", look), run(AFTER)),
        **parts,
    )


def in_html(mark: str, end: str) -> bytes:
    return (
        "<html><style>.c7 {color:red; text-decoration: line-through} .c8{color:red}</style>"
        f'<body><p>Nghiệm thu {mark}15{end}18 <b class="c8">đề tài</b>; chi '
        f"<u>1.250 triệu đồng</u> cho {mark}12 <b>dự án</b>{end}13 dự án cấp tỉnh.</p>"
        f"<p>{BEFORE} {mark}{LONG}{end} {AFTER}</p></body></html>"
    ).encode()


@pytest.mark.parametrize("look", ["<w:strike/>", "<w:dstrike/>"])
def test_in_a_word_file(look):
    document = received(in_word(look))

    assert_is_read_without(document)
    assert struck(document)["where"] == "1, 2"


def test_by_a_style_of_a_word_file():
    style = '<w:style w:styleId="Bo"><w:rPr><w:strike/></w:rPr></w:style>'

    assert_is_read_without(received(in_word('<w:rStyle w:val="Bo"/>', styles=style)))


def test_a_strike_that_is_switched_off_strikes_nothing_out():
    document = received(word(paragraph(run("12 đề tài", '<w:strike w:val="0"/>'))))

    assert (document.text, document.notes) == ("12 đề tài\n", ())


@pytest.mark.parametrize(
    ("mark", "end"),
    [
        ("<s>", "</s>"),
        ("<strike>", "</strike>"),
        ("<del>", "</del>"),
        ('<span style="text-decoration: LINE-THROUGH">', "</span>"),
        ('<span class="b c7">', "</span>"),
    ],
)
def test_in_a_web_page(mark, end):
    assert_is_read_without(received(in_html(mark, end)))


def test_in_a_spreadsheet():
    book, file = openpyxl.Workbook(), BytesIO()
    red = InlineFont(strike=True)
    book.active.append(["Đề tài", 15, 18])
    book.active.append(["Dự án", CellRichText(TextBlock(red, "12"), "13")])
    book.active["B1"].font = Font(strike=True)
    book.save(file)

    document = received(file.getvalue())

    assert document.text == "Đề tài\t\t18\nDự án\t13\n"
    assert struck(document) == {
        "count": "4",
        "where": "Sheet!B1, Sheet!B2",
        "words": "«15», «12»",
    }


def test_in_a_pdf():
    source = (
        "Nghiệm thu #strike[15]18 đề tài; chi #underline[1.250 triệu đồng] cho "
        "#strike[12 dự án]13 dự án cấp tỉnh.\n\n"
        f"{BEFORE} #strike[{LONG}] {AFTER}"
    )
    document = received(pdf(source, width="22cm"))

    assert_is_read_without(document)
    assert struck(document)["where"] == "1"


def test_in_a_pdf_that_a_browser_printed(tmp_path: Path):
    if shutil.which("chromium") is None:
        skip_or_fail("no browser on this machine (Debian package chromium)")
    page = tmp_path / "page.html"
    page.write_bytes(in_html("<s>", "</s>"))

    assert_is_read_without(received(by_chromium(tmp_path, page)))


@pytest.mark.libreoffice
@pytest.mark.parametrize("form", ["pdf", "html", "docx"])
def test_as_libreoffice_exports_it(form, tmp_path: Path):
    if shutil.which("soffice") is None:
        skip_or_fail("LibreOffice is not installed (Debian package libreoffice-writer)")
    source = tmp_path / "paper.docx"
    paper = docx.Document()
    first, second = paper.add_paragraph(), paper.add_paragraph()
    first.add_run("Nghiệm thu ")
    first.add_run("15").font.strike = True
    first.add_run("18 đề tài; chi ")
    first.add_run("1.250 triệu đồng").underline = True
    first.add_run(" cho ")
    first.add_run("12 dự án").font.double_strike = True
    first.add_run("13 dự án cấp tỉnh.")
    second.add_run(BEFORE + " ")
    second.add_run(LONG).font.strike = True
    second.add_run(" " + AFTER)
    paper.save(str(source))
    (exported,) = by_libreoffice(tmp_path, [source], form).values()

    assert_is_read_without(received(exported))


def test_a_struck_number_in_the_cell_of_a_table_leaves_the_row_whole():
    table = "#table(columns: 2, [Đề tài], [#strike[15]18], [Dự án], [7])"

    assert received(pdf(table)).text.strip() == "Đề tài\t18\nDự án\t7"


def test_a_paragraph_struck_out_as_a_whole_leaves_nothing():
    document = received(
        pdf("Đạt 12 đề tài\n\n#strike[Đạt 13 đề tài]\n\nCấp 14 giấy phép mới")
    )

    assert [line for line in document.text.split("\n") if line] == [
        "Đạt 12 đề tài",
        "Cấp 14 giấy phép mới",
    ]


# "Dat 15 de tai" in Helvetica at 12 points: the digits stand from 122.01 to 135.36.
WORDS = b"BT /F1 12 Tf 100 700 Td (Dat 15 de tai) Tj ET "


@pytest.mark.parametrize(
    ("line", "left"),
    [
        # Through the middle of both digits, drawn or filled.
        (b"122 703.5 m 135.4 703.5 l S", "Dat de tai"),
        (b"122 703.2 13.4 0.6 re f", "Dat de tai"),
        # Below them, above them, or as long as the page.
        (b"122 698 m 135.4 698 l S", "Dat 15 de tai"),
        (b"122 710 m 135.4 710 l S", "Dat 15 de tai"),
        (b"20 703.5 m 580 703.5 l S", "Dat 15 de tai"),
        # From the middle of one letter to the middle of another, as ornaments run.
        (b"125 703.5 m 150 703.5 l S", "Dat 15 de tai"),
        # A bar as high as the letters, and slanted.
        (b"122 700 13.4 9 re f", "Dat 15 de tai"),
        (b"122 690 m 135.4 710 l S", "Dat 15 de tai"),
    ],
)
def test_only_a_line_through_whole_letters_strikes_them_out(line, left):
    file = raw_pdf(WORDS + line, font=b"Helvetica")

    assert received(file).text == left + "\n"


def test_a_line_within_a_form_is_seen_where_the_form_is_drawn():
    form = (
        b"10 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Length 23>>stream\n"
        b"0 0 m 13.4 0 l S        \nendstream\nendobj\n"
    )
    drawn = raw_pdf(WORDS + b"q 1 0 0 1 122 703.5 cm /X0 Do Q", more=form)

    assert received(drawn).text == "Dat de tai\n"


def test_several_lines_drawn_at_once_are_several_lines():
    lines = (
        b"122 703.5 m 135.4 703.5 l 300 100 m 300 200 l 200 150 m 400 150 l 20 20 m S"
    )

    assert received(raw_pdf(WORDS + lines)).text == "Dat de tai\n"


def test_words_that_a_reviewer_marked_as_struck_out_in_a_pdf():
    mark = (
        b"20 0 obj\n<</Type/Annot/Subtype/StrikeOut/Rect[120 698 137 712]"
        b"/QuadPoints[121 711 136 711 121 698 136 698]>>\nendobj\n"
        b"21 0 obj\n<</Type/Annot/Subtype/Highlight/Rect[100 698 120 712]"
        b"/QuadPoints[100 711 120 711 100 698 120 698]>>\nendobj\n"
    )
    document = received(raw_pdf(WORDS, page=b"/Annots[20 0 R 21 0 R]", more=mark))

    assert document.text == "Dat de tai\n"
    assert struck(document)["words"] == "«15»"


def test_many_struck_words_are_named_in_part():
    runs = [
        run(f"{each} đề tài", "<w:strike/>") + run(" còn ") for each in range(10, 30)
    ]
    told = struck(received(word(paragraph(*runs), paragraph(run(LONG, "<w:strike/>")))))

    assert told["words"] == ", ".join(f"«{n} đề tài»" for n in range(10, 20)) + ", …"
    assert told["where"] == "1, 2"


def test_a_long_stretch_is_named_by_its_beginning():
    told = struck(received(word(paragraph("Hết"), paragraph(run(LONG, "<w:strike/>")))))

    assert told["words"] == f"«{LONG[:40].rstrip()}…»"


def test_the_note_says_how_much_was_left_out_and_where():
    (note,) = received(in_word()).notes

    assert sentence(note, messages("vi")).startswith(
        "Bỏ qua 119 ký tự bị gạch ngang (đoạn 1, 2): «15», «12 dự án», «ký hợp đồng"
    )


def test_a_line_through_letters_as_large_as_a_hand_is_a_picture():
    huge = b"BT /F1 200 Tf 100 400 Td (12) Tj ET 100 470 m 322.4 470 l S"

    assert received(raw_pdf(huge)).text == "12\n"


def test_a_mark_of_a_reviewer_off_all_pages_strikes_nothing_out():
    mark = (
        b"20 0 obj\n<</Type/Annot/Subtype/StrikeOut/Rect[0 0 9 9]/QuadPoints"
        b"[121 99999999 136 99999999 121 698 136 698]>>\nendobj\n"
    )

    file = raw_pdf(WORDS, page=b"/Annots[20 0 R]", more=mark)

    assert received(file).text == "Dat 15 de tai\n"


def test_a_curve_and_a_drawing_of_thousands_of_points_strike_nothing_out():
    curve = b"122 703.5 m 124 704 126 704 128 703.5 c 130 703 132 703 135.4 703.5 c S "
    drawing = b"0 0 m " + b"9 9 l 5 0 l " * 1_500 + b"S"

    assert received(raw_pdf(WORDS + curve + drawing)).text.strip() in (
        "Dat 15 de tai",
        "Dat de tai",
    )
