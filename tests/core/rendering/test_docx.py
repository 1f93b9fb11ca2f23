"""The Word file has the layout of the decree in real styles and fields."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.core.rendering.paper import file, paper


@pytest.fixture(scope="module")
def word() -> docx.document.Document:
    return docx.Document(BytesIO(file("docx")))


def texts(word) -> list[str]:
    """Return the text of every paragraph, in tables too."""
    return [
        "".join(text.text or "" for text in each.iter(qn("w:t")))
        for each in word.element.body.iter(qn("w:p"))
    ]


def millimetres(*lengths: int) -> list[int]:
    return [round(length / Mm(1)) for length in lengths]


def test_the_page_is_a4_with_the_margins_of_the_decree(word) -> None:
    page = word.sections[0]

    assert millimetres(page.page_width, page.page_height) == [210, 297]
    assert millimetres(page.top_margin, page.bottom_margin) == [20, 20]
    assert millimetres(page.left_margin, page.right_margin) == [30, 15]


def test_the_page_number_is_a_centred_field_above_and_not_on_the_first_page(
    word,
) -> None:
    section = word.sections[0]

    (number,) = section.header.paragraphs
    field = number._element.find(qn("w:fldSimple"))

    assert section.different_first_page_header_footer
    assert field.get(qn("w:instr")) == "PAGE"
    assert word.styles["Header"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert [each.text for each in section.first_page_header.paragraphs] == [""]


def test_everything_is_in_times_new_roman_14_in_vietnamese(word) -> None:
    defaults = word.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    fonts = run.find(qn("w:rFonts"))

    assert {
        fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")
    } == {"Times New Roman"}
    assert run.find(qn("w:sz")).get(qn("w:val")) == "28"
    assert run.find(qn("w:lang")).get(qn("w:val")) == "vi-VN"


def test_headings_are_headings_and_the_text_is_justified_and_indented(word) -> None:
    body = word.styles["Body Text"].paragraph_format

    assert word.styles["Heading 1"].font.bold
    assert body.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert abs(body.first_line_indent - Mm(12.7)) < Pt(1)
    styles = {each.style.name for each in word.paragraphs}
    assert {"Heading 1", "Heading 2", "Heading 3", "Body Text", "List Bullet"} <= styles


def test_the_frame_says_who_what_when_and_to_whom(word) -> None:
    said = texts(word)

    for line in (
        "ỦY BAN NHÂN DÂN TỈNH AN BÌNH",
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-SKHCN",
        "An Bình, ngày 03 tháng 01 năm 2020",
        "BÁO CÁO",
        "Kính gửi: Ủy ban nhân dân tỉnh An Bình",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
        "Trần Thị Lan",
    ):
        assert line in said


def test_the_text_ends_with_its_sign(word) -> None:
    assert [each for each in texts(word) if each.endswith("./.")]


def test_a_table_repeats_its_head_and_splits_no_row(word) -> None:
    table = next(each for each in word.tables if each.style.name == "Table Grid")
    rows = [row._tr.trPr for row in table.rows]

    assert rows[0].find(qn("w:tblHeader")) is not None
    assert all(row.find(qn("w:cantSplit")) is not None for row in rows)
    assert table.rows[1].cells[3].paragraphs[0].style.name == "TableNumber"
    assert (
        word.styles["TableNumber"].paragraph_format.alignment
        == WD_ALIGN_PARAGRAPH.RIGHT
    )


def test_every_fact_is_a_content_control_with_its_key(word) -> None:
    tags = [
        each.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val"))
        for each in word.element.body.iter(qn("w:sdt"))
    ]

    assert [tag for tag in tags if tag != "blank"] == [f.key for f in paper().facts]
    assert "blank" in tags


def test_the_file_says_what_it_is_and_nothing_of_the_template(word) -> None:
    core = word.core_properties

    assert (
        core.title
        == "Báo cáo: Tổng kết công tác năm 2019, phương hướng, nhiệm vụ năm 2020"
    )
    assert (core.author, core.language) == ("Sở Khoa học và Công nghệ", "vi-VN")
    names = ZipFile(BytesIO(file("docx"))).namelist()
    assert len(names) == len(set(names))
    assert "docProps/thumbnail.jpeg" not in names


def test_the_signature_takes_the_last_lines_of_the_text_with_it(word) -> None:
    last = [each for each in word.paragraphs if each.text.strip()][-1]

    assert last.paragraph_format.keep_with_next
