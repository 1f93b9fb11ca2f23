"""Imports go down the floors, and a room is entered only through its face."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

from tests.house.measures import ROOT

FACE = {"actions", "queries"}
# Django itself asks for these by name; they are the wiring's and the test runner's.
DJANGO = {"tongket.wiring.settings", "tongket.wiring.urls"}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("tongket", include_external_packages=False)


def strangers(graph: grimp.ImportGraph) -> Iterator[tuple[str, str]]:
    """Yield imports that enter a room by anything but its face."""
    for importer in graph.modules - DJANGO:
        for imported in graph.find_modules_directly_imported_by(importer):
            room = re.match(r"tongket\.rooms\.(\w+)\.(\w+)", imported)
            if (
                room
                and not importer.startswith(f"tongket.rooms.{room[1]}.")
                and room[2] not in FACE
            ):
                yield importer, imported


def test_the_import_contracts_hold() -> None:
    # A program of its own: it sets up logging for the whole process.
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )

    assert run.returncode == 0, run.stdout


def test_a_room_shows_only_its_actions_and_queries(graph: grimp.ImportGraph) -> None:
    found = sorted(
        f"{importer} enters {imported}" for importer, imported in strangers(graph)
    )

    assert not found, "\n".join(found)


def test_a_stranger_is_seen() -> None:
    graph = grimp.ImportGraph()
    graph.add_import(
        importer="tongket.doors.web.views", imported="tongket.rooms.ledger.models"
    )

    assert list(strangers(graph)) == [
        ("tongket.doors.web.views", "tongket.rooms.ledger.models")
    ]
