"""The page of the command line."""

import os

import click

from tongket.doors.cli.main import tongket


def page() -> str:
    """Return docs/reference/cli.md."""
    os.environ.pop("TONGKET_LANGUAGE", None)
    lines = [
        "# Command line · Dòng lệnh",
        "",
        "Written by `make docs` from the program's own help. Offsets are code points of",
        "the text exactly as stored in the file (for docx, pdf, html and xlsx: of the",
        "text that `tongket read --format html` shows). Errors go to standard error, one",
        "sentence each.",
        "",
    ]
    context = click.Context(tongket, info_name="tongket")
    for name in tongket.list_commands(context):
        command = tongket.get_command(context, name)
        if command is None:
            raise LookupError(name)
        below = click.Context(
            command, info_name=name, parent=context, max_content_width=88
        )
        lines += [
            f"## tongket {name}",
            "",
            "```text",
            command.get_help(below),
            "```",
            "",
        ]
    return "\n".join(lines)
