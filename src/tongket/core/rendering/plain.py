"""A plain text as PDF: what a department sends that prints its paper into a file."""

import json
from collections.abc import Sequence
from typing import Any

import typst


def plain_to_pdf(text: str, *, typesetting: str, fonts: Sequence[str]) -> bytes:
    """Return *text* set line by line as a PDF file, the same for the same text.

    `typesetting` is the typst source, which finds the lines in "lines.json"; `fonts`
    are the folders of its typeface, and no other font of the machine is looked at.
    """
    # The library's stubs know no set of files, which it takes since 0.13.
    compile_files: Any = typst.compile
    lines = json.dumps(text.split("\n"))
    files = {"main": typesetting.encode(), "lines.json": lines.encode()}
    pdf: bytes = compile_files(
        files, font_paths=list(fonts), ignore_system_fonts=True, format="pdf"
    )
    return pdf
