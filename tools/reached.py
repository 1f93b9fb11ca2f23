"""Hold each engine of the core to the share of its branches that tests reach.

`make coverage` runs the tests of the core, which need neither Django nor a database, and
compares lines and branches reached with the floors below. A floor only rises.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CORE = "src/tongket/core/"
TESTS = ("tests/core", "tests/spec", "tests/corpus")
# Per cent of lines and branches; what is left of reading and checks is what only a type
# asks for, and rules that wait for a sentence of their own.
FLOORS = {"nouns": 100, "composing": 100, "rendering": 100, "checks": 99, "reading": 98}


def measured(report: Path) -> int:
    """Run the tests of the core; write what they reach into *report*."""
    command = [
        *(sys.executable, "-m", "pytest", "-q", "-n", "auto", *TESTS),
        # Drawn examples are the same in each run, and so is what they reach.
        "--hypothesis-seed=0",
        *("--cov=tongket.core", "--cov-branch"),
        *("--cov-report=term-missing:skip-covered", f"--cov-report=json:{report}"),
    ]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def reached(files: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    """Give, by engine, how many lines and branches are reached, and of how many."""
    had, all_of_them = Counter[str](), Counter[str]()
    for name, file in files.items():
        engine, summary = name.removeprefix(CORE).partition("/")[0], file["summary"]
        had[engine] += summary["covered_lines"] + summary["covered_branches"]
        all_of_them[engine] += summary["num_statements"] + summary["num_branches"]
    return {engine: (had[engine], all_of_them[engine]) for engine in FLOORS}


def below(found: Mapping[str, tuple[int, int]]) -> list[str]:
    """Say which engines are below their floor."""
    return [
        f"{engine}: {had} of {most} reached, less than {FLOORS[engine]} %"
        for engine, (had, most) in found.items()
        if had * 100 < FLOORS[engine] * most
    ]


def main() -> None:
    """Measure, print the share of each engine, and fail below a floor."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "reached.json"
        if failed := measured(report):
            sys.exit(failed)
        found = reached(json.loads(report.read_text("utf-8"))["files"])
    for engine, (had, most) in found.items():
        tenths = had * 1000 // most
        print(f"{engine:10} {tenths // 10}.{tenths % 10} %  floor {FLOORS[engine]} %")
    if missed := below(found):
        sys.exit("\n".join(missed))


if __name__ == "__main__":
    main()
