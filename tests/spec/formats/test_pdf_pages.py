"""Pages of a pdf that are no single column of upright words."""

import pytest
from tests.core.formats.files import pdf, raw_pdf, received

FIRST = (
    "Trong năm 2019, Sở đã tổ chức nghiệm thu 12 đề tài, dự án cấp tỉnh, trong đó có 7 "
    "nhiệm vụ xếp loại A; kinh phí thực hiện 1.250 triệu đồng."
)
SECOND = (
    "Trung tâm chuyển giao 16 mô hình cho 230 hộ dân, đào tạo 60 cán bộ kỹ thuật tại "
    "các huyện ven biển của tỉnh, nhất là ba huyện phía đông."
)


def lines(source: str, **size: str) -> list[str]:
    return [line for line in received(pdf(source, **size)).text.split("\n") if line]


@pytest.mark.parametrize("side", ["(1fr, 4cm)", "(4cm, 1fr)"])
def test_a_frame_beside_the_text_comes_after_the_paragraph_that_it_begins_at(side):
    frame = "rect(width: 4cm, height: 5cm)[Toàn tỉnh có 320 doanh nghiệp khoa học và công nghệ.]"
    cells = [f"[{FIRST}\n\n{SECOND}]", frame]
    source = (
        f"I. KẾT QUẢ\n\n#grid(columns: {side}, gutter: 5mm, "
        f"{', '.join(cells if side.startswith('(1fr') else cells[::-1])})\n\n{SECOND}"
    )

    assert lines(source) == [
        "I. KẾT QUẢ",
        FIRST,
        "Toàn tỉnh có 320 doanh nghiệp khoa học và công nghệ.",
        SECOND,
        SECOND,
    ]


def test_a_frame_around_a_paragraph_leaves_it_where_it_stands():
    assert lines(f"{FIRST}\n\n#rect[{SECOND}]\n\nHết.") == [FIRST, SECOND, "Hết."]


def test_columns_end_where_text_of_the_full_width_follows():
    source = (
        f"{FIRST}\n\n#grid(columns: (1fr, 1fr), gutter: 8mm, [{FIRST}], [{SECOND}])\n\n"
        f"#v(2mm)\nII. NHIỆM VỤ\n\n{SECOND}"
    )

    assert lines(source) == [FIRST, FIRST, SECOND, "II. NHIỆM VỤ", SECOND]


def test_two_languages_side_by_side_are_read_one_after_the_other():
    english = (
        "In 2019 the Department accepted 12 projects at provincial level, 7 of which "
        "were rated A; the money spent was 1,250 million dong in all."
    )
    source = f"#grid(columns: (1fr, 1fr), gutter: 8mm, [{FIRST}], [{english}])"

    assert lines(source) == [FIRST, english]


def test_heads_of_columns_that_run_up_the_page_are_read():
    up = "table.cell(rotate(-90deg, reflow: true)[{}])"
    down = "table.cell(rotate(90deg, reflow: true)[{}])"
    table = (
        f"#table(columns: 3, [Nội dung], {up.format('Kế hoạch')}, "
        f"{down.format('Thực hiện')}, [Đề tài nghiệm thu], [15], [17])"
    )

    assert lines(table) == [
        "Nội dung\tKế hoạch\tThực hiện",
        "Đề tài nghiệm thu\t15\t17",
    ]


def test_a_page_set_on_its_side_is_read_like_any_other():
    table = "#table(columns: 3, [TT], [Nội dung], [Số], [1], [Đề tài], [12])"
    source = f"#rotate(-90deg, reflow: true)[#box(width: 18cm)[{FIRST}\n\n{table}]]"
    document = received(pdf(source))

    assert document.text.replace("\n\n", "\n") == (
        f"{FIRST}\nTT\tNội dung\tSố\n1\tĐề tài\t12\n"
    )
    for place in document.places:
        assert place.box is not None
        # On the page as it is shown, the words run up.
        assert place.box.right <= 45_400
        assert place.box.top <= 68_100


def test_words_up_the_margin_come_after_those_of_their_page():
    margin = (
        "#place(left + bottom, dx: -1.5cm)[#rotate(-90deg, reflow: true)[Bản sao số 3]]"
    )

    assert lines(f"{margin}\n{FIRST}\n#pagebreak()\n{SECOND}") == [
        FIRST,
        SECOND,
        "Bản sao số 3",
    ]


def test_upside_down_words_are_read_as_their_reader_would():
    content = b"BT /F1 12 Tf -1 0 0 -1 400 700 Tm (Bang 12 de tai) Tj ET"

    document = received(raw_pdf(content))

    assert document.text == "Bang 12 de tai\n"
    box = document.places[0].box
    assert box is not None
    assert (box.page, box.right, box.top > 69_000) == (1, 40_000, True)
