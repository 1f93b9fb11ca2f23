"""A web page to a document."""

from tongket.core.nouns.document import Document, Format, Note
from tongket.core.reading.formats.means import Means
from tongket.core.reading.formats.plain import mended_lines
from tongket.core.reading.formats.transcript import Line, Transcript, within_limits
from tongket.core.reading.formats.unreadable import Unreadable
from tongket.core.reading.formats.web.article import Page
from tongket.core.reading.formats.web.blocks import Blocks
from tongket.core.reading.formats.web.page import tree


def read_web(data: bytes, means: Means) -> Document:
    """Return a web page as a document: its article, or all of a page without menus.

    Raises Unreadable: file_binary_content, file_encoding_unknown, file_text_too_long,
    file_too_many_stretches, file_nested_too_deep, file_blank.
    """
    root, notes = tree(data, means)
    page = Page(root)
    lines: list[Line] = []
    title = page.title()
    if title is not None:
        heading = Blocks(page.is_chrome, page.leave_out).lines(title)
        lines.extend([*heading, []])
    article = Blocks(page.is_chrome, page.leave_out).lines(page.article)
    lines.extend(within_limits(article, means.limits))
    if page.is_site:
        notes.append(Note("menus_left_out"))
    notes.extend(page.struck.notes("elements"))
    mended, more = mended_lines(lines, means.legacy)
    transcript = Transcript(means.limits)
    for line in mended:
        transcript.line(line)
    if transcript.is_blank:
        raise Unreadable("file_blank")
    return transcript.document(Format.HTML, [*notes, *more])
