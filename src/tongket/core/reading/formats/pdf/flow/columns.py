"""Columns of running text: where rows are read down one side, then down the other."""

from collections.abc import Sequence
from statistics import median

from tongket.core.reading.formats.pdf.flow.paragraphs import pitch_of
from tongket.core.reading.formats.pdf.segments import Row, Segment

# Fewer rows side by side are a letterhead, a signature or a small table, unless they
# are sentences that go on from row to row; these may be a few rows only.
MANY_ROWS, FEWEST_ROWS = 5, 3
# No page has more lines than this to a column.
MOST_ROWS = 200
Gutter = tuple[int, int]


def columns(page: Sequence[Row]) -> list[list[Row]]:
    """Return the flows of a page: stretches of rows that are read one after another.

    Rows with a gap at the same place are two columns when both sides are filled with
    running text; otherwise they are rows of a table, and stay rows.
    """
    flows: list[list[Row]] = [[]]
    at = 0
    while at < len(page):
        end, gutter = _run(page, at)
        if gutter and end < len(page):
            end = _balanced(page, at, end)
        if gutter and end - at >= FEWEST_ROWS:
            left, right = _sides(page[at:end], gutter)
            if _is_prose(left) and _is_prose(right):
                flows.extend([left, right, []])
                at = end
                continue
        flows[-1].append(page[at])
        at += 1
    return [flow for flow in flows if flow]


def _run(page: Sequence[Row], start: int) -> tuple[int, Gutter | None]:
    """Return where the rows end that share a gap with the row at *start*, and the gap.

    A row that stands on one side of the gap does not end them.
    """
    gutters = _gaps(page[start])
    if not gutters:
        return start, None
    end = start + 1
    while end < min(len(page), start + MOST_ROWS):
        narrowed = [cut for gutter in gutters if (cut := _cut(gutter, page[end]))]
        if not narrowed:
            break
        gutters, end = narrowed, end + 1
    return end, max(gutters, key=lambda gutter: gutter[1] - gutter[0])


def _balanced(page: Sequence[Row], start: int, end: int) -> int:
    """Return where columns end that text of the page's full width follows.

    Then both are of about one length, and rows that stand alone below them, after a
    gap, belong to what follows: its heading.
    """
    beside = [at for at in range(start, end) if len(page[at].segments) > 1]
    usual = pitch_of([page[at] for at in beside]) * 5 // 4
    after = range(beside[-1], end - 1)
    gaps = (at + 1 for at in after if page[at].top - page[at + 1].top > usual)
    return next(gaps, end)


def _gaps(row: Row) -> list[Gutter]:
    pairs = zip(row.segments, row.segments[1:], strict=False)
    return [(one.right, two.left) for one, two in pairs if two.left > one.right]


def _cut(gutter: Gutter, row: Row) -> Gutter | None:
    """Return what is left of a gap when a row runs past it, None when it is closed."""
    start, end = gutter
    for segment in row.segments:
        if segment.left <= start:
            start = max(start, segment.right) if segment.left < start else end
        if segment.right >= end and segment.left > gutter[0]:
            end = min(end, segment.left)
    return (start, end) if end - start > row.segments[0].em // 2 else None


def _sides(page: Sequence[Row], gutter: Gutter) -> tuple[list[Row], list[Row]]:
    middle = (gutter[0] + gutter[1]) // 2
    left, right = [], []
    for row in page:
        before = [segment for segment in row.segments if segment.right <= middle]
        after = [segment for segment in row.segments if segment.right > middle]
        left.extend([Row(before)] if before else [])
        right.extend([Row(after)] if after else [])
    return left, right


def _is_prose(side: Sequence[Row]) -> bool:
    """Tell whether rows are running text: of one piece, and most lines full."""
    if len(side) < FEWEST_ROWS or any(len(row.segments) > 2 for row in side):
        return False
    if len(side) < MANY_ROWS and not _goes_on(side):
        return False
    widths = [_width(row.segments) for row in side]
    letters = [sum(len(segment.text) for segment in row.segments) for row in side]
    return median(widths) * 10 >= max(widths) * 8 and median(letters) >= 18


def _goes_on(side: Sequence[Row]) -> bool:
    """Tell whether sentences go on from row to row, below one another."""
    first, *others = (row.segments[0] for row in side)
    below = [
        other
        for other in others
        if other.text[0].islower() and abs(other.left - first.left) < first.em
    ]
    return len(below) * 2 >= len(others)


def _width(row: Sequence[Segment]) -> int:
    return row[-1].right - row[0].left
