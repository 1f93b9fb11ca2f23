"""What repeats at the head and foot of pages: titles, dates, page numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tongket.core.reading.formats.pdf.flow.paragraphs import pitch_of
from tongket.core.reading.formats.pdf.segments import Row

DIGITS = re.compile(r"\d+")
# A page number alone, however it is dressed: "3", "- 3 -", "Trang 3/10".
NUMBER = re.compile(r"^[-–—|\s]*(?:trang|page)?\s*(\d{1,4})(?:\s*/\s*\d+)?[-–—|\s.]*$")
# Head and foot are within this share of the page's height, in per cent.
ZONE = 12
# On so many of a hundred pages a line must stand to be chrome (titles may alternate
# between left and right pages).
SHARE = 40
DEEPEST = 3


class Edge(NamedTuple):
    """A row near the head or the foot of a page; the outermost has depth 0."""

    side: str
    depth: int
    row: Row


@dataclass(slots=True)
class Leaf:
    """A page: its number, its height, and its rows that stand in no table."""

    number: int
    height: int
    rows: list[Row]

    def edges(self) -> list[Edge]:
        """Return the rows near the head and near the foot, outermost first."""
        zone = self.height * ZONE // 100
        head = [row for row in self.rows[:DEEPEST] if row.bottom > self.height - zone]
        foot = [row for row in self.rows[: -DEEPEST - 1 : -1] if row.top < zone]
        return [
            *(Edge("head", depth, row) for depth, row in enumerate(head)),
            *(Edge("foot", depth, row) for depth, row in enumerate(foot)),
        ]

    def stands_apart(self, edge: Edge) -> bool:
        """Tell whether a gap or its size parts a row at an edge from the text."""
        order = self.rows if edge.side == "head" else self.rows[::-1]
        if len(order) <= DEEPEST:
            # Tables fill the page; these rows are all that stands outside of them.
            return True
        usual = pitch_of(self.rows) * 115 // 100
        steps = zip(
            order[edge.depth :], order[edge.depth + 1 : DEEPEST + 1], strict=False
        )
        return any(
            abs(one.top - two.top) > usual or is_smaller(one, two) for one, two in steps
        )


def is_smaller(one: Row, two: Row) -> bool:
    """Tell whether one of two rows is set clearly smaller than the other."""
    heights = sorted((one.segments[0].em, two.segments[0].em))
    return heights[0] * 100 < heights[1] * 85


def chrome(leaves: Sequence[Leaf]) -> list[Row]:
    """Return the rows that only dress the pages."""
    numbers = _page_numbers(leaves)
    return [*numbers, *_repeated(leaves, {id(row) for row in numbers})]


def _page_numbers(leaves: Sequence[Leaf]) -> list[Row]:
    """Return the rows that count the pages: their numbers run on with the pages."""
    counts: dict[int, list[Row]] = defaultdict(list)
    for leaf in leaves:
        for edge in leaf.edges():
            match = NUMBER.match(edge.row.text.lower())
            if match and edge.depth == 0:
                counts[int(match[1]) - leaf.number].append(edge.row)
    return [
        row
        for offset, counted in counts.items()
        # One number alone must be that of its page; "3" at the foot of page 3.
        if len(counted) > 1 or offset == 0
        for row in counted
    ]


def _repeated(leaves: Sequence[Leaf], numbers: set[int]) -> list[Row]:
    """Return the rows whose words stand at the same edge of many pages.

    A gap parts them from the text, and the text has them half as often at most: the
    title of a report is on its first page and at the head of all others.
    """
    places: dict[tuple[str, str, int], list[Row]] = defaultdict(list)
    inside: Counter[str] = Counter()
    for leaf in leaves:
        edges = leaf.edges()
        outer = {id(edge.row) for edge in edges}
        inside.update(_words(row) for row in leaf.rows if id(row) not in outer)
        for edge in edges:
            height = edge.row.top // edge.row.segments[0].em
            if id(edge.row) not in numbers and leaf.stands_apart(edge):
                places[edge.side, _words(edge.row), height].append(edge.row)
    needed = max(2, len(leaves) * SHARE // 100)
    return [
        row
        for (_, words, _), repeated in places.items()
        if len(repeated) >= max(needed, inside[words] * 2)
        if any(map(str.isalpha, words))
        for row in repeated
    ]


def _words(row: Row) -> str:
    """Return the words of a row, all numbers alike: a header may count the pages."""
    return DIGITS.sub("#", row.text)
