"""`tongket read`: the figures of reports, with no database and no site."""

import json
import sys

import click

from tongket.content.messages import messages
from tongket.core.nouns.figure import Figure
from tongket.core.reading.explain import explain
from tongket.core.reading.jsonl import as_json
from tongket.doors.cli.language import program_language
from tongket.doors.cli.reception import UNREADABLE, NotReceived, Reader, received


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="TỆP...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "html"]),
    default="table",
    show_default=True,
    help="table: bảng; jsonl: mỗi số liệu một dòng JSON; html: trang có tô số liệu.",
)
@click.option(
    "--explain", "explains", is_flag=True, help="Nói vì sao mỗi số được đọc như vậy."
)
def read(files: tuple[str, ...], form: str, *, explains: bool) -> None:
    """Đọc báo cáo (docx, pdf, html, xlsx, txt) thành số liệu.

    Read reports into figures. "-" reads standard input. Exit status: 0 all were
    read, 2 some could not be.
    """
    reader, unread = Reader(), False
    for file in files:
        try:
            document = received(file)
        except NotReceived as problem:
            click.echo(str(problem), err=True)
            unread = True
            continue
        reading = reader.read(document)
        if form == "jsonl":
            for figure in reading.figures:
                row = as_json(figure)
                if len(files) > 1:
                    row = {"file": file, **row}
                if explains:
                    row["why"] = list(why(figure))
                click.echo(json.dumps(row, ensure_ascii=False))
        elif form == "html":
            from tongket.core.rendering.marked import to_page

            labels = messages(program_language())
            click.echo(
                to_page(
                    reading,
                    title=file,
                    labels=labels,
                    explanations={f.id: why(f) for f in reading.figures},
                    language=program_language(),
                )
            )
        else:
            table(file, reading.figures, explains=explains, many=len(files) > 1)
    if unread:
        sys.exit(UNREADABLE)


def why(figure: Figure) -> tuple[str, ...]:
    """Return the derivation of a figure in sentences of the program's language."""
    return explain(figure, messages(program_language()))


def table(
    file: str, figures: tuple[Figure, ...], *, explains: bool, many: bool
) -> None:
    """Print figures as a table for the eye."""
    if many:
        click.echo(f"== {file}")
    rows = [cells(figure) for figure in figures]
    widths = [max((len(row[i]) for row in rows), default=0) for i in range(3)]
    for row, figure in zip(rows, figures, strict=True):
        name, number, measure, rest = row
        first = f"{name:<{widths[0]}}  {number:>{widths[1]}}  {measure:<{widths[2]}}"
        click.echo(f"{first}  {rest}")
        for sentence in why(figure) if explains else ():
            click.echo(f"      {sentence}")


def cells(figure: Figure) -> tuple[str, str, str, str]:
    """Return what the table says of a figure: place, number, measure, the rest."""
    code = figure.indicators[0].code if figure.indicators else "–"
    where = " › ".join(figure.section)
    rest = f"{figure.role.value:<10} {code:<8} {figure.subject}"
    return (
        figure.id,
        figure.text,
        figure.measure,
        f"{rest}  [{where}]" if where else rest,
    )
