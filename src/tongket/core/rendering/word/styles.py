"""Styles: every block of an official document is a named style of the Word file."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from tongket.core.rendering.layout import Layout
from tongket.core.rendering.word.elements import element, half_points, switch, twips

_FONTS = ("ascii", "hAnsi", "eastAsia", "cs")


def lay_out(document: Document, layout: Layout) -> None:
    """Give *document* the page, the language and the styles of *layout*."""
    root = document.styles.element
    for kept in list(root.findall(qn("w:style"))):
        root.remove(kept)
    root.remove(root.find(qn("w:docDefaults")))
    root.insert(0, _defaults(layout))
    for style in _styles(layout):
        root.append(style)


def _defaults(layout: Layout) -> Any:
    size = half_points(layout.sizes["body"])
    return element(
        "w:docDefaults",
        element(
            "w:rPrDefault",
            element(
                "w:rPr",
                element("w:rFonts", **dict.fromkeys(_FONTS, layout.font)),
                element("w:sz", val=size),
                element("w:szCs", val=size),
                element("w:lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA"),
            ),
        ),
        element("w:pPrDefault", element("w:pPr", element("w:spacing", after="0"))),
    )


def _spacing(before: str = "0", after: str = "0", **line: str) -> Any:
    """Return the room above and below a paragraph, in twentieths of a point."""
    return element("w:spacing", before=before, after=after, **line)


def _aligned(side: str) -> Any:
    return element("w:jc", val=side)


def _styles(layout: Layout) -> list[Any]:
    return [
        _style("Normal", [_spacing()], {}, default=True),
        *_text_styles(layout),
        *_frame_styles(layout.sizes),
        *_table_styles(layout),
        _table_style("TableNormal", "Normal Table", borders=False),
        _table_style("TableGrid", "Table Grid", borders=True),
    ]


def _text_styles(layout: Layout) -> list[Any]:
    """Return the styles of headings and running text: justified and indented."""
    body = layout.body
    line = str(round(float(body.line) * 240))
    running = [
        _spacing(str(body.gap * 20), line=line, lineRule="auto"),
        element("w:ind", firstLine=twips(float(body.indent))),
        _aligned("both"),
    ]
    return [
        _style("BodyText", running, {}, name="Body Text"),
        _style("ListBullet", running, {}, name="List Bullet"),
        *(_heading(level, layout) for level in (1, 2, 3)),
    ]


def _frame_styles(sizes: Mapping[str, int]) -> list[Any]:
    """Return the styles of what stands above and below the text."""
    centred = [_spacing(), _aligned("center")]
    lowered = [_spacing("120"), _aligned("center")]
    signed = [*centred, switch("w:keepNext")]
    bold, italic = {"bold": True}, {"italic": True}
    title = {"size": sizes["recipients_title"], **bold, **italic}
    return [
        _style("Superior", centred, {"size": sizes["superior"]}),
        _style("Issuer", centred, {"size": sizes["issuer"], **bold}),
        _style("Nation", centred, {"size": sizes["nation"], **bold}),
        _style("Motto", centred, {"size": sizes["motto"], **bold}),
        _style("Number", lowered, {"size": sizes["number"]}),
        _style("Place", lowered, {"size": sizes["place"], **italic}),
        _style("Title", centred, {"size": sizes["type_name"], **bold}),
        _style("Subtitle", centred, {"size": sizes["subject"], **bold}),
        _style("Rule", [_spacing("60")], {"size": 4}),
        _style("Addressee", centred, {}),
        _style("RecipientsTitle", [_spacing()], title),
        _style("Recipients", [_spacing()], {"size": sizes["recipients"]}),
        _style("Signature", signed, {"size": sizes["signature"], **bold}),
        _style("Header", centred, {"size": sizes["page_number"]}, name="header"),
    ]


def _table_styles(layout: Layout) -> list[Any]:
    """Return the styles of a table's caption and cells."""
    size = {"size": layout.sizes["table"]}
    above = _spacing(str(layout.body.gap * 20), "60")
    caption = [above, _aligned("center"), switch("w:keepNext")]
    head = [_spacing(), _aligned("center")]
    number = [_spacing(), _aligned("right")]
    return [
        _style("Caption", caption, {"bold": True}, name="caption"),
        _style("TableHead", head, {**size, "bold": True}),
        _style("TableText", [_spacing()], size),
        _style("TableNumber", number, size),
    ]


def _style(
    key: str,
    paragraph: list[Any],
    type_of: Mapping[str, Any],
    *,
    name: str = "",
    default: bool = False,
) -> Any:
    style = element("w:style", type="paragraph", styleId=key)
    if default:
        style.set(qn("w:default"), "1")
    style.append(element("w:name", val=name or key))
    if not default:
        style.append(element("w:basedOn", val="Normal"))
    style.append(element("w:qFormat"))
    style.append(element("w:pPr", *_in_order(paragraph)))
    style.append(element("w:rPr", *_type(type_of)))
    return style


def _in_order(properties: list[Any]) -> list[Any]:
    """Return paragraph properties in the order that the standard prescribes."""
    order = ("keepNext", "pBdr", "spacing", "ind", "jc", "outlineLvl")
    # An element stands in one place only: styles that share a property get copies.
    copies = [deepcopy(one) for one in properties]
    return sorted(copies, key=lambda one: order.index(one.tag.split("}")[1]))


def _type(type_of: Mapping[str, Any]) -> list[Any]:
    made = []
    if type_of.get("bold"):
        made += [switch("w:b"), switch("w:bCs")]
    if type_of.get("italic"):
        made += [switch("w:i"), switch("w:iCs")]
    if "size" in type_of:
        size = half_points(type_of["size"])
        made += [element("w:sz", val=size), element("w:szCs", val=size)]
    return made


def _heading(level: int, layout: Layout) -> Any:
    gap = str(layout.body.gap * 20)
    style = _style(
        f"Heading{level}",
        [
            switch("w:keepNext"),
            element("w:spacing", before=gap, after="0"),
            element("w:ind", firstLine=twips(float(layout.body.indent))),
            element("w:jc", val="both"),
            element("w:outlineLvl", val=str(level - 1)),
        ],
        {"bold": level < 3, "italic": level == 3},
        name=f"heading {level}",
    )
    style.insert(2, element("w:next", val="BodyText"))
    return style


def _table_style(key: str, name: str, *, borders: bool) -> Any:
    style = element("w:style", type="table", styleId=key)
    style.append(element("w:name", val=name))
    inner = element("w:tblPr")
    if borders:
        edges = ("top", "left", "bottom", "right", "insideH", "insideV")
        line = {"val": "single", "sz": "4", "space": "0", "color": "auto"}
        inner.append(
            element("w:tblBorders", *(element(f"w:{edge}", **line) for edge in edges))
        )
    else:
        style.set(qn("w:default"), "1")
    inner.append(
        element(
            "w:tblCellMar",
            element("w:left", w="57", type="dxa"),
            element("w:right", w="57", type="dxa"),
        )
    )
    style.append(inner)
    return style
