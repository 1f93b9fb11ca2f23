"""A text file to a document."""

from collections.abc import Sequence
from dataclasses import replace

from tongket.core.nouns.document import Document, Format, Note
from tongket.core.reading.formats.letters.composition import composed, is_composed
from tongket.core.reading.formats.letters.encoding import decode, in_old_letters
from tongket.core.reading.formats.letters.legacy import Legacy, with_capitals
from tongket.core.reading.formats.letters.mojibake import is_broken, restored
from tongket.core.reading.formats.means import Means
from tongket.core.reading.formats.transcript import Line
from tongket.core.reading.formats.unreadable import Unreadable


def read_plain(data: bytes, means: Means) -> Document:
    """Return a text file as a document.

    Sound text in UTF-8 and NFC is the file's text exactly; whatever else is done to it
    is said in the notes. Raises Unreadable: file_binary_content, file_encoding_unknown,
    file_text_too_long, file_blank.
    """
    text, notes = decode(data, means.legacy, means.limits.text)
    if len(text) > means.limits.text:
        raise Unreadable("file_text_too_long", (("limit", f"{means.limits.text:,}"),))
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise Unreadable("file_blank")
    text, more = mended(text, means.legacy)
    return Document(text, Format.TEXT, notes=(*notes, *more))


def mended(text: str, legacy: Legacy) -> tuple[str, list[Note]]:
    """Return *text* in the letters that were meant, and what was done for it.

    Sound text comes back as it is: mojibake, letters of old alphabets and letters
    that were put together from parts are what is mended.
    """
    notes: list[Note] = []
    if is_broken(text):
        text = restored(text)
        notes.append(Note("mojibake_repaired"))
    old = in_old_letters(text, legacy)
    if old is not None:
        text, alphabet = old
        notes.append(Note(f"{alphabet.name}_converted"))
    if damaged := text.count("\ufffd"):
        notes.append(Note("letters_damaged", (("count", str(damaged)),)))
    if not is_composed(text):
        text = composed(text)
        notes.append(Note("letters_composed"))
    return text, notes


def mended_lines(
    lines: Sequence[Line], legacy: Legacy
) -> tuple[Sequence[Line], list[Note]]:
    """Return the lines of a document in the letters that were meant, places kept.

    What is the case is told from the whole text, then done stretch by stretch.
    """
    whole = "\n".join("".join(part.text for part in line) for line in lines)
    old = in_old_letters(whole, legacy)
    if old is None and not is_broken(whole):
        return lines, []
    code = f"{old[1].name}_converted" if old else "mojibake_repaired"

    def letters(text: str) -> str:
        if old:
            return with_capitals(old[1].read(text))
        return restored(text)

    return [
        [replace(part, text=letters(part.text)) for part in line] for line in lines
    ], [Note(code)]
