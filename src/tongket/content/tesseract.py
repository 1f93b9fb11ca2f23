"""Tesseract with its Vietnamese letters: how scanned pages are read.

The program and its letters (Debian: tesseract-ocr, tesseract-ocr-vie) are content of
the machine rather than of this folder. It is looked for here so that every door and
room reads scans the same way.
"""

import os
import shutil
from functools import partial

from tongket.core.reading.formats.means import Recognise
from tongket.core.reading.formats.unreadable import Unreadable

# A page takes a few seconds; one that takes a minute is no page of text.
SECONDS = 60


def recogniser() -> Recognise | None:
    """Return what reads the picture of a page (PNG), or None without Tesseract.

    What is returned raises Unreadable (file_recogniser_failed) when the program fails,
    as it does without its Vietnamese letters, or takes more than a minute.
    """
    program = shutil.which("tesseract")
    return partial(_recognised, program) if program else None


def _recognised(program: str, picture: bytes) -> str:
    # Few files are scans, and every start of the program would pay for the import.
    import subprocess  # noqa: PLC0415 - see the line above

    # Page segmentation 4: one column of text of variable sizes, tables included.
    command = [program, "stdin", "stdout", "-l", "vie", "--psm", "4"]
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
    return done.stdout.decode("utf-8", "replace")
