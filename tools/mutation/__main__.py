"""Inject faults into core/checks and count those that the tests notice: `make mutation`.

Works on a copy outside the project, and takes ten minutes on two cores the first time;
after that the killed faults of functions that did not change are kept (var/mutation),
and all others run. A sample of the verdicts is then run again, each fault by itself in a
process of its own. Writes docs/reference/mutation.md; fails below the mark, on a verdict
that nothing proves, and on a sample that does not hold. See docs/decisions/0011.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from multiprocessing.pool import ThreadPool
from pathlib import Path

from tools.mutation.page import Sample, Told, page, share
from tools.mutation.verdicts import Fault, Verdict, faults, keep, restore

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "mutation.md"
KEPT = ROOT / "var" / "mutation"
NEEDED = ("src", "tests", "tools", "pyproject.toml", "README.md")
ALONE = ("-q", "-c", "tools/mutation/pytest.ini", "--rootdir=.")
RUNNER = (*ALONE, "-p", "tools.mutation.runner")
WORKERS = 2
# Of a hundred injected faults, so many must be noticed.
MARK = 90
# How many verdicts of either sort are run again.
KILLED, SURVIVED = 60, 20


def copy(folder: Path, whole: Path) -> None:
    """Copy what the tests need from the *whole* project into *folder*."""
    for name in NEEDED:
        source = whole / name
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


def told(folder: Path, found: Iterable[Fault]) -> dict[str, Told]:
    """Ask what each fault changes, and what the source is with it."""
    names = [one.name for one in found]
    environment = os.environ | {"PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "tools.mutation.tell", *names],
        cwd=folder,
        check=True,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    return {name: Told(*parts) for name, parts in json.loads(done.stdout).items()}


def survives(folder: Path, fault: Fault, source: str) -> bool:
    """Tell whether a copy of the project with *source* in it passes its tests."""
    with tempfile.TemporaryDirectory() as name:
        alone = Path(name)
        copy(alone, folder)
        (alone / "src" / "tongket" / fault.file).write_text(source, "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-x", *ALONE, *tests()],
            cwd=alone,
            check=False,
            capture_output=True,
            timeout=600,
            env=os.environ
            | {"PYTHONPATH": str(alone / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        )
    if done.returncode not in {0, 1}:
        sys.exit(f"the tests did not run on {fault.name}:\n{done.stdout!r}")
    return done.returncode == 0


def sampled(folder: Path, found: Sequence[Fault]) -> tuple[Sample, list[Fault]]:
    """Run some verdicts again; give the counts, and the faults that turned out else."""
    killed = _drawn((one for one in found if one.verdict is Verdict.KILLED), KILLED)
    living = _drawn((one for one in found if one.verdict is Verdict.SURVIVED), SURVIVED)
    about = told(folder, killed + living)
    with ThreadPool(WORKERS) as pool:
        lived = pool.map(
            lambda one: survives(folder, one, about[one.name].source), killed + living
        )
    wrong = [one for one, lives in zip(killed, lived, strict=False) if lives]
    revived = [
        one
        for one, lives in zip(living, lived[len(killed) :], strict=True)
        if not lives
    ]
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


def tell(folder: Path, found: Sequence[Fault]) -> None:
    """Run a sample again, keep the page; fail on what does not hold."""
    living = [one for one in found if one.verdict is Verdict.SURVIVED]
    sample, wrong = sampled(folder, found)
    PAGE.write_text(
        page(found, told(folder, living), sample, on=datetime.now(UTC).date()), "utf-8"
    )
    print(f"{share(found)} % of {len(found)} injected faults were noticed")
    unproved = [one for one in found if one.verdict is Verdict.UNPROVED]
    for one in unproved + wrong:
        print(f"{one.verdict} without proof: {one.name}")
    if unproved or wrong:
        sys.exit("some verdicts do not hold")
    if int(share(found).partition(".")[0]) < MARK:
        sys.exit(f"below the mark of {MARK} %")


def main() -> None:
    """Inject, run, and tell what was found."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy(folder, ROOT)
        restore(KEPT, folder / "mutants")
        inject_and_run(folder)
        found = faults(folder / "mutants", KEPT)
        keep(folder / "mutants", KEPT)
        tell(folder, found)


if __name__ == "__main__":
    main()
