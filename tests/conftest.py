"""Fixtures that every test may use."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


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
