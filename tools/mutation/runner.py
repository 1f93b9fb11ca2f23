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
from pathlib import Path
from typing import Any

import pytest
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state

WORKERS = 2
# A run gets so many seconds of the processor (all tests take two), by the clock ten
# times as many, and so much memory.
SECONDS, PATIENCE, MEMORY = 10, 200, 4 * 1024**3
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


class Failed(Exception):
    """A test failed."""


class Watch:
    """Stops at the first test that fails."""

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Stop when the report tells of a failure; other plugins have heard of it."""
        if report.failed:
            raise Failed(report.nodeid)


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run every fault that has no outcome yet, and write the outcomes down."""
    session.config.pluginmanager.register(Watch())
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
            _reap(running, reached)
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
        _reap(running, reached)
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
    set_mutant_under_test("stats")
    for place, item in enumerate(session.items):
        started = time.process_time()
        hit = state()._stats  # noqa: SLF001 - where mutmut's functions sign in
        hit.clear()
        _run(item)
        reached.seconds[place] = time.process_time() - started
        for function in hit:
            reached.tests[function].append(place)
    set_mutant_under_test("")
    return reached


def _run(item: pytest.Item) -> None:
    item.ihook.pytest_runtest_protocol(item=item, nextitem=None)


@dataclass
class AtWork:
    """One fault at work in a process of its own."""

    process: int
    name: str
    told: int
    until: float
    codes: dict[str, Any] = field(default_factory=dict)


def _function(name: str) -> str:
    return name.partition("__mutmut_")[0]


def _start(session: pytest.Session, name: str, reached: Reached) -> AtWork | None:
    tests = reached.in_order(_function(name))
    if not tests:
        return None
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        set_mutant_under_test(name)
        os._exit(_outcome(session, tests, writing))
    os.close(writing)
    return AtWork(process, name, reading, time.monotonic() + PATIENCE)


def _outcome(session: pytest.Session, tests: list[int], writing: int) -> int:
    """Run the tests against a fault in this process; tell the one that fails."""
    spent = int(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (spent + SECONDS, spent + SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # One process tells of the tests; what a fault does to them is told by the outcome.
    session.config.pluginmanager.unregister(name="terminalreporter")
    for test in tests:
        try:
            _run(session.items[test])
        except Failed:
            os.write(writing, str(test).encode())
            return KILLED
    return SURVIVED


def _reap(running: dict[int, AtWork], reached: Reached) -> None:
    """Wait until a run ends, or stop one that does not."""
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
