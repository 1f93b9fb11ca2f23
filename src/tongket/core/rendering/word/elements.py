"""Elements: WordprocessingML built by name, where python-docx has no word for it."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag: str, *children: Any, **attributes: str) -> Any:
    """Return the element of a tag such as "w:jc", with its children.

    Attributes are in the namespace of the tag's prefix.
    """
    made = OxmlElement(tag)
    prefix = tag.partition(":")[0]
    for name, value in attributes.items():
        made.set(qn(f"{prefix}:{name}"), value)
    for child in children:
        made.append(child)
    return made


def twips(millimetres: float) -> str:
    """Return a length as Word counts it: twentieths of a point."""
    return str(round(millimetres / 25.4 * 1440))


def half_points(points: float) -> str:
    """Return a type size as Word counts it."""
    return str(round(points * 2))


def text(words: str) -> Any:
    """Return words whose spaces are kept."""
    made = element("w:t")
    made.text = words
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def run(words: str, *properties: Any) -> Any:
    """Return a run of words with its properties."""
    made = element("w:r")
    if properties:
        made.append(element("w:rPr", *properties))
    made.append(text(words))
    return made


def paragraph(style: str, *runs: Any, properties: tuple[Any, ...] = ()) -> Any:
    """Return a paragraph in a style."""
    return element(
        "w:p", element("w:pPr", element("w:pStyle", val=style), *properties), *runs
    )


def switch(tag: str, *, on: bool = True) -> Any:
    """Return an on-off property such as bold."""
    return element(tag) if on else element(tag, val="0")


def rule_below(left: float, right: float) -> Any:
    """Return an empty low paragraph whose upper edge is a line, indented (mm)."""
    return paragraph(
        "Rule",
        properties=(
            element(
                "w:pBdr",
                element("w:top", val="single", sz="6", space="1", color="auto"),
            ),
            element("w:ind", left=twips(left), right=twips(right), firstLine="0"),
        ),
    )


def keep_with_next(block: Any) -> None:
    """Keep a paragraph on the page of what follows it; a table is left as it is."""
    properties = block.find(qn("w:pPr"))
    if block.tag == qn("w:p") and properties is not None:
        # Right behind the name of the style, as the standard orders it.
        properties.insert(1, switch("w:keepNext"))
