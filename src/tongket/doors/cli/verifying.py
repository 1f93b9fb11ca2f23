"""`tongket verify`: is the ledger whole, is a delivered file what was delivered."""

import sys

import click

from tongket.doors.cli.installation import open_ledger
from tongket.doors.cli.language import program_language, say

BROKEN, UNREADABLE = 1, 2


@click.command()
@click.argument("file", required=False, metavar="[TỆP]")
def verify(file: str | None) -> None:
    """Kiểm tra sổ còn nguyên vẹn; với TỆP: kiểm tra một văn bản đã phát hành.

    Verify the ledger's chains, or a delivered report. Exit status: 0 whole, 1 broken
    (the place is named), 2 unreadable.
    """
    sys.exit(verify_ledger() if file is None else verify_file(file))


def verify_ledger() -> int:
    """Recompute every seal of the ledger; say where it breaks first."""
    open_ledger()
    from django.db import DatabaseError

    from tongket.rooms.ledger import queries

    try:
        soundness = queries.verify()
    except DatabaseError as problem:
        click.echo(
            say(f"Không đọc được sổ: {problem}.", f"The ledger is unreadable: {problem}."),
            err=True,
        )
        return UNREADABLE
    if soundness.broken is not None:
        words = queries.broken_sentence(soundness.broken, program_language())
        click.echo(words, err=True)
        return BROKEN
    click.echo(
        say(
            f"Sổ nguyên vẹn: {soundness.entries} dòng, {soundness.chains} chuỗi, "
            f"{soundness.checkpoints} điểm chốt.",
            f"The ledger is whole: {soundness.entries} entries, {soundness.chains} "
            f"chains, {soundness.checkpoints} checkpoints.",
        )
    )
    if not queries.is_guarded():
        click.echo(
            say(
                "Nhưng cơ sở dữ liệu không còn tự chặn việc sửa, xóa: chạy lại "
                "'tongket serve' để dựng lại bộ chặn.",
                "But the database no longer refuses changes itself: run 'tongket "
                "serve' to put the triggers back.",
            ),
            err=True,
        )
    return 0
