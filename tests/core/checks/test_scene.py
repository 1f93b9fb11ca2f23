"""Around a figure: what stands before, behind and beside it."""

from dataclasses import replace

from tests.core.checks.marked import marked
from tongket.core.checks.scene import Scene, scene
from tongket.core.nouns.figure import Role
from tongket.core.nouns.reading import Reading

TEXT = (
    "Năm 2020, TT. Ứng dụng có [[a|12|lớp]] LỚP, trong đó [[b|7|lớp|part of a]] mới.\n"
    "- Kinh phí: [[c|3,5 tỷ|đồng]] đồng! Xong [[d|9|lớp]]"
)


def laid_out(text: str = TEXT) -> Scene:
    return scene(marked(text))


def test_the_words_around_a_figure_end_at_the_next_one() -> None:
    around = laid_out()
    a, b, c, d = around.figures

    assert around.before(b) == around.after(a) == " lớp, trong đó "
    assert around.before(a, 3) == "có "
    assert around.after(a, 4) == " lớp"
    assert around.after(d) == ""
    assert around.between(a, c).endswith("kinh phí: ")


def test_a_sentence_ends_at_a_mark_before_a_capital_or_at_the_line() -> None:
    around = laid_out()

    a, b, c, d = (around.sentence(figure) for figure in around.figures)

    assert a == b < c < d


def test_a_dot_in_a_number_or_before_a_small_letter_ends_no_sentence() -> None:
    around = laid_out("Có [[a|1.240|hs]] hs. v.v. và [[b|3|hs]] hs; [[c|4|hs]]")

    assert len({around.sentence(figure) for figure in around.figures}) == 1


def test_neighbours_come_nearest_first() -> None:
    around = laid_out()
    a, b, c, d = around.figures

    assert around.near(b, 1) == (a, c)
    assert around.near(a) == (b, c, d)
    assert around.after_it(a, 2) == (b, c)
    assert list(around.before_it(d, 2)) == [c, b]
    assert list(around.before_it(a, 2)) == []


def test_the_figures_that_belong_to_one() -> None:
    around = laid_out()
    a, b, *_ = around.figures

    assert around.following(a, Role.PART) == (b,)
    assert around.following(a, Role.SHARE) == ()
    assert around.of(b) is a
    assert around.of(a) is None


def test_a_figure_that_names_itself_or_a_stranger_belongs_to_nothing() -> None:
    reading = marked("[[a|1|lớp|part of a]] [[b|2|lớp|part of z]]")
    around = scene(reading)

    assert [around.of(figure) for figure in around.figures] == [None, None]
    assert around.following(around.figures[0], Role.PART) == ()


def test_the_first_figure_of_a_line_leads_it() -> None:
    around = laid_out()

    led = [around.leads_its_line(figure) for figure in around.figures]

    assert led == [True, False, True, False]


def test_the_rest_of_a_line_is_known_where_the_line_ends_nearby() -> None:
    around = laid_out()
    a, _, c, _ = around.figures

    assert around.rest_of_line(a) == " LỚP, trong đó 7 mới."
    assert around.rest_of_line(c) == ""


def test_a_figure_is_quoted_with_the_word_after_it() -> None:
    around = laid_out()

    assert around.words_of(around.figures[0]) == "12 LỚP,"
    assert around.words_of(around.figures[3]) == "9"


def test_a_reading_without_figures_has_an_empty_scene() -> None:
    assert scene(replace(Reading("Không có số.", (), ()))).figures == ()
