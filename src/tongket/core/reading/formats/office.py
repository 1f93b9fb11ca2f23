"""Office files: which kind an archive is, and its reader."""

from tongket.core.nouns.document import Document
from tongket.core.reading.formats.archive import Archive
from tongket.core.reading.formats.means import Means
from tongket.core.reading.formats.sheet.read import read_sheet
from tongket.core.reading.formats.unreadable import Unreadable
from tongket.core.reading.formats.word.read import read_word

# The part that only this kind of archive has, and what to say of those we do not read.
OTHERS = {
    "ppt/presentation.xml": "file_slides",
    "content.xml": "file_open_document",
    "xl/workbook.bin": "file_old_excel",
}


def read_office(data: bytes, means: Means) -> Document:
    """Return the document in an Office archive.

    Raises Unreadable: file_slides, file_open_document, file_archive (of other things),
    and whatever the archive or the reader of its kind finds.
    """
    archive = Archive(data, means.limits)
    if any(name.startswith("word/") for name in archive.names):
        return read_word(archive, means)
    if "xl/workbook.xml" in archive.names:
        return read_sheet(archive, means)
    for name, code in OTHERS.items():
        if name in archive.names:
            raise Unreadable(code)
    raise Unreadable("file_archive")
