"""Scans are read by Tesseract where it is there, and its faults become sentences."""

import stat

import pytest

from tests.conftest import skip_or_fail
from tests.core.formats.files import pdf
from tongket.content import tesseract
from tongket.content.tesseract import recogniser
from tongket.core.reading.formats.means import Seen, Word
from tongket.core.reading.formats.pdf.sheet.glyphs import Pdf
from tongket.core.reading.formats.unreadable import Unreadable


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Put a program of these lines where Tesseract is looked for."""

    def put(*lines: str) -> None:
        file = tmp_path / "tesseract"
        file.write_text("\n".join(["#!/bin/sh", *lines, ""]), "utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return put


def test_without_tesseract_there_is_no_recogniser(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    assert recogniser() is None


def test_the_picture_goes_in_and_the_words_come_out(program):
    program(
        'test "$(head -c 4 | tail -c 3)" = PNG || exit 1',
        "printf '1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t90\\t40\\t-1\\t\\n'",
        "printf '3\\t1\\t1\\t1\\t0\\t0\\t5\\t6\\t30\\t8\\t-1\\t\\n'",
        "printf '5\\t1\\t1\\t1\\t1\\t1\\t5\\t6\\t20\\t8\\t96\\tĐạt\\n'",
        'printf "5\\t1\\t1\\t1\\t1\\t2\\t30\\t6\\t9\\t8\\t91\\t($4)\\n"',
    )

    read = recogniser()

    assert read is not None
    assert read(b"\x89PNG") == Seen(
        90,
        40,
        ((), (Word("Đạt", 5, 6, 25, 14), Word("(vie)", 30, 6, 39, 14))),
    )


def test_what_the_program_complains_of_reaches_the_owner_of_the_file(program):
    program("echo first >&2", "echo 'Failed loading language vie' >&2", "exit 1")

    read = recogniser()

    assert read is not None
    with pytest.raises(Unreadable) as refusal:
        read(b"\x89PNG")
    assert refusal.value.code == "file_recogniser_failed"
    assert refusal.value.argument("reason") == "Failed loading language vie"


def test_a_program_that_does_not_end_is_given_up(program, monkeypatch):
    program("exec sleep 60")
    monkeypatch.setattr(tesseract, "SECONDS", 0.1)

    read = recogniser()

    assert read is not None
    with pytest.raises(Unreadable) as refusal:
        read(b"\x89PNG")
    assert refusal.value.code == "file_recogniser_failed"


def test_a_real_scan_is_read_with_its_figures(monkeypatch):
    read = recogniser()
    if read is None:
        skip_or_fail(
            "Tesseract is not installed (Debian packages tesseract-ocr, tesseract-ocr-vie)"
        )
        return
    # A machine with much to do may take its time.
    monkeypatch.setattr(tesseract, "SECONDS", 300)
    small = "#set page(width: 7cm, height: 2cm, margin: 5mm)\n#set text(size: 16pt)\n"
    with Pdf(pdf(f"{small}đạt 37,9%")) as printed:
        picture = printed.picture(1)

    words = {word.text: word for line in read(picture).lines for word in line}
    assert "37,9%" in words
    # 7 cm at 300 dots to the inch; the number stands right of the word before it.
    assert words["đạt"].right < words["37,9%"].left < 827
