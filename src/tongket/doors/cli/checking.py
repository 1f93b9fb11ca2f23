"""`tongket check`: the claims of reports, recomputed."""

import json
import sys

import click

from tongket.content.messages import messages
from tongket.core.checks.check import as_json
from tongket.core.checks.check import check as check_reading
from tongket.core.checks.messages import sentence
from tongket.core.nouns.claim import Claim, Verdict
from tongket.doors.cli.language import program_language
from tongket.doors.cli.reception import UNREADABLE, NotReceived, Reader, received


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="TỆP...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="table: câu cho người đọc; jsonl: mỗi khẳng định một dòng JSON.",
)
def check(files: tuple[str, ...], form: str) -> None:
    """Tính lại các khẳng định số học trong báo cáo.

    Recompute the arithmetic that reports state. Exit status: 0 nothing is
    inconsistent, 1 something is, 2 a file could not be read.
    """
    reader, worst = Reader(suggests=False), 0
    for file in files:
        try:
            document = received(file)
        except NotReceived as problem:
            click.echo(str(problem), err=True)
            worst = UNREADABLE
            continue
        claims = check_reading(reader.read(document))
        if any(claim.verdict is Verdict.INCONSISTENT for claim in claims):
            worst = max(worst, 1)
        for claim in claims:
            click.echo(line(claim, form, file if len(files) > 1 else None))
        if form == "table" and not claims:
            click.echo(f"{file}: –")
    sys.exit(worst)


MARKS = {
    Verdict.CONSISTENT: "=",
    Verdict.INCONSISTENT: "≠",
    Verdict.AMBIGUOUS: "?",
    Verdict.UNDERDETERMINED: "…",
}


def line(claim: Claim, form: str, file: str | None) -> str:
    """Return one claim as the chosen form shows it."""
    if form == "jsonl":
        row = as_json(claim)
        return json.dumps({"file": file, **row} if file else row, ensure_ascii=False)
    words = sentence(claim, messages(program_language()))
    return f"{MARKS[claim.verdict]} {words}"
