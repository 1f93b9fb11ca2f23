"""The bookshelf's order: every content file fits the schema of its shelf.

A schema stands at `content/schemas/<folder>.yaml`, or, for one sub-folder or file, at
`content/schemas/<folder>/<name>.yaml`; the nearest one holds. This is checked when
Tongket is built and tested, never when it runs.
"""

import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema

from tongket.content import loader, source

SCHEMAS = loader.CONTENT / "schemas"


def check_content() -> list[str]:
    """Return every fault of the content files, each with file, place and remedy.

    An empty list: all files are well-formed and fit their schemas.
    """
    return [fault for path in content_files() for fault in faults_of(path)]


def content_files() -> tuple[Path, ...]:
    """Return the paths of all content files, schemas left out, in order."""
    return tuple(
        path
        for path in sorted(loader.CONTENT.rglob("*.yaml"))
        if SCHEMAS not in path.parents
    )


def faults_of(path: Path) -> Iterator[str]:
    """Yield the faults of one content file."""
    name = path.relative_to(loader.CONTENT)
    schema = _nearest(name)
    if schema is None:
        yield f"{name}: no schema; write content/schemas/{name.parts[0]}.yaml"
        return
    try:
        value = source.parse(path)
    except source.NotWellFormed as error:
        yield str(error)
        return
    for misfit in _validator(schema).iter_errors(_as_json(value)):
        place = ".".join(str(step) for step in misfit.absolute_path) or "the whole file"
        yield f"{name}: {place}: {misfit.message}; see content/schemas/{schema}"


def _nearest(name: Path) -> Path | None:
    """Return the schema that holds for a content file, from the schemas folder."""
    for owner in (name.with_suffix(""), *name.parents):
        if owner.name and (SCHEMAS / owner.with_name(f"{owner.name}.yaml")).is_file():
            return owner.with_name(f"{owner.name}.yaml")
    return None


@cache
def _validator(schema: Path) -> Any:
    """Return the validator of one schema, itself checked for form."""
    rules = _as_json(source.parse(SCHEMAS / schema))
    jsonschema.Draft202012Validator.check_schema(rules)
    return jsonschema.Draft202012Validator(rules)


def _as_json(value: Any) -> Any:
    """Return the value as JSON knows it: dates as text, numbers as they are."""
    if isinstance(value, dict):
        return {_as_key(key): _as_json(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_as_json(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _as_key(key: Any) -> str:
    return key.isoformat() if isinstance(key, date) else str(key)


def main() -> int:
    """Write every fault of the content to standard error; 1 when there is one."""
    faults = check_content()
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
