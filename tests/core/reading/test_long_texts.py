"""Long and hostile texts: the work grows with the length, and no faster."""

import random
import sys
from collections.abc import Callable
from time import process_time

import pytest

from tongket.content.lexicon import lexicon
from tongket.core.reading.read import read

HOSTILE = {
    "digits": "1",
    "digits and blanks": "1 ",
    "slashes": "1/",
    "brackets": "1(",
    "open brackets": "(",
    "dots": "12.",
    "commas": "1,",
    "dashes": "1-1",
    "colons": "a: ",
    "stars": "* ",
    "mail": "a@1",
    "hosts": "www.",
    "bars": "|5",
    "years": "2019\n",
    "numbers alone": "5\n",
    "figures": "12 đề tài, ",
    "rises": "tăng 5%, ",
    "parts": "trong đó 5 ",
    "number words": "một trăm linh ",
    "vague words": "hàng chục ",
    "labels": "Công tác: ",
}
# Letters of which lines without order are made; some hold the four blanks of a table.
DISORDER = {
    "digits and brackets": "0123456789()[] ",
    "digits and slashes": "0123456789/ ",
    "digits and per cent": "0123456789,.% ",
    "letters and marks": "ABCđ 1/-.:;,",
    "addresses": "a@b.1 ",
    "misread digits": "O0Il1. ",
}


def steps(work: Callable[[], object]) -> int:
    """Count the calls that a piece of work makes: a clock that no load disturbs."""
    count = 0

    def tick(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_four_times_the_text_is_at_most_five_times_the_work(piece: str) -> None:
    words = lexicon()
    short = piece * (12_000 // len(piece))

    once, four = (
        steps(lambda: read(short, words)),
        steps(lambda: read(short * 4, words)),
    )

    assert four <= 5 * once + 2_000


@pytest.mark.parametrize("letters", DISORDER.values(), ids=DISORDER.keys())
def test_a_line_without_order_takes_seconds_per_megabyte_and_not_minutes(
    letters: str,
) -> None:
    words = lexicon()
    line = "".join(random.Random(1).choices(letters, k=100_000))  # noqa: S311 - to be repeatable

    start = process_time()
    read(line, words)

    # Ten times what is measured; what grows with the square of a cell takes longer.
    assert process_time() - start < 3


def test_a_line_of_nothing_but_digits_is_refused_as_one() -> None:
    reading = read("1 " * 500, lexicon())

    assert not reading.figures
    assert [one.reason for one in reading.others] == ["digits_without_words"]


PACKED = ["12 đề tài, ", "5 xã, ", "tăng 5%, ", "trong đó 5 xã, ", "hàng chục "]


@pytest.mark.parametrize("piece", PACKED)
def test_a_line_without_end_packed_with_numbers_is_refused_as_one(piece: str) -> None:
    reading = read(piece * 500, lexicon())

    assert not reading.figures
    assert [one.reason for one in reading.others] == ["too_many_numbers"]


def test_short_lines_of_numbers_without_end_are_refused_after_some_thousand() -> None:
    reading = read("5 xã\n" * 4_000, lexicon())

    assert 1_000 < len(reading.figures) < 2_000
    assert {one.reason for one in reading.others} == {"too_many_numbers"}


def test_prose_makes_room_for_more_short_lines_of_numbers() -> None:
    prose = "Đơn vị thực hiện tốt chức năng, nhiệm vụ được giao trên mọi mặt. " * 8
    listed = "5 xã\n" * 100 + prose + "\n"

    reading = read(listed * 40, lexicon())

    assert len(reading.figures) == 4_000


def test_a_line_that_tells_of_every_province_is_read() -> None:
    told = ", ".join(f"tỉnh thứ {at} có {at} đề tài" for at in range(1, 64))

    reading = read(f"Năm 2019, {told}.", lexicon())

    assert len(reading.figures) == 63


def test_a_table_may_have_as_many_cells_as_it_has() -> None:
    rows = "".join(f"Xã số {at}\t5\t6\t7\t8\n" for at in range(600))

    reading = read(f"Đơn vị\tHộ\tThôn\tTrường\tChợ\n{rows}", lexicon())

    assert len(reading.figures) == 2_400
