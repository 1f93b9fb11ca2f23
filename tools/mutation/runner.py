"""A plugin of pytest that runs the collected tests against every fault.

The tests are collected once, and run once to see which functions each reaches. Then a
process is forked for each fault, which runs the tests that reach its function until one
fails: those that noticed a fault of the same function first, the quick ones next.
"""

import gc
import json
import os
import resource
import signal
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from mutmut.mutation import trampoline
from mutmut.state import state

MUTATED = "tongket.core.checks"
# Which test noticed which fault, in this run and in the one before.
WITNESSES, BEFORE = Path("witnesses.txt"), Path("noticed.txt")
WORKERS = 2
# A run gets so many seconds of the processor (all tests take two), by the clock ten
# times as many, and so much memory.
SECONDS, PATIENCE, MEMORY = 8, 200, 4 * 1024**3
KILLED, SURVIVED, UNREACHED, TIMEOUT = 1, 0, 33, 36


@dataclass
class Reached:
    """Which tests reach a function, how long each takes, and what noticed faults."""

    tests: defaultdict[str, list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )
    seconds: dict[int, float] = field(default_factory=dict)
    noticed: defaultdict[str, Counter[int]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    def in_order(self, function: str) -> list[int]:
        """Give the tests of a function, those that are likeliest to fail first."""
        noticed = self.noticed[function]
        return sorted(
            self.tests[function], key=lambda test: (-noticed[test], self.seconds[test])
        )


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run every fault that has no outcome yet, and write the outcomes down."""
    reached = _survey(session)
    metas = {path: json.loads(path.read_text("utf-8")) for path in _paths()}
    waiting = [
        (name, meta)
        for meta in metas.values()
        for name, code in meta["exit_code_by_key"].items()
        if code is None
    ]
    gc.freeze()
    running: dict[int, AtWork] = {}
    for done, (name, meta) in enumerate(waiting):
        while len(running) == WORKERS:
            _reap(session, running, reached)
        run = _start(session, name, reached)
        if run is None:
            meta["exit_code_by_key"][name] = UNREACHED
        else:
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


def _survey(session: pytest.Session) -> Reached:
    """Run all tests without a fault, and see which functions each reaches."""
    reached = Reached()
    _put_to_work("stats")
    for place, item in enumerate(session.items):
        started = time.process_time()
        hit = state()._stats  # noqa: SLF001 - where mutmut's functions sign in
        hit.clear()
        _run(item)
        reached.seconds[place] = time.process_time() - started
        for function in hit:
            reached.tests[function].append(place)
    _put_to_work("")
    places = {item.nodeid: place for place, item in enumerate(session.items)}
    for line in BEFORE.read_text("utf-8").splitlines() if BEFORE.exists() else ():
        name, test = line.split("\t")
        if test in places:
            reached.noticed[_function(name)][places[test]] += 1
    return reached


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


def _start(session: pytest.Session, name: str, reached: Reached) -> AtWork | None:
    tests = reached.in_order(_function(name))
    if not tests:
        return None
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        _put_to_work(name)
        os._exit(_outcome(session, tests, writing))
    os.close(writing)
    return AtWork(process, name, reading, time.monotonic() + PATIENCE)


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
        reached.noticed[_function(run.name)][int(test)] += 1
        with WITNESSES.open("a", encoding="utf-8") as kept:
            kept.write(f"{run.name}\t{session.items[int(test)].nodeid}\n")
