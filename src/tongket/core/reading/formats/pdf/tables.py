"""Tables that are ruled: their grid found from the lines, their cells from the grid."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tongket.core.reading.formats.pdf.segments import Segment, rows
from tongket.core.reading.formats.pdf.sheet.marks import Rule

# Lines nearer than this (3 pt) meet; ends of lines of a drawn table seldom do exactly.
NEAR = 300
# Shorter lines (5 pt) are drawn by letters and ornaments.
SHORTEST = 500
# A page with more lines than this after joining is a drawing.
MOST_LINES = 400
Address = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid of one table: the edges of its columns and of its rows.

    `across` runs from left to right, `down` from the top to the foot; `levels` and
    `uprights` are the lines that are really drawn, for a merged cell lacks some.
    """

    across: tuple[int, ...]
    down: tuple[int, ...]
    levels: tuple[Rule, ...]
    uprights: tuple[Rule, ...]

    @property
    def is_table(self) -> bool:
        """Tell whether there are columns; else it is a frame around some words."""
        return len(self.across) > 2

    @property
    def top(self) -> int:
        """The upper edge."""
        return self.down[0]

    def holds(self, segment: Segment) -> bool:
        """Tell whether a segment stands within the table."""
        middle = (segment.left + segment.right) // 2
        return (
            self.across[0] - NEAR <= middle <= self.across[-1] + NEAR
            and self.down[-1] <= segment.middle <= self.down[0]
        )

    def lines(self, within: Sequence[Segment]) -> list[list[list[Segment]]]:
        """Return the rows of the table: of each, its cells, of each, its segments.

        A merged cell is filled where it begins, and empty in the columns that it
        runs over.
        """
        cells: dict[Address, list[Segment]] = {}
        anchors = self._anchors()
        for segment in within:
            cells.setdefault(anchors[self._address(segment)], []).append(segment)
        width = len(self.across) - 1
        return [
            [_in_order(cells.get((row, column), [])) for column in range(width)]
            for row in range(len(self.down) - 1)
        ]

    def _address(self, segment: Segment) -> Address:
        middle = (segment.left + segment.right) // 2
        column = bisect_right(self.across, middle) - 1
        row = bisect_right([-edge for edge in self.down], -segment.middle) - 1
        return (
            min(max(row, 0), len(self.down) - 2),
            min(max(column, 0), len(self.across) - 2),
        )

    def _anchors(self) -> dict[Address, Address]:
        """Return of every cell the first cell of the merged one that it is part of."""
        anchors: dict[Address, Address] = {}
        for row in range(len(self.down) - 1):
            for column in range(len(self.across) - 1):
                here = row, column
                anchors[here] = here
                if column and not self._is_ruled_left(row, column):
                    anchors[here] = anchors[row, column - 1]
                elif row and not self._is_ruled_above(row, column):
                    anchors[here] = anchors[row - 1, column]
        return anchors

    def _is_ruled_left(self, row: int, column: int) -> bool:
        height = (self.down[row] + self.down[row + 1]) // 2
        return any(
            abs(rule.left - self.across[column]) <= NEAR
            and rule.bottom <= height <= rule.top
            for rule in self.uprights
        )

    def _is_ruled_above(self, row: int, column: int) -> bool:
        middle = (self.across[column] + self.across[column + 1]) // 2
        return any(
            abs(rule.bottom - self.down[row]) <= NEAR
            and rule.left <= middle <= rule.right
            for rule in self.levels
        )


def _in_order(cell: list[Segment]) -> list[Segment]:
    return [segment for row in rows(cell) for segment in row.segments]


def rulings(rules: Sequence[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Return the level and the upright lines of a page, pieces joined.

    None from a drawing.
    """
    level = _joined(
        rule for rule in rules if rule.is_level and rule.right - rule.left >= SHORTEST
    )
    turned = _joined(
        Rule(rule.bottom, rule.left, rule.top, rule.right)
        for rule in rules
        if not rule.is_level and rule.top - rule.bottom >= SHORTEST
    )
    if len(level) + len(turned) > MOST_LINES:
        return [], []
    return level, [
        Rule(line.bottom, line.left, line.top, line.right) for line in turned
    ]


def _joined(pieces: Iterable[Rule]) -> list[Rule]:
    """Join the pieces of level lines: a table draws the edge of every cell apart."""
    lines: list[list[Rule]] = []
    for piece in sorted(pieces, key=lambda each: each.bottom):
        if not lines or piece.bottom - lines[-1][0].bottom > NEAR // 2:
            lines.append([])
        lines[-1].append(piece)
    whole: list[Rule] = []
    for line in lines:
        whole.extend(_end_to_end(sorted(line, key=lambda each: each.left)))
    return whole


def _end_to_end(pieces: list[Rule]) -> list[Rule]:
    whole = [pieces[0]]
    for piece in pieces[1:]:
        last = whole[-1]
        if piece.left <= last.right + NEAR:
            whole[-1] = last._replace(right=max(last.right, piece.right))
        else:
            whole.append(piece)
    return whole


def grids(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Grid]:
    """Return the grids that lines form: tables of two columns or more, and frames."""
    found = []
    for group in _meeting([*level, *upright]):
        across = _edges(rule.left for rule in group if not rule.is_level)
        ruling = [
            rule for rule in group if rule.is_level and not _is_in_cell(rule, across)
        ]
        down = _edges(rule.bottom for rule in ruling)
        if len(down) > 1 and (len(across) > 2 or len(across) == len(down) == 2):
            found.append(
                Grid(
                    tuple(across),
                    tuple(reversed(down)),
                    tuple(ruling),
                    tuple(rule for rule in group if not rule.is_level),
                )
            )
    return found


def _is_in_cell(level: Rule, across: Sequence[int]) -> bool:
    """Tell whether a level line ends within a column: it underlines some words."""
    return any(
        left - NEAR <= level.left
        and level.right <= right + NEAR
        and level.right - level.left < right - left - NEAR * 2
        for left, right in pairwise(across)
    )


def _meeting(lines: Sequence[Rule]) -> list[list[Rule]]:
    """Return the groups of lines that meet one another."""
    groups: list[list[Rule]] = []
    for line in lines:
        apart: list[list[Rule]] = []
        meeting = [line]
        for group in groups:
            if any(_meet(line, other) for other in group):
                meeting.extend(group)
            else:
                apart.append(group)
        groups = [*apart, meeting]
    return groups


def _meet(one: Rule, other: Rule) -> bool:
    return (
        one.is_level != other.is_level
        and one.left <= other.right + NEAR
        and other.left <= one.right + NEAR
        and one.bottom <= other.top + NEAR
        and other.bottom <= one.top + NEAR
    )


def _edges(places: Iterable[int]) -> list[int]:
    """Return places in order, those that are near one another once."""
    edges: list[int] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > NEAR:
            edges.append(place)
    return edges
