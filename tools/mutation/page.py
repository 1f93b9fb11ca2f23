"""docs/reference/mutation.md: what was counted, and every fault that survived."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from tools.mutation.verdicts import Fault, Verdict

HEAD = """\
# Mutation testing of the checks

Written by `make mutation` on {on}. One fault at a time is injected into the functions
of `core/checks` (a sign turned, a number moved, an argument dropped), and the tests
with fixed examples (`tests/core/checks`, `tests/spec/checks`) are run against it. A
fault is killed when one of these tests fails, by name; tests with drawn examples are
left out, so that a second run counts the same. A run that does not end is counted
apart. Words (`wording.py`) and functions under a decorator are not mutated. What was
killed in a function that is still the same is kept from the run before.
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """How many verdicts were run again by themselves, and how many of them held."""

    killed: int
    killed_held: int
    survived: int
    survived_held: int


@dataclass(frozen=True, slots=True)
class Told:
    """What a fault changes, before and after, and the source file with it."""

    was: str
    became: str
    source: str


def page(
    found: Sequence[Fault],
    changes: Mapping[str, Told],
    sample: Sample,
    *,
    on: date,
) -> str:
    """Give the page; *changes* tells, by name, what a fault that lives changed."""
    return "\n".join(
        [
            HEAD.format(on=on.isoformat()),
            *_counted(found),
            "",
            *_sampled(sample),
            "",
            "## By file",
            "",
            *_by_file(found),
            "",
            "## What survived",
            *_survivors(found, changes),
            "",
        ]
    )


def _counted(found: Sequence[Fault]) -> list[str]:
    counts = Counter(fault.verdict for fault in found)
    cells = (
        len(found),
        counts[Verdict.KILLED],
        counts[Verdict.SURVIVED],
        counts[Verdict.TIMEOUT],
        f"{share(found)} %",
    )
    return [
        "| faults | killed | survived | without end | share killed |",
        "| --- | --- | --- | --- | --- |",
        f"| {' | '.join(map(str, cells))} |",
    ]


def _sampled(sample: Sample) -> list[str]:
    return [
        "Some verdicts were run again, each fault applied to the source and tested in a",
        f"process of its own: of {sample.killed} killed {sample.killed_held} were killed,",
        f"of {sample.survived} survivors {sample.survived_held} survived.",
    ]


def share(found: Sequence[Fault]) -> str:
    """Give the share of faults killed, to a tenth of a per cent, rounded down."""
    killed = sum(fault.verdict is Verdict.KILLED for fault in found)
    tenths = killed * 1000 // len(found)
    return f"{tenths // 10}.{tenths % 10}"


def _by_file(found: Sequence[Fault]) -> list[str]:
    lines = ["| file | faults | survived | without end |", "| --- | --- | --- | --- |"]
    for file, its in groupby(found, key=lambda fault: fault.file):
        of_it = Counter(fault.verdict for fault in its)
        lines.append(
            f"| `{file}` | {of_it.total()} | {of_it[Verdict.SURVIVED]} | {of_it[Verdict.TIMEOUT]} |"
        )
    return lines


def _survivors(found: Sequence[Fault], changes: Mapping[str, Told]) -> list[str]:
    lines = []
    living = [fault for fault in found if fault.verdict is Verdict.SURVIVED]
    for file, its in groupby(living, key=lambda fault: fault.file):
        lines += ["", f"### {file}", ""]
        for fault in its:
            told = changes[fault.name]
            lines.append(f"- {fault.function}: `{told.was}` → `{told.became}`")
    return lines
