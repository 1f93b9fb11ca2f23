"""Tesseract with its Vietnamese letters: how scanned pages are read.

The program and its letters (Debian: tesseract-ocr, tesseract-ocr-vie) are content of
the machine rather than of this folder. It is looked for here so that every door and
room reads scans the same way.
"""

import os
import shutil
from functools import partial

from tongket.core.reading.formats.means import Recognise, Seen, Word
from tongket.core.reading.formats.unreadable import Unreadable

# A page takes a few seconds; one that takes a minute is no page of text.
SECONDS = 60
# A row of Tesseract's table tells a page, or a block, a paragraph, a line, a word.
PAGE, PARAGRAPH, WORD = "1", "3", "5"
COLUMNS = 12


def recogniser() -> Recognise | None:
    """Return what reads the picture of a page (PNG), or None without Tesseract.

    What is returned raises Unreadable (file_recogniser_failed) when the program fails,
    as it does without its Vietnamese letters, or takes more than a minute.
    """
    program = shutil.which("tesseract")
    return partial(_recognised, program) if program else None


def _recognised(program: str, picture: bytes) -> Seen:
    # Few files are scans, and every start of the program would pay for the import.
    import subprocess  # noqa: PLC0415 - see the line above

    # Page segmentation 4: one column of text of variable sizes, tables included.
    command = [program, "stdin", "stdout", "-l", "vie", "--psm", "4"]
    # A table of words with their boxes, instead of the words alone.
    command += ["-c", "tessedit_create_tsv=1"]
    try:
        done = subprocess.run(
            command,
            input=picture,
            capture_output=True,
            timeout=SECONDS,
            check=True,
            # Tesseract's threads wait for each other where there is other work to do.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.CalledProcessError as fault:
        told = fault.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = told[-1] if told else f"exit {fault.returncode}"
        raise Unreadable("file_recogniser_failed", (("reason", reason),)) from fault
    except (subprocess.TimeoutExpired, OSError) as fault:
        raise Unreadable("file_recogniser_failed", (("reason", str(fault)),)) from fault
    return seen(done.stdout.decode("utf-8", "replace"))


def seen(table: str) -> Seen:
    """Return what Tesseract's table (TSV) says: the page's size, lines of words."""
    width = height = 0
    lines: list[list[Word]] = []
    line = ""
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != COLUMNS or not cells[0].isdecimal():
            continue
        level, text = cells[0], cells[11].strip()
        left, top, wide, high = (int(each) for each in cells[6:10])
        if level == PAGE:
            width, height = wide, high
        elif level == PARAGRAPH:
            lines.append([])
        elif level == WORD and text:
            if (here := ".".join(cells[1:5])) != line:
                line = here
                lines.append([])
            lines[-1].append(Word(text, left, top, left + wide, top + high))
    return Seen(width, height, tuple(map(tuple, lines)))
