"""Which characters of a pdf page a line was drawn through."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tongket.core.reading.formats.pdf.sheet.marks import Glyph, Rule

# A line through a character crosses its box between these shares of its height, in per
# cent: below runs what underlines it, above what frames it.
LOWEST, HIGHEST = 27, 64
# The box of a character higher than this (1.5 inches) is no letter of a text.
TALLEST = 10_800
# Lines are looked up by their height, in steps of so many hundredths of a point; more
# lines than this in one step are a drawing.
STEP, MOST_LINES = 400, 100


def struck(
    glyphs: Sequence[Glyph], rules: Sequence[Rule], marks: Sequence[Rule]
) -> set[int]:
    """Return the places in *glyphs* of the characters that were struck out.

    A line of *rules* strikes words out when it runs through their middle from the edge
    of one character to the edge of another, and over nothing else: the rule of a table
    or an ornament that runs through a word by mistake ends anywhere. The *marks* of
    reviewers need no such proof.
    """
    sure = set(marks)
    return {
        place
        for rule, places in _crossed(glyphs, [*rules, *marks]).items()
        if rule in sure or _runs_over_words(rule, [glyphs[place] for place in places])
        for place in places
        if _inside(rule, glyphs[place])
    }


def _crossed(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> dict[Rule, list[int]]:
    """Return of each level line the places of the characters that it touches midway."""
    heights: dict[int, list[Rule]] = defaultdict(list)
    for rule in dict.fromkeys(rules):
        if rule.is_level:
            heights[_middle(rule) // STEP].append(rule)
    found: dict[Rule, list[int]] = defaultdict(list)
    # The characters of a line of text share their height.
    lines: dict[tuple[int, int], list[Rule]] = {}
    for place, glyph in enumerate(glyphs) if heights else ():
        height = glyph.bottom, glyph.top
        if height not in lines:
            lines[height] = [*_midway(*height, heights)]
        for rule in lines[height]:
            if rule.left < glyph.right and glyph.left < rule.right:
                found[rule].append(place)
    return found


def _midway(bottom: int, top: int, heights: dict[int, list[Rule]]) -> Iterator[Rule]:
    """Yield the lines that run through the middle of a line of text."""
    height = top - bottom
    if height > TALLEST:
        return
    low, high = bottom + height * LOWEST // 100, bottom + height * HIGHEST // 100
    for step in range(low // STEP, high // STEP + 1):
        here = heights.get(step, ())
        for rule in here if len(here) <= MOST_LINES else ():
            if low <= _middle(rule) <= high and (rule.top - rule.bottom) * 5 < height:
                yield rule


def _middle(rule: Rule) -> int:
    return (rule.bottom + rule.top) // 2


def _inside(rule: Rule, glyph: Glyph) -> bool:
    """Tell whether a line crosses most of the width of a character."""
    covered = min(rule.right, glyph.right) - max(rule.left, glyph.left)
    return covered * 2 > glyph.right - glyph.left


def _runs_over_words(rule: Rule, glyphs: list[Glyph]) -> bool:
    """Tell whether a line ends where characters do, and words fill it."""
    filled, end = 0, rule.left
    for glyph in sorted(glyphs, key=lambda each: each.left):
        em = glyph.top - glyph.bottom
        if not (glyph.text.isspace() or _is_cut_clean(rule, glyph, em // 12)):
            return False
        # A blank is as wide as the line is high at most; a gap between columns is not.
        if glyph.left - end <= em:
            filled += max(glyph.left - end, 0)
        filled += max(glyph.right - max(glyph.left, end), 0)
        end = max(end, glyph.right)
    return filled * 10 >= (rule.right - rule.left) * 8


def _is_cut_clean(rule: Rule, glyph: Glyph, near: int) -> bool:
    """Tell whether a character lies wholly under a line, or wholly beside it."""
    outside = max(rule.left - glyph.left, glyph.right - rule.right)
    inside = min(glyph.right - rule.left, rule.right - glyph.left)
    return outside <= near or inside <= near
