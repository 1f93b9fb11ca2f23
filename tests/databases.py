"""Real databases for tests: a SQLite file and a PostgreSQL server, each laid fresh.

Most tests run in Django's own test database, whose transaction is rolled back. What
two people do at once, and what the database itself refuses, is tried on these.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.cast import enter
from tongket.wiring.database import database
from tongket.wiring.environment import Environment


def settings_of(url: str) -> dict[str, Any]:
    """Return Django's settings of the database at *url*, as wiring would."""
    environment = Environment({"TONGKET_DATABASE_URL": url})
    settings = database(environment, Path("unused"))
    return connections.configure_settings({"default": settings})["default"]


def lift_guards(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers of the ledger, as whoever owns a database can."""
    on_postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal"
            if on_postgresql
            else "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
        )
        for name, table in cursor.fetchall():
            on = f" ON {table}" if on_postgresql else ""
            cursor.execute(f"DROP TRIGGER {name}{on}")


def lay() -> None:
    """Lay the tables and let the cast in, once for all tests of a session."""
    call_command("migrate", verbosity=0)
    enter()


@contextmanager
def serving(settings: Mapping[str, Any]) -> Iterator[None]:
    """Let the whole program, in every thread, use the database of *settings*."""
    kept, usual = connections["default"], connections.settings["default"]
    connections.settings["default"] = dict(settings)
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = usual
        connections["default"] = kept


@dataclass(frozen=True)
class SQLite:
    """Databases in one folder, copied from one that was laid once."""

    folder: Path

    @contextmanager
    def fresh(self) -> Iterator[dict[str, Any]]:
        laid = self.folder / "laid.sqlite3"
        if not laid.exists():
            with serving(settings_of(f"sqlite:///{laid}")):
                lay()
                # So that the file alone holds everything.
                connections["default"].cursor().execute("PRAGMA journal_mode=DELETE")
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            copy = shutil.copy(laid, Path(folder) / "tongket.sqlite3")
            yield settings_of(f"sqlite:///{copy}")


@dataclass(frozen=True)
class PostgreSQL:
    """Databases on one server, each a copy of one that was laid once."""

    url: str

    @contextmanager
    def fresh(self) -> Iterator[dict[str, Any]]:
        laid = f"tongket_laid_{os.getpid()}"
        if not self._has(laid):
            self._do(f"CREATE DATABASE {laid}")
            with serving(self._settings(laid)):
                lay()
        copy = f"tongket_copy_{os.getpid()}"
        self._do(f"CREATE DATABASE {copy} TEMPLATE {laid}")
        try:
            yield self._settings(copy)
        finally:
            self._do(f"DROP DATABASE {copy} WITH (FORCE)")

    def clear(self) -> None:
        self._do(f"DROP DATABASE IF EXISTS tongket_laid_{os.getpid()} WITH (FORCE)")

    def _settings(self, name: str) -> dict[str, Any]:
        # Kept connections would hold on to a database that is about to be dropped.
        return {**settings_of(self.url), "NAME": name, "CONN_MAX_AGE": 0}

    def _has(self, name: str) -> bool:
        with psycopg.connect(self.url, autocommit=True) as server:
            found = server.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [name]
            )
            return found.fetchone() is not None

    def _do(self, statement: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as server:
            server.execute(statement)


def programs() -> Path | None:
    """Return the folder of PostgreSQL's server programs, None when not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@contextmanager
def temporary_server(programs: Path) -> Iterator[str]:
    """Start a server of our own, reached through a socket only; yield its address."""
    # Short and open to the server's account: a socket's path has some hundred letters.
    folder = Path(tempfile.mkdtemp(prefix="tongket-"))
    # The server refuses to run as root.
    owner = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    if owner:
        shutil.chown(folder, **owner)

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [programs / program, "-D", folder / "data", *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=folder,
            **owner,
        )

    run("initdb", "--username=tongket", "--auth=trust", "--encoding=UTF8", "--no-sync")
    run(
        "pg_ctl",
        "--wait",
        f"--log={folder / 'log'}",
        f"--options=-k {folder} -c listen_addresses= -c fsync=off",
        "start",
    )
    try:
        yield f"postgresql://tongket@{str(folder).replace('/', '%2F')}/postgres"
    finally:
        run("pg_ctl", "--mode=immediate", "stop")
        shutil.rmtree(folder)
