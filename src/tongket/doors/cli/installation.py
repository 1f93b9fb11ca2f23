"""The site and its database, for the verbs that need them."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from tongket.doors.cli.language import say

SETTINGS = "tongket.wiring.settings"
LEDGER = "tongket.sqlite3"


def home() -> Path:
    """Return the folder of the installation: TONGKET_HOME, else ./var."""
    return Path(os.environ.get("TONGKET_HOME") or "var")


def demo_home() -> Path:
    """Return the folder of the sample departments; `tongket demo` makes it anew."""
    return home() / "demo"


def open_site(folder: Path | None = None) -> None:
    """Load the settings and the rooms; *folder* holds the database when it is given.

    A setting that cannot be understood ends the program with its one sentence.
    """
    if folder is not None:
        os.environ["TONGKET_HOME"] = str(folder)
        os.environ.pop("TONGKET_DATABASE_URL", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as problem:
        click.echo(str(problem), err=True)
        sys.exit(2)


def find_ledger() -> Path | None:
    """Return the folder of the configured ledger; where there is none, of the demo's.

    None when neither exists. A ledger named by TONGKET_DATABASE_URL is always there.
    """
    if os.environ.get("TONGKET_DATABASE_URL") or (home() / LEDGER).exists():
        return home()
    if (demo_home() / LEDGER).exists():
        return demo_home()
    return None


def open_ledger() -> None:
    """Open the ledger, or end with one sentence: reading must not create a ledger."""
    found = find_ledger()
    if found is None:
        click.echo(
            say(
                f"Chưa có sổ nào ở {home()}. Chạy 'tongket demo' để có sổ mẫu, "
                "'tongket serve' để mở sổ mới, hoặc đặt TONGKET_HOME tới thư mục đang "
                "giữ sổ.",
                f"There is no ledger in {home()}. Run 'tongket demo' for the samples, "
                "'tongket serve' for a new one, or set TONGKET_HOME to your folder.",
            ),
            err=True,
        )
        sys.exit(2)
    if found == home():
        open_site()
        return
    click.echo(say(f"Dùng sổ mẫu: {found}", f"Using the samples: {found}"), err=True)
    open_site(found)


def lay_tables() -> None:
    """Bring the tables of the database to the form that this version needs."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    from tongket.rooms.ledger import actions as ledger

    ledger.guard(by="tongket", at=datetime.now(UTC))


def serve_site(port: int, host: str = "127.0.0.1") -> None:
    """Serve the site until it is interrupted."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from waitress import serve

    trusted = {
        "trusted_proxy": "*",
        "trusted_proxy_count": settings.TONGKET_PROXIES,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    }
    serve(
        get_wsgi_application(),
        host=host,
        port=port,
        ident=None,
        threads=8,
        clear_untrusted_proxy_headers=True,
        **(trusted if settings.TONGKET_PROXIES else {}),
    )
