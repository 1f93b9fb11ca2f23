"""The pieces of a page laid out: paragraphs below one another, tables as tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from tongket.doors.web.intake.marking import Piece

# One line with a tab sets two things side by side; a table has rows.
FEWEST_ROWS = 2
Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs, or the rows of a table with the cells of each.

    `lines` keep their line ends. `heads` are the cells of a table's first row where
    they name the columns, which is where no figure stands among them.
    """

    lines: tuple[Line, ...] = ()
    heads: tuple[Line, ...] = ()
    rows: tuple[tuple[Line, ...], ...] = ()


def blocks(pieces: Iterable[Piece]) -> Iterator[Block]:
    """Yield the blocks of a page; every letter stands in one, but tabs of tables."""
    for is_table, some in groupby(_told_apart(lines(pieces)), itemgetter(0)):
        found = [line for _, line in some]
        if is_table and len(found) >= FEWEST_ROWS:
            yield _table([_cells(line) for line in found])
        else:
            yield Block(lines=tuple(_calm(found)))


def lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    """Yield the pieces line by line; what is marked is never cut."""
    line: list[Piece] = []
    for piece in pieces:
        for part in _parted(piece, "\n"):
            line.append(part)
            if part.text.endswith("\n"):
                yield tuple(line)
                line = []
    if line:
        yield tuple(line)


def _parted(piece: Piece, mark: str) -> Iterator[Piece]:
    """Yield a plain piece cut after each *mark*, any other as it is."""
    if piece.figure or piece.other or mark not in piece.text:
        yield piece
        return
    *whole, rest = piece.text.split(mark)
    yield from (replace(piece, text=part + mark) for part in whole)
    if rest:
        yield replace(piece, text=rest)


def _told_apart(found: Iterable[Line]) -> Iterator[tuple[bool, Line]]:
    """Yield each line with whether it is the row of a table.

    A tab before the first word indents a paragraph, but below another row it leaves
    the first cell empty.
    """
    is_row = False
    for line in found:
        text = "".join(piece.text for piece in line).strip("\n")
        is_row = "\t" in (text if is_row else text.lstrip())
        yield is_row, line


def _cells(line: Line) -> tuple[Line, ...]:
    cells: list[list[Piece]] = [[]]
    for piece in line:
        for part in _parted(piece, "\t"):
            text = part.text if part.figure or part.other else part.text.strip("\t\n")
            if text:
                cells[-1].append(replace(part, text=text))
            if part.text.endswith("\t"):
                cells.append([])
    return tuple(map(tuple, cells))


def _table(rows: Sequence[tuple[Line, ...]]) -> Block:
    """Return a table whose rows all have as many cells as the longest."""
    width = max(map(len, rows))
    first, *others = [(*row, *((),) * (width - len(row))) for row in rows]
    if any(piece.figure for cell in first for piece in cell):
        return Block(rows=(first, *others))
    return Block(heads=first, rows=tuple(others))


def _calm(found: Iterable[Line]) -> Iterator[Line]:
    """Yield lines, one blank line where a file has many."""
    was_blank = False
    for line in found:
        is_blank = not any(piece.text.strip() for piece in line)
        if not (is_blank and was_blank):
            yield line
        was_blank = is_blank
