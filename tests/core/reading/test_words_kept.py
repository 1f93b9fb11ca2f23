"""The words that reading keeps: so many and no more, and they change nothing."""

from itertools import product

from tongket.content.lexicon import lexicon
from tongket.core.reading.line import cut
from tongket.core.reading.plain import plain
from tongket.core.reading.read import read

# More different words than are kept, ten in a line.
WORDS = ("".join(letters) for letters in product("abcdefghijklm", repeat=4))
MANY = "".join(" ".join(line) + ".\n" for line in zip(*[WORDS] * 10, strict=False))
SHORT = "Sở đã nghiệm thu 12 đề tài, đạt 37,9% kế hoạch (năm 2019: 10 đề tài).\n"


def test_a_text_reads_the_same_before_and_after_more_words_than_are_kept() -> None:
    before = read(SHORT, lexicon())

    read(MANY, lexicon())

    assert read(SHORT, lexicon()) == before


def test_a_text_of_more_words_than_are_kept_loses_none() -> None:
    reading = read(MANY + SHORT, lexicon())

    assert [one.text for one in reading.figures][-3:] == ["12", "37,9%", "10"]


def test_words_stand_where_they_stand_however_they_are_parted() -> None:
    text = "  Có 12  đề tài,\tđạt (37,9%). \n"

    for blanks in (text, " ".join(text.split())):
        line = cut(blanks, plain(blanks), start=0, end=len(blanks))

        assert [
            blanks[start:end] for start, end in zip(line.starts, line.ends, strict=True)
        ][:-1] == [
            "Có",
            "12",
            "đề",
            "tài",
            ",",
            "đạt",
            "(",
            "37",
            ",",
            "9",
            "%",
            ")",
            ".",
        ]
