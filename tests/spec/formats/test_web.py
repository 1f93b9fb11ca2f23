"""Web pages: the article among the menus, blocks as lines, letters as they were meant."""

import pytest
from tests.core.formats.files import received

from tongket.core.nouns.document import Format
from tongket.core.reading.formats.limits import Limits
from tongket.core.reading.formats.unreadable import Unreadable

PROSE = "Năm 2019, Sở đã nghiệm thu 12 đề tài, đạt 120% kế hoạch được giao."


def text(page: str) -> str:
    return received(page.encode()).text


def site(article: str, *, around: str = "") -> str:
    menu = "".join(
        f'<li><a href="/{each}">Chuyên mục {each}</a></li>' for each in range(12)
    )
    return (
        f'<html><head><title>x</title></head><body><div id="top"><ul>{menu}</ul></div>'
        f'<div class="wrap">{around}<div class="cot-giua">{article}</div></div>'
        '<div class="footer">Lượt truy cập: 1.234.567</div></body></html>'
    )


def test_the_article_is_found_among_the_menus():
    document = received(site(f"<p>{PROSE}</p><p>{PROSE}</p>").encode())

    assert document.format is Format.HTML
    assert document.text == f"{PROSE}\n\n{PROSE}\n"
    assert [note.code for note in document.notes] == ["menus_left_out"]


def test_the_heading_of_the_page_belongs_to_the_article_wherever_it_stands():
    read = text(site(f"<p>{PROSE}</p>" * 3, around="<h1>Sở tổng kết năm 2019</h1>"))

    assert read.startswith("Sở tổng kết năm 2019\n")


def test_related_news_and_shares_are_no_article():
    links = "".join(f"<a href=x>Tin {each}: {PROSE}</a>" for each in range(9))
    noise = (
        f'<div class="tin-lien-quan">{links}</div><div class="share">Chia sẻ 15</div>'
    )

    assert text(site(f"<p>{PROSE}</p>{noise}")) == f"{PROSE}\n"


def test_a_page_without_menus_is_kept_whole():
    page = f"<html><body><h1>Báo cáo</h1><div><p>{PROSE}</p></div><p>Hết.</p></body></html>"

    assert text(page) == f"Báo cáo\n\n{PROSE}\n\nHết.\n"


def test_every_stretch_knows_its_element():
    document = received(b"<html><body><p>a</p><p>12 <b>13</b></p></body></html>")

    assert [(p.span.of(document.text), p.path) for p in document.places] == [
        ("a", "html[1]/body[1]/p[1]"),
        ("12 ", "html[1]/body[1]/p[2]"),
        ("13", "html[1]/body[1]/p[2]/b[1]"),
    ]


def test_lists_bring_their_markers():
    page = (
        "<html><body><ol><li>a<li>b<ul><li>c</ul></ol>"
        '<ol type="a" start="3"><li>d</ol><ol type="I"><li value="4">e</ol></body></html>'
    )

    assert text(page).split("\n") == ["1. a", "2. b", "- c", "c) d", "IV. e", ""]


def test_a_row_of_a_table_is_a_line_and_a_tab_parts_its_cells():
    page = (
        "<table><tr><th>TT<th>Nội dung<th>Số</tr><tr><td><p>1</p><td>Đề<br>tài<td>12"
        "<tr><td colspan=2>Cộng<td>25</table>"
    )

    assert text(page) == "TT\tNội dung\tSố\n1\tĐề tài\t12\nCộng\t\t25\n"


def test_a_table_that_only_places_blocks_is_read_block_by_block():
    page = f"<table><tr><td><table><tr><td>1<td>2</table><td><p>{PROSE}</p></table>"

    assert text(page) == f"1\t2\n\n{PROSE}\n"


def test_breaks_entities_and_blanks_are_read_as_a_browser_shows_them():
    page = (
        "<p>a&nbsp;b  c\n d<br>&#273;&#7841;t &lt; 5&ndash;7 m<sup>2</sup> t\u00ado</p>"
    )

    assert text(page) == "a\xa0b c d\nđạt < 5–7 m² to\n"


@pytest.mark.parametrize(
    "gone", ["<script>9</script>", "<style>9</style>", "<!-- 9 -->"]
)
def test_what_no_reader_sees_is_left_out(gone):
    assert text(f"<html><body><p>a {gone}b</p><p hidden>9</p></body></html>") == "a b\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_pages_are_read_whatever_they_say_of_themselves(encoding):
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{PROSE}</p></body></html>'

    assert received(page.encode(encoding)).text == f"{PROSE}\n"


def test_a_page_in_windows_1258_is_read_by_its_letters():
    stored = "<html><body><p>Sơ\u0309 đa\u0303 nghiệm thu 12 đê\u0300 ta\u0300i</p></body></html>"
    stored = stored.replace("ệ", "ê\u0323")

    assert received(stored.encode("cp1258")).text == "Sở đã nghiệm thu 12 đề tài\n"


def test_a_page_whose_letters_are_tcvn3_is_converted():
    page = "<html><body><p>S\xeb Khoa h\xe4c v\xb5 C\xabng ngh\xd6</p></body></html>"

    assert received(page.encode("latin-1")).text == "Sở Khoa học và Công nghệ\n"
    assert received(page.encode()).text == "Sở Khoa học và Công nghệ\n"


def test_a_page_in_another_language_is_read_as_it_says_of_itself():
    page = '<html><head><meta charset="windows-1252"></head><body><p>Café crème</p></body></html>'

    assert received(page.encode("cp1252")).text == "Café crème\n"


@pytest.mark.parametrize("head", ["", '<meta charset="klingon">'])
def test_a_page_of_unknown_letters_is_refused(head):
    with pytest.raises(Unreadable) as refusal:
        received(
            f"<html><head>{head}</head><body><p>Café crème</p></body></html>".encode(
                "cp1252"
            )
        )

    assert refusal.value.code == "file_encoding_unknown"


def test_a_picture_within_a_page_does_not_count_as_its_text():
    picture = f'<img src="data:image/png;base64,{"A" * 30_000}">'

    document = received(
        f"<html><body>{picture}<p>a 12</p></body></html>".encode(),
        limits=Limits(text=500),
    )

    assert document.text == "a 12\n"


def test_a_page_longer_than_the_limit_is_refused():
    with pytest.raises(Unreadable) as refusal:
        received(f"<html><p>{PROSE * 9}</p></html>".encode(), limits=Limits(text=100))

    assert refusal.value.code == "file_text_too_long"


def test_text_set_by_its_author_keeps_its_blanks():
    assert text("<html><pre>TT   Số\n1    12</pre></html>") == "TT   Số\n1    12\n"


def test_what_is_hidden_by_its_style_or_role_is_left_out():
    page = '<html><body><div style="display: none">9</div><div role="banner">9</div><p>a</p></body></html>'

    assert text(page) == "a\n"


def test_a_cell_over_several_rows_keeps_its_column():
    page = (
        '<table><tr><td rowspan="2">Đơn vị</td><td colspan="2">Kinh phí</td></tr>'
        "<tr><td>Kế hoạch</td><td>Thực hiện</td></tr>"
        "<tr><td>Chi cục</td><td>940</td><td>1.012</td></tr></table>"
    )

    assert text(page).strip("\n").split("\n") == [
        "Đơn vị\tKinh phí",
        "\tKế hoạch\tThực hiện",
        "Chi cục\t940\t1.012",
    ]


def test_the_label_of_an_item_stands_before_its_first_paragraph():
    page = "<body><ol type='I'><li><p>Kết quả</p><ol><li><p>Tài chính</p></li></ol></li><li><p></p></li></ol><p>Hết.</p></body>"

    lines = [line for line in text(page).split("\n") if line]

    assert lines == ["I. Kết quả", "1. Tài chính", "Hết."]


@pytest.mark.parametrize(
    "gone",
    [
        '<a href="#_ftn1"><span>[1]</span></a>',
        '<sup><a href="#x">2</a></sup>',
        '<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>',
        "<del>15</del>",
        "<s>15</s>",
    ],
)
def test_marks_of_footnotes_and_what_was_struck_out_are_left_out(gone):
    page = f"<body><p>Nghiệm thu 12 đề tài{gone}, cấp 8 phép.</p></body>"

    assert text(page) == "Nghiệm thu 12 đề tài, cấp 8 phép.\n"


def test_a_number_that_leads_elsewhere_on_the_page_is_no_mark():
    page = '<body><p>Có <a href="#bang">12</a> đề tài.</p></body>'

    assert text(page) == "Có 12 đề tài.\n"


def test_the_head_and_foot_of_printed_pages_are_left_out():
    page = f'<body><div title="header"><p>3</p></div><p>{PROSE}</p></body>'

    assert text(page) == f"{PROSE}\n"


def test_cells_outside_of_any_row_are_read_as_one_row():
    page = "<table><td rowspan=2>Đơn vị</td><td>12 đề tài</td></table>"

    assert "12 đề tài" in text(page)


def test_cells_without_a_row_do_not_hold_the_reader_up():
    page = "<html><body><table><tbody></tbody><div><td>12 phép</td><td>3</td></div></table></body></html>"

    assert "12" in text(page)


def test_an_item_outside_of_any_list_is_a_line_without_a_marker():
    assert text("<div><li>Đạt 12 đề tài</li></div>").strip() == "Đạt 12 đề tài"


def test_blanks_before_the_next_cell_are_none():
    row = "<tr><td><b>Đề tài </b></td><td>12</td></tr>"

    assert text(f"<table>{row * 2}</table>").strip() == "Đề tài\t12\nĐề tài\t12"


def test_a_page_that_declares_itself_twice_is_read():
    twice = "<?xml version='1.0' encoding='utf-8'?>" * 2

    assert received(f"{twice}<html><body><p>Đạt 12 đề tài".encode()).text == (
        "Đạt 12 đề tài\n"
    )


def test_a_table_of_one_column_is_read_block_by_block():
    rows = "<tr><td><p>Đạt 12 đề tài</p><p>Hết</p></td></tr>"

    read = text(f"<table>{rows * 2}</table>")

    assert [line for line in read.split("\n") if line] == ["Đạt 12 đề tài", "Hết"] * 2
