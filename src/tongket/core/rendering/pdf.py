"""A paper as PDF: set by typst, tagged, archivable, its facts attached."""

import json
from collections.abc import Sequence
from typing import Any

import typst

from tongket.core.nouns.delivered import Delivered
from tongket.core.nouns.paper import (
    Block,
    Bullet,
    Fact,
    Heading,
    Inline,
    Paper,
    Table,
    Words,
)
from tongket.core.rendering import capsule, letter
from tongket.core.rendering.layout import Layout

FONT = "TeX Gyre Termes"
"""A typeface with the widths of Times New Roman and all Vietnamese letters."""

# A-3a: kept for ever, tagged, with files attached; UA-1: readable by screen readers.
STANDARDS = ("a-3a", "ua-1")

# The motto is underlined in its full length, which only type metrics could tell: this
# is the width of the motto in bold Times at one point, in millimetres.
_MOTTO_WIDTH_AT_ONE_POINT = 4.3


def to_pdf(
    paper: Paper,
    *,
    layout: Layout,
    typesetting: str,
    fonts: Sequence[str],
    delivered: Delivered | None = None,
) -> bytes:
    """Return *paper* as a PDF/A-3a and PDF/UA-1 file.

    `typesetting` is the typst source that sets the paper and `fonts` the folders in
    which the typeface FONT stands; no other font of the machine is looked at, so that
    the file is the same everywhere. `delivered` is attached as "facts.json".
    """
    closed = letter.closed(paper, layout)
    files = {
        "main": typesetting.encode(),
        "paper.json": json.dumps(_as_data(closed, layout, delivered)).encode(),
        "facts.json": capsule.to_json(delivered) if delivered else b"{}",
    }
    # The library's stubs know no set of files, which it takes since 0.13.
    compile_files: Any = typst.compile
    pdf: bytes = compile_files(
        files,
        font_paths=list(fonts),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=list(STANDARDS),
    )
    return pdf


def _as_data(paper: Paper, layout: Layout, delivered: Delivered | None) -> Any:
    """Return everything that the typesetting prints, as JSON values."""
    page, body = layout.page, layout.body
    signature = paper.signature
    motto = layout.sizes["motto"] * _MOTTO_WIDTH_AT_ONE_POINT
    return {
        "title": f"{paper.type_name}: {paper.subject}",
        "font": FONT,
        "page": {name: getattr(page, name) for name in page.__slots__},
        "body": {
            "indent": float(body.indent),
            "gap": body.gap,
            "line": float(body.line),
        },
        "sizes": dict(layout.sizes),
        "words": {**layout.words, "motto_width": motto},
        "superior": paper.superior,
        "issuer": paper.issuer,
        "number_line": letter.number_line(paper, layout),
        "place_line": letter.place_line(paper, layout),
        "type_name": paper.type_name,
        "subject": paper.subject,
        "addressees": letter.addressee_lines(paper, layout),
        "recipients": letter.recipient_lines(paper, layout),
        "signature": {
            "lines": [line for line in (signature.authority, signature.post) if line],
            "name": signature.name,
        },
        "blocks": [_block(block) for block in paper.blocks],
        "kept_with_signature": letter.KEPT_WITH_SIGNATURE,
        "facts": delivered is not None,
        "attached": capsule.DESCRIPTION,
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        text = letter.heading_line(block)
        return {"kind": "heading", "level": block.level, "text": text}
    if isinstance(block, Table):
        return _table(block)
    mark = letter.bullet_mark(block) if isinstance(block, Bullet) else ""
    return {"kind": "text", "mark": mark, "parts": _parts(block.parts)}


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": table.caption,
        "header": table.header,
        "widths": table.widths or (1,) * len(table.header),
        "rows": [
            [{"numeric": cell.numeric, "parts": _parts(cell.parts)} for cell in row]
            for row in table.rows
        ],
    }


def _parts(parts: Sequence[Inline]) -> list[dict[str, Any]]:
    return [_part(part) for part in parts]


def _part(part: Inline) -> dict[str, Any]:
    text = letter.text_of(part)
    if isinstance(part, Words):
        return {"kind": "words", "text": text, "bold": part.bold, "italic": part.italic}
    return {"kind": "fact" if isinstance(part, Fact) else "blank", "text": text}
