"""Pdf files: lines in reading order, each with page and box; chrome left out."""

import pytest
from tests.core.formats.files import pdf, raw_pdf, received, seen

from tongket.content.alphabets import legacy
from tongket.core.nouns.document import Box, Document, Format
from tongket.core.reading.formats.limits import Limits
from tongket.core.reading.formats.means import Seen
from tongket.core.reading.formats.receive import receive
from tongket.core.reading.formats.unreadable import Unreadable

# Long enough to run over several lines of a page.
SENTENCE = (
    "Trong năm 2019, Sở đã tổ chức nghiệm thu 12 đề tài, dự án cấp tỉnh, trong đó có 7 "
    "nhiệm vụ xếp loại A, đạt 37,9% so với kế hoạch được giao từ đầu năm; kinh phí thực "
    "hiện 1.250 triệu đồng, tăng 5,5% so với cùng kỳ năm trước."
)


def text(source: str, **size: str) -> str:
    return received(pdf(source, **size)).text


def lines(source: str) -> list[str]:
    return [line for line in text(source).split("\n") if line]


def test_a_paragraph_that_runs_over_lines_is_one_line():
    assert lines(f"{SENTENCE}\n\n{SENTENCE}") == [SENTENCE, SENTENCE]


def test_paragraphs_with_a_first_line_indent_are_told_apart():
    indent = "#set par(first-line-indent: (amount: 1cm, all: true), spacing: 0.65em)\n"

    assert lines(f"{indent}{SENTENCE}\n\n{SENTENCE}") == [SENTENCE, SENTENCE]


def test_a_paragraph_that_runs_over_pages_is_one_line():
    assert lines(f"#v(19cm)\n{SENTENCE}") == [SENTENCE]


def test_items_of_a_list_are_lines_of_their_own():
    items = "- Cấp 35 giấy phép về an toàn bức xạ cho các cơ sở y tế trong toàn tỉnh, thu hồi 2 giấy phép hết hạn\n- Thanh tra 61 cơ sở"
    source = "#set list(marker: [-])\n" + items

    assert lines(source) == items.split("\n")


def test_a_heading_in_the_middle_of_the_page_stands_alone():
    heading = (
        "#align(center)[*BÁO CÁO*\\ *Kết quả công tác khoa học và công nghệ năm 2019*]"
    )

    assert lines(f"{heading}\n\n{SENTENCE}") == [
        "BÁO CÁO",
        "Kết quả công tác khoa học và công nghệ năm 2019",
        SENTENCE,
    ]


def test_every_line_knows_its_page_and_box():
    document = received(pdf("Trang một có 12 đề tài\n#pagebreak()\nTrang hai"))
    boxes = [place.box for place in document.places]

    assert document.format is Format.PDF
    assert [box.page for box in boxes if box] == [1, 2]
    first = boxes[0]
    assert first is not None
    # Two centimetres are 56.69 points; the page is 24 centimetres high.
    assert abs(first.left - 5669) < 100
    assert 68000 - 5669 - 2000 < first.bottom < first.top < 68032 - 5669 + 300


def test_the_place_of_a_line_covers_its_words():
    document = received(pdf(SENTENCE))
    covered = "".join(place.span.of(document.text) for place in document.places)

    assert covered == SENTENCE


def test_a_ruled_table_is_read_cell_by_cell():
    long = "Đề tài nghiệm thu cấp tỉnh được hội đồng đánh giá từ mức đạt trở lên, kể cả nhiệm vụ chuyển tiếp"
    table = f"#table(columns: (auto, 1fr, auto), [TT], [Nội dung], [Số], [1], [{long}], [12], table.cell(colspan: 2)[Cộng], [12])"

    assert lines(table) == ["TT\tNội dung\tSố", f"1\t{long}\t12", "Cộng\t\t12"]


def test_a_cell_merged_over_rows_is_filled_where_it_begins():
    table = "#table(columns: 2, table.cell(rowspan: 2)[Cấp tỉnh], [12], [13])"

    assert lines(table) == ["Cấp tỉnh\t12", "\t13"]


def test_a_table_without_rules_keeps_its_rows():
    table = "#table(columns: (6cm, 3cm), stroke: none, [Đề tài], [12], [Dự án], [7])"

    assert lines(table) == ["Đề tài\t12", "Dự án\t7"]


def test_two_columns_are_read_one_after_the_other():
    left, right = f"Cột trái. {SENTENCE}", f"Cột phải. {SENTENCE}"
    source = f"#columns(2)[{left}\n#colbreak()\n{right}]"

    assert lines(source) == [left, right]


def test_page_headers_footers_and_numbers_are_left_out_with_a_note():
    chrome = (
        "#set page(header: [Báo cáo tổng kết năm 2019], footer: context "
        "align(center)[#counter(page).display()])\n"
    )
    body = "\n\n".join(f"Đoạn {number}. {SENTENCE}" for number in range(40))

    document = received(pdf(chrome + body))

    assert "Báo cáo tổng kết" not in document.text
    assert document.text == "".join(f"Đoạn {n}. {SENTENCE}\n" for n in range(40))
    assert "headers_left_out" in [note.code for note in document.notes]


def test_a_header_that_repeats_the_title_of_the_report_is_left_out():
    title = "Báo cáo tổng kết năm 2019"
    body = "\n\n".join(f"Đoạn {number}. {SENTENCE}" for number in range(40))

    read = text(f"#set page(header: [{title}])\n#v(2cm)\n{title}\n\n{body}")

    assert read.count(title) == 1


def test_a_frame_or_a_background_around_words_does_not_part_their_sentence():
    source = (
        "Cấp #highlight[35 giấy phép] an toàn bức xạ, #box(stroke: 0.5pt)[12 giấy phép] "
        "khảo nghiệm."
    )

    assert lines(source) == [
        "Cấp 35 giấy phép an toàn bức xạ, 12 giấy phép khảo nghiệm."
    ]


def test_words_underlined_in_a_cell_do_not_split_its_row():
    cell = "#underline[Kinh phí] thực hiện trong năm"
    table = f"#table(columns: (3cm, 3cm), inset: (x: 2pt), [{cell}], [12])"

    assert lines(table) == ["Kinh phí thực hiện trong năm\t12"]


def test_lines_that_repeat_in_the_text_are_no_chrome():
    body = "\n\n".join([SENTENCE] * 40)

    assert lines(body) == [SENTENCE] * 40


def test_raised_digits_are_powers_or_notes_and_never_part_of_a_number():
    assert (
        text("Diện tích 120 m#super[2], đạt 15#super[3]")
        == "Diện tích 120 m², đạt 15³\n"
    )


def test_a_page_that_is_turned_is_read_as_it_is_shown():
    content = b"BT /F1 12 Tf 0 1 -1 0 100 100 Tm (Bang 12) Tj ET"

    document = received(raw_pdf(content, page=b"/Rotate 90"))

    assert document.text == "Bang 12\n"
    box = document.places[0].box
    assert box is not None
    assert box.right - box.left > box.top - box.bottom


def test_a_page_of_two_old_and_new_fonts_is_read_font_by_font():
    content = b"BT /F1 12 Tf 100 700 Td (S\xeb ) Tj /F2 12 Tf (caf\xe9 12) Tj ET"
    more = b"20 0 obj\n<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding/BaseFont/Arial>>\nendobj\n"
    file = raw_pdf(content, font=b".VnTime", more=more).replace(
        b"/F1 3 0 R>>/XObject", b"/F1 3 0 R/F2 20 0 R>>/XObject"
    )

    assert received(file).text == "Sở café 12\n"


def test_mirrored_and_slanted_rules_and_far_away_text_do_no_harm():
    content = (
        b"BT /F1 12 Tf 100 700 Td (Bang 12) Tj ET "
        b"BT /F1 12 Tf 99999999999 700 Td (xa) Tj ET "
        b"BT -1 0 0 1 300 600 Tm /F1 12 Tf (guong) Tj ET 10 10 m 400 500 l S"
    )

    assert "Bang 12" in received(raw_pdf(content)).text


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_has_its_boxes_within_the_page_as_shown(turn):
    content = b"BT /F1 12 Tf 100 700 Td (Bang 12) Tj ET"

    document = received(raw_pdf(content, page=b"/Rotate %d" % turn))

    width, height = (60000, 80000) if turn == 180 else (80000, 60000)
    for place in document.places:
        assert place.box is not None
        assert 0 <= place.box.left <= place.box.right <= width
        assert 0 <= place.box.bottom <= place.box.top <= height


def test_letters_of_an_old_font_are_read_as_the_font_draws_them():
    content = b"BT /F1 12 Tf 100 700 Td (S\xeb Khoa h\xe4c v\xb5 C\xabng ngh\xd6) Tj ET"

    document = received(raw_pdf(content, font=b"ABCDEF+.VnTime"))

    assert document.text == "Sở Khoa học và Công nghệ\n"
    assert [note.code for note in document.notes] == ["tcvn3_converted"]


def test_the_letter_that_old_fonts_write_as_a_soft_hyphen_is_put_back():
    words = (
        b"S\xeb KH&CN \xae\xad\xeec giao t\xad v\xcan, \xadu ti\xaan nh\xad n\xa8m "
        b"tr\xad\xedc (2016-2020); B\xb5 R\xdea-V\xf2ng T\xb5u"
    )
    content = b"BT /F1 12 Tf 20 700 Td (%s) Tj ET" % words.replace(
        b"(", b"\\("
    ).replace(b")", b"\\)")

    document = received(raw_pdf(content, font=b"ABCDEF+.VnTime"))

    assert document.text == (
        "Sở KH&CN được giao tư vấn, ưu tiên như năm trước (2016-2020); Bà Rịa-Vũng Tàu\n"
    )
    assert document.notes[-1].arguments == (("count", "5"),)


def test_a_letter_that_an_old_font_lost_is_put_back_where_only_it_can_be_meant():
    content = b"BT /F1 12 Tf 20 700 Td (\xae\xeec giao n\xa8m tr\xedc, ng\xeai) Tj ET"

    document = received(raw_pdf(content, font=b"ABCDEF+.VnTime"))

    assert document.text == "được giao năm trước, ngời\n"


def garbled() -> bytes:
    """Return a pdf whose font says that all its letters are private signs."""
    table = b"1 beginbfrange\n<20> <7e> <e020>\nendbfrange"
    unicode = (
        b"20 0 obj\n<</Length %d>>stream\n/CIDInit /ProcSet findresource begin begincmap\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n%s\nendcmap\nendstream\nendobj\n"
        % (len(table) + 110, table)
    )
    content = b"BT /F1 12 Tf 100 700 Td (Khong ai doc duoc nhung chu nay) Tj ET"
    return raw_pdf(content, font=b"Arial/ToUnicode 20 0 R", more=unicode)


def test_a_pdf_whose_fonts_do_not_say_their_letters_is_refused_with_what_to_do():
    with pytest.raises(Unreadable) as refusal:
        received(garbled())

    assert refusal.value.code == "file_garbled"


def test_letters_that_no_font_explains_are_recognised_from_their_picture():
    document = receive(
        garbled(), "a.pdf", legacy=legacy(), ocr=lambda _: seen("Đạt 12 đề tài")
    )

    assert document.text == "Đạt 12 đề tài\n"


def test_a_foreign_word_cut_by_a_hyphen_is_whole_again():
    from tongket.core.reading.formats.pdf.flow.paragraphs import Paragraphs
    from tongket.core.reading.formats.pdf.segments import Row, Segment
    from tongket.core.reading.formats.pdf.sheet.glyphs import Glyph  # noqa: F401 - PDFium loads

    def joined(first: str, second: str) -> str:
        paragraphs = Paragraphs(legacy().is_syllable)
        rows = [
            Row([Segment(first, 0, 1000, 20000, 2000)]),
            Row([Segment(second, 0, 0, 18000, 1000)]),
        ]
        found = [*paragraphs.flow(rows, 1), *paragraphs.end()]
        return "".join(stretch.text for line in found for stretch in line)

    assert (
        joined("ứng dụng block-", "chain vào quản lý")
        == "ứng dụng blockchain vào quản lý"
    )
    assert (
        joined("giai đoạn 2016-", "2020 của tỉnh nhà")
        == "giai đoạn 2016-2020 của tỉnh nhà"
    )
    assert (
        joined("hợp tác khoa học-", "công nghệ với tỉnh")
        == "hợp tác khoa học-công nghệ với tỉnh"
    )


def scanned() -> bytes:
    """Return a pdf whose page is one grey picture."""
    picture = (
        b"10 0 obj\n<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Length 4>>stream\n\x00\xff\xff\x00\nendstream\nendobj\n"
    )
    return raw_pdf(b"q 600 0 0 800 0 0 cm /X0 Do Q", more=picture)


def test_a_scan_without_text_is_refused_with_what_to_do():
    with pytest.raises(Unreadable) as refusal:
        received(scanned())

    assert refusal.value.code == "file_scanned"
    assert refusal.value.argument("count") == "1"


def recognised(words: str) -> Document:
    asked = []

    def ocr(picture: bytes) -> Seen:
        asked.append(picture)
        return seen(words)

    document = receive(scanned(), "a.pdf", legacy=legacy(), ocr=ocr)
    assert asked[0].startswith(b"\x89PNG")
    return document


def test_a_scan_is_read_by_a_program_for_recognition_where_there_is_one():
    document = recognised("Đạt 12 đề tài\n\nHết\f")

    assert document.text == "Đạt 12 đề tài\n\nHết\n"
    assert document.notes[0].code == "pages_recognised"


def test_each_recognised_word_has_its_box_on_the_page():
    document = recognised("Đạt\n12 đề tài")

    place = next(
        each for each in document.places if "12" in each.span.of(document.text)
    )
    # The page is 600 by 800 points, its picture here 100 by 100 dots.
    assert place.box == Box(page=1, left=0, bottom=64_000, right=1_200, top=72_000)


def test_lines_of_a_recognised_page_are_joined_to_paragraphs():
    words = (
        "BÁO CÁO\nTrong năm 2019, Sở đã tổ chức nghiệm thu 12 đề tài, trong đó có\n\n"
        "7 loại A\nNăm qua, Sở đã tổ chức nghiệm thu 13 đề tài, dự án, kinh phí là\n\n"
        "một tỷ đồng.\n- Cấp 35 giấy phép\n\nHết\n"
    )

    assert recognised(words).text.split("\n") == [
        "BÁO CÁO",
        "Trong năm 2019, Sở đã tổ chức nghiệm thu 12 đề tài, trong đó có",
        "",
        "7 loại A",
        "Năm qua, Sở đã tổ chức nghiệm thu 13 đề tài, dự án, kinh phí là một tỷ đồng.",
        "- Cấp 35 giấy phép",
        "",
        "Hết",
        "",
    ]


def test_a_scan_in_which_no_words_are_recognised_is_refused():
    with pytest.raises(Unreadable) as refusal:
        recognised(" \n")

    assert refusal.value.code == "file_unrecognised"


def test_only_so_many_scans_are_recognised_and_the_others_are_told():
    asked = []

    def ocr(picture: bytes) -> Seen:
        asked.append(picture)
        return seen("Đạt 12 đề tài")

    two = scanned().replace(b"/Count 1/Kids[4 0 R]", b"/Count 2/Kids[4 0 R 4 0 R]")
    document = receive(two, "a.pdf", Limits(scans=1), legacy=legacy(), ocr=ocr)

    assert len(asked) == 1
    assert [(note.code, note.arguments) for note in document.notes] == [
        ("pages_recognised", (("count", "1"),)),
        ("pages_without_text", (("pages", "2"),)),
    ]


def test_a_narrow_column_under_a_wide_title_keeps_its_own_margin():
    title = "#box(width: 12cm)[BẢN TIN KHOA HỌC VÀ CÔNG NGHỆ TỈNH QUÝ HAI]"
    column = f"#block(width: 7cm)[{SENTENCE}]"

    assert lines(f"{title}\n\n{column}")[1:] == [SENTENCE]


def test_words_that_stand_in_a_narrow_list_are_no_running_text():
    words = "\n\n".join(["Đề tài", "Dự án", "Mô hình"] * 4)

    assert lines(f"{words}\n\n{SENTENCE}") == ["Đề tài", "Dự án", "Mô hình"] * 4 + [
        SENTENCE
    ]


def test_footnotes_follow_the_text_that_runs_on_over_the_page():
    note = "#footnote[trong đó có 9 doanh nghiệp chế biến]"
    source = (
        f"#v(17.5cm)\nSở đã hỗ trợ 27 doanh nghiệp{note} đổi mới công nghệ. {SENTENCE}"
    )

    assert lines(source) == [
        f"Sở đã hỗ trợ 27 doanh nghiệp đổi mới công nghệ. {SENTENCE}",
        "trong đó có 9 doanh nghiệp chế biến",
    ]


def test_each_footnote_is_a_line_of_its_own():
    source = "Cấp 12 phép#footnote[gia hạn 5 phép] và kiểm tra 30 cơ sở#footnote[nhắc nhở 4 cơ sở]."

    assert lines(source) == [
        "Cấp 12 phép và kiểm tra 30 cơ sở.",
        "gia hạn 5 phép",
        "nhắc nhở 4 cơ sở",
    ]


def test_small_print_that_begins_with_a_number_is_no_footnote_without_a_mark():
    source = (
        f"{SENTENCE}\n\n#text(size: 8pt)[12 đơn vị chưa nộp báo cáo.]\n\nHết 3 trang."
    )

    assert lines(source)[1] == "12 đơn vị chưa nộp báo cáo."


def test_a_table_over_two_pages_is_one_table_with_its_head_read_once():
    rows = "".join(
        f"[Đơn vị {name}], [{each}]," for each, name in enumerate("abcdefgh", 40)
    )
    source = f"#v(16cm)\n#table(columns: (8cm, 3cm), table.header([Tên], [Số đề tài]), {rows})"

    assert text(source).strip("\n").split("\n") == [
        "Tên\tSố đề tài",
        *(f"Đơn vị {name}\t{each}" for each, name in enumerate("abcdefgh", 40)),
    ]


def test_a_row_that_the_end_of_the_page_splits_is_made_whole():
    long = "Xây dựng 8 mô hình với 28 hộ tham gia, tập huấn 72 lượt nông dân và chuyển giao cho 4 hợp tác xã trong vùng dự án"
    source = f"#v(18.6cm)\n#table(columns: (4cm, 3cm), table.header([Kết quả], [Kinh phí]), [{long}], [1.628])"

    assert text(source).strip("\n").split("\n")[-1] == f"{long}\t1.628"


def test_the_foot_of_pages_that_hold_only_a_table_is_left_out():
    rows = "".join(f"[Đơn vị {each}], [{each} đề tài]," for each in range(40, 120))
    source = f"#set page(footer: [Sở KH&CN: báo cáo quý])\n#table(columns: 2, {rows})"

    assert "báo cáo quý" not in text(source)


def test_a_table_without_a_word_in_it_leaves_nothing():
    assert lines(f"#table(columns: 2, [], [], [], [])\n{SENTENCE}") == [SENTENCE]


def test_a_number_far_before_its_item_is_its_label():
    item = "Cấp 35 giấy phép về an toàn bức xạ"

    assert lines(f"#grid(columns: (2cm, 1fr), [1.], [{item}])") == [f"1. {item}"]


def test_a_footnote_that_runs_over_two_lines_is_one_line():
    long = "gồm cả những doanh nghiệp vừa chuyển từ tỉnh khác đến và các chi nhánh, văn phòng đại diện trên địa bàn tỉnh trong năm"

    assert lines(f"{SENTENCE} Có 27 doanh nghiệp#footnote[{long}] mới.")[-1] == long


def test_two_tables_one_below_the_other_are_two_tables():
    two = "#table(columns: 2, [a], [12])\n#v(-1mm)\n#table(columns: 3, [b], [3], [4])"

    assert text(two).strip("\n").split("\n") == ["a\t12", "", "b\t3\t4"]


def test_cells_whose_numbers_nearly_touch_are_still_two_cells():
    frame = b"90 690 m 90 720 l S 109 690 m 109 720 l S 134 690 m 134 720 l S "
    rows = b"90 690 m 134 690 l S 90 720 m 134 720 l S "
    numbers = b"BT /F1 12 Tf 95 700 Td (12) Tj ET BT /F1 12 Tf 109.3 700 Td (345) Tj ET"

    assert received(raw_pdf(frame + rows + numbers)).text == "12\t345\n"


def test_lines_drawn_twice_rule_a_table_once():
    twice = "".join(
        f"{x} 600 m {x} 720 l S {x + 2} 600 m {x + 2} 720 l S " for x in (90, 190, 290)
    ) + "".join(f"90 {y} m 292 {y} l S " for y in (600, 660, 720))
    words = "".join(
        f"BT /F1 12 Tf {x} {y} Td ({word}) Tj ET "
        for x, y, word in [(100, 680, "De tai"), (200, 680, "12"), (100, 620, "Du an")]
    )

    assert received(raw_pdf((twice + words).encode())).text == "De tai\t12\nDu an\t\n"


@pytest.mark.parametrize("lines_drawn", [1_000, 21_000])
def test_the_lines_of_a_drawing_rule_no_table(lines_drawn):
    level = b"".join(
        b"20 %d m 580 %d l S " % (at % 780, at % 780) for at in range(lines_drawn // 2)
    )
    upright = b"".join(
        b"%d 9 m %d 790 l S " % (at % 580, at % 580) for at in range(lines_drawn)
    )
    content = b"BT /F1 12 Tf 100 700 Td (De tai 12) Tj ET " + level + upright

    assert received(raw_pdf(content)).text == "De tai 12\n"


def test_upright_lines_by_the_hundred_part_no_words():
    hatch = b"".join(b"%d 9 m %d 790 l S " % (at, at) for at in range(10, 1300, 3))

    read = received(raw_pdf(hatch + b"BT /F1 12 Tf 100 700 Td (De tai 12) Tj ET")).text

    assert read == "De tai 12\n"


def test_an_ornament_of_a_symbol_font_between_words_is_dropped():
    table = b"1 beginbfchar\n<41> <f0a7>\nendbfchar"
    unicode = (
        b"20 0 obj\n<</Length %d>>stream\n/CIDInit /ProcSet findresource begin begincmap\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n%s\nendcmap\nendstream\nendobj\n"
        b"21 0 obj\n<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding/BaseFont/Wingdings"
        b"/ToUnicode 20 0 R>>\nendobj\n" % (len(table) + 110, table)
    )
    content = (
        b"BT /F1 12 Tf 100 700 Td (De tai 12) Tj ET BT /F2 12 Tf 300 500 Td (A) Tj ET"
    )
    file = raw_pdf(content, font=b"Arial", more=unicode).replace(
        b"/F1 3 0 R>>/XObject", b"/F1 3 0 R/F2 21 0 R>>/XObject"
    )

    assert received(file).text.startswith("De tai 12\n")


def test_of_a_picture_without_words_nothing_is_made():
    from tongket.core.reading.formats.pdf.flow.recognised import unbroken

    assert list(unbroken([])) == list(unbroken([[], []])) == []
