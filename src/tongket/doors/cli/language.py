"""Which language the program speaks."""

import os
import sys

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
