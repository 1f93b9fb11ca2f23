"""The program, run as a person runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
PROGRAM = Path(sys.executable).with_name("tongket")


@pytest.fixture
def tongket(tmp_path: Path) -> Run:
    """Run the program in an empty folder; its home is that folder too."""
    surroundings = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("TONGKET")
    } | {"TONGKET_HOME": str(tmp_path / "home")}
    surroundings.pop("DJANGO_SETTINGS_MODULE", None)

    def run(*arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [PROGRAM, *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=surroundings | extra,
            check=False,
        )

    return run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.txt"
    path.write_text(
        "Trong năm, Sở quản lý 12 đề tài, trong đó có 05 đề tài cấp tỉnh và 07 đề tài "
        "cấp cơ sở.\nHội đồng công nhận 50/132 hồ sơ (37,9%).\n",
        encoding="utf-8",
    )
    return path
