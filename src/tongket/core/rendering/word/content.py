"""Content: the text of a paper as Word paragraphs and tables, facts as controls.

Every fact is a content control tagged with its key: Word keeps the tag when somebody
types another number over it, so that the change is found when the file is read again.
"""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from tongket.core.nouns.paper import (
    Blank,
    Block,
    Bullet,
    Cell,
    Fact,
    Heading,
    Inline,
    Table,
    Words,
)
from tongket.core.rendering import letter
from tongket.core.rendering.layout import Layout
from tongket.core.rendering.word.elements import (
    element,
    paragraph,
    run,
    switch,
    twips,
)

BLANK_TAG = "blank"
"""The tag of a place that a person fills."""

# Content controls are numbered from here, away from the ids that Word gives itself.
_FIRST_ID = 71_000_000


class Content:
    """Writes the blocks of one paper, numbering its content controls."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._controls = 0

    def blocks(self, blocks: Iterable[Block]) -> list[Any]:
        """Return the blocks as paragraphs and tables."""
        return [made for block in blocks for made in self._block(block)]

    def _block(self, block: Block) -> list[Any]:
        if isinstance(block, Heading):
            style = f"Heading{min(block.level, 3)}"
            return [paragraph(style, run(letter.heading_line(block)))]
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Bullet):
            mark = run(letter.bullet_mark(block))
            return [paragraph("ListBullet", mark, *self._parts(block.parts))]
        return [paragraph("BodyText", *self._parts(block.parts))]

    def _parts(self, parts: Sequence[Inline]) -> list[Any]:
        return [self._part(part) for part in parts]

    def _part(self, part: Inline) -> Any:
        if isinstance(part, Fact):
            hint = part.computation or f"#{', #'.join(map(str, part.entries))}"
            return self._control(part.key, hint, part.text)
        if isinstance(part, Blank):
            return self._control(BLANK_TAG, part.hint, letter.text_of(part))
        assert isinstance(part, Words)  # noqa: S101 - the third kind of Inline
        marks = (("w:b", part.bold), ("w:i", part.italic))
        return run(part.text, *(switch(tag) for tag, on in marks if on))

    def _control(self, tag: str, title: str, words: str) -> Any:
        """Return the words in a content control; Word frames it under the pointer."""
        self._controls += 1
        # What is still to be written stands out, also while somebody types over it.
        grey = [switch("w:i"), element("w:color", val="595959")]
        marks = grey if tag == BLANK_TAG else []
        return element(
            "w:sdt",
            element(
                "w:sdtPr",
                element("w:rPr", *(deepcopy(mark) for mark in marks)),
                # Some writers drop the tag and keep the title, so that it tells the
                # key too; Word refuses longer ones.
                element("w:alias", val=f"{tag}: {title}"[:60]),
                element("w:tag", val=tag),
                element("w:id", val=str(_FIRST_ID + self._controls)),
                # A number is plain text; what a person writes may have any form.
                element("w:richText" if marks else "w:text"),
            ),
            element("w:sdtContent", run(words, *marks)),
        )

    def _table(self, table: Table) -> list[Any]:
        shares = table.widths or (1,) * len(table.header)
        whole = sum(shares)
        widths = [
            twips(self._layout.page.text_width * share / whole) for share in shares
        ]
        head = [
            _cell(width, paragraph("TableHead", run(name)), middle=True)
            for width, name in zip(widths, table.header, strict=True)
        ]
        rows = [_row(head, repeats=True)]
        for row in table.rows:
            cells = [
                _cell(width, self._cell_text(cell))
                for width, cell in zip(widths, row, strict=True)
            ]
            rows.append(_row(cells))
        made = element(
            "w:tbl",
            element(
                "w:tblPr",
                element("w:tblStyle", val="TableGrid"),
                element("w:tblW", w="5000", type="pct"),
                element("w:tblLayout", type="fixed"),
                element("w:tblLook", val="0620", firstRow="1"),
                element("w:tblCaption", val=table.caption),
            ),
            element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths)),
            *rows,
        )
        return [paragraph("Caption", run(table.caption)), made]

    def _cell_text(self, cell: Cell) -> Any:
        style = "TableNumber" if cell.numeric else "TableText"
        return paragraph(style, *self._parts(cell.parts))


def _cell(width: str, content: Any, *, middle: bool = False) -> Any:
    properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if middle:
        properties.append(element("w:vAlign", val="center"))
    return element("w:tc", properties, content)


def _row(cells: list[Any], *, repeats: bool = False) -> Any:
    """Return a row that no page break splits; a heading row repeats on every page."""
    properties = element("w:trPr", switch("w:cantSplit"))
    if repeats:
        properties.append(switch("w:tblHeader"))
    return element("w:tr", properties, *cells)
