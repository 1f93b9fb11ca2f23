"""Which language the program speaks."""

import os
import sys

import click

LANGUAGES = ("vi", "en")


def program_language() -> str:
    """Return the language of the messages: TONGKET_LANGUAGE, else Vietnamese."""
    chosen = os.environ.get("TONGKET_LANGUAGE", "vi")
    if chosen not in LANGUAGES:
        sys.exit(
            f"TONGKET_LANGUAGE={chosen!r}: dùng 'vi' hoặc 'en' (use 'vi' or 'en')."
        )
    return chosen


def say(vi: str, en: str) -> str:
    """Choose between the two wordings of one sentence of the program."""
    return en if program_language() == "en" else vi


def not_opened(file: str, problem: OSError) -> None:
    """Tell that the system did not open a file, and why."""
    reason = problem.strerror or str(problem)
    click.echo(
        say(
            f"{file}: không mở được ({reason}). Kiểm tra tên tệp và quyền của bạn.",
            f"{file}: cannot be opened ({reason}). Check the name and your rights.",
        ),
        err=True,
    )
