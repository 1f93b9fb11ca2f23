"""The ledger room as a Django app, and its system check."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db import connections


class LedgerConfig(AppConfig):
    name = "tongket.rooms.ledger"
    label = "ledger"

    def ready(self) -> None:
        checks.register(check_guards, checks.Tags.database)


def check_guards(
    *, databases: Sequence[str] | None = None, **_: Any
) -> list[checks.CheckMessage]:
    """ledger.E001: a trigger that refuses changes is missing in the database."""
    # Models are not loaded yet when Django imports this module.
    from tongket.rooms.ledger import guards  # noqa: PLC0415 - see the line above

    found: list[checks.CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if "ledger_entry" not in connection.introspection.table_names():
            continue
        names = guards.missing(connection)
        if names:
            found.append(
                checks.Error(
                    f"Cơ sở dữ liệu '{alias}' không tự giữ được sổ, vì thiếu "
                    f"{', '.join(names)}. (It lets the ledger be changed.)",
                    hint=(
                        "Chạy `tongket verify` xem sổ còn nguyên không; "
                        "`tongket serve` đặt lại phần thiếu. "
                        "(Verify the ledger; serving lays the missing triggers again.)"
                    ),
                    id="ledger.E001",
                )
            )
    return found
