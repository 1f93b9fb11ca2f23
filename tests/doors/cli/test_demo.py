"""`tongket demo` and what a person does next: verify, tamper, look."""

import re
import shutil
import sqlite3
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """Load the demo once; give the folder and what was printed."""
    import os
    import subprocess

    from tests.doors.cli.conftest import PROGRAM

    folder = tmp_path_factory.mktemp("demo")
    env = {
        k: v for k, v in os.environ.items() if not k.startswith(("TONGKET", "DJANGO"))
    }
    run = subprocess.run(
        [PROGRAM, "demo", "--no-browser", "--no-serve"],
        capture_output=True,
        text=True,
        cwd=folder,
        env=env,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return folder, run.stdout, env


@pytest.fixture
def ledger(demo) -> Path:
    folder, _, _ = demo
    return folder / "var" / "demo" / "tongket.sqlite3"


def program(demo, *arguments):
    import subprocess

    from tests.doors.cli.conftest import PROGRAM

    folder, _, env = demo
    return subprocess.run(
        [PROGRAM, *arguments],
        capture_output=True,
        text=True,
        cwd=folder,
        env=env,
        check=False,
    )


def test_all_marked_figures_of_the_five_departments_are_entries(ledger):
    with sqlite3.connect(ledger) as connection:
        counts = dict(
            connection.execute(
                "SELECT department, count(*) FROM ledger_entry GROUP BY 1"
            )
        )

    assert counts == {
        "ben-tre": 7 + 30,
        "kien-giang": 9 + 96,
        "thanh-hoa": 3 + 6,
        "da-nang": 8 + 42,
        "cao-bang": 5 + 21,
    }


def test_the_targets_of_the_demo_say_that_they_are_ours(ledger):
    with sqlite3.connect(ledger) as connection:
        rows = connection.execute(
            "SELECT DISTINCT d.text FROM ledger_entry e JOIN intake_document d "
            "ON d.original_id = e.source_reference WHERE e.kind = 'plan' "
            "AND d.name LIKE 'chi-tieu%'"
        ).fetchall()

    assert len(rows) == 5
    assert all("do Tongket đặt làm mẫu" in text for (text,) in rows)


def test_every_entry_leads_to_the_words_it_was_read_from(ledger):
    with sqlite3.connect(ledger) as connection:
        rows = connection.execute(
            "SELECT d.text, e.span_start, e.span_end, e.displayed "
            "FROM ledger_entry e JOIN intake_document d ON d.original_id = e.source_reference"
        ).fetchall()

    assert len(rows) == 227
    assert all(text[start:end] == displayed for text, start, end, displayed in rows)


def test_the_password_is_a_new_one_each_time(demo):
    _, printed, _ = demo

    password = re.search(r"Mật khẩu:\s+(\S+)", printed)[1]
    assert len(password) >= 12


def test_the_ledger_of_the_demo_is_whole(demo):
    run = program(demo, "verify")

    assert run.returncode == 0, run.stderr
    assert "227" in run.stdout


def test_a_changed_entry_is_refused(ledger):
    with (
        sqlite3.connect(ledger) as connection,
        pytest.raises(sqlite3.Error, match="chỉ ghi thêm"),
    ):
        connection.execute("UPDATE ledger_entry SET displayed = '99' WHERE number = 7")


def test_an_entry_changed_behind_the_triggers_is_named(demo, tmp_path):
    folder, printed, env = demo
    shutil.copytree(folder / "var", tmp_path / "var")
    with sqlite3.connect(tmp_path / "var" / "demo" / "tongket.sqlite3") as connection:
        triggers = connection.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        ).fetchall()
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE ledger_entry SET displayed = '99' WHERE number = 7")

    run = program((tmp_path, printed, env), "verify")

    assert run.returncode == 1
    assert "7" in run.stderr


def test_one_department_of_the_demo_sends_a_pdf_whose_figures_have_boxes(ledger):
    with sqlite3.connect(ledger) as connection:
        rows = connection.execute(
            "SELECT name, json_extract(places, '$[0].box.page') "
            "FROM intake_document WHERE format = 'pdf'"
        ).fetchall()

    assert rows == [("bao-cao-da-nang-2018.pdf", 1)]
