"""The frame of a Word paper: what stands above and below its text."""

from typing import Any

from tongket.core.nouns.paper import Paper
from tongket.core.rendering import letter
from tongket.core.rendering.layout import Layout
from tongket.core.rendering.word.elements import (
    element,
    paragraph,
    rule_below,
    run,
    switch,
    twips,
)

# The motto is underlined in its full length: its width in bold Times at one point, mm.
MOTTO_WIDTH_AT_ONE_POINT = 4.3
_LEFT_SHARE = 0.44
_FOOT_SHARE = 0.48
# Room for the signature and the seal, in lines of the signature's size.
_SIGNING_LINES = 5


def head(paper: Paper, layout: Layout) -> list[Any]:
    """Return boxes 1 to 5a and 9a: who issues what, when, to whom."""
    width = layout.page.text_width
    left, right = width * _LEFT_SHARE, width * (1 - _LEFT_SHARE)
    motto = layout.sizes["motto"] * MOTTO_WIDTH_AT_ONE_POINT
    issuer = [
        paragraph("Superior", run(paper.superior.upper())),
        paragraph("Issuer", run(paper.issuer.upper())),
        _rule(left, left * 0.35),
    ]
    nation = [
        paragraph("Nation", run(layout.words["nation"])),
        paragraph("Motto", run(layout.words["motto"])),
        _rule(right, motto),
    ]
    number = [paragraph("Number", run(letter.number_line(paper, layout)))]
    place = [paragraph("Place", run(letter.place_line(paper, layout)))]
    return [
        _grid((left, right), (issuer, nation), (number, place)),
        paragraph("Normal"),
        paragraph("Title", run(paper.type_name.upper())),
        paragraph("Subtitle", run(paper.subject)),
        _rule(width, width * 0.3),
        *_addressees(paper, layout),
    ]


def foot(paper: Paper, layout: Layout) -> list[Any]:
    """Return boxes 7 and 9b: who signs, and who receives the paper."""
    width = layout.page.text_width
    recipients = [
        paragraph("RecipientsTitle", run(layout.words["recipients"])),
        *(
            paragraph("Recipients", run(line))
            for line in letter.recipient_lines(paper, layout)
        ),
    ]
    signature = paper.signature
    lines = [line.upper() for line in (signature.authority, signature.post) if line]
    signed = [
        *(paragraph("Signature", run(line)) for line in lines),
        *(paragraph("Signature") for _ in range(_SIGNING_LINES)),
        paragraph("Signature", run(signature.name)),
    ]
    columns = (width * _FOOT_SHARE, width * (1 - _FOOT_SHARE))
    return [paragraph("Normal"), _grid(columns, (recipients, signed))]


def page_number() -> Any:
    """Return the field that prints the number of the page."""
    field = element("w:fldSimple", run("2"), instr="PAGE")
    return paragraph("Header", field)


def _addressees(paper: Paper, layout: Layout) -> list[Any]:
    lines = letter.addressee_lines(paper, layout)
    if len(lines) == 1:
        return [paragraph("Normal"), paragraph("Addressee", run(lines[0]))]
    made = [paragraph("Normal")] if lines else []
    for number, line in enumerate(lines):
        indent = element("w:ind", left=twips(25 if number == 0 else 45))
        made.append(paragraph("Normal", run(line), properties=(indent,)))
    return made


def _rule(width: float, length: float) -> Any:
    """Return a line of *length* in the middle of *width*, both in millimetres."""
    side = max(0.0, (width - length) / 2)
    return rule_below(side, side)


def _grid(widths: tuple[float, ...], *rows: tuple[list[Any], ...]) -> Any:
    """Return a table without lines that holds blocks side by side."""
    made = element(
        "w:tbl",
        element(
            "w:tblPr",
            element("w:tblW", w="5000", type="pct"),
            element("w:jc", val="center"),
            element("w:tblLayout", type="fixed"),
            element(
                "w:tblCellMar",
                element("w:left", w="0", type="dxa"),
                element("w:right", w="0", type="dxa"),
            ),
        ),
        element("w:tblGrid", *(element("w:gridCol", w=twips(one)) for one in widths)),
    )
    for row in rows:
        cells = [
            element(
                "w:tc",
                element("w:tcPr", element("w:tcW", w=twips(one), type="dxa")),
                *blocks,
            )
            for one, blocks in zip(widths, row, strict=True)
        ]
        made.append(element("w:tr", element("w:trPr", switch("w:cantSplit")), *cells))
    return made
