"""A file named on the command line becomes a reading, or one clear sentence."""

import sys
from pathlib import Path
from typing import BinaryIO

import click

from tongket.content.alphabets import legacy
from tongket.content.lexicon import lexicon
from tongket.content.messages import messages
from tongket.content.suggesting import suggester
from tongket.content.tesseract import recogniser
from tongket.core.nouns.document import Document
from tongket.core.nouns.reading import Reading
from tongket.core.reading.formats.limits import DEFAULT, MEGABYTE
from tongket.core.reading.formats.messages import sentence
from tongket.core.reading.formats.receive import demand_size, receive
from tongket.core.reading.formats.unreadable import Unreadable
from tongket.core.reading.read import read
from tongket.core.reading.suggestions.suggest import suggest_all
from tongket.doors.cli.language import program_language, say

UNREADABLE = 2


class NotReceived(Exception):
    """The file cannot be read; the exception's text is the sentence to print."""


def received(path: str) -> Document:
    """Return the document in the file; raise NotReceived with one clear sentence.

    What was done to its text on the way in is told on standard error.
    """
    try:
        content = content_of(path)
        document = receive(content, path, legacy=legacy(), ocr=recogniser())
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise NotReceived(
            say(
                f"{path}: không mở được ({reason}). Kiểm tra tên tệp và quyền đọc.",
                f"{path}: cannot be opened ({reason}). Check the name and your rights.",
            )
        ) from problem
    except Unreadable as problem:
        named = problem.about(path)
        words = sentence(named, messages(program_language()))
        raise NotReceived(words) from problem
    for note in document.notes:
        told = sentence(note, messages(program_language()))
        click.echo(f"{path}: {told}", err=True)
    return document


def content_of(path: str) -> bytes:
    """Return the bytes of a file, or of standard input for "-".

    A file above the limit is refused by its size, before anything is read; what has no
    size of its own (standard input, devices, pipes), as soon as it passes the limit.
    """
    if path == "-":
        return _within_limit(sys.stdin.buffer)
    demand_size(Path(path).stat().st_size, DEFAULT.data)
    with Path(path).open("rb") as opened:
        return _within_limit(opened)


def _within_limit(stream: BinaryIO) -> bytes:
    content = stream.read(DEFAULT.data + 1)
    if len(content) > DEFAULT.data:
        limit = f"{DEFAULT.data // MEGABYTE}"
        raise Unreadable("file_goes_on_too_long", (("limit", limit),))
    return content


class Reader:
    """Reads documents with one lexicon and one catalogue, loaded once."""

    def __init__(self, *, suggests: bool = True) -> None:
        self._lexicon = lexicon()
        self._suggester = suggester() if suggests else None

    def read(self, document: Document) -> Reading:
        """Return the figures of *document*, with indicators suggested if asked for."""
        reading = read(document.text, self._lexicon)
        if self._suggester is None:
            return reading
        return suggest_all(reading, self._suggester)
