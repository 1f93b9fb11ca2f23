"""A received document: its text, and where each stretch of the text came from."""

from dataclasses import dataclass
from enum import StrEnum

from tongket.core.nouns.span import Span


class Format(StrEnum):
    """The forms in which documents arrive."""

    TEXT = "txt"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page of a pdf: page from 1, points from the lower left corner.

    Coordinates are hundredths of a point, so that they are whole numbers.
    """

    page: int
    left: int
    bottom: int
    right: int
    top: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of the text stands in the file it came from.

    `paragraph` and `run` count from 1 in a docx, `box` is set for a pdf, `cell` is
    the address of a spreadsheet cell ("Sheet1!B7"), `path` an element path in html.
    """

    span: Span
    paragraph: int | None = None
    run: int | None = None
    box: Box | None = None
    cell: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something done to a text on the way in, told to the reader of the text.

    `code` is a key of content/messages ("tcvn3_converted", "mojibake_repaired").
    """

    code: str
    arguments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document as received: the text that figures are read in, and its places.

    Offsets of every span are code points of `text`. For plain text files `text` is
    the file's text exactly as stored; for other formats it is what was extracted.
    """

    text: str
    format: Format
    places: tuple[Place, ...] = ()
    notes: tuple[Note, ...] = ()
