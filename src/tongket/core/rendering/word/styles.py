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
    defaults = root.find(qn("w:docDefaults"))
    if defaults is not None:
        root.remove(defaults)
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


def _styles(layout: Layout) -> list[Any]:
    body, sizes = layout.body, layout.sizes
    line = str(round(float(body.line) * 240))
    gap = str(body.gap * 20)
    indent = twips(float(body.indent))
    running = [
        element("w:spacing", before=gap, after="0", line=line, lineRule="auto"),
        element("w:ind", firstLine=indent),
        element("w:jc", val="both"),
    ]
    tight = [element("w:spacing", before="0", after="0")]
    centre = element("w:jc", val="center")
    centred = [*tight, centre]
    spaced = [element("w:spacing", before=gap, after="60"), centre]
    lowered = [element("w:spacing", before="120", after="0"), centre]
    return [
        _style("Normal", tight, {}, default=True),
        _style("BodyText", running, {}, name="Body Text"),
        _style("ListBullet", running, {}, name="List Bullet"),
        *(_heading(level, layout) for level in (1, 2, 3)),
        _style("Title", centred, {"size": sizes["type_name"], "bold": True}),
        _style("Subtitle", centred, {"size": sizes["subject"], "bold": True}),
        _style("Superior", centred, {"size": sizes["superior"]}),
        _style("Issuer", centred, {"size": sizes["issuer"], "bold": True}),
        _style("Nation", centred, {"size": sizes["nation"], "bold": True}),
        _style("Motto", centred, {"size": sizes["motto"], "bold": True}),
        _style("Number", lowered, {"size": sizes["number"]}),
        _style("Place", lowered, {"size": sizes["place"], "italic": True}),
        _style("Rule", [element("w:spacing", before="60", after="0")], {"size": 4}),
        _style("Addressee", centred, {}),
        _style(
            "Caption", [*spaced, switch("w:keepNext")], {"bold": True}, name="caption"
        ),
        _style("TableHead", centred, {"size": sizes["table"], "bold": True}),
        _style("TableText", tight, {"size": sizes["table"]}),
        _style(
            "TableNumber",
            [*tight, element("w:jc", val="right")],
            {"size": sizes["table"]},
        ),
        _style(
            "RecipientsTitle",
            tight,
            {"size": sizes["recipients_title"], "bold": True, "italic": True},
        ),
        _style("Recipients", tight, {"size": sizes["recipients"]}),
        _style(
            "Signature",
            [*centred, switch("w:keepNext")],
            {"size": sizes["signature"], "bold": True},
        ),
        _style("Header", centred, {"size": sizes["page_number"]}, name="header"),
        _table_style("TableNormal", "Normal Table", borders=False),
        _table_style("TableGrid", "Table Grid", borders=True),
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
