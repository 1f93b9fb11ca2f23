"""One pass over a file: what it says, and which indicator each figure may be."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.conf import settings

from tongket.content.alphabets import legacy
from tongket.content.lexicon import lexicon
from tongket.content.refusal import Refusal
from tongket.content.suggesting import suggester
from tongket.content.tesseract import recogniser
from tongket.core.nouns.document import Document
from tongket.core.nouns.reading import Reading
from tongket.core.reading.formats.limits import Limits
from tongket.core.reading.formats.receive import receive
from tongket.core.reading.read import read
from tongket.core.reading.suggestions.confirmation import Confirmation
from tongket.core.reading.suggestions.suggest import suggest_all

LONGEST_NAME = 200
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


class TooManyFigures(Refusal):
    """The text has more figures than anybody could look through on a page."""

    code = "intake_too_many_figures"


@dataclass(frozen=True, slots=True)
class Examined:
    """A file's text and places, and the figures read in it."""

    document: Document
    reading: Reading


def examine(
    content: bytes, name: str, confirmations: Sequence[Confirmation]
) -> Examined:
    """Read *content* the way `tongket read` does, and suggest indicators.

    *confirmations* are what the department's own people chose before. Raises
    `Unreadable` (core.reading.formats) for a file that cannot be read, and
    `TooManyFigures`.
    """
    document = writable(
        receive(content, name, limits(), legacy=legacy(), ocr=recogniser())
    )
    reading = read(document.text, lexicon())
    most = settings.TONGKET_MAX_FIGURES
    if len(reading.figures) > most:
        raise TooManyFigures(name=name, count=len(reading.figures), most=most)
    return Examined(document, suggest_all(reading, suggester(tuple(confirmations))))


def limits() -> Limits:
    """Return the limits that this installation sets (TONGKET_MAX_…)."""
    return Limits(
        data=settings.TONGKET_MAX_UPLOAD,
        unpacked=settings.TONGKET_MAX_UNPACKED,
        pages=settings.TONGKET_MAX_PAGES,
        text=settings.TONGKET_MAX_TEXT,
    )


def most_scans() -> int:
    """Return how many scanned pages of a pdf are read: none without Tesseract."""
    return limits().scans if recogniser() else 0


def writable(document: Document) -> Document:
    """Return *document* with the letters that no database stores made visible.

    NUL and lone halves of surrogate pairs become U+FFFD, one for one, so that every
    place in the text stays where it was.
    """
    return replace(
        document, text=_UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", document.text)
    )


def shown_name(name: str) -> str:
    """Return the name to show for an uploaded file; it is never used as a path.

    Folders that a browser sent along and characters that do not print are dropped.
    """
    last = name.replace("\\", "/").rsplit("/", maxsplit=1)[-1]
    printing = "".join(
        letter for letter in last if unicodedata.category(letter)[0] != "C"
    )
    return unicodedata.normalize("NFC", printing).strip()[:LONGEST_NAME]
