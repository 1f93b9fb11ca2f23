"""Tables as they lie in a text: rows of figures with a label.

A row is one line whose figures are parted by nothing but tabs, bars and blanks, or a
label and the lines below it that hold one figure each.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from tongket.core.checks.scene import LINE_END, Scene
from tongket.core.nouns.figure import Figure

_LINE_END = re.compile(LINE_END)
_SEPARATOR = re.compile(r"[\t|\n]")
_BETWEEN = re.compile(r"[\s|%]*")
# How a row is numbered: the main rows and their sub-rows are numbered differently.
_LEVELS = (
    ("roman", re.compile(r"[\s|]*[IVX]+[.)\s|]")),
    ("letter", re.compile(r"[\s|]*[A-ZĐ][.)\s|]")),
    ("deep", re.compile(r"[\s|]*\d+(?:\.\d+)+")),
    ("number", re.compile(r"[\s|]*\d+[.)\s|]")),
    ("small", re.compile(r"[\s|]*[a-zđ][.)\s|]")),
    ("dash", re.compile(r"[\s|]*[-+*•–]")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its label and its figures from left to right.

    `level` names the form of its numbering ("roman", "number" …), "" without one.
    """

    label: str
    figures: tuple[Figure, ...]
    level: str


def tables(scene: Scene) -> Iterator[tuple[Row, ...]]:
    """Find the tables of a text, each as its rows, in text order."""
    starts = [0, *(match.end() for match in _LINE_END.finditer(scene.text))]
    lines = groupby(
        scene.figures,
        key=lambda figure: bisect_right(starts, figure.span.start) - 1,
    )
    run: list[Row] = []
    last = -1
    for line, on_line in lines:
        row = _row(scene, starts[line], tuple(on_line))
        if row is None or line != last + 1:
            yield from _whole(run)
            run = []
        if row is not None:
            run.append(row)
        last = line
    yield from _whole(run)


def _whole(run: list[Row]) -> Iterator[tuple[Row, ...]]:
    if len(run) > 2:
        yield tuple(run)


def _row(scene: Scene, start: int, figures: tuple[Figure, ...]) -> Row | None:
    """Read a line and the cells below it as a row; None if words part its figures."""
    label = scene.text[start : figures[0].span.start]
    if not _SEPARATOR.search(label):
        return None
    for left, right in pairwise(figures):
        if not _BETWEEN.fullmatch(scene.between(left, right)):
            return None
    level = next((name for name, form in _LEVELS if form.match(label)), "")
    return Row(label, figures, level)
