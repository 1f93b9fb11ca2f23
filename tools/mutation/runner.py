"""A plugin of pytest that runs the collected tests against every fault.

The tests are collected once, and run once to see which lines each runs. Then a process
is forked for each fault, which runs the tests that run a line it changes until one fails:
those first that noticed a fault of the same function or file, the quick ones next.
"""

import gc
import json
import os
import resource
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from mutmut.mutation import trampoline

MUTATED = "tongket.core.checks"
# Which test noticed which fault, in this run and in the one before.
WITNESSES, BEFORE = Path("witnesses.txt"), Path("noticed.txt")
WORKERS = 2
# A run gets so many seconds of the processor (all tests take two), by the clock ten
# times as many, and so much memory.
SECONDS, PATIENCE, MEMORY = 8, 200, 4 * 1024**3
KILLED, SURVIVED, TIMEOUT = 1, 0, 36
ORIGINAL = "__mutmut_orig"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: its name, and which lines of its module it changes."""

    name: str
    lines: frozenset[int]


@dataclass
class Reached:
    """Which tests run which line, how long each takes, and what noticed faults.

    A line is told by the name of its module and by its number there.
    """

    tests: defaultdict[tuple[str, int], list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )
    seconds: dict[int, float] = field(default_factory=dict)
    noticed: defaultdict[str, Counter[int]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    def keep(self, name: str, test: int) -> None:
        """Keep that a test noticed a fault."""
        function = _function(name)
        self.noticed[function][test] += 1
        self.noticed[function.rpartition(".")[0]][test] += 1

    def in_order(self, fault: Fault) -> list[int]:
        """Give the tests that run a changed line, those likeliest to fail first.

        What no test was seen to run (a head, a default) is given all tests.
        """
        function = _function(fault.name)
        own, beside = self.noticed[function], self.noticed[function.rpartition(".")[0]]
        running = {
            test
            for line in fault.lines
            for test in self.tests.get((function, line), ())
        }
        return sorted(
            running or self.seconds,
            key=lambda test: (-own[test], -beside[test], self.seconds[test]),
        )


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run every fault that has no outcome yet, and write the outcomes down."""
    if session.testsfailed:
        raise session.Interrupted("some tests could not be collected")
    reached = _survey(session)
    metas = {path: json.loads(path.read_text("utf-8")) for path in _paths()}
    waiting = [
        (fault, meta)
        for path, meta in metas.items()
        for fault in _faults(path, meta["exit_code_by_key"])
    ]
    gc.freeze()
    running: dict[int, AtWork] = {}
    for done, (fault, meta) in enumerate(waiting):
        while len(running) == WORKERS:
            _reap(session, running, reached)
        run = _start(session, fault, reached)
        run.codes = meta["exit_code_by_key"]
        running[run.process] = run
        if done % 500 == 0:
            _write(metas)
            print(f"{done} of {len(waiting)}", file=sys.stderr, flush=True)
    while running:
        _reap(session, running, reached)
    _write(metas)
    return True


def _write(metas: dict[Path, Any]) -> None:
    for path, meta in metas.items():
        path.write_text(json.dumps(meta), "utf-8")


def _paths() -> list[Path]:
    return sorted(Path("src").rglob("*.py.meta"))


def _faults(path: Path, codes: dict[str, int | None]) -> Iterator[Fault]:
    """Give the faults of one source file that have no outcome yet."""
    source = path.with_suffix("").read_text("utf-8").splitlines()
    spans = json.loads(path.with_suffix(".spans").read_text("utf-8"))["spans"]

    def body(name: str) -> list[str]:
        start, end = spans[name]
        return source[start:end]

    for name, code in codes.items():
        if code is None:
            own = name.rpartition(".")[2]
            original = f"{_function(own)}{ORIGINAL}"
            both = enumerate(zip_longest(body(original), body(own)), 1)
            head = spans[original][0]
            yield Fault(
                name, frozenset(head + at for at, (one, other) in both if one != other)
            )


def _survey(session: pytest.Session) -> Reached:
    """Run all tests without a fault, and see which lines each runs."""
    reached = Reached()
    _put_to_work("")
    for place, item in enumerate(session.items):
        started = time.process_time()
        _run(item)
        reached.seconds[place] = time.process_time() - started
        seen: set[tuple[str, int]] = set()
        sys.settrace(_Tracer(seen))
        try:
            _run(item)
        finally:
            sys.settrace(None)
        for line in seen:
            reached.tests[line].append(place)
    places = {item.nodeid: place for place, item in enumerate(session.items)}
    for line in BEFORE.read_text("utf-8").splitlines() if BEFORE.exists() else ():
        name, test = line.split("\t")
        if test in places:
            reached.keep(name, places[test])
    return reached


class _Tracer:
    """Sees which lines of the functions without a fault are run."""

    def __init__(self, seen: set[tuple[str, int]]) -> None:
        self._seen = seen

    def __call__(self, frame: FrameType, event: str, _: object) -> Any:
        if ORIGINAL not in frame.f_code.co_qualname:
            return None
        if event == "line":
            self._seen.add((frame.f_globals["__name__"], frame.f_lineno))
        return self


def _run(item: Any) -> None:
    """Call the function of a test; what it raises is a failure.

    Tests of the checks take nothing but what their marks say, so that none of pytest's
    ceremony is needed, which would take longer than the test.
    """
    _forget()
    callspec = getattr(item, "callspec", None)
    item.obj(**(callspec.params if callspec else {}))


def _forget() -> None:
    """Forget what functions remember: an answer of an earlier test hides a fault."""
    for remembers in _remembering():
        remembers.cache_clear()


@cache
def _remembering() -> list[Any]:
    return [
        one
        for name, module in sys.modules.items()
        if name.startswith(MUTATED)
        for one in vars(module).values()
        if hasattr(one, "cache_clear")
    ]


@dataclass
class AtWork:
    """One fault at work in a process of its own."""

    process: int
    name: str
    told: int
    until: float
    codes: dict[str, Any] = field(default_factory=dict)


def _put_to_work(name: str) -> None:
    # mutmut looks into the environment at each call of each function.
    trampoline.get_mutant_under_test = lambda: name


def _function(name: str) -> str:
    return name.partition("__mutmut_")[0]


def _start(session: pytest.Session, fault: Fault, reached: Reached) -> AtWork:
    tests = reached.in_order(fault)
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        _put_to_work(fault.name)
        os._exit(_outcome(session, tests, writing))
    os.close(writing)
    return AtWork(process, fault.name, reading, time.monotonic() + PATIENCE)


def _outcome(session: pytest.Session, tests: list[int], writing: int) -> int:
    """Run the tests against a fault in this process; tell the one that fails."""
    spent = int(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (spent + SECONDS, spent + SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    gc.disable()
    for test in tests:
        try:
            _run(session.items[test])
        except BaseException:  # noqa: BLE001 - whatever a fault makes a test raise
            os.write(writing, str(test).encode())
            return KILLED
    return SURVIVED


def _reap(
    session: pytest.Session, running: dict[int, AtWork], reached: Reached
) -> None:
    """Wait until a run ends, or stop one that does not; keep what noticed the fault."""
    while True:
        process, status = os.waitpid(-1, os.WNOHANG)
        if process:
            break
        for run in running.values():
            if time.monotonic() > run.until:
                os.kill(run.process, signal.SIGKILL)
        time.sleep(0.002)
    run = running.pop(process)
    code = os.waitstatus_to_exitcode(status)
    run.codes[run.name] = (
        TIMEOUT if code in {-signal.SIGXCPU, -signal.SIGKILL} else code
    )
    with os.fdopen(run.told) as told:
        test = told.read()
    if test:
        reached.keep(run.name, int(test))
        with WITNESSES.open("a", encoding="utf-8") as kept:
            kept.write(f"{run.name}\t{session.items[int(test)].nodeid}\n")
