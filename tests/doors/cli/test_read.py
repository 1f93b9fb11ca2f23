"""`tongket read`: figures on standard output, one clear sentence for what is not read."""

import io
import json
import subprocess
import sys

import pytest

from tongket.core.reading.formats.limits import DEFAULT
from tongket.core.reading.formats.unreadable import Unreadable
from tongket.doors.cli.reception import content_of


def test_every_figure_is_one_json_object_with_its_span(tongket, report):
    run = tongket("read", str(report), "--format", "jsonl")

    figures = [json.loads(line) for line in run.stdout.splitlines()]
    text = report.read_text("utf-8")
    assert run.returncode == 0, run.stderr
    assert [figure["text"] for figure in figures] == [
        "12",
        "05",
        "07",
        "50/132",
        "37,9%",
    ]
    assert all(text[f["start"] : f["end"]] == f["text"] for f in figures)
    assert figures[3]["total"] == "132"
    assert figures[4]["of"] == figures[3]["id"]


def test_the_indicators_suggested_are_codes_best_first(tongket, report):
    run = tongket("read", str(report), "--format", "jsonl")

    figures = [json.loads(line) for line in run.stdout.splitlines()]
    assert figures[3]["indicator"][0].startswith("SK-")


def test_the_page_shows_every_class_of_number(tongket, tmp_path):
    path = tmp_path / "thu.txt"
    path.write_text(
        "Ngày 15/6/2020, theo Kế hoạch số 12/KH-SKHCN, Sở cấp 05 giấy phép."
    )

    run = tongket("read", str(path), "--format", "html")

    assert '<mark class="figure"' in run.stdout
    assert '<mark class="date"' in run.stdout
    assert '<mark class="document_number"' in run.stdout


def test_a_clerk_is_told_why_a_number_was_read(tongket, report):
    run = tongket("read", str(report), "--explain")

    assert "trong đó" in run.stdout


def test_a_file_that_does_not_exist_is_named_in_one_sentence(tongket):
    run = tongket("read", "khong-co.docx")

    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "khong-co.docx" in run.stderr
    assert "Traceback" not in run.stderr


def test_one_bad_file_does_not_keep_the_others_from_being_read(
    tongket, report, tmp_path
):
    (tmp_path / "rong.docx").write_bytes(b"")

    run = tongket("read", "rong.docx", str(report), "--format", "jsonl")

    assert run.returncode == 2
    assert "rong.docx" in run.stderr
    assert len(run.stdout.splitlines()) == 5


def test_messages_are_english_when_asked_for(tongket):
    run = tongket("read", "khong-co.docx", TONGKET_LANGUAGE="en")

    assert "cannot be opened" in run.stderr


def test_reading_starts_without_the_site(tongket, report):
    probe = (
        "import sys; sys.argv = ['tongket', 'read', sys.argv[1]]\n"
        "from tongket.doors.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "loaded = {'django', 'docx', 'pypdfium2', 'trafilatura', 'openpyxl', 'typst'}\n"
        "print(sorted(loaded & set(sys.modules)), file=sys.stderr)"
    )

    run = subprocess.run(
        [sys.executable, "-c", probe, str(report)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stderr.strip() == "[]"


def test_a_file_above_the_limit_is_named_with_its_own_size(tongket, tmp_path):
    with (tmp_path / "lon.txt").open("wb") as file:
        file.truncate(123 * 1024 * 1024)

    run = tongket("read", "lon.txt")

    assert run.returncode == 2
    assert "lon.txt" in run.stderr
    assert "123 MB" in run.stderr


def test_standard_input_above_the_limit_is_told_as_longer_never_as_a_size(
    monkeypatch,
):
    endless = io.TextIOWrapper(io.BytesIO(b"x" * (DEFAULT.data + 1)))
    monkeypatch.setattr(sys, "stdin", endless)

    with pytest.raises(Unreadable) as refusal:
        content_of("-")

    assert refusal.value.code == "file_goes_on_too_long"
    assert refusal.value.argument("limit") == "50"


def test_what_was_left_out_of_a_file_is_told(tongket, tmp_path):
    (tmp_path / "sua.html").write_text(
        "<html><body><p>Nghiệm thu <s>15</s>18 đề tài</p></body></html>", "utf-8"
    )

    run = tongket("read", "sua.html", "--format", "jsonl")

    assert '"value": "18"' in run.stdout
    assert run.stderr.startswith("sua.html: Bỏ qua 2 ký tự bị gạch ngang: «15».")
