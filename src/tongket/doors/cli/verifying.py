"""`tongket verify`: is the ledger whole, is a delivered file what was delivered."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tongket.doors.cli.installation import find_ledger, open_ledger, open_site
from tongket.doors.cli.language import not_opened, program_language, say

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
            say(
                f"Không đọc được sổ: {problem}.",
                f"The ledger is unreadable: {problem}.",
            ),
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


def verify_file(file: str) -> int:
    """Tell whether a delivered file still says what was delivered.

    Where a ledger is at hand, the file is also held against what stands there.
    """
    try:
        content = Path(file).read_bytes()
    except OSError as problem:
        not_opened(file, problem)
        return UNREADABLE
    if find_ledger() is not None:
        open_ledger()
        return judge(file, content, with_ledger=True)
    with TemporaryDirectory() as nowhere:
        # A file is verified on any machine; nothing of an installation is made there.
        open_site(Path(nowhere))
        return judge(file, content, with_ledger=False)


def judge(file: str, content: bytes, *, with_ledger: bool) -> int:
    """Print the verdict and the doubts about a delivered file; return the status."""
    from tongket.content.refusal import Refusal
    from tongket.rooms.reports import queries

    try:
        verification = queries.verification(content, with_ledger=with_ledger)
    except Refusal as problem:
        click.echo(f"{file}: {problem.sentence(program_language())}", err=True)
        spoilt = problem.arguments.get("reason") == "spoilt"
        return BROKEN if spoilt else UNREADABLE
    verdict, *doubts = queries.sentences(verification, program_language())
    for doubt in doubts:
        click.echo(f"{file}: {doubt}", err=True)
    click.echo(verdict)
    return 0 if verification.is_whole else BROKEN
