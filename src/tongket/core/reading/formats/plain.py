"""A text file to a document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.core.nouns.document import Document, Format, Note
from tongket.core.reading.formats.letters.composition import composed, is_composed
from tongket.core.reading.formats.letters.encoding import decode
from tongket.core.reading.formats.letters.horns import with_horns
from tongket.core.reading.formats.letters.legacy import Legacy
from tongket.core.reading.formats.letters.mojibake import is_broken, restored
from tongket.core.reading.formats.letters.old import OldLetters, old_letters
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
    mender, notes = Mender.of(text, legacy)
    if mender.does_anything:
        text = "\n".join(mender.line([line])[0] for line in text.split("\n"))
    return composed(text), notes


def mended_lines(
    lines: Sequence[Line], legacy: Legacy
) -> tuple[Sequence[Line], list[Note]]:
    """Return the lines of a document in the letters that were meant, places kept.

    What is the case is told from the whole text, then done stretch by stretch; letters
    in parts are left to the transcript.
    """
    mender, notes = Mender.of(
        "\n".join("".join(part.text for part in line) for line in lines), legacy
    )
    if not mender.does_anything:
        return lines, notes
    return [
        [
            replace(part, text=text)
            for part, text in zip(
                line, mender.line([part.text for part in line]), strict=True
            )
        ]
        for line in lines
    ], notes


def horned_lines(
    lines: Sequence[Line], legacy: Legacy
) -> tuple[list[Line], list[Note]]:
    """Return the lines of a document in TCVN3 with the letter ư where it was lost."""
    whole: list[Line] = []
    put = 0
    for line in lines:
        parts = []
        for part in line:
            text, count = with_horns(part.text, legacy)
            parts.append(replace(part, text=text))
            put += count
        whole.append(parts)
    return whole, [Note("horns_restored", (("count", str(put)),))] if put else []


@dataclass(frozen=True, slots=True)
class Mender:
    """What is to be done to the letters of a text."""

    was_misread: bool
    old: OldLetters | None

    @classmethod
    def of(cls, text: str, legacy: Legacy) -> tuple["Mender", list[Note]]:
        """Return what mends a text, and the notes of what is done to its letters."""
        notes: list[Note] = []
        was_misread = is_broken(text)
        if was_misread:
            text = restored(text)
            notes.append(Note("mojibake_repaired"))
        old = old_letters(text, legacy)
        if old is not None:
            notes.append(Note(f"{old.alphabet.name}_converted"))
        if damaged := text.count("\ufffd"):
            notes.append(Note("letters_damaged", (("count", str(damaged)),)))
        if not is_composed(text):
            notes.append(Note("letters_composed"))
        return cls(was_misread, old), notes

    @property
    def does_anything(self) -> bool:
        """Tell whether words are changed, and not only put together."""
        return self.was_misread or self.old is not None

    def line(self, pieces: Sequence[str]) -> list[str]:
        """Return the pieces of a line as they were meant."""
        meant = [restored(piece) if self.was_misread else piece for piece in pieces]
        way = self.old.way("".join(meant)) if self.old else str
        return [way(piece) for piece in meant]
