"""An installed Tongket has everything that stands in src/tongket."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

from tests.house.measures import ROOT, SOURCE

# What running the program leaves behind.
LEFT_BEHIND = {"__pycache__", ".compiled"}


def is_packed(path: Path, patterns: list[str]) -> bool:
    """Tell whether a wheel takes the file along."""
    return path.suffix == ".py" or any(
        fnmatch(path.name, pattern.removeprefix("**/")) for pattern in patterns
    )


def patterns() -> list[str]:
    """Return which files, besides the Python ones, a wheel takes along."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packed: list[str] = project["tool"]["setuptools"]["package-data"]["tongket"]
    return packed


def test_a_wheel_takes_every_file_along() -> None:
    files = [
        path
        for path in sorted(SOURCE.rglob("*"))
        if path.is_file() and LEFT_BEHIND.isdisjoint(path.parts)
    ]

    left = [
        str(path.relative_to(ROOT)) for path in files if not is_packed(path, patterns())
    ]

    assert left == []


def test_every_kind_of_file_that_a_wheel_takes_exists() -> None:
    idle = [
        pattern
        for pattern in patterns()
        if pattern != "**/*.mo" and not any(SOURCE.glob(pattern))
    ]

    assert idle == []


def test_a_file_of_another_kind_is_seen() -> None:
    assert not is_packed(Path("report.txt"), ["**/*.yaml", "py.typed"])
