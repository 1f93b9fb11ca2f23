"""What stands in columns is shown in columns; no letter is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from tongket.doors.web.intake.layout import Block, blocks
from tongket.doors.web.intake.marking import Piece


def laid_out(*pieces: str | Piece) -> list[Block]:
    return [*blocks(Piece(each) if isinstance(each, str) else each for each in pieces)]


def words(line) -> str:
    return "".join(piece.text for piece in line)


def table(block: Block) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in (block.heads, *block.rows) if row]


TWELVE = Piece("12", figure="f1")


def test_lines_with_tabs_are_the_rows_of_a_table():
    before, rows, after = laid_out(
        "Kết quả:\n", "Nội dung\tSố\nCấp phép\t", TWELVE, "\nHết.\n"
    )

    assert [words(line) for line in before.lines] == ["Kết quả:\n"]
    assert table(rows) == [["Nội dung", "Số"], ["Cấp phép", "12"]]
    assert [words(line) for line in after.lines] == ["Hết.\n"]


def test_a_first_row_without_figures_names_the_columns():
    named, bare = (
        laid_out("Nội dung\tSố\n", "Cấp phép\t", TWELVE, "\n")[0],
        laid_out("Cấp phép\t", TWELVE, "\nThu hồi\t2\n")[0],
    )

    assert [words(cell) for cell in named.heads] == ["Nội dung", "Số"]
    assert bare.heads == ()
    assert len(bare.rows) == 2


def test_short_rows_are_filled_up():
    (block,) = laid_out("a\tb\tc\n\td\n")

    # The second row begins with a tab: its first cell is empty.
    assert table(block) == [["a", "b", "c"], ["", "d", ""]]


def test_one_line_with_a_tab_and_an_indented_line_are_no_table():
    found = laid_out("Số: 12/BC\tHà Nội, ngày 5\n\n\tCấp phép.\n\tThu hồi.\n")

    assert all(not block.rows for block in found)


def test_a_figure_that_runs_over_a_line_is_not_cut():
    over = Piece("1\n000", figure="f1")

    (block,) = laid_out("Cấp ", over, " giấy phép")

    assert over in block.lines[0]


def test_of_many_blank_lines_one_is_shown():
    (block,) = laid_out("a\n\n \n\n\nb\n")

    assert [words(line) for line in block.lines] == ["a\n", "\n", "b\n"]


@given(st.lists(st.sampled_from(["Cấp", "\t", "\n", " phép", "x\ty\n", TWELVE])))
def test_every_word_is_shown_once_and_in_order(parts):
    whole = "".join(part.text if isinstance(part, Piece) else part for part in parts)

    shown = "".join(
        words(line)
        for block in laid_out(*parts)
        for lines in (block.lines, block.heads, *block.rows)
        for line in lines
    )

    assert "".join(shown.split()) == "".join(whole.split())
