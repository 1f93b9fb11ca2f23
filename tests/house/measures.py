"""What the size gates measure, and how."""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "tongket"
FILE_LINES, BODY_LINES, CLASS_LINES, TEMPLATE_LINES, CONTENT_LINES = (
    400,
    50,
    250,
    250,
    400,
)


@dataclass(frozen=True, slots=True)
class Size:
    """One measured size: where, which limit it stands under, and how large it is."""

    place: str
    limit: str
    lines: int
    gate: int

    @property
    def is_over(self) -> bool:
        """Tell whether the gate is broken."""
        return self.lines > self.gate


def python_files() -> Iterator[Path]:
    """Yield the source files that people write (migrations write themselves)."""
    yield from (p for p in sorted(SOURCE.rglob("*.py")) if "migrations" not in p.parts)


def sizes() -> Iterator[Size]:
    """Yield every measured size of source, templates and content."""
    for path in python_files():
        yield from python_sizes(path)
    for pattern, limit, gate in (
        ("*.html", "template lines", TEMPLATE_LINES),
        ("*.yaml", "content lines", CONTENT_LINES),
    ):
        for path in sorted(SOURCE.rglob(pattern)):
            if ".compiled" in path.parts:
                continue
            count = len(path.read_text("utf-8").splitlines())
            yield Size(str(path.relative_to(ROOT)), limit, count, gate)


def python_sizes(path: Path) -> Iterator[Size]:
    """Yield the sizes of one Python file, of its functions and of its classes."""
    place, source = str(path.relative_to(ROOT)), path.read_text("utf-8")
    yield Size(place, "file lines", len(source.splitlines()), FILE_LINES)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Size(
                f"{place}::{node.name}", "body lines", body_lines(node), BODY_LINES
            )
        elif isinstance(node, ast.ClassDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            yield Size(f"{place}::{node.name}", "class lines", length, CLASS_LINES)


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function's body, its docstring left out."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    if not body:
        return 0
    return (body[-1].end_lineno or body[-1].lineno) - body[0].lineno + 1


def allowed() -> dict[tuple[str, str], int]:
    """Read the exceptions: (place, limit) to the number that is let through."""
    rows = tomllib.loads(
        (Path(__file__).parent / "exceptions.toml").read_text("utf-8")
    ).get("exception", [])
    return {(row["place"], row["limit"]): row["lines"] for row in rows}
