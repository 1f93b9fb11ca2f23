"""No float comes near a figure: the core computes in Decimal and Fraction."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.measures import SOURCE

# The libraries that set and read pages want plain numbers for lengths on paper.
PAPER = ("core/rendering/", "core/reading/formats/")


def floats(source: str) -> Iterator[int]:
    """Yield the lines on which a float is written, made or annotated."""
    for node in ast.walk(ast.parse(source)):
        written = isinstance(node, ast.Constant) and isinstance(node.value, float)
        named = isinstance(node, ast.Name) and node.id == "float"
        if isinstance(node, ast.expr) and (written or named):
            yield node.lineno


def test_the_core_has_no_floats() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{line}: use Decimal or Fraction"
        for path in sorted((SOURCE / "core").rglob("*.py"))
        if not str(path.relative_to(SOURCE)).startswith(PAPER)
        for line in floats(Path(path).read_text("utf-8"))
    ]

    assert not found, "\n".join(found)


def test_a_float_is_seen() -> None:
    assert list(floats("rate = 0.5\nshare = float('1')\n")) == [1, 2]
