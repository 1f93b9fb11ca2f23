"""`tongket check`: claims recomputed; the exit status says whether one is false."""

import json


def test_claims_that_hold_end_with_status_nought(tongket, report):
    run = tongket("check", str(report), "--format", "jsonl")

    claims = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.returncode == 0, run.stderr
    assert {(c["type"], c["verdict"]) for c in claims} >= {
        ("sum_of_parts", "consistent"),
        ("ratio_percent", "consistent"),
    }
    assert all(len(span) == 2 for claim in claims for span in claim["spans"])


def test_a_sum_that_does_not_add_up_ends_with_status_one(tongket, report):
    text = report.read_text("utf-8").replace("07 đề tài", "08 đề tài")
    report.write_text(text, encoding="utf-8")

    run = tongket("check", str(report))

    assert run.returncode == 1
    assert "≠" in run.stdout
    assert "13" in run.stdout


def test_a_file_that_cannot_be_read_ends_with_status_two(tongket, tmp_path):
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 50)

    run = tongket("check", "hong.docx")

    assert run.returncode == 2
    assert "hong.docx" in run.stderr
    assert "Traceback" not in run.stderr
