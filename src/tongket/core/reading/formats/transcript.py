"""A text growing stretch by stretch, each with the place that it came from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tongket.core.nouns.document import Document, Format, Note, Place
from tongket.core.nouns.span import Span
from tongket.core.reading.formats.letters.composition import composed, is_composed
from tongket.core.reading.formats.limits import Limits
from tongket.core.reading.formats.unreadable import Unreadable

NOWHERE = Span(0, 0)
MARKS = re.compile("[\u0300-\u036f]+")
# Small raised digits: "m2" is m², and the mark of a footnote is no part of a number.
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# Where a word may be parted; taken out last, for TCVN3 writes the letter ư so.
SOFT_HYPHEN = "\xad"
NOTE_MARK = re.compile(r"\([⁰¹²³⁴-⁹]+\)|\[[⁰¹²³⁴-⁹]+\]|[⁰¹²³⁴-⁹]+")
# After these a raised digit is a power: m², km², 10³.
POWER = re.compile(r"(?:\d|(?<![^\W\d_])(?:[mM]|[dckmµh]m|dam))$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text and where it stands in the file; the span of `place` is not yet set."""

    text: str
    place: Place | None = None


Line = Sequence[Stretch]


class Transcript:
    """The text of a document as it is written down, with all its places.

    Lines are brought to NFC as they arrive; of empty lines one is kept between two
    lines with words, so that it still parts two paragraphs.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._parts: list[str] = []
        self._places: list[Place] = []
        self._length = 0
        self._gap = False

    def line(self, line: Line) -> None:
        """Write one line."""
        if not any(stretch.text.strip() for stretch in line):
            self._gap = bool(self._parts)
            return
        if self._gap:
            self._write(Stretch("\n"))
            self._gap = False
        for stretch in without_note_marks(in_one_piece(line)):
            self._write(stretch)
        self._write(Stretch("\n"))

    def document(self, form: Format, notes: Iterable[Note] = ()) -> Document:
        """Return what was written as a document of the given form."""
        text = "".join(self._parts)
        return Document(text, form, tuple(self._places), tuple(dict.fromkeys(notes)))

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing but blanks has been written."""
        return not any(part.strip() for part in self._parts)

    def _write(self, stretch: Stretch) -> None:
        text = stretch.text.replace(SOFT_HYPHEN, "")
        if not text:
            return
        start, self._length = self._length, self._length + len(text)
        if self._length > self._limits.text:
            raise Unreadable(
                "file_text_too_long", (("limit", f"{self._limits.text:,}"),)
            )
        self._parts.append(text)
        if stretch.place is not None:
            self._places.append(placed(stretch.place, Span(start, self._length)))


def placed(place: Place, span: Span) -> Place:
    """Return a place with its span set."""
    return Place(span, place.paragraph, place.run, place.box, place.cell, place.path)


def in_one_piece(line: Line) -> Line:
    r"""Return the line with its letters in one piece, its stretches still apart.

    A combining mark that opens a stretch belongs to the letter before it, so it moves
    there: Word cuts runs between a letter and its tone.

    >>> cut = [Stretch("Ca"), Stretch("\u0301 nha\u0302n")]
    >>> [part.text for part in in_one_piece(cut)]
    ['Cá', ' nhân']
    """
    if all(map(_is_in_one_piece, line)):
        return line
    whole: list[Stretch] = []
    for stretch in line:
        marks = MARKS.match(stretch.text)
        if marks and whole:
            before = whole[-1]
            whole[-1] = Stretch(before.text + marks[0], before.place)
            stretch = Stretch(stretch.text[marks.end() :], stretch.place)  # noqa: PLW2901 - the rest of it
        whole.append(stretch)
    return [Stretch(composed(stretch.text), stretch.place) for stretch in whole]


def _is_in_one_piece(stretch: Stretch) -> bool:
    return is_composed(stretch.text) and not MARKS.match(stretch.text)


def without_note_marks(line: Line) -> Line:
    """Return a line without the raised numbers that lead to its footnotes.

    >>> noted = [Stretch("12 đề tài"), Stretch("¹, 30 m²")]
    >>> [part.text for part in without_note_marks(noted)]
    ['12 đề tài', ', 30 m²']
    """
    if not any(NOTE_MARK.search(stretch.text) for stretch in line):
        return line
    whole: list[Stretch] = []
    before = ""
    for stretch in line:
        text, start = "", 0
        for mark in NOTE_MARK.finditer(stretch.text):
            text += stretch.text[start : mark.start()]
            if POWER.search((before + text)[-4:]):
                text += mark[0]
            start = mark.end()
        text += stretch.text[start:]
        whole.append(Stretch(text, stretch.place))
        before = (before + text)[-4:]
    return whole


def within_limits(lines: Iterable[Line], limits: Limits) -> Iterator[Line]:
    """Yield lines, as long as they come in no more pieces than the limits allow.

    Raises Unreadable: file_too_many_stretches.
    """
    count = 0
    for line in lines:
        # An empty line is a piece too: a file may hold a million empty paragraphs.
        count += max(len(line), 1)
        if count > limits.stretches:
            limit = f"{limits.stretches:,}"
            raise Unreadable("file_too_many_stretches", (("limit", limit),))
        yield line


def stripped(line: Line) -> list[Stretch]:
    """Return a line without blanks at its ends, and without empty stretches.

    >>> [part.text for part in stripped([Stretch(" "), Stretch(" a "), Stretch("b ")])]
    ['a ', 'b']
    """
    whole = [*line]
    while whole and not whole[0].text.strip():
        whole.pop(0)
    while whole and not whole[-1].text.strip():
        whole.pop()
    if whole:
        whole[0] = Stretch(whole[0].text.lstrip(), whole[0].place)
        whole[-1] = Stretch(whole[-1].text.rstrip(), whole[-1].place)
    return whole


def joined(lines: Iterable[Line], between: str) -> list[Stretch]:
    """Join several lines to one, with *between* where one follows another.

    >>> [part.text for part in joined([[Stretch("a")], [], [Stretch("b")]], "; ")]
    ['a', '; ', 'b']
    """
    whole: list[Stretch] = []
    for line in lines:
        if not any(stretch.text.strip() for stretch in line):
            continue
        if whole:
            whole.append(Stretch(between))
        whole.extend(line)
    return whole
