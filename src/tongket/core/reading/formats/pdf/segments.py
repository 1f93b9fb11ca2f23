"""Characters of a page to segments: stretches of one line with no gap in them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tongket.core.reading.formats.pdf.sheet.marks import Glyph, Rule
from tongket.core.reading.formats.transcript import RAISED, SOFT_HYPHEN

# Where words were struck out, the blanks around them meet.
BLANKS = re.compile("  +")
# What was struck out as a whole still holds its place, so that a sentence goes on over
# it, and leaves nothing in the text.
STRUCK_OUT = SOFT_HYPHEN


@dataclass(slots=True)
class Segment:
    """Some text on one line, with its box in hundredths of a point."""

    text: str
    left: int
    bottom: int
    right: int
    top: int

    @property
    def em(self) -> int:
        """The height of the line, the measure of all gaps; never zero."""
        return max(self.top - self.bottom, 1)

    @property
    def middle(self) -> int:
        """The height at which the line runs."""
        return (self.top + self.bottom) // 2

    def is_level_with(self, other: "Segment | Glyph") -> bool:
        """Tell whether both stand on one line: they share half of the lower one."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared * 2 >= min(self.top - self.bottom, other.top - other.bottom)


def segments(
    glyphs: Sequence[Glyph],
    uprights: Sequence[Rule],
    shown: Callable[[list[Glyph]], str],
) -> list[Segment]:
    """Return the segments of a page, in the order in which they are drawn.

    A segment ends where the line ends, where a gap opens, and at an upright rule of
    *uprights*; *shown* tells the text of some characters (old fonts draw other letters
    than they store).
    """
    found: list[Segment] = []
    for drawn in _groups(glyphs, uprights):
        group = _with_raised_start(drawn)
        text = BLANKS.sub(" ", shown(group)).strip() or STRUCK_OUT
        _, left, bottom, right, top, *_ = zip(*group, strict=True)
        found.append(Segment(text, min(left), min(bottom), max(right), max(top)))
    return found


def _groups(glyphs: Sequence[Glyph], uprights: Sequence[Rule]) -> Iterator[list[Glyph]]:
    group: list[Glyph] = []
    blank = False
    fences = Fences(uprights)
    for glyph in glyphs:
        if glyph.text.isspace():
            blank = True
            continue
        if group:
            before = group[-1]
            if not blank and _follows(group[0], before, glyph):
                # Most characters are the next letter of a word.
                if not fences.stand_between(before, glyph):
                    group.append(glyph)
                    continue
                yield group
                group = []
            elif _parts(group, glyph, blank=blank) or (
                fences.stand_between(before, glyph)
            ):
                yield group
                group = []
        group.extend(_joined(group, glyph, blank=blank))
        blank = False
    if group:
        yield group


def _follows(first: Glyph, before: Glyph, glyph: Glyph) -> bool:
    """Tell whether a character stands close to the one before it, on the same line."""
    bottom, top = glyph.bottom, glyph.top
    if first.bottom != bottom or first.top != top or before.bottom != bottom:
        return False
    near = (top - bottom) // 5
    return -near <= glyph.left - before.right <= near and not glyph.raised


class Fences:
    """The upright rules of a page, by where they stand."""

    def __init__(self, uprights: Sequence[Rule]) -> None:
        self._rules = sorted(uprights, key=lambda rule: rule.left)
        self._lefts = [rule.left for rule in self._rules]

    def stand_between(self, before: Glyph, after: Glyph) -> bool:
        """Tell whether an upright rule stands between two characters."""
        if not self._lefts:
            return False
        start = bisect_right(self._lefts, (before.left + before.right) // 2)
        end = bisect_right(self._lefts, (after.left + after.right) // 2)
        height = (before.bottom + before.top) // 2
        return any(rule.bottom <= height <= rule.top for rule in self._rules[start:end])


def _joined(group: list[Glyph], glyph: Glyph, *, blank: bool) -> Iterator[Glyph]:
    """Yield *glyph* as it follows on *group*: after a blank, raised, or as it is."""
    if group:
        before = group[-1]
        if blank or glyph.left - before.right > _em(before) // 5:
            left, bottom, _, top = glyph[1:5]
            yield Glyph(" ", left, bottom, left, top, glyph.number)
        elif _is_raised(group[0], glyph):
            yield glyph._replace(text=glyph.text.translate(RAISED))
            return
    yield glyph


def _em(glyph: Glyph) -> int:
    return max(glyph.top - glyph.bottom, 1)


def _parts(group: list[Glyph], glyph: Glyph, *, blank: bool) -> bool:
    """Tell whether *glyph* begins another segment than *group*."""
    first, before = group[0], group[-1]
    gap = glyph.left - before.right
    one, other = _em(first), _em(glyph)
    if first.top != glyph.top or first.bottom != glyph.bottom:
        shared = min(first.top, glyph.top) - max(first.bottom, glyph.bottom)
        if shared * 2 < min(one, other):
            return True
    em = max(one, other)
    # A justified line stretches its blanks; between columns there is none.
    return gap > (em * 5 // 2 if blank else em) or gap < -em


def _is_raised(base: Glyph, glyph: Glyph) -> bool:
    """Tell a small raised digit: "m2" is m², "kế hoạch3" has a footnote."""
    if not glyph.text.isdecimal():
        return False
    is_small = _em(glyph) * 4 < _em(base) * 3
    is_high = glyph.bottom + glyph.top > base.bottom + base.top
    return glyph.raised or (is_small and is_high)


def _with_raised_start(group: list[Glyph]) -> list[Glyph]:
    """Return a group whose first digits are raised where they are small and high.

    So begins a footnote: its number is smaller than the words that follow.
    """
    digits = 0
    while digits < len(group) and group[digits].text.isdecimal():
        digits += 1
    if not 0 < digits < min(len(group), 4) or not _is_raised(group[-1], group[0]):
        return group
    raised = [
        each._replace(text=each.text.translate(RAISED)) for each in group[:digits]
    ]
    return [*raised, *group[digits:]]


@dataclass(slots=True)
class Row:
    """The segments of one line across the page, from left to right.

    `beside` counts the frame that narrows the line, None where none stands beside it.
    """

    segments: list[Segment]
    beside: int | None = None

    @property
    def top(self) -> int:
        """The upper edge."""
        return max(segment.top for segment in self.segments)

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return min(segment.bottom for segment in self.segments)

    @property
    def text(self) -> str:
        """The words, gaps as tabs."""
        return "\t".join(segment.text for segment in self.segments)


def rows(found: Sequence[Segment]) -> list[Row]:
    """Return the segments as rows, from the top of the page to its foot."""
    whole: list[Row] = []
    for segment in sorted(found, key=lambda each: (-each.middle, each.left)):
        # Only the last rows can be level: the segments come from top to foot.
        for row in whole[:-4:-1]:
            ends = row.segments[0], row.segments[-1]
            if all(map(segment.is_level_with, ends)):
                row.segments.append(segment)
                break
        else:
            whole.append(Row([segment]))
    for row in whole:
        row.segments.sort(key=lambda each: each.left)
    return whole
