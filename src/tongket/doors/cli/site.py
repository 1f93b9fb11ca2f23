"""`tongket demo` and `tongket serve`: the site."""

import secrets
import shutil
import socket
import sys
import webbrowser
from datetime import UTC, datetime

import click

from tongket.doors.cli.installation import (
    demo_home,
    lay_tables,
    open_site,
    serve_site,
)
from tongket.doors.cli.language import say

ACCOUNT = "lanhdao"
FIRST = "quantri"


@click.command()
@click.option("--port", type=int, default=8000, show_default=True)
@click.option("--no-browser", is_flag=True, help="Không mở trình duyệt.")
@click.option("--no-serve", is_flag=True, help="Chỉ nạp dữ liệu rồi dừng.")
def demo(port: int, *, no_browser: bool, no_serve: bool) -> None:
    """Năm Sở mẫu trong một tệp SQLite mới; mở trang; in tên và mật khẩu.

    Five departments in a fresh SQLite file, the site served, the sign-in printed.
    """
    if not no_serve:
        refuse_a_taken_port(port)
    folder = demo_home()
    if folder.exists():
        shutil.rmtree(folder)
    open_site(folder)
    from tongket.doors.cli.demonstration import Demonstration

    password = secrets.token_urlsafe(9)
    stage = Demonstration(account=ACCOUNT, password=password, at=datetime.now(UTC))
    with click.progressbar(
        stage.steps(),
        label=say("Nạp năm Sở mẫu", "Loading five departments"),
        length=stage.length,
        item_show_func=lambda name: name or "",
        file=sys.stderr,
    ) as steps:
        for _ in steps:
            pass
    address = f"http://127.0.0.1:{port}/"
    click.echo(
        say(
            f"\n{stage.posted} số liệu của năm Sở đã vào sổ, {stage.found} chỗ cần xem."
            f"\nTrang:     {address}\nTên:       {ACCOUNT}\nMật khẩu:  {password}",
            f"\n{stage.posted} figures of five departments are in the ledger, "
            f"{stage.found} places to look at."
            f"\nAddress:   {address}\nName:      {ACCOUNT}\nPassword:  {password}",
        )
    )
    if no_serve:
        return
    click.echo(say("Dừng: Ctrl+C", "Stop: Ctrl+C"))
    if not no_browser and sys.stdout.isatty():
        webbrowser.open(address)
    serve_site(port)


@click.command()
@click.option("--port", type=int, default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True)
def serve(port: int, host: str) -> None:
    """Mở trang trên cơ sở dữ liệu đã cấu hình.

    Serve the site on the configured database (TONGKET_HOME or TONGKET_DATABASE_URL).
    """
    refuse_a_taken_port(port, host)
    open_site()
    lay_tables()
    guard_ledger()
    open_first_account()
    click.echo(f"http://{host}:{port}/")
    serve_site(port, host)


def guard_ledger() -> None:
    """Put back what makes the database refuse changes, where it is missing."""
    from tongket.rooms.ledger import actions

    for name in actions.guard(by=FIRST, at=datetime.now(UTC)):
        click.echo(
            say(
                f"Đã đặt lại bộ chặn sửa, xóa sổ: {name}. Chạy 'tongket verify'.",
                f"Laid again what guards the ledger: {name}. Run 'tongket verify'.",
            ),
            err=True,
        )


def open_first_account() -> None:
    """In a new database, load the places and open one administrator's account."""
    from tongket.core.nouns.person import Person, Role
    from tongket.rooms.people import actions as people
    from tongket.rooms.people import queries
    from tongket.rooms.units import actions as units

    now = datetime.now(UTC)
    units.load_places(by=FIRST, at=now)
    if queries.people(active_only=False):
        return
    password = secrets.token_urlsafe(9)
    person = Person(FIRST, say("Quản trị", "Administrator"), role=Role.ADMINISTRATOR)
    people.create(person=person, password=password, by=FIRST, at=now)
    click.echo(
        say(
            f"Tài khoản đầu tiên: {FIRST}, mật khẩu {password}. Đổi mật khẩu sau khi "
            "đăng nhập.",
            f"The first account: {FIRST}, password {password}. Change it when signed "
            "in.",
        )
    )


def refuse_a_taken_port(port: int, host: str = "127.0.0.1") -> None:
    """End with one sentence when another program listens at *port*."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as problem:
            click.echo(
                say(
                    f"Cổng {port} không dùng được ({problem.strerror}). "
                    f"Chọn cổng khác: --port {port + 1}",
                    f"Port {port} cannot be used ({problem.strerror}). "
                    f"Choose another: --port {port + 1}",
                ),
                err=True,
            )
            sys.exit(2)
