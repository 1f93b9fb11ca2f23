"""Nothing unread: every digit of any text is in exactly one class."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.content.lexicon import lexicon
from tongket.core.nouns.reading import Reading
from tongket.core.reading.read import read

PIECES_IN_A_ROW = (
    "12 đề tài|5%|năm 2019|tăng|giảm|, |. |; |: |(|)|/|-|\n|\t|trong đó|lũy kế|tỷ đồng|"
    "1.258|12,5|ba mươi|một|hàng chục tỷ|kế hoạch|(i)|*|Công tác quản lý|cùng kỳ|TOP 3|"
    "50/132|từ 02 đơn vị|thành 01|Số 12/QĐ-UBND|www.a1.vn|0912345678|8h30|Điều 5|m2|"
    "ISO 9001|2019\n2020\nA\n5\n6\n|٣|１２|²|Năm|ngày 5/6|chiếm|đạt|kg|triệu|rưỡi|gấp đôi|"
    "hai trăm|linh|a|Ấ|İ|\u2028|\x85|→|+|thuê bao/100 dân|7 - 10|3-1|16-20|"
    "O.O1.1 đề tài|I2|l,0O tỷ"
)
pieces = st.one_of(st.sampled_from(PIECES_IN_A_ROW.split("|")), st.text(max_size=3))
texts = st.one_of(
    st.text(max_size=80),
    st.lists(pieces, max_size=40).map(" ".join),
    st.lists(pieces, max_size=40).map("".join),
)


def marks(reading: Reading) -> list[tuple[int, int]]:
    spans = [one.span for one in (*reading.figures, *reading.others)]
    return sorted((span.start, span.end) for span in spans)


@given(texts)
@settings(max_examples=300, deadline=None)
def test_every_digit_of_any_text_is_in_one_class(text: str) -> None:
    reading = read(text, lexicon())

    covered = [place for start, end in marks(reading) for place in range(start, end)]

    assert len(covered) == len(set(covered))
    digits = {place for place, letter in enumerate(text) if letter.isdecimal()}
    assert digits <= set(covered)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_what_a_figure_says_stands_in_the_text(text: str) -> None:
    reading = read(text, lexicon())

    names = [figure.id for figure in reading.figures]

    assert names == [f"f{count}" for count in range(1, len(names) + 1)]
    for figure in reading.figures:
        assert figure.text == figure.span.of(text)
        assert figure.of is None or figure.of in set(names) - {figure.id}
        assert all(step.words in text for step in figure.derivation)
        assert (figure.value is None) == (figure.bound == "vague")


@given(texts)
@settings(max_examples=100, deadline=None)
def test_the_same_text_is_read_the_same_way(text: str) -> None:
    assert read(text, lexicon()) == read(text, lexicon())
