"""The database itself refuses to change or delete what the ledger holds."""

from typing import Any

from django.db import migrations

from tongket.rooms.ledger import guards


def install(_apps: Any, schema_editor: Any) -> None:
    guards.install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_lay_the_tables_of_the_ledger")]

    # Going back leaves the triggers standing: nothing takes them away by accident.
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
