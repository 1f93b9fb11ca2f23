"""What became of each injected fault, from what mutmut and the tests left behind."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

# What mutmut writes down of one source file.
Meta = dict[str, Any]
# Where the runner keeps which test noticed which fault.
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


def faults(mutants: Path, kept: Path) -> list[Fault]:
    """Read what became of every fault of the run in *mutants*, file by file."""
    seen = seen_by(mutants, kept)
    return [
        Fault(
            name,
            path.removeprefix("src/tongket/"),
            verdict(code, witnessed=name in seen),
        )
        for path, meta in _metas(mutants)
        for name, code in meta["exit_code_by_key"].items()
    ]


def seen_by(mutants: Path, kept: Path) -> dict[str, str]:
    """Give the test that noticed each fault, in this run or in the one *kept*.

    What was kept counts only for functions that are still the same.
    """
    before = _witnessed(kept)
    then, now = dict(_metas(kept)), dict(_metas(mutants))
    same = {
        name: before[name]
        for path, meta in then.items()
        for name, code in meta["exit_code_by_key"].items()
        if code == 1 and name in before and _is_same(name, meta, now.get(path))
    }
    return same | _witnessed(mutants)


def _is_same(name: str, then: Meta, now: Meta | None) -> bool:
    function = name.rpartition(".")[2].rpartition("__mutmut_")[0]
    hashes = [
        meta["hash_by_function_name"].get(function) for meta in (then, now) if meta
    ]
    return len(hashes) == 2 and hashes[0] is not None and hashes[0] == hashes[1]


def keep(mutants: Path, kept: Path) -> None:
    """Keep what a run found in *mutants*, with the test that noticed each fault."""
    seen = seen_by(mutants, kept)
    shutil.rmtree(kept, ignore_errors=True)
    for path in mutants.rglob("*.py.meta"):
        target = kept / path.relative_to(mutants)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    lines = (f"{fault}\t{test}\n" for fault, test in seen.items())
    (kept / WITNESSES).write_text("".join(lines), "utf-8")


def restore(kept: Path, mutants: Path) -> None:
    """Hand the killed faults of the last run to the next, for which mutmut keeps them.

    It does so only where the function is the same; all that was not killed runs again.
    """
    for path, meta in _metas(kept):
        codes = meta["exit_code_by_key"]
        meta["exit_code_by_key"] = {
            name: code if code == 1 else None for name, code in codes.items()
        }
        target = mutants / f"{path}.meta"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(meta), "utf-8")
    if (kept / WITNESSES).exists():
        # What noticed a fault of a function is tried first on its others.
        shutil.copy(kept / WITNESSES, mutants / "noticed.txt")


def _witnessed(folder: Path) -> dict[str, str]:
    written = folder / WITNESSES
    return witnesses(written.read_text("utf-8")) if written.exists() else {}


def _metas(folder: Path) -> Iterator[tuple[str, Meta]]:
    for path in sorted(folder.rglob("*.py.meta")):
        source = str(path.relative_to(folder).with_suffix(""))
        yield source, json.loads(path.read_text("utf-8"))
