"""Word files: what shows on the printed page, each piece with paragraph and run."""

from io import BytesIO

import docx
import pytest
from tests.core.formats.files import paragraph, received, run, table, word

from tongket.core.nouns.document import Format


def text(*blocks: str, **parts: str) -> str:
    return received(word(*blocks, **parts)).text


def places(data: bytes) -> list[tuple[str, int | None, int | None]]:
    document = received(data)
    return [
        (place.span.of(document.text), place.paragraph, place.run)
        for place in document.places
    ]


def test_every_stretch_knows_its_paragraph_and_run():
    file = word(paragraph("Năm 2019, ", "đạt 12 đề tài"), paragraph("Hết."))

    assert received(file).format is Format.DOCX
    assert received(file).text == "Năm 2019, đạt 12 đề tài\nHết.\n"
    assert places(file) == [
        ("Năm 2019, ", 1, 1),
        ("đạt 12 đề tài", 1, 2),
        ("Hết.", 2, 1),
    ]


def test_a_file_of_python_docx_is_read():
    file = docx.Document()
    file.add_heading("Kết quả", 1)
    file.add_paragraph("Cấp 35 giấy phép", style="List Number")
    file.add_paragraph("Thu hồi 2 giấy phép", style="List Number")
    kept = BytesIO()
    file.save(kept)

    read = received(kept.getvalue()).text

    assert read == "Kết quả\n1. Cấp 35 giấy phép\n2. Thu hồi 2 giấy phép\n"


def test_a_row_of_a_table_is_a_line_and_a_tab_parts_its_cells():
    assert text(table(("TT", "Nội dung"), ("1", "12 đề tài"))) == (
        "TT\tNội dung\n1\t12 đề tài\n"
    )


def test_paragraphs_of_one_cell_stay_on_its_line():
    cell = paragraph("Cấp tỉnh") + paragraph("12 đề tài")
    rows = [("1", cell), ("2", "b"), ("3", "c")]

    assert text(table(*rows)) == "1\tCấp tỉnh 12 đề tài\n2\tb\n3\tc\n"


def test_a_merged_cell_leaves_its_columns_empty():
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("Cộng")

    assert text(table((wide, "25"))) == "Cộng\t\t25\n"


def test_a_letterhead_is_read_cell_by_cell():
    left = paragraph("UBND TỈNH A") + paragraph("SỞ KHOA HỌC VÀ CÔNG NGHỆ")
    right = paragraph("CỘNG HÒA XÃ HỘI") + paragraph("Độc lập")

    assert text(table((left, right))).splitlines() == [
        "UBND TỈNH A",
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "CỘNG HÒA XÃ HỘI",
        "Độc lập",
    ]


def test_a_table_in_a_cell_is_read_where_it_stands():
    inner = table(("12", "25"))

    assert "12\t25" in text(table(("a", inner + paragraph("b")), ("c", "d")))


def test_tracked_changes_are_taken_as_accepted():
    changed = paragraph(
        "Đạt ",
        f"<w:del>{run('10').replace('w:t', 'w:delText')}</w:del>",
        f"<w:ins>{run('12')}</w:ins>",
        " đề tài",
    )

    assert text(changed) == "Đạt 12 đề tài\n"
    # The deleted run still counts, so that runs are found by their number.
    assert [run for _, _, run in places(word(changed))] == [1, 3, 4]


def test_a_paragraph_whose_mark_was_deleted_runs_on():
    first = paragraph("Đạt ", properties="<w:rPr><w:del/></w:rPr>")

    assert text(first, paragraph("12 đề tài")) == "Đạt 12 đề tài\n"
    assert text(paragraph("a"), first) == "a\nĐạt \n"


def test_a_deleted_row_is_gone():
    rows = table(("1", "a"), ("2", "b")).replace(
        "<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1
    )

    assert text(rows) == "2\tb\n"


@pytest.mark.parametrize(
    "hidden", ["<w:vanish/>", '<w:vanish w:val="1"/>', '<w:rStyle w:val="An"/>']
)
def test_hidden_text_is_left_out(hidden):
    styles = '<w:style w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'

    read = text(paragraph("Đạt 12", run(" (bản nháp 11)", hidden)), styles=styles)

    assert read == "Đạt 12\n"


def test_text_that_is_switched_visible_again_is_kept():
    assert text(paragraph(run("Đạt 12", '<w:vanish w:val="false"/>'))) == "Đạt 12\n"


def test_a_field_shows_its_result():
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = paragraph(
        "Tổng ",
        mark("begin"),
        "<w:r><w:instrText>=SUM(1)</w:instrText></w:r>",
        run("không hiện"),
        mark("separate"),
        "25",
        mark("end"),
        " đề tài",
    )

    assert text(field) == "Tổng 25 đề tài\n"


def test_notes_follow_the_body_and_say_which_they_are():
    note = '<w:footnote w:id="2">' + paragraph("Không kể 3 dự án") + "</w:footnote>"
    rule = '<w:footnote w:id="0" w:type="separator">' + paragraph("-") + "</w:footnote>"
    file = word(paragraph("Đạt 12"), footnotes=rule + note)

    document = received(file)

    assert document.text == "Đạt 12\n\nKhông kể 3 dự án\n"
    assert document.places[-1].path == "footnotes/2"


def test_a_text_box_follows_the_paragraph_it_hangs_on_and_is_read_once():
    box = f"<w:txbxContent>{paragraph('Trong khung 7')}</w:txbxContent>"
    anchored = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    assert text(paragraph("Ngoài khung", anchored)) == "Ngoài khung\nTrong khung 7\n"


def test_content_controls_and_links_show_what_is_in_them():
    control = f"<w:sdt><w:sdtContent>{paragraph('12 đề tài')}</w:sdtContent></w:sdt>"
    link = f"<w:hyperlink>{run('xem tại đây')}</w:hyperlink>"

    assert text(control, paragraph(link)) == "12 đề tài\nxem tại đây\n"


def test_what_is_typed_by_keys_is_kept():
    typed = paragraph("a", "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>")
    hyphens = paragraph("2016", "<w:r><w:noBreakHyphen/></w:r>", "2020 kế\xadhoạch")

    assert text(typed, hyphens) == "a\tb\nc\n2016-2020 kếhoạch\n"


def test_capitals_and_raised_digits_show_as_they_are_printed():
    line = paragraph(
        run("báo cáo", "<w:caps/>"),
        " 120 m",
        run("2", '<w:vertAlign w:val="superscript"/>'),
    )

    assert text(line) == "BÁO CÁO 120 m²\n"


def test_a_tone_in_another_run_than_its_letter_is_put_together():
    assert text(paragraph("Nga", "\u0300y 12")) == "Ngày 12\n"


@pytest.mark.parametrize(
    ("font", "stored", "shown"),
    [
        (".VnTime", "S\xeb Khoa h\xe4c", "Sở Khoa học"),
        (".VnTimeH", "S\xeb Khoa h\xe4c", "SỞ KHOA HỌC"),
        ("VNI-Times", "Sôû Khoa hoïc", "Sở Khoa học"),
        (".VnTime", "Sở Khoa học", "Sở Khoa học"),
        ("Times New Roman", "café", "café"),
    ],
)
def test_a_run_is_read_as_its_font_draws_it(font, stored, shown):
    properties = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'

    assert text(paragraph(run(stored, properties))) == shown + "\n"


def test_a_font_that_the_style_or_its_base_names_counts():
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>'
        '<w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="M"><w:basedOn w:val="N"/></w:style>'
    )
    styled = paragraph("h\xe4c", properties='<w:pStyle w:val="M"/>')

    assert text(paragraph("S\xeb"), styled, styles=styles) == "Sở\nhọc\n"


def test_signs_of_symbol_fonts_keep_their_meaning_or_become_a_dash():
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    bullet = '<w:r><w:sym w:font="Wingdings" w:char="F0D8"/></w:r>'

    assert text(paragraph("tăng ", sign, " 5%"), paragraph(bullet, " Cấp 3")) == (
        "tăng ≥ 5%\n-  Cấp 3\n"
    )


def test_the_table_of_contents_is_left_out_with_a_note():
    styles = '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    contents = paragraph("I. KẾT QUẢ 3", properties='<w:pStyle w:val="T1"/>')

    document = received(word(contents, paragraph("Đạt 12"), styles=styles))

    assert document.text == "Đạt 12\n"
    assert [note.code for note in document.notes] == ["contents_left_out"]


def test_the_strict_form_of_iso_is_read():
    strict = word(paragraph("Đạt 12"))
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    assert received(strict).text == "Đạt 12\n"

    from tests.core.formats.files import W, archive

    part = (
        f'<w:document xmlns:w="{W}"><w:body>{paragraph("Đạt 12")}</w:body></w:document>'
    )
    renamed = part.encode().replace(
        usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert received(archive({"word/document.xml": renamed})).text == "Đạt 12\n"


@pytest.mark.parametrize("mark", ["<w:t>\u00ad</w:t>", "<w:softHyphen/>"])
def test_in_an_old_font_the_soft_hyphen_is_a_letter(mark):
    font = '<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr>'
    line = f"<w:r>{font}<w:t>§o l</w:t>{mark}<w:t>êng 12 c©n</w:t></w:r>"

    assert received(word(f"<w:p>{line}</w:p>")).text == "Đo lường 12 cân\n"


def alternate(new: str, old: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )


def test_of_blocks_and_runs_told_in_two_ways_the_one_with_words_is_read():
    blocks = alternate("<w:p/>", paragraph("12 đề tài"))
    runs = paragraph("<w:r><w:t>Đạt </w:t></w:r>", alternate(run("13"), run("cũ")))

    assert text(blocks, runs) == "12 đề tài\nĐạt 13\n"


def test_a_drawing_told_in_two_ways_without_any_words_is_passed_over():
    assert text(paragraph(f"<w:r>{alternate('', '')}</w:r>", run("12 đề tài"))) == (
        "12 đề tài\n"
    )


def test_an_alternative_without_choices_is_passed_over():
    assert text("<mc:AlternateContent/>", paragraph("12 đề tài")) == "12 đề tài\n"


def test_a_row_that_begins_further_right_keeps_its_columns():
    row = (
        '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc>'
        f"{paragraph('12')}</w:tc></w:tr>"
    )
    whole = table(("a", "b", "c"), ("d", "e", "f")).replace(
        "</w:tbl>", row + "</w:tbl>"
    )

    assert text(whole) == "a\tb\tc\nd\te\tf\n\t\t12\n"


def test_rows_and_cells_within_content_controls_are_read():
    cell = f"<w:sdt><w:sdtContent><w:tc>{paragraph('12')}</w:tc></w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr><w:tc>{paragraph('a')}</w:tc>{cell}</w:tr></w:sdtContent></w:sdt>"

    assert text(f"<w:tbl>{row}</w:tbl>") == "a\t12\n"


def test_a_cell_with_an_empty_paragraph_between_two_has_one_blank():
    cell = paragraph("Đề tài") + "<w:p/>" + paragraph(" ") + paragraph("cấp tỉnh")
    rows = table((cell, "12"), ("a", "13"), ("b", "14"))

    assert text(rows).splitlines()[0] == "Đề tài cấp tỉnh\t12"


def test_field_marks_of_unknown_kinds_and_signs_without_a_code_say_nothing():
    marks = '<w:r><w:fldChar w:fldCharType="lạ"/><w:fldChar/></w:r>'
    sign = '<w:r><w:sym w:char="xyz"/></w:r>'

    assert text(paragraph(marks, sign, "12")) == "12\n"


def test_hidden_words_and_tracked_changes_are_told():
    hidden = run("7 mật", "<w:vanish/>")
    changes = (
        f'<w:ins w:id="1">{run("12 ")}</w:ins><w:del w:id="2">{run("11 ")}</w:del>'
    )

    document = received(word(paragraph(hidden, changes, "đề tài")))

    assert document.text == "12 đề tài\n"
    assert [note.code for note in document.notes] == [
        "hidden_words_left_out",
        "changes_accepted",
    ]


def test_a_text_box_of_the_old_kind_is_read_once():
    box = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{paragraph('Đạt 13 dự án')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )

    assert text(paragraph("Đạt 12 đề tài", box)) == "Đạt 12 đề tài\nĐạt 13 dự án\n"
