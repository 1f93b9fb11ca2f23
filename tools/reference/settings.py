"""The page of the settings."""

import ast
from pathlib import Path

SETTINGS = Path(__file__).resolve().parents[2] / "src/tongket/wiring/settings.py"


def page() -> str:
    """Return docs/reference/settings.md."""
    told = ast.get_docstring(ast.parse(SETTINGS.read_text("utf-8"))) or ""
    return (
        "# Settings · Các thiết lập\n\n"
        "Written by `make docs` from the settings themselves. A variable that cannot be\n"
        "understood stops the start with one sentence that names it.\n\n"
        f"```text\n{told}\n```\n\n"
        "The command line speaks the language of `TONGKET_LANGUAGE` (vi, else en).\n"
    )
