"""Recognised words to paragraphs: a program that reads pictures breaks every line."""

from collections.abc import Iterator, Sequence

from tongket.core.nouns.document import Box, Place
from tongket.core.reading.formats.means import Seen, Word
from tongket.core.reading.formats.pdf.flow.paragraphs import MARKER
from tongket.core.reading.formats.pdf.page import Page
from tongket.core.reading.formats.transcript import NOWHERE, Stretch

# A line that fills less than this of the longest one, in per cent, ends its paragraph.
FULL = 75
ENDS = (".", ":", ";", "!", "?")


def recognised_lines(page: Page, seen: Seen) -> Iterator[list[Stretch]]:
    """Yield the paragraphs *seen* in the picture of a page, an empty one for a gap.

    Each word has its own place.
    """
    for words in unbroken(seen.lines):
        yield [
            Stretch(" " * bool(at) + word.text, _place(word, seen, page))
            for at, word in enumerate(words)
        ]


def unbroken(lines: Sequence[Sequence[Word]]) -> Iterator[list[Word]]:
    """Yield the words of each paragraph, none for a gap.

    >>> def line(text):
    ...     return [Word(each, 0, 0, 9, 9) for each in text.split()]
    >>> printed = ["Năm 2019 nghiệm thu 12", "đề tài cấp tỉnh và", "- Cấp 35 phép"]
    >>> [said(words) for words in unbroken([line(each) for each in printed])]
    ['Năm 2019 nghiệm thu 12 đề tài cấp tỉnh và', '- Cấp 35 phép']
    """
    longest = max((len(said(line)) for line in lines), default=0)
    whole: list[Word] = []
    last, gap = "", False
    for line in lines:
        if not line:
            gap = True
            continue
        here = said(line)
        if whole and _continues(last, here, gap=gap, longest=longest):
            whole = [*whole, *line]
        else:
            if whole:
                yield whole
                yield from [[]] if gap else []
            whole = [*line]
        last, gap = here, False
    if whole:
        yield whole


def said(words: Sequence[Word]) -> str:
    """Return words as the line that they are."""
    return " ".join(word.text for word in words)


def _continues(last: str, line: str, *, gap: bool, longest: int) -> bool:
    """Tell whether a line is the rest of the one before it.

    Programs put gaps into paragraphs too, where a line stands a little lower; the words
    tell these from the real ones.
    """
    if MARKER.match(line) or len(last) * 100 < longest * FULL:
        return False
    return not gap or (line[0].islower() and not last.endswith(ENDS))


def _place(word: Word, seen: Seen, page: Page) -> Place:
    """Return where a word of the picture stands on the page, from its lower left."""
    wide, high, size = max(seen.width, 1), max(seen.height, 1), page.size
    box = Box(
        page=page.number,
        left=word.left * size.width // wide,
        bottom=(high - word.bottom) * size.height // high,
        right=word.right * size.width // wide,
        top=(high - word.top) * size.height // high,
    )
    return Place(NOWHERE, box=box)
