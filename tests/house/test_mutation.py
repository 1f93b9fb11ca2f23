"""A count of noticed faults is worth something only if nothing else is counted."""

import json
from datetime import date
from pathlib import Path

import pytest
from tools.mutation.page import Sample, Told, page, share
from tools.mutation.verdicts import (
    Fault,
    Verdict,
    faults,
    keep,
    restore,
    verdict,
    witnesses,
)


@pytest.mark.parametrize(
    ("code", "witnessed", "became"),
    [
        (1, True, Verdict.KILLED),
        (0, False, Verdict.SURVIVED),
        (33, False, Verdict.SURVIVED),
        (-24, False, Verdict.TIMEOUT),
        # The run fell before its first test.
        (1, False, Verdict.UNPROVED),
        # A test failed, and yet the run is said to have passed.
        (0, True, Verdict.UNPROVED),
        (2, True, Verdict.UNPROVED),
        (None, False, Verdict.UNPROVED),
    ],
)
def test_a_fault_is_killed_only_by_a_test_that_failed(
    code: int | None, *, witnessed: bool, became: Verdict
) -> None:
    assert verdict(code, witnessed=witnessed) is became


def test_a_test_that_fails_without_a_fault_is_no_witness() -> None:
    kept = "a.x_f__mutmut_1\ttests/t.py::test[đ]\nfail\ttests/t.py::test[đ]\n"

    assert witnesses(kept) == {"a.x_f__mutmut_1": "tests/t.py::test[đ]"}


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("core.checks.rate.x__judged__mutmut_12", "_judged"),
        ("core.checks.scene.xǁSceneǁbefore__mutmut_3", "Scene.before"),
    ],
)
def test_a_fault_names_its_function(name: str, function: str) -> None:
    assert Fault(name, "rate.py", Verdict.KILLED).function == function


def ran(folder: Path, codes: dict[int, int | None], *noticed: int, by: str) -> Path:
    """Write down the run of one function: exit codes, faults noticed, its hash."""
    (folder / "src").mkdir(parents=True, exist_ok=True)
    meta = {
        "exit_code_by_key": {f"m.x_f__mutmut_{n}": code for n, code in codes.items()},
        "hash_by_function_name": {"x_f": by},
    }
    (folder / "src" / "m.py.meta").write_text(json.dumps(meta), "utf-8")
    seen = "".join(f"m.x_f__mutmut_{n}\ttest_f\n" for n in noticed)
    (folder / "witnesses.txt").write_text(seen, "utf-8")
    return folder


def test_only_killed_faults_are_kept_for_the_next_run(tmp_path: Path) -> None:
    first = ran(tmp_path / "first", {1: 1, 2: 0, 3: -24}, 1, by="ab")

    keep(first, tmp_path / "kept")
    restore(tmp_path / "kept", tmp_path / "next")

    restored = json.loads((tmp_path / "next" / "src" / "m.py.meta").read_text("utf-8"))
    assert list(restored["exit_code_by_key"].values()) == [1, None, None]
    assert restored["hash_by_function_name"] == {"x_f": "ab"}


@pytest.mark.parametrize(
    ("by", "became"), [("ab", Verdict.KILLED), ("cd", Verdict.UNPROVED)]
)
def test_what_noticed_a_fault_counts_on_while_the_function_is_the_same(
    tmp_path: Path, by: str, became: Verdict
) -> None:
    keep(ran(tmp_path / "first", {1: 1}, 1, by="ab"), tmp_path / "kept")

    (fault,) = faults(ran(tmp_path / "next", {1: 1}, by=by), tmp_path / "kept")

    assert fault.verdict is became


def test_without_a_run_before_nothing_is_kept(tmp_path: Path) -> None:
    restore(tmp_path / "kept", tmp_path / "next")

    assert not (tmp_path / "next").exists()


def test_the_page_lists_every_survivor_and_counts_runs_without_end_apart() -> None:
    found = [
        Fault("m.x_f__mutmut_1", "core/checks/m.py", Verdict.KILLED),
        Fault("m.x_f__mutmut_2", "core/checks/m.py", Verdict.SURVIVED),
        Fault("m.x_f__mutmut_3", "core/checks/m.py", Verdict.TIMEOUT),
    ]

    written = page(
        found, {"m.x_f__mutmut_2": Told("x > 1", "x >= 1", "")}, Sample(1, 1, 1, 1), on=date(2026, 1, 31)
    )  # fmt: skip

    assert share(found) == "33.3"
    assert "| 3 | 1 | 1 | 1 | 33.3 % |" in written
    assert "| `core/checks/m.py` | 3 | 1 | 1 |" in written
    assert "### core/checks/m.py\n\n- f: `x > 1` → `x >= 1`" in written
