"""What people type is taken as a page can print it, and no more than a page can hold."""

from decimal import Decimal

import pytest
from django.core.exceptions import BadRequest, ValidationError
from hypothesis import given
from hypothesis import strategies as st

from tests.doors.web.reading import text_of
from tests.doors.web.test_posting import SAID
from tongket.doors.web import typed
from tongket.rooms.ledger import queries as ledger

# Built of numbers, since an editor would not show them.
TURN, NO_WIDTH, ACUTE = chr(0x202E), chr(0x200B), chr(0x301)


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("Phòng Quản lý", "Phòng Quản lý"),
        (f"báo{TURN}cáo", "báocáo"),
        (f"{NO_WIDTH}tỉnh\x00", "tỉnh"),
        ("cấp:\ttỉnh\r\ncấp: cơ sở", "cấp: tỉnh\ncấp: cơ sở"),
        ("a" + ACUTE, "á"),
        ("a" + NO_WIDTH + ACUTE, "á"),
        ("x" + ACUTE * 200, "x" + ACUTE * 2),
    ],
)
def test_words_are_what_a_reader_sees(words, seen):
    assert typed.printed(words) == seen


@given(st.text())
def test_what_is_printed_once_stays_as_it_is(words):
    once = typed.printed(words)

    assert typed.printed(once) == once


@pytest.mark.parametrize("words", ["٣", "१२", "1२", "１２"])
def test_digits_of_other_scripts_are_no_numbers_of_ours(words):
    assert typed.read_number(words) is None
    with pytest.raises(ValidationError):
        typed.asked_number(words)


def test_a_number_of_ours_is_read():
    assert typed.read_number("-1.100,5") == Decimal("-1100.5")


@pytest.mark.parametrize(
    ("words", "count"),
    [("0", 0), ("12", 12), ("", None), ("-1", None), ("9" * 5000, None)],
)
def test_a_count_is_short_and_whole(words, count):
    assert typed.read_count(words) == count


def test_a_reason_is_as_long_as_the_page_lets_it_be():
    assert typed.read_reason("Ghi nhầm") == "Ghi nhầm"
    with pytest.raises(BadRequest):
        typed.read_reason("a" * 501)


@pytest.mark.parametrize(
    "address",
    [
        "/documents/?start={}",
        "/entries/?start={}",
        "/indicators/?start={}",
    ],
)
@pytest.mark.parametrize("number", ["9" * 25, "9" * 5000, "-1", "x"])
def test_a_number_beyond_counting_in_an_address_breaks_nothing(binh, address, number):
    assert binh.get(address.format(number)).status_code == 200


@pytest.mark.parametrize(
    "breakdown",
    ["cấp: " + "x" * 500, "\n".join(f"k{each}: v" for each in range(200))],
)
def test_what_no_page_could_show_never_enters_the_ledger(binh, breakdown):
    response = binh.post("/entries/new/", {**SAID, "breakdown": breakdown})

    assert response.status_code == 422
    assert "500" in text_of(response)
    assert ledger.count(department="ben-tre") == 0


def test_an_entry_says_what_its_page_shows(binh):
    said = {**SAID, "label": f"Đề tài{TURN} mới", "breakdown": f"cấp: {NO_WIDTH}tỉnh"}

    binh.post("/entries/new/", said)

    (entry,) = ledger.entries(department="ben-tre")
    assert entry.draft.label == "Đề tài mới"
    assert entry.draft.breakdown == (("cấp", "tỉnh"),)


def test_words_that_nobody_sees_are_no_words(binh):
    response = binh.post("/entries/new/", {**SAID, "breakdown": f"cấp: {NO_WIDTH}"})

    assert response.status_code == 422
