"""A page of an original is drawn on demand, by a program that may fail alone."""

import io
import json
import subprocess
import sys
from threading import BoundedSemaphore

import pytest

from tests.core.formats.files import pdf
from tongket.core.nouns.facsimile import Facsimile
from tongket.rooms.intake import drawing, facsimiles, queries

TEXT = "Cấp 12 giấy phép #pagebreak() Thu hồi 34 giấy phép"


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    monkeypatch.setattr(facsimiles, "_KEPT", facsimiles.Kept())


@pytest.fixture
def printed(receive):
    """A document of two pages, one figure on each."""
    return receive(pdf(TEXT), name="báo cáo.pdf")


def program(monkeypatch, lines: str) -> None:
    """Have pages drawn by a program of these lines of Python."""
    command = [sys.executable, "-c", lines]
    monkeypatch.setattr(facsimiles, "COMMAND", command)


def test_a_page_is_drawn_with_its_own_figures(printed):
    first, second = (queries.facsimile(printed, page) for page in (1, 2))

    assert [each.figure for each in first.marked] == ["f1"]
    assert [each.figure for each in second.marked] == ["f2"]
    assert first.pages == 2
    assert first.picture.startswith(b"\x89PNG")
    assert first.picture != second.picture


def test_a_page_is_drawn_once(printed, monkeypatch):
    drawn = queries.facsimile(printed, 1)
    program(monkeypatch, "raise SystemExit(1)")

    assert queries.facsimile(printed, 1) == drawn


@pytest.mark.parametrize("page", [0, 3, 10**17])
def test_a_page_that_is_not_there_is_told(printed, page):
    with pytest.raises(queries.NoSuchPage):
        queries.facsimile(printed, page)


def test_what_is_no_pdf_has_no_pages(document):
    with pytest.raises(queries.NoSuchPage):
        queries.facsimile(document, 1)


@pytest.mark.parametrize(
    "fate",
    [
        "import os; os.abort()",
        "import time; time.sleep(60)",
        'print(\'{"refused": "file_page_too_full"}\')',
    ],
)
def test_a_page_that_cannot_be_drawn_is_told_and_not_tried_again(
    printed, monkeypatch, fate
):
    program(monkeypatch, fate)
    monkeypatch.setattr(facsimiles, "SECONDS", 0.3)
    with pytest.raises(queries.PageNotDrawn):
        queries.facsimile(printed, 1)
    monkeypatch.undo()
    # The answer stands, although it could be drawn now.
    kept = facsimiles.Kept()
    kept.put(("sha", 1, ()), None)
    monkeypatch.setattr(facsimiles, "_KEPT", kept)

    with pytest.raises(queries.PageNotDrawn):
        facsimiles.facsimile(("sha", 1, ()), lambda: pdf(TEXT))


def test_who_waits_too_long_for_a_turn_is_sent_away_and_may_come_again(
    printed, monkeypatch
):
    taken = BoundedSemaphore(1)
    taken.acquire()
    monkeypatch.setattr(facsimiles, "TURNS", taken)
    monkeypatch.setattr(facsimiles, "SECONDS", 0.1)
    with pytest.raises(queries.PageNotDrawn):
        queries.facsimile(printed, 1)

    taken.release()
    monkeypatch.setattr(facsimiles, "SECONDS", 60)

    assert queries.facsimile(printed, 1).page == 1


def test_a_page_that_another_drew_meanwhile_is_not_drawn_again(printed, monkeypatch):
    drawn = queries.facsimile(printed, 1)
    kept = facsimiles.Kept()
    monkeypatch.setattr(facsimiles, "_KEPT", kept)

    class Busy:
        """Lets somebody in only after another has drawn what he wants."""

        def acquire(self, *, timeout: float) -> bool:
            kept.put(("sha", 1, ()), drawn)
            return timeout > 0

        def release(self) -> None: ...

    monkeypatch.setattr(facsimiles, "TURNS", Busy())

    assert facsimiles.facsimile(("sha", 1, ()), lambda: 1 / 0) == drawn


def test_pages_not_asked_for_the_longest_time_make_room(monkeypatch):
    monkeypatch.setattr(facsimiles, "MOST_BYTES", 20)
    kept = facsimiles.Kept()
    keys = [(name, 1, ()) for name in "abc"]
    page = Facsimile(1, 1, 1, 1, b"123456789")
    for key in keys[:2]:
        kept.put(key, page)

    assert kept.look_up(keys[0]) == (page,)
    kept.put(keys[2], page)

    assert kept.look_up(keys[0]) == (page,)
    assert kept.look_up(keys[1]) == ()


def test_the_program_says_what_it_drew(monkeypatch):
    asked = {"page": 2, "sought": [{"figure": "f2", "parts": []}]}
    answer = io.BytesIO()
    sent = io.BytesIO(json.dumps(asked).encode() + b"\n" + pdf(TEXT))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(sent))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(answer, write_through=True))
    monkeypatch.setattr(drawing, "hold_back", lambda: None)

    drawing.main()

    line, _, picture = answer.getvalue().partition(b"\n")
    assert json.loads(line)["page"] == 2
    assert picture.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("data", "page", "refused"),
    [(pdf("một trang"), 2, "no_such_page"), (b"%PDF-1.7 broken", 1, "file_pdf_broken")],
)
def test_the_program_says_why_it_drew_nothing(data, page, refused):
    said, picture = drawing.drawn({"page": page, "sought": []}, data)

    assert said == {"refused": refused}
    assert picture == b""


def test_the_program_takes_no_more_memory_than_a_page_needs():
    greedy = (
        "from tongket.rooms.intake.drawing import hold_back\n"
        "hold_back()\n"
        "bytearray(2 * 1024 ** 3)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", greedy], capture_output=True, check=False
    )

    assert b"MemoryError" in done.stderr


def test_a_figure_that_goes_over_a_line_has_a_part_on_each(receive):
    long = "nội dung công việc đã làm trong năm vừa qua của toàn Sở và các đơn vị "
    # The number is the last word of a line, its scale the first of the next one.
    data = pdf(f"#set page(width: 8cm)\n{long}#h(1fr) 1.100 \\ tỷ đồng")
    number = receive(data, name="hai dòng.pdf")

    marked = queries.facsimile(number, 1).marked

    assert max(len(each.boxes) for each in marked) == 2
