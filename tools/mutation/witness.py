"""A plugin of pytest that says which test noticed an injected fault.

mutmut takes any failed run for a noticed fault, also one that fails before the first
test (a test asked for by a name that pytest no longer knows it by). Here a fault counts
as noticed only when a test of that run failed, and that test is kept by name.
"""

import os
import sys
from pathlib import Path

import pytest

KEPT = Path("witnesses.txt")
MUTATED = "tongket.core.checks"


def pytest_runtest_setup() -> None:
    """Forget what functions remember: an answer of an earlier test hides a fault."""
    for name, module in list(sys.modules.items()):
        if name.startswith(MUTATED):
            for one in list(vars(module).values()):
                if hasattr(one, "cache_clear"):
                    one.cache_clear()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep the name of a test that failed, with the fault that was at work."""
    if report.failed:
        fault = os.environ.get("MUTANT_UNDER_TEST", "")
        with KEPT.open("a", encoding="utf-8") as kept:
            kept.write(f"{fault}\t{report.nodeid}\n")
