"""A delivery: which paper left the house, as which file, when and by whom."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FileForm(StrEnum):
    """The forms in which papers are delivered; the value is the file's ending."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"

    @property
    def media_type(self) -> str:
        """Return the media type that a browser is told."""
        return _MEDIA[self]


_MEDIA = {
    FileForm.DOCX: (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
    FileForm.PDF: "application/pdf",
    FileForm.HTML: "text/html; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Delivery:
    """A paper as it was delivered.

    `sha256` names the file by its bytes, `size` is in bytes. `head` is the hash of
    the last entry of the department's chain at that moment and `position` its place
    in the chain; empty and 0 while the chain is empty.
    """

    number: int
    department: str
    period: str
    kind: str
    form: FileForm
    name: str
    sha256: str
    size: int
    facts: int
    head: str
    position: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DeliveredFile:
    """A delivery together with the bytes of its file."""

    delivery: Delivery
    content: bytes


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that is not as it was delivered.

    `code` is a key of content/messages/reports, `arguments` fill its sentence.
    `breaks` tells whether the file is broken by it, or only worth a look.
    """

    code: str
    arguments: tuple[tuple[str, str], ...] = ()
    breaks: bool = True


@dataclass(frozen=True, slots=True)
class Verification:
    """What verifying a delivered file showed.

    `title`, `facts` and `entries` say what it is and how much it carries; `ledger`
    whether a ledger was asked as well; `delivery` is the recorded delivery of exactly
    these bytes, None when no ledger knows it.
    """

    title: str
    facts: int
    entries: int
    doubts: tuple[Doubt, ...] = ()
    ledger: bool = False
    delivery: Delivery | None = None

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing breaks the file."""
        return not any(doubt.breaks for doubt in self.doubts)
