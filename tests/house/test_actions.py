"""A verb of a room says who did it and when."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.measures import SOURCE


def verbs(source: str) -> Iterator[ast.FunctionDef]:
    """Yield the public functions of a module."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def nameless(source: str) -> list[str]:
    """Return the verbs that take positional arguments or do not end in by=, at=."""
    return [
        verb.name
        for verb in verbs(source)
        if verb.args.args
        or [argument.arg for argument in verb.args.kwonlyargs][-2:] != ["by", "at"]
    ]


@pytest.mark.parametrize(
    "path",
    sorted((SOURCE / "rooms").glob("*/actions.py")),
    ids=lambda path: path.parent.name,
)
def test_every_action_is_keyword_only_and_ends_in_by_and_at(path: Path) -> None:
    assert nameless(path.read_text("utf-8")) == []


def test_a_nameless_action_is_seen() -> None:
    assert nameless("def post(entry): ...\ndef correct(*, entry, by, at): ...") == [
        "post"
    ]
