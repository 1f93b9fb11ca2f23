"""The source form of content: YAML, read strictly and without surprises.

YAML 1.1 reads "no" as false, "01" as an octal number and "1:30" as ninety. Content is
written by people who know none of this, so only what looks like a number, a date or
true/false to a clerk is one; everything else is text.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class NotWellFormed(Exception):
    """A content file cannot be read; the sentence names the file, line and remedy."""


class _Loader(_Base):  # type: ignore[misc]  # one of two, by what is installed
    """The YAML loader of the bookshelf."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - replaces the inherited table


def parse(path: Path) -> Any:
    """Return the value of one YAML file; an empty file is None.

    Raises NotWellFormed with file, line and column.
    """
    try:
        return yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader's subclass
    except UnicodeDecodeError as error:
        raise NotWellFormed(
            f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8"
        ) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else "?"
        raise NotWellFormed(
            f"{path}: {place}: {error.problem}; mend the YAML there"
        ) from error
    except yaml.YAMLError as error:
        raise NotWellFormed(f"{path}: {error}; mend the YAML there") from error


def _text(loader: Any, node: yaml.ScalarNode) -> str:
    return unicodedata.normalize("NFC", loader.construct_scalar(node))


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    """Build a mapping, refusing a key that is written twice."""
    made: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in made:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {key!r} is written twice", key_node.start_mark
            )
        made[key] = loader.construct_object(value_node, deep=True)
    return made


def _plain(read: Callable[[str], Any]) -> Callable[[Any, yaml.ScalarNode], Any]:
    """Make a constructor from a function of the scalar's text."""

    def construct(loader: Any, node: yaml.ScalarNode) -> Any:
        try:
            return read(loader.construct_scalar(node))
        except (ArithmeticError, ValueError):
            raise yaml.constructor.ConstructorError(
                None,
                None,
                f"{node.value!r} stands where no such day is",
                node.start_mark,
            ) from None

    return construct


def _teach(name: str, pattern: str, read: Callable[[str], Any]) -> None:
    """Teach the loader one kind of plain scalar: its look and how it is read."""
    tag = f"tag:tongket,2025:{name}"
    _Loader.add_implicit_resolver(tag, re.compile(pattern), None)
    _Loader.add_constructor(tag, _plain(read))


_teach("date", r"^\d{4}-\d{2}-\d{2}$", date.fromisoformat)
_teach("whole", r"^-?(?:0|[1-9]\d*)$", int)
_teach("decimal", r"^-?(?:0|[1-9]\d*)\.\d+$", Decimal)
_teach("truth", r"^(?:true|false)$", lambda word: word == "true")
_teach("nothing", r"^(?:null|~|)$", lambda _: None)
_Loader.add_constructor("tag:yaml.org,2002:str", _text)
_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
