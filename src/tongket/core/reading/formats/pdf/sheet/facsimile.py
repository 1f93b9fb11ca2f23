"""A page of a pdf as it looks, with the very letters of its figures boxed."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import accumulate

from tongket.core.nouns.document import Box
from tongket.core.nouns.facsimile import Facsimile, Marked, Part, Sought
from tongket.core.reading.formats.pdf.forms import demand_few_forms
from tongket.core.reading.formats.pdf.sheet.glyphs import Pdf
from tongket.core.reading.formats.pdf.sheet.marks import Glyph


def facsimile(data: bytes, page: int, sought: Sequence[Sought]) -> Facsimile:
    """Return page *page* of a pdf, counted from 1, with what is *sought* on it.

    A part whose letters are not found in its box (a scan, an old alphabet) is marked by
    the whole box. Raises LookupError for a page that the file does not have, and
    Unreadable: file_pdf_broken, file_protected, file_page_too_full,
    file_unfolds_too_far.
    """
    demand_few_forms(data)
    with Pdf(data) as pdf:
        if not 1 <= page <= len(pdf):
            raise LookupError(page)
        with closing(pdf.sheet(page)) as sheet:
            glyphs = [glyph for glyph in sheet.glyphs() if not glyph.text.isspace()]
            return Facsimile(
                page=page,
                pages=len(pdf),
                width=sheet.size.width,
                height=sheet.size.height,
                picture=sheet.likeness(),
                marked=tuple(
                    Marked(each.figure, lined_up(found(glyphs, p) for p in each.parts))
                    for each in sought
                ),
            )


def found(glyphs: Sequence[Glyph], part: Part) -> Box:
    """Return the box of a part's own letters, else the box that it was read in."""
    inside = [glyph for glyph in glyphs if _holds(part.box, glyph)]
    letters = "".join(glyph.text for glyph in inside)
    # What is said twice on one line is told apart by what stands before it.
    starts = [
        at
        for at in range(len(letters) - len(part.letters) + 1)
        if letters.startswith(part.letters, at)
    ]
    if not starts or not part.letters:
        return part.box
    start = min(starts, key=lambda at: abs(at - part.before))
    # A font may draw two letters as one sign: letters are counted, signs are taken.
    ends = [*accumulate(len(glyph.text) for glyph in inside)]
    first = bisect_left(ends, start + 1)
    last = bisect_left(ends, start + len(part.letters))
    own = inside[first : last + 1]
    return Box(
        part.box.page,
        left=min(glyph.left for glyph in own),
        bottom=min(glyph.bottom for glyph in own),
        right=max(glyph.right for glyph in own),
        top=max(glyph.top for glyph in own),
    )


def lined_up(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Return boxes in text order with those that follow on one line made one.

    >>> parted = Box(1, 0, 0, 9, 9), Box(1, 12, 1, 20, 9), Box(1, 0, -20, 5, -11)
    >>> [(box.left, box.right) for box in lined_up(parted)]
    [(0, 20), (0, 5)]
    """
    lines: list[Box] = []
    for box in boxes:
        last = lines[-1] if lines else None
        if last and last.left <= box.left and _shares_line(last, box):
            lines[-1] = Box(
                last.page,
                left=last.left,
                bottom=min(last.bottom, box.bottom),
                right=max(last.right, box.right),
                top=max(last.top, box.top),
            )
        else:
            lines.append(box)
    return tuple(lines)


def _shares_line(one: Box, other: Box) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared * 2 >= min(one.top - one.bottom, other.top - other.bottom)


def _holds(box: Box, glyph: Glyph) -> bool:
    """Tell whether the middle of a character lies in a box."""
    across = glyph.left + glyph.right
    upward = glyph.bottom + glyph.top
    return (
        box.left * 2 <= across <= box.right * 2
        and box.bottom * 2 <= upward <= box.top * 2
    )
