"""Fixtures that every test may use."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis

from tests.databases import lift_guards
from tongket.rooms.ledger import guards

ROOT = Path(__file__).resolve().parents[1]


def pytest_configure() -> None:
    # Slow on purpose where passwords are guarded; here they are only typed.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # A busy machine is no counterexample.
    hypothesis.register_profile("tongket", deadline=None)
    hypothesis.load_profile("tongket")


@pytest.fixture(scope="session", autouse=True)
def _a_test_database_may_be_emptied() -> Iterator[None]:
    """Lift the ledger's guards while Django empties a database after a test.

    Tests with a live server cannot roll back; Django deletes every row instead, which
    the ledger refuses.
    """
    empty = TransactionTestCase._fixture_teardown

    def emptied(case: TransactionTestCase) -> None:
        lift_guards(connections["default"])
        try:
            empty(case)
        finally:
            guards.install(connections["default"])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", emptied)
        yield


@pytest.fixture
def cast(db: None) -> None:
    """Let the fixed cast of tests/cast.py in."""
    from tests.cast import enter

    enter()


def skip_or_fail(reason: str) -> None:
    """Skip for want of a program; in CI, where everything is installed, fail."""
    if os.environ.get("TONGKET_FORBID_SKIPS"):
        pytest.fail(f"{reason} (skips are forbidden here)")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of the marked texts, which stands beside the project in CI."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the marked texts (../shared) are not on this machine")
    return folder
