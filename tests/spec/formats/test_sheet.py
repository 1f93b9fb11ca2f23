"""Spreadsheets: every row a line, every cell as it shows, with its address."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.styles import Font
from tests.core.formats.files import archive, received, workbook

from tongket.core.nouns.document import Format
from tongket.core.reading.formats.sheet.numbers import Pattern, shown
from tongket.core.reading.formats.unreadable import Unreadable


def saved(book: openpyxl.Workbook) -> bytes:
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def book_of(**cells: object) -> tuple[openpyxl.Workbook, bytes]:
    book = openpyxl.Workbook()
    for address, content in cells.items():
        book.active[address] = content
    return book, saved(book)


def test_a_row_is_a_line_and_every_cell_knows_its_address():
    _, file = book_of(B2="TT", C2="Nội dung", D2="Số\nlượng", B3=1, D3=12.5)

    document = received(file)

    assert document.format is Format.XLSX
    assert document.text == "TT\tNội dung\tSố lượng\n1\t\t12,5\n"
    assert [(p.span.of(document.text), p.cell) for p in document.places] == [
        ("TT", "Sheet!B2"),
        ("Nội dung", "Sheet!C2"),
        ("Số lượng", "Sheet!D2"),
        ("1", "Sheet!B3"),
        ("12,5", "Sheet!D3"),
    ]


def test_a_merged_cell_shows_once_and_leaves_its_columns_empty():
    book, _ = book_of(A1="Cộng", C1=25)
    book.active.merge_cells("A1:B1")

    assert received(saved(book)).text == "Cộng\t\t25\n"


def test_sheets_follow_one_another_under_the_names_that_were_given():
    book, _ = book_of(A1="a")
    book.create_sheet("Phụ lục 1")["A1"] = "b"

    assert received(saved(book)).text == "a\n\nPhụ lục 1\n\nb\n"


def test_what_is_hidden_is_left_out_with_a_note():
    book, _ = book_of(A1="a", B1="ẩn", A2="ẩn", A3="c")
    book.active.column_dimensions["B"].hidden = True
    book.active.row_dimensions[2].hidden = True
    book.create_sheet("Nháp")["A1"] = "ẩn"
    book["Nháp"].sheet_state = "hidden"

    document = received(saved(book))

    assert document.text == "a\nc\n"
    assert [note.code for note in document.notes] == ["hidden_left_out"]


def test_a_formula_shows_the_value_that_was_stored_with_it():
    file = workbook(
        '<row><c r="A1"><f>B1*2</f><v>25</v></c><c r="B1"><v>12.5</v></c></row>'
    )

    assert received(file).text == "25\t12,5\n"


def test_formulas_that_were_never_computed_are_told():
    _, file = book_of(A1="a", B1="=1+1")

    document = received(file)

    assert document.text == "a\n"
    assert document.notes[0].arguments == (("count", "1"),)


def test_dates_show_as_dates():
    book, _ = book_of(A1=date(2018, 12, 31))

    assert received(saved(book)).text == "31/12/2018\n"


def test_strings_truth_values_and_faults_show_as_they_are():
    file = workbook(
        '<row><c r="A1" t="inlineStr"><is><t>chữ 3</t></is></c>'
        '<c r="B1" t="str"><v>kết quả</v></c><c r="C1" t="e"><v>#DIV/0!</v></c>'
        '<c r="D1" t="s"><v>7</v></c></row>'
    )

    assert received(file).text == "chữ 3\tkết quả\t#DIV/0!\n"


def test_a_cell_in_an_old_font_is_read_as_the_font_draws_it():
    book, _ = book_of(A1="S\xeb Khoa h\xe4c")
    book.active["A1"].font = Font(name=".VnTime")

    assert received(saved(book)).text == "Sở Khoa học\n"


@pytest.mark.parametrize(
    ("stored", "code", "seen"),
    [
        ("0.379", "0.0%", "37,9%"),
        ("0.379", "0%", "38%"),
        ("1250000", "#,##0", "1.250.000"),
        ("1250000", "0", "1250000"),
        ("1234.5", "#,##0.00", "1.234,50"),
        ("1234.5", "#,##0.0#", "1.234,5"),
        ("1250000000", '#,##0,,,.0"  tỷ"', "1,3  tỷ"),
        ("-12.5", "0.0;(0.0)", "-12,5"),
        ("0.5", "0", "1"),
        ("0.1", "", "0,1"),
        ("0.30000000000000004", "", "0,3"),
        ("1E3", "", "1000"),
        ("12", "@", "12"),
        ("43465", "dd/mm/yyyy", "31/12/2018"),
        ("43465", "mm/yyyy", "12/2018"),
        ("43465", "yyyy", "2018"),
        ("43465.5", "dd/mm/yyyy h:mm", "31/12/2018 12:00"),
        ("0.354166666666667", "h:mm", "08:30"),
        ("-5", "dd/mm/yyyy", "-5"),
        ("NaN", "0", "NaN"),
        ("không số", "0", "không số"),
        ("1E+400", "0.00", "1E+400"),
    ],
)
def test_a_number_shows_as_its_format_says(stored, code, seen):
    assert shown(stored, Pattern.of(code)) == seen


def test_days_may_be_counted_from_1904():
    assert shown("42003", Pattern.of("dd/mm/yyyy"), from_1904=True) == "31/12/2018"


def test_a_workbook_with_nothing_but_its_sheet_is_read():
    assert received(
        workbook('<row><c t="b"><v>1</v></c><c><v>2</v></c></row>')
    ).text == ("1\t2\n")


def test_a_sheet_that_is_named_but_missing_is_passed_over():
    book = workbook("<row><c><v>2</v></c></row>")
    with ZipFile(BytesIO(book)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    del parts["xl/_rels/workbook.xml.rels"]

    with pytest.raises(Unreadable) as refusal:
        received(archive(parts))

    assert refusal.value.code == "file_blank"


def test_a_text_of_several_runs_is_read_with_the_font_of_each():
    runs = (
        '<row><c t="inlineStr"><is><r><rPr><rFont val=".VnTime"/></rPr><t>S\xeb </t></r>'
        "<r><t>12</t></r></is></c></row>"
    )

    assert received(workbook(runs)).text == "Sở 12\n"


def test_the_unit_at_the_right_above_a_table_is_a_line_of_its_own():
    _, file = book_of(D1="ĐVT: triệu đồng", A2="TT", B2="Nội dung", D2="Kinh phí")

    assert received(file).text == "ĐVT: triệu đồng\nTT\tNội dung\t\tKinh phí\n"


def test_words_alone_in_a_row_of_a_table_keep_their_column():
    _, file = book_of(A1="TT", B1="Nội dung", C1="Ghi chú", C2="Đang làm", C3=5)

    assert received(file).text == "TT\tNội dung\tGhi chú\n\t\tĐang làm\n\t\t5\n"


def test_strings_that_cells_share_are_read_and_columns_that_show_are_kept():
    parts = _parts(
        workbook('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12</v></c></row>')
    )
    namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    parts["xl/sharedStrings.xml"] = (
        f"<sst {namespace}><si><r><t xml:space='preserve'>  </t></r>"
        "<r><t>Đề tài</t></r><r><t> </t></r></si></sst>"
    ).encode()
    sheet = parts["xl/worksheets/s.xml"].decode()
    parts["xl/worksheets/s.xml"] = sheet.replace(
        "<sheetData>", '<cols><col min="1" max="2" width="9"/></cols><sheetData>'
    ).encode()

    assert received(archive(parts)).text == "Đề tài\t12\n"


def _parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(file)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
