"""`tongket report` and `tongket verify FILE`: composed, delivered, proved."""

import re
import subprocess
import zipfile

import pytest

from tests.doors.cli.conftest import PROGRAM
from tests.doors.cli.test_demo import demo, program

__all__ = ["demo"]


def composed(demo, form: str) -> bytes:
    folder, _, env = demo
    return subprocess.run(
        [PROGRAM, "report", "kien-giang", "2018-H1", "half-year", "--to", form],
        capture_output=True,
        cwd=folder,
        env=env,
        check=True,
    ).stdout


@pytest.mark.parametrize("form", ["docx", "pdf", "html"])
def test_a_composed_report_is_whole_also_where_no_ledger_is(demo, tmp_path, form):
    path = tmp_path / f"bao-cao.{form}"
    path.write_bytes(composed(demo, form))

    run = program((tmp_path, "", demo[2]), "verify", str(path))

    assert run.returncode == 0, run.stderr
    assert not (tmp_path / "var").exists()


def test_a_number_changed_by_hand_is_found_and_named(demo, tmp_path):
    path = tmp_path / "sua-tay.docx"
    path.write_bytes(composed(demo, "docx"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode("utf-8")
    parts["word/document.xml"] = re.sub(r">168<", ">186<", body).encode("utf-8")
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    run = program(demo, "verify", str(path))

    assert run.returncode == 1
    assert "168" in run.stderr
    assert "186" in run.stderr


def test_a_file_that_is_no_report_ends_with_status_two(demo, tmp_path):
    path = tmp_path / "thu.txt"
    path.write_text("Không phải báo cáo.", "utf-8")

    run = program(demo, "verify", str(path))

    assert run.returncode == 2
    assert "thu.txt" in run.stderr


def test_an_unknown_unit_is_named_in_one_sentence(demo):
    run = program(demo, "report", "khong-co", "2018-H1", "half-year", "--to", "docx")

    assert run.returncode == 2
    assert "khong-co" in run.stderr
    assert "Traceback" not in run.stderr


def test_without_any_ledger_the_way_to_one_is_told(tongket):
    run = tongket("verify")

    assert run.returncode == 2
    assert "tongket demo" in run.stderr
