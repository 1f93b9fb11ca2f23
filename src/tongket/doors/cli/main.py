"""The program: one command per verb, each loaded only when it is called."""

import importlib
import sys

import click

from tongket.doors.cli.language import program_language

# Loading Django or a format library costs more than reading a report, so that a verb
# names its module and nothing is imported before it is asked for.
VERBS = {
    "demo": "site",
    "serve": "site",
    "read": "reading",
    "check": "checking",
    "verify": "verifying",
    "report": "reporting",
}


class Verbs(click.Group):
    """A group whose commands are imported by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return list(VERBS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f"tongket.doors.cli.{VERBS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tongket")
def tongket() -> None:
    """Tổng kết năm của Sở Khoa học và Công nghệ: mỗi con số một nguồn.

    The yearly cycle of work of a Department of Science and Technology, with every
    number bound to its source. Messages follow TONGKET_LANGUAGE (vi or en).
    """


def main() -> None:
    """Run the program; the text it prints is UTF-8 on every system."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    program_language()
    tongket()
