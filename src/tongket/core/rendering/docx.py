"""A paper as a Word file: real styles, every fact a content control, facts inside."""

from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from tongket.core.nouns.delivered import Delivered
from tongket.core.nouns.paper import Paper
from tongket.core.rendering import capsule, letter
from tongket.core.rendering.layout import Layout
from tongket.core.rendering.word import frame, styles
from tongket.core.rendering.word.content import Content
from tongket.core.rendering.word.elements import keep_with_next

NAMESPACE = "urn:tongket:facts:1"
"""The namespace of the custom XML part that holds the facts."""

# A preview of another document, styles for Word 2007, an empty list of references.
_UNUSED = frozenset({"thumbnail", "stylesWithEffects", "customXml"})
_STORE_OF = RELATIONSHIP_TYPE.CUSTOM_XML
_STORE = "{7d3a2f5e-9c41-4f0b-8a57-2c6c1e0b5d19}"
_STORES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
# The namespace is the default one of its part.
_ALONE: Any = {None: NAMESPACE}
_STORE_PART = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_STORE_LINK = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
)


def to_docx(
    paper: Paper, *, layout: Layout, delivered: Delivered | None = None
) -> bytes:
    """Return *paper* as a .docx file in the layout of *layout*.

    `delivered` is carried as a custom XML part; its facts are the content controls
    whose tags are their keys.
    """
    document = _empty()
    styles.lay_out(document, layout)
    _page(document, layout, frame.page_number())
    _properties(document, paper, delivered)
    closed = letter.closed(paper, layout)
    body = document.element.body
    content = Content(layout).blocks(closed.blocks)
    foot = frame.foot(closed, layout)
    for block in (*content[-letter.KEPT_WITH_SIGNATURE :], *foot):
        keep_with_next(block)
    for block in (*frame.head(closed, layout), *content, *foot):
        body.insert(len(body) - 1, block)
    if delivered is not None:
        _carry(document, delivered)
    return _saved(document)


def _empty() -> Document:
    """Return the empty template without what no paper of ours uses."""
    document = docx.Document()
    for links in (document.part.rels, document.part.package.rels):
        for link in list(links.values()):
            if link.reltype.rpartition("/")[2] in _UNUSED:
                del links[link.rId]
    return document


def _page(document: Document, layout: Layout, number: Any) -> None:
    """Set the sheet, its margins, and the page number above, not on the first page."""
    page, section = layout.page, document.sections[0]
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance = Mm(page.header)
    section.different_first_page_header_footer = True
    # A first page with an empty header of its own, or Word shows none of its own.
    section.first_page_header.is_linked_to_previous = False
    header = section.header
    header.is_linked_to_previous = False
    for old in list(header._element):  # noqa: SLF001 - python-docx has no other door
        header._element.remove(old)  # noqa: SLF001 - the same
    header._element.append(number)  # noqa: SLF001 - the same


def _properties(document: Document, paper: Paper, delivered: Delivered | None) -> None:
    core = document.core_properties
    core.title = f"{paper.type_name}: {paper.subject}"
    core.author = core.last_modified_by = paper.issuer
    core.subject, core.language, core.comments = paper.subject, "vi-VN", ""
    core.keywords = delivered.origin.period if delivered else ""
    if delivered and delivered.origin.at:
        at = datetime.fromisoformat(delivered.origin.at)
        core.created = core.modified = at.replace(tzinfo=None)


def _carry(document: Document, delivered: Delivered) -> None:
    """Put the facts into the package, in a store that Word keeps when it saves."""
    package = document.part.package
    root = etree.Element(f"{{{NAMESPACE}}}facts", nsmap=_ALONE)
    root.text = capsule.to_json(delivered).decode()
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", _xml(root), package)
    store = etree.Element(f"{{{_STORES}}}datastoreItem", nsmap={"ds": _STORES})
    store.set(f"{{{_STORES}}}itemID", _STORE)
    schemas = etree.SubElement(store, f"{{{_STORES}}}schemaRefs")
    schema = etree.SubElement(schemas, f"{{{_STORES}}}schemaRef")
    schema.set(f"{{{_STORES}}}uri", NAMESPACE)
    properties = Part(
        PackURI("/customXml/itemProps1.xml"), _STORE_PART, _xml(store), package
    )
    item.relate_to(properties, _STORE_LINK)
    document.part.relate_to(item, _STORE_OF)


def _xml(root: Any) -> bytes:
    made: bytes = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return made


def _saved(document: Document) -> bytes:
    language = document.settings.element.find(qn("w:themeFontLang"))
    language.set(qn("w:val"), "vi-VN")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
