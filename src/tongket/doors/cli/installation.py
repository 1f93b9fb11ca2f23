"""The site and its database, for the verbs that need them."""

import os
import sys
from pathlib import Path

import click

SETTINGS = "tongket.wiring.settings"


def open_site(home: Path | None = None) -> None:
    """Load the settings and the rooms; *home* holds the database when it is given.

    A setting that cannot be understood ends the program with its one sentence.
    """
    if home is not None:
        os.environ["TONGKET_HOME"] = str(home)
        os.environ.pop("TONGKET_DATABASE_URL", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as problem:
        click.echo(str(problem), err=True)
        sys.exit(2)


def lay_tables() -> None:
    """Bring the tables of the database to the form that this version needs."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def serve_site(port: int, host: str = "127.0.0.1") -> None:
    """Serve the site until it is interrupted."""
    from django.core.wsgi import get_wsgi_application
    from waitress import serve

    serve(get_wsgi_application(), host=host, port=port, ident=None, threads=8)
