"""A Word file to a document."""

from collections.abc import Iterator
from posixpath import join, normpath

from tongket.core.nouns.document import Document, Format, Note
from tongket.core.reading.formats.archive import Archive, elements
from tongket.core.reading.formats.means import Means
from tongket.core.reading.formats.plain import mended_lines
from tongket.core.reading.formats.transcript import (
    Line,
    Stretch,
    Transcript,
    within_limits,
)
from tongket.core.reading.formats.unreadable import Unreadable
from tongket.core.reading.formats.word.body import Body
from tongket.core.reading.formats.word.markup import Element, children, value
from tongket.core.reading.formats.word.numbering import Numbering
from tongket.core.reading.formats.word.runs import Runs
from tongket.core.reading.formats.word.styles import Styles

# Notes that Word makes itself: the line above the notes.
BLOCKS = ("p", "tbl", "sdt", "customXml", "ins", "moveTo", "AlternateContent")
OWN_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_word(archive: Archive, means: Means) -> Document:
    """Return a Word file as a document: body, then footnotes, then endnotes.

    Headers and footers are left out: they repeat on every page. Tracked changes are
    taken as accepted; hidden and struck words and the table of contents are left out.

    Raises Unreadable: file_archive_broken, file_nested_too_deep, file_text_too_long,
    file_too_many_stretches, file_blank.
    """
    package = Package(archive)
    styles = Styles(package.root("styles"))
    runs = Runs(styles, means.legacy, means.limits.depth)
    body = Body(styles, Numbering(package.root("numbering")), runs)
    transcript = Transcript(means.limits)
    lines: list[Line] = [*within_limits(body.lines(package.blocks()), means.limits)]
    for kind in ("footnotes", "endnotes"):
        lines.extend(_notes(package.root(kind), body, kind))
    mended, notes = mended_lines(lines, means.legacy)
    for line in mended:
        transcript.line(line)
    if transcript.is_blank:
        raise Unreadable("file_blank")
    return transcript.document(Format.DOCX, [*_told(body), *notes])


def _notes(root: Element | None, body: Body, kind: str) -> Iterator[list[Stretch]]:
    """Yield the lines of footnotes or endnotes; their path names the note."""
    if root is None:
        return
    yield []
    for note in children(root, kind.removesuffix("s")):
        if value(note, "type") in OWN_NOTES:
            continue
        body.path = f"{kind}/{value(note, 'id')}"
        yield from body.lines(note)
    body.path = None


def _told(body: Body) -> Iterator[Note]:
    for alphabet in sorted(body.runs.converted):
        yield Note(f"{alphabet}_converted")
    if body.dropped_contents:
        yield Note("contents_left_out")
    yield from body.runs.struck.notes("paragraphs")
    if body.runs.hides:
        yield Note("hidden_words_left_out")
    if body.runs.tracks:
        yield Note("changes_accepted")


class Package:
    """The parts of a Word file, found by their relationships."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        name = self._targets("", "_rels/.rels").get("officeDocument", "")
        if name not in archive.names:
            name = "word/document.xml"
        if name not in archive.names:
            raise Unreadable("file_archive_broken")
        folder, _, file = name.rpartition("/")
        self._parts = self._targets(folder, join(folder, "_rels", file + ".rels"))
        self._main = name

    def blocks(self) -> Iterator[Element]:
        """Yield the blocks of the body one by one; the file may be a thousand pages."""
        yield from elements(self._archive.part(self._main), BLOCKS, within="body")

    def root(self, kind: str) -> Element | None:
        """Return the root of the part of this kind ("styles"), if there is one."""
        name = self._parts.get(kind, "")
        return self._archive.xml(name) if name in self._archive.names else None

    def _targets(self, folder: str, name: str) -> dict[str, str]:
        """Return the parts that a relationships part names, by kind."""
        if name not in self._archive.names:
            return {}
        return {
            (each.get("Type") or "").rpartition("/")[2]: _inside(folder, each)
            for each in self._archive.xml(name)
            if each.get("TargetMode") != "External"
        }


def _inside(folder: str, relationship: Element) -> str:
    target = relationship.get("Target") or ""
    return target[1:] if target.startswith("/") else normpath(join(folder, target))
