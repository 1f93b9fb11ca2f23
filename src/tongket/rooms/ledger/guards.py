"""What makes the database itself refuse changes: triggers, per database.

A table that Django lays anew on SQLite (any later change of a column) comes without
them: the migration that changes a table of the ledger ends with `install`.
"""

from django.db import connection as default_connection
from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("ledger_chain", "ledger_checkpoint", "ledger_entry")
SENTENCE = (
    "Sổ chỉ ghi thêm: dòng đã ghi không sửa, không xóa. Muốn đổi số, ghi thêm một dòng "
    "đính chính có lý do. (The ledger only grows: append a correction with its reason.)"
)

# What would make INSERT OR REPLACE take an old row away without asking its triggers.
_TAKEN = {
    "ledger_chain": "department_id = NEW.department_id",
    "ledger_checkpoint": "number = NEW.number",
    "ledger_entry": (
        "number = NEW.number OR replaces = NEW.replaces"
        " OR (department = NEW.department AND position = NEW.position)"
    ),
}
_SQLITE = {
    "{table}_is_not_changed": "BEFORE UPDATE ON {table}",
    "{table}_is_not_deleted": "BEFORE DELETE ON {table}",
    "{table}_is_not_overwritten": (
        "BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken})"
    ),
}
_POSTGRESQL = "{table}_only_grows"
_FUNCTION = "the_ledger_only_grows"
_FUNCTION_BODY = f"""
CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'restrict_violation'; END $$
"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Lay the triggers on every table of the ledger, anew where they stand already."""
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor):
            # Without parameters, so that a per cent sign would stand for itself.
            cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper | None = None) -> tuple[str, ...]:
    """Return the names of the triggers that should stand in the database and do not."""
    database = connection or default_connection
    expected = {name for table in TABLES for name in _names(database.vendor, table)}
    with database.cursor() as cursor:
        cursor.execute(
            # A trigger that somebody disabled stands there as 'D' and does nothing.
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'A'"
            if database.vendor == "postgresql"
            else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        )
        standing = {name for (name,) in cursor.fetchall()}
    return tuple(sorted(expected - standing))


def _names(vendor: str, table: str) -> tuple[str, ...]:
    if vendor == "postgresql":
        return (_POSTGRESQL.format(table=table),)
    return tuple(name.format(table=table) for name in _SQLITE)


def _statements(vendor: str) -> list[str]:
    if vendor == "postgresql":
        return [
            _FUNCTION_BODY,
            *(each for table in TABLES for each in _on_postgresql(table)),
        ]
    return [each for table in TABLES for each in _on_sqlite(table)]


def _on_postgresql(table: str) -> list[str]:
    (name,) = _names("postgresql", table)
    return [
        f"DROP TRIGGER IF EXISTS {name} ON {table}",
        (
            f"CREATE TRIGGER {name} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {_FUNCTION}()"
        ),
        # Also in sessions that play back a replica, which skip ordinary triggers.
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}",
    ]


def _on_sqlite(table: str) -> list[str]:
    return [
        statement
        for name, event in zip(_names("sqlite", table), _SQLITE.values(), strict=True)
        for statement in (
            f"DROP TRIGGER IF EXISTS {name}",
            (
                f"CREATE TRIGGER {name} "
                f"{event.format(table=table, taken=_TAKEN[table])} "
                f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
            ),
        )
    ]
