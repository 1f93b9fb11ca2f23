"""The ledger on real databases."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests import databases
from tests.conftest import skip_or_fail


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> databases.SQLite:
    return databases.SQLite(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[databases.PostgreSQL]:
    url = os.environ.get("TONGKET_TEST_POSTGRES_URL")
    programs = databases.programs()
    if url:
        server = databases.PostgreSQL(url)
        yield server
        server.clear()
    elif programs is None:
        skip_or_fail("PostgreSQL's server is not installed (Debian package postgresql)")
    else:
        with databases.temporary_server(programs) as own:
            yield databases.PostgreSQL(own)


@pytest.fixture(
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
)
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def a_database(
    kind: str, request: pytest.FixtureRequest, django_db_blocker: Any
) -> Iterator[str]:
    """Give the program a database of its own; name its kind."""
    server = request.getfixturevalue(kind)
    with (
        django_db_blocker.unblock(),
        server.fresh() as settings,
        databases.serving(settings),
    ):
        yield kind


@pytest.fixture
def both(
    sqlite: databases.SQLite,
    postgresql: databases.PostgreSQL,
    django_db_blocker: Any,
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Give the settings of a fresh database of either kind."""
    with (
        django_db_blocker.unblock(),
        sqlite.fresh() as file,
        postgresql.fresh() as server,
    ):
        yield file, server
