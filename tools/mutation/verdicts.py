"""What became of each injected fault, from what mutmut and the tests left behind."""

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

# Where the plugin in witness.py keeps which test noticed which fault.
WITNESSES = "witnesses.txt"
# How mutmut ends the run of a fault: no test failed, or none reaches it; and, when the
# time is over, by a signal or its own code.
SURVIVED = frozenset((0, 5, 33))
TIMEOUT = frozenset((-24, 24, 36, 152, 255, -9))


class Verdict(StrEnum):
    """What became of a fault; UNPROVED: the run failed, and no test says why."""

    KILLED = "killed"
    SURVIVED = "survived"
    TIMEOUT = "timeout"
    UNPROVED = "unproved"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its name, the file it is in, and what became of it."""

    name: str
    file: str
    verdict: Verdict

    @property
    def function(self) -> str:
        """Name the function that the fault is in."""
        name = self.name.rpartition(".")[2].rpartition("__mutmut_")[0]
        # mutmut marks functions "x_name" and methods "xǁClassǁname".
        return name[1:].strip("ǁ").replace("ǁ", ".") if "ǁ" in name else name[2:]


def verdict(code: int | None, *, witnessed: bool) -> Verdict:
    """Judge one run by its exit code, and by whether a test of it failed."""
    if code in TIMEOUT:
        return Verdict.TIMEOUT
    if code in SURVIVED and not witnessed:
        return Verdict.SURVIVED
    return Verdict.KILLED if code == 1 and witnessed else Verdict.UNPROVED


def witnesses(kept: str) -> dict[str, str]:
    """Give the test that noticed each fault, by the fault's name."""
    lines = (line.split("\t") for line in kept.splitlines())
    return {fault: test for fault, test in lines if "__mutmut_" in fault}


def faults(folder: Path) -> list[Fault]:
    """Read what became of every fault of the run in *folder*, file by file."""
    mutants = folder / "mutants"
    seen = witnesses((mutants / WITNESSES).read_text("utf-8"))
    return [
        Fault(
            name,
            path.removeprefix("src/tongket/"),
            verdict(code, witnessed=name in seen),
        )
        for path, codes in _codes(mutants)
        for name, code in codes.items()
    ]


def keep(mutants: Path, kept: Path) -> None:
    """Keep what a run found in *mutants*, with the test that noticed each fault."""
    shutil.rmtree(kept, ignore_errors=True)
    for path in (*mutants.rglob("*.py.meta"), mutants / WITNESSES):
        target = kept / path.relative_to(mutants)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)


def restore(kept: Path, mutants: Path) -> None:
    """Hand the killed faults of the last run to the next, for which mutmut keeps them.

    It does so only where the function is the same; all that was not killed runs again.
    """
    for path in kept.rglob("*.py.meta"):
        meta = json.loads(path.read_text("utf-8"))
        codes = meta["exit_code_by_key"]
        meta["exit_code_by_key"] = {
            name: code if code == 1 else None for name, code in codes.items()
        }
        target = mutants / path.relative_to(kept)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(meta), "utf-8")
    if (kept / WITNESSES).exists():
        shutil.copy(kept / WITNESSES, mutants / WITNESSES)


def _codes(mutants: Path) -> Iterator[tuple[str, Mapping[str, int | None]]]:
    for meta in sorted(mutants.rglob("*.py.meta")):
        path = str(meta.relative_to(mutants).with_suffix(""))
        yield path, json.loads(meta.read_text("utf-8"))["exit_code_by_key"]
