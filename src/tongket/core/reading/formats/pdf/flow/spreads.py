"""Tables that run on over pages: their heads are read once, split rows made whole."""

from collections.abc import Iterable, Iterator, Sequence

from tongket.core.reading.formats.pdf.page import Page, Table
from tongket.core.reading.formats.pdf.segments import Row, Segment

# A segment and the page that it stands on; a row of a table, cell by cell.
Placed = tuple[int, Segment]
Cells = list[list[Placed]]
# What stands on the pages, one after another: rows of text, or rows of one table.
Part = tuple[int, list[Row]] | list[Cells]


def spread(pages: Iterable[Page], dropped: set[int]) -> Iterator[Part]:
    """Yield the parts of all pages, a table that runs on over pages as one.

    Rows of text come with the number of their page, without those in *dropped*.
    """
    table: list[Cells] = []
    for page in pages:
        for number, part in enumerate(page.parts(dropped)):
            if not isinstance(part, Table):
                if table:
                    yield table
                    table = []
                yield page.number, part
                continue
            cells = _placed(part, page.number)
            if table and number == 0 and len(table[0]) == len(cells[0]):
                _run_on(table, cells)
                continue
            if table:
                yield table
            table = cells
    if table:
        yield table


def _placed(table: Table, page: int) -> list[Cells]:
    return [
        [[(page, segment) for segment in cell] for cell in row] for row in table.rows
    ]


def _run_on(table: list[Cells], more: list[Cells]) -> None:
    """Add to a table what it holds on the next page, but not its head again."""
    heads = 0
    while heads < min(len(table), len(more)) and (
        _words(more[heads]) == _words(table[heads])
    ):
        heads += 1
    rest = more[heads:]
    if rest and _goes_on(table[-1], rest[0]):
        for cell, other in zip(table[-1], rest.pop(0), strict=True):
            cell.extend(other)
    table.extend(rest)


def _goes_on(last: Cells, row: Cells) -> bool:
    """Tell whether a row is the rest of the one that the page's end split.

    Some of its cells are empty, for they ended on the page before; the words of the
    others go on in the middle of a sentence.
    """
    words, before = _words(row), _words(last)
    filled = [(new, old) for new, old in zip(words, before, strict=True) if new]
    ended = any(old and not new for new, old in zip(words, before, strict=True))
    return (
        ended and bool(filled) and all(old and new[0].islower() for new, old in filled)
    )


def _words(row: Sequence[Sequence[Placed]]) -> list[str]:
    return [" ".join(segment.text for _, segment in cell) for cell in row]
