"""The database of an installation: one SQLite file, or PostgreSQL by one variable."""

from pathlib import Path
from typing import Any

import dj_database_url

from tongket.wiring.environment import Environment, NotUnderstood

SQLITE_OPTIONS = {
    # A transaction that will write takes its place in the queue when it begins; taking
    # it later would fail at once when somebody else wrote in between.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # WAL lets people read while one writes. Every commit reaches the disk (FULL): a
    # figure that was confirmed outlives a power cut.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}
_SCHEMES = ("postgresql://", "postgres://", "sqlite:///")


def database(environment: Environment, home: Path) -> dict[str, Any]:
    """Return Django's settings of the database that *environment* names.

    Without TONGKET_DATABASE_URL it is the file tongket.sqlite3 in *home*.
    """
    name = "TONGKET_DATABASE_URL"
    url = environment.text(name, f"sqlite:///{home / 'tongket.sqlite3'}")
    if not url.startswith(_SCHEMES):
        scheme = url.split(":", maxsplit=1)[0]
        raise NotUnderstood(
            name,
            f"{scheme}:…",
            vi="dùng 'postgresql://người-dùng:mật-khẩu@máy/tên' hoặc "
            "'sqlite:///đường-dẫn'",
            en="use 'postgresql://user:password@host/name' or 'sqlite:///path'",
        )
    if url.startswith("sqlite"):
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": url.removeprefix("sqlite:///"),
            "OPTIONS": SQLITE_OPTIONS,
        }
    try:
        return dict(
            dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
        )
    except ValueError as refused:
        # The address may hold a password, so that it is not repeated here.
        raise NotUnderstood(
            name,
            "postgresql://…",
            vi="không đọc được địa chỉ này; viết lại theo mẫu "
            "'postgresql://người-dùng:mật-khẩu@máy:5432/tên'",
            en="this address cannot be read; write it like "
            "'postgresql://user:password@host:5432/name'",
        ) from refused
