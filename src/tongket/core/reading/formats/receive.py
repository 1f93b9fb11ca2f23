"""The one door for files: bytes in, a document out, or one reason why not."""

from tongket.core.nouns.document import Document, Format
from tongket.core.reading.formats.letters.legacy import UNKNOWN, Legacy
from tongket.core.reading.formats.limits import DEFAULT, MEGABYTE, Limits
from tongket.core.reading.formats.means import Means, Recognise
from tongket.core.reading.formats.plain import read_plain
from tongket.core.reading.formats.recognise import recognise
from tongket.core.reading.formats.unreadable import Unreadable


def receive(
    data: bytes,
    name: str,
    limits: Limits = DEFAULT,
    *,
    legacy: Legacy = UNKNOWN,
    ocr: Recognise | None = None,
) -> Document:
    """Return the document that a file holds: its text, with the place of each stretch.

    What the file is, its content tells; *name* serves only to name it to its owner.
    *legacy* (tongket.content.alphabets) opens the alphabets before Unicode, *ocr* reads
    the picture of a page (PNG bytes) where a pdf has no text.

    Raises Unreadable, and nothing else, for whatever bytes: the code of a sentence in
    content/messages, with the file's name among its arguments.
    """
    try:
        demand_size(len(data), limits.data)
        return _opened(data, Means(limits, legacy, ocr))
    except Unreadable as refusal:
        raise refusal.about(name) from refusal.__cause__


def _opened(data: bytes, means: Means) -> Document:
    """Return the document, by the reader of its form.

    Each reader is imported when its first file comes: Word, web and pdf libraries
    take longer to load than a plain text takes to read.
    """
    form = recognise(data)
    if form is Format.TEXT:
        return read_plain(data, means)
    if form is Format.HTML:
        from tongket.core.reading.formats.web.read import read_web  # noqa: PLC0415 - start-up time

        return read_web(data, means)
    if form is Format.PDF:
        from tongket.core.reading.formats.pdf.read import read_pdf  # noqa: PLC0415 - start-up time

        return read_pdf(data, means)
    from tongket.core.reading.formats.office import read_office  # noqa: PLC0415 - start-up time

    return read_office(data, means)


def demand_size(size: int, limit: int) -> None:
    """Refuse a file of *size* bytes when that is above *limit*.

    Raises Unreadable with both sizes: a door that knows the size need not read first.
    """
    if size > limit:
        # Rounded up: 50.1 MB against a limit of 50 MB must not read "50 against 50".
        megabytes = -(-size // MEGABYTE)
        sizes = ("size", f"{megabytes}"), ("limit", f"{limit // MEGABYTE}")
        raise Unreadable("file_too_big", sizes)
