"""`tongket verify`: is the ledger whole, is a delivered file what was delivered."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from tongket.content.messages import messages
from tongket.core.rendering.facts import Inspection, NotOurs, check_delivered
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
    """Hold the numbers printed in a delivered file against the facts it carries."""
    words = messages(program_language())
    try:
        inspection = check_delivered(Path(file).read_bytes())
    except OSError as problem:
        reason = problem.strerror or str(problem)
        click.echo(
            say(
                f"{file}: không mở được ({reason}).", f"{file}: not opened ({reason})."
            ),
            err=True,
        )
        return UNREADABLE
    except NotOurs as problem:
        reason = words[f"reports_reason_{problem.reason}"]
        click.echo(
            f"{file}: {words['reports_not_ours'].format(reason=reason)}", err=True
        )
        return BROKEN if problem.reason == "spoilt" else UNREADABLE
    for sentence in faults(inspection, words):
        click.echo(f"{file}: {sentence}", err=True)
    delivered = inspection.delivered
    closing = "reports_whole" if inspection.is_whole else "reports_broken"
    click.echo(
        words[closing].format(
            title=delivered.origin.title,
            facts=len(delivered.facts),
            entries=len(delivered.entries),
            faults=len(inspection.changed) + len(inspection.unsealed),
        )
    )
    return 0 if inspection.is_whole else BROKEN


def faults(inspection: Inspection, words: Mapping[str, str]) -> Iterator[str]:
    """Yield what a delivered file shows about itself, one sentence each."""
    for change in inspection.changed:
        template = words["reports_changed" if change.found else "reports_gone"]
        yield template.format(
            key=change.key, delivered=change.delivered, found=change.found
        )
    for number in inspection.added:
        yield words["reports_added"].format(number=number)
    for entry in inspection.unsealed:
        yield words["reports_unsealed"].format(entry=entry)
