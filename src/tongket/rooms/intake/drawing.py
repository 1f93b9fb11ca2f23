"""The program that draws one page of a pdf: `python -m tongket.rooms.intake.drawing`.

PDFium cannot be stopped once it draws, and a file made to harm may take its memory or
its life. So a page that somebody looks at is drawn in a program of its own, which is
given up when it takes too long, and never in the site.

In: a line of JSON that says what to draw, then the bytes of the file. Out: a line of
JSON that says what was drawn, then the bytes of the picture.
"""

import json
import sys
from contextlib import suppress
from typing import Any

from tongket.core.nouns.facsimile import Sought
from tongket.core.nouns.plain import as_plain, from_plain
from tongket.core.reading.formats.pdf.sheet.facsimile import facsimile
from tongket.core.reading.formats.unreadable import Unreadable

# Enough for a page of photographs, and less than any office computer has.
MOST_MEMORY = 1024 * 1024 * 1024
NO_SUCH_PAGE = "no_such_page"


def main() -> None:
    """Draw what standard input asks for, on standard output."""
    hold_back()
    asked = json.loads(sys.stdin.buffer.readline())
    said, picture = drawn(asked, sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + picture)


def drawn(asked: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """Return what was drawn of *data*, and the picture; or why nothing was."""
    sought = from_plain(tuple[Sought, ...], asked["sought"])
    try:
        found = facsimile(data, asked["page"], sought)
    except LookupError:
        return {"refused": NO_SUCH_PAGE}, b""
    except Unreadable as refusal:
        return {"refused": refusal.code}, b""
    said = as_plain(found)
    del said["picture"]
    return said, found.picture


def hold_back() -> None:
    """Take no more memory than a page needs, where the system can hold one to it."""
    # No such thing on Windows; there the time alone is limited.
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
