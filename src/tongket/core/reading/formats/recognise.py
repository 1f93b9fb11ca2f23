"""What a file is, told from its first bytes and never from its name."""

import re

from tongket.core.nouns.document import Format
from tongket.core.reading.formats.unreadable import Unreadable

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# How the names of streams are spelled in an old Office container.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OLD_WORD = "WordDocument".encode("utf-16-le")
OLD_EXCEL = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))

PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
PICTURES = (
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\0",
    b"MM\0*",
    b"RIFF",
)
ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"PK\x05\x06")
# A pdf may be led by up to a kilobyte of other bytes.
PDF = re.compile(rb"%PDF-\d")
HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?>(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*)"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|table|article|main|section|p)"
    rb"[\s>]",
    re.IGNORECASE | re.DOTALL,
)
WIDE_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def recognise(data: bytes) -> Format | None:
    """Return the form of a file; None is a zip archive whose content will tell.

    Raises Unreadable for what is no document: file_empty, file_program, file_picture,
    file_archive, file_rtf, file_protected, file_old_word, file_old_excel,
    file_old_office.
    """
    if not data:
        raise Unreadable("file_empty")
    if data.startswith(ZIP):
        return None
    if data.startswith(OLE):
        raise Unreadable(_inside_ole(data))
    if PDF.search(data[:1024]):
        return Format.PDF
    _refuse_others(data)
    return Format.HTML if HTML.match(_start(data)) else Format.TEXT


def _start(data: bytes) -> bytes:
    """Return the first bytes, those of UTF-16 brought to one byte a letter."""
    encoding = WIDE_MARKS.get(data[:2])
    start = data[:4096]
    return start[2:].decode(encoding, "ignore").encode() if encoding else start


def _inside_ole(data: bytes) -> str:
    if ENCRYPTED in data:
        return "file_protected"
    if OLD_WORD in data:
        return "file_old_word"
    return (
        "file_old_excel"
        if any(name in data for name in OLD_EXCEL)
        else "file_old_office"
    )


def _refuse_others(data: bytes) -> None:
    if data.startswith(PICTURES) and not data[:64].isascii():
        raise Unreadable("file_picture")
    if data.startswith(PROGRAMS) and b"\0" in data[:256]:
        raise Unreadable("file_program")
    if data.startswith(ARCHIVES):
        raise Unreadable("file_archive")
    if data.startswith(b"{\\rtf"):
        raise Unreadable("file_rtf")
