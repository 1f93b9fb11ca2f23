"""The loader: content files become plain values, quickly and exactly.

Content is written as YAML, for people. Reading YAML takes longer than a whole report
may take, so every file or folder is kept beside it in compiled form (JSON) and is
compiled again when a source file changed.
"""

import json
import os
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

CONTENT = Path(__file__).resolve().parent
COMPILED = CONTENT / ".compiled"

# Raised by one whenever the compiled form changes, so that old copies are not read.
_FORM = "1"
_DATE = "$date"
_DECIMAL = "$decimal"
_PAIRS = "$pairs"

Value = TypeVar("Value")


class NoSuchContent(Exception):
    """The content file or folder asked for does not stand on the bookshelf."""


@cache
def load(path: str) -> Any:
    """Return the value of one content file, named from the content folder.

    Whole numbers are int, all others Decimal; dates are date; strings are NFC. The
    value is shared between callers: read it, never change it.

    Raises NoSuchContent, or NotWellFormed (of the module `source`) with the place.
    """
    source = CONTENT / path
    if not source.is_file():
        raise NoSuchContent(f"{path}: no such file under {CONTENT}")
    return _compiled(path, {path: source})[path]


@cache
def load_folder(folder: str) -> dict[str, Any]:
    """Return the values of all YAML files under a content folder, by name.

    Names are paths from the folder without suffix ("demo/ben_tre" gives "ben_tre",
    a sub-folder's file "vi/measures"), in alphabetical order. Empty folder: empty.
    """
    root = CONTENT / folder
    if not root.is_dir():
        raise NoSuchContent(f"{folder}: no such folder under {CONTENT}")
    sources = {
        path.relative_to(root).with_suffix("").as_posix(): path
        for path in sorted(root.rglob("*.yaml"))
    }
    return _compiled(folder, sources)


def at(values: Mapping[date, Value], on: date) -> Value | None:
    """Return the value in force on a day: the one with the latest date up to it.

    None before the first date, and from a date whose value is null on: the rule has
    ended.

    >>> base_salary = {date(2019, 7, 1): 1_490_000, date(2023, 7, 1): 1_800_000}
    >>> at(base_salary, date(2020, 1, 15))
    1490000
    >>> at(base_salary, date(2018, 1, 15)) is None
    True
    """
    past = [day for day in values if day <= on]
    return values[max(past)] if past else None


def _compiled(name: str, sources: Mapping[str, Path]) -> dict[str, Any]:
    """Return the sources' values from the compiled copy, made anew when stale."""
    mark = _fingerprint(sources)
    copy = COMPILED / (name.replace("/", "__") + ".json")
    kept = _kept(copy, mark)
    if kept is not None:
        return kept
    # PyYAML is only needed when something changed: importing it costs start-up time.
    from tongket.content.source import parse  # noqa: PLC0415 - see the line above

    values = {key: parse(path) for key, path in sources.items()}
    _keep(copy, f"{mark}\n{json.dumps(_tagged(values), ensure_ascii=False)}")
    return values


def _fingerprint(sources: Mapping[str, Path]) -> str:
    """Return a line that differs whenever a source was added, removed or changed."""
    states = {key: path.stat() for key, path in sources.items()}
    parts = [f"{key} {at.st_mtime_ns} {at.st_size}" for key, at in states.items()]
    return json.dumps([_FORM, *parts])


def _kept(copy: Path, mark: str) -> dict[str, Any] | None:
    """Return the values of a compiled copy, None when it is missing, old or spoilt."""
    try:
        first, _, rest = copy.read_text("utf-8").partition("\n")
        if first != mark:
            return None
        values: dict[str, Any] = json.loads(rest, object_hook=_restored)
    except (OSError, ValueError):
        return None
    return values


def _keep(copy: Path, text: str) -> None:
    """Write the compiled copy in one step; a read-only installation keeps none."""
    try:
        copy.parent.mkdir(exist_ok=True)
        # Two programs may compile at once: each writes a file of its own, and the
        # last one puts its whole copy in place.
        draft = copy.with_suffix(f".{os.getpid()}.tmp")
        draft.write_text(text, "utf-8")
        draft.replace(copy)
    except OSError:
        return


def _tagged(value: Any) -> Any:
    """Return the value with dates and date keys in a form that JSON can hold."""
    if isinstance(value, dict):
        if all(isinstance(key, str) for key in value):
            return {key: _tagged(part) for key, part in value.items()}
        return {_PAIRS: [[_tagged(k), _tagged(v)] for k, v in value.items()]}
    if isinstance(value, list):
        return [_tagged(part) for part in value]
    if isinstance(value, Decimal):
        return {_DECIMAL: format(value, "f")}
    return {_DATE: value.isoformat()} if isinstance(value, date) else value


def _restored(value: dict[str, Any]) -> Any:
    """Undo the tags of `_tagged` on one JSON object."""
    if len(value) == 1:
        if _DATE in value:
            return date.fromisoformat(value[_DATE])
        if _DECIMAL in value:
            return Decimal(value[_DECIMAL])
        if _PAIRS in value:
            return dict(value[_PAIRS])
    return value
