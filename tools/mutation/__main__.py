"""Inject faults into core/checks and count those that the tests notice: `make mutation`.

Works on a copy outside the project, and takes ten minutes on two cores the first time;
after that the killed faults of functions that did not change are kept (var/mutation),
and all others run. A sample of the verdicts is then run again, each fault by itself in a
process of its own. Writes docs/reference/mutation.md; fails below the mark, on a verdict
that nothing proves, and on a sample that does not hold. See docs/decisions/0011.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tools.mutation.page import Sample, page, share
from tools.mutation.verdicts import Fault, Verdict, faults, keep, restore

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "mutation.md"
KEPT = ROOT / "var" / "mutation"
MUTMUT = str(Path(sys.executable).with_name("mutmut"))
NEEDED = ("src", "tests", "tools", "pyproject.toml", "README.md")
RUNNER = (
    *("-q", "-c", "tools/mutation/pytest.ini", "--rootdir=."),
    *("-p", "tools.mutation.runner"),
)
# Of a hundred injected faults, so many must be noticed.
MARK = 90
# How many verdicts of either sort are run again.
KILLED, SURVIVED = 60, 20


def copy(folder: Path) -> None:
    """Copy what the tests need into *folder*."""
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            left_out = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / name, ignore=left_out)
        else:
            shutil.copy(source, folder / name)


def inject_and_run(folder: Path) -> None:
    """Write the faults beside the functions of the copy, and run the tests on each."""
    mutants = folder / "mutants"
    steps = (
        (folder, folder, ["-m", "tools.mutation.inject"]),
        (mutants, f"{mutants / 'src'}:{mutants}", ["-m", "pytest", *RUNNER, *tests()]),
    )
    for place, path, words in steps:
        environment = os.environ | {"PYTHONPATH": str(path)}
        done = subprocess.run(
            [sys.executable, *words],
            cwd=place,
            check=False,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        if done.returncode:
            sys.exit(f"{' '.join(words)} failed:\n{done.stdout[-2000:]}")


def tests() -> list[str]:
    """Give the tests that are run on a fault."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named: list[str] = settings["tool"]["mutmut"]["pytest_add_cli_args_test_selection"]
    return named


def mutmut(folder: Path, *words: str) -> str:
    """Run mutmut in *folder* and give what it prints; its progress is left out."""
    command = [MUTMUT, *words]
    done = subprocess.run(
        command, cwd=folder, check=False, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(
            f"mutmut {words[0]} ended with {done.returncode}:\n{done.stdout[-2000:]}"
        )
    return done.stdout


def change(folder: Path, fault: Fault) -> tuple[str, str]:
    """Give the source lines that *fault* changes, before and after, each on one line."""
    lines = mutmut(folder, "show", fault.name).splitlines()
    was, became = (
        " ".join(
            line[1:].strip()
            for line in lines
            if line.startswith(mark) and not line.startswith(mark * 3)
        )
        for mark in "-+"
    )
    return was, became


def survives(folder: Path, fault: Fault) -> bool:
    """Apply *fault* to the source in *folder* and run the tests in a fresh process."""
    source = folder / "src" / "tongket" / fault.file
    whole = source.read_bytes()
    mutmut(folder, "apply", fault.name)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-qx", "-m", "not hypothesis", *tests()],
            cwd=folder,
            check=False,
            capture_output=True,
            timeout=300,
            env=os.environ
            | {"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        )
    finally:
        source.write_bytes(whole)
    return done.returncode == 0


def sampled(folder: Path, found: Sequence[Fault]) -> tuple[Sample, list[Fault]]:
    """Run some verdicts again; give the counts, and the faults that turned out else."""
    killed = _drawn((one for one in found if one.verdict is Verdict.KILLED), KILLED)
    living = _drawn((one for one in found if one.verdict is Verdict.SURVIVED), SURVIVED)
    wrong = [one for one in killed if survives(folder, one)]
    revived = [one for one in living if not survives(folder, one)]
    counts = Sample(
        killed=len(killed),
        killed_held=len(killed) - len(wrong),
        survived=len(living),
        survived_held=len(living) - len(revived),
    )
    return counts, wrong + revived


def _drawn(found: Iterable[Fault], most: int) -> list[Fault]:
    among = list(found)
    # The same faults are drawn for the same run: nothing here is secret.
    return random.Random(len(among)).sample(among, min(most, len(among)))  # noqa: S311 - a sample, no secret


def main() -> None:
    """Count, run a sample again, keep the page; fail on what does not hold."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy(folder)
        restore(KEPT, folder / "mutants")
        inject_and_run(folder)
        found = faults(folder / "mutants", KEPT)
        keep(folder / "mutants", KEPT)
        living = [one for one in found if one.verdict is Verdict.SURVIVED]
        changes = {one.name: change(folder, one) for one in living}
        sample, wrong = sampled(folder, found)
    PAGE.write_text(page(found, changes, sample, on=datetime.now(UTC).date()), "utf-8")
    print(f"{share(found)} % of {len(found)} injected faults were noticed")
    unproved = [one for one in found if one.verdict is Verdict.UNPROVED]
    for one in unproved + wrong:
        print(f"{one.verdict} without proof: {one.name}")
    if unproved or wrong:
        sys.exit("some verdicts do not hold")
    if int(share(found).partition(".")[0]) < MARK:
        sys.exit(f"below the mark of {MARK} %")


if __name__ == "__main__":
    main()
