"""Recognised text to paragraphs: a program that reads pictures breaks every line."""

from collections.abc import Iterator

from tongket.core.reading.formats.pdf.paragraphs import MARKER

# A line that fills less than this of the longest one, in per cent, ends its paragraph.
FULL = 75
ENDS = (".", ":", ";", "!", "?")


def unbroken(text: str) -> Iterator[str]:
    r"""Yield the paragraphs of recognised text, an empty one for a gap.

    >>> list(unbroken("Năm 2019 nghiệm thu 12\nđề tài cấp tỉnh và\n- Cấp 35 phép\n"))
    ['Năm 2019 nghiệm thu 12 đề tài cấp tỉnh và', '- Cấp 35 phép']
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    longest = max(map(len, lines), default=0)
    whole, last, gap = "", "", False
    for line in lines:
        if not line:
            gap = True
            continue
        if whole and _continues(last, line, gap=gap, longest=longest):
            whole = f"{whole} {line}"
        else:
            if whole:
                yield whole
                yield from [""] if gap else []
            whole = line
        last, gap = line, False
    if whole:
        yield whole


def _continues(last: str, line: str, *, gap: bool, longest: int) -> bool:
    """Tell whether a line is the rest of the one before it.

    Programs put gaps into paragraphs too, where a line stands a little lower; the words
    tell these from the real ones.
    """
    if MARKER.match(line) or len(last) * 100 < longest * FULL:
        return False
    return not gap or (line[0].islower() and not last.endswith(ENDS))
