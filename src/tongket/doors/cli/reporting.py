"""`tongket report`: the composed report of a department, as a file."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from tongket.doors.cli.installation import open_ledger
from tongket.doors.cli.language import not_opened, program_language

PROGRAM = "tongket"
NOT_COMPOSED = 2


@click.command()
@click.argument("unit")
@click.argument("period")
@click.argument("kind")
@click.option("--to", type=click.Choice(["docx", "pdf", "html"]), default="docx")
@click.option(
    "--output",
    "-o",
    help="Tệp để ghi; '-' là đầu ra chuẩn. Không nêu: đầu ra chuẩn khi được chuyển "
    "hướng, nếu không thì một tệp ở thư mục đang đứng.",
)
def report(unit: str, period: str, kind: str, *, to: str, output: str | None) -> None:
    """Lập báo cáo của một Sở từ sổ số liệu.

    Compose the report of UNIT (ben-tre), PERIOD (2019, 2018-H1) and KIND (year,
    half-year) from the ledger. The file is also kept among the deliveries.
    """
    open_ledger()
    from tongket.content.periods import UnknownPeriod
    from tongket.content.refusal import Refusal
    from tongket.rooms.reports import actions

    try:
        made = actions.deliver(
            unit=unit, period=period, kind=kind, to=to, by=PROGRAM, at=datetime.now(UTC)
        )
    except Refusal as problem:
        click.echo(problem.sentence(program_language()), err=True)
        sys.exit(NOT_COMPOSED)
    except UnknownPeriod as problem:
        click.echo(str(problem), err=True)
        sys.exit(NOT_COMPOSED)
    if output == "-" or (output is None and not sys.stdout.isatty()):
        sys.stdout.buffer.write(made.content)
        return
    path = Path(output or made.delivery.name)
    try:
        path.write_bytes(made.content)
    except OSError as problem:
        not_opened(str(path), problem)
        sys.exit(NOT_COMPOSED)
    click.echo(path)
