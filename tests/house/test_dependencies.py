"""Every dependency has its sentence, its lock, and no address."""

import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise

from tests.house.measures import ROOT

DECLARED = re.compile(r'^  "([A-Za-z0-9._-]+)')


def unexplained(pyproject: str) -> Iterator[str]:
    """Yield the dependencies whose line above is no comment."""
    lines = pyproject.splitlines()
    for above, line in pairwise(lines):
        named = DECLARED.match(line) if re.search(r"[~<>=]=?\d", line) else None
        if named and not above.lstrip().startswith("#"):
            yield named[1]


def test_every_dependency_has_one_sentence_saying_why() -> None:
    assert list(unexplained((ROOT / "pyproject.toml").read_text("utf-8"))) == []


def test_a_dependency_without_a_sentence_is_seen() -> None:
    assert list(unexplained('dependencies = [\n  "django~=5.2.0",\n]')) == ["django"]


def test_every_declared_dependency_is_locked_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    declared = {
        re.split(r"[\[~<>=]", name)[0].lower().replace("_", "-")
        for name in project["project"]["dependencies"]
        + project["dependency-groups"]["dev"]
        + project["dependency-groups"]["fuzz"]
    }

    locked = "".join(
        (ROOT / "requirements" / name).read_text("utf-8")
        for name in ("dev.txt", "fuzz.txt")
    )
    pinned = set(re.findall(r"^([a-z0-9._-]+)==", locked, re.MULTILINE))

    assert declared <= pinned
    assert locked.count("--hash=sha256:") >= len(pinned)


def test_the_locks_name_no_index_and_no_address() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text("utf-8")
        assert "://" not in text, lock.name
        assert "--index-url" not in text, lock.name
