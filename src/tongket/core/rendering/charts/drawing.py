"""A drawing: SVG elements with their text escaped by the standard library."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from xml.etree import ElementTree as ET

Written = Callable[[Decimal], str]


@dataclass(frozen=True, slots=True)
class Caption:
    """What a chart says to those who do not see it.

    `name` is unique in the page (the ids of title and description hang on it),
    `title` says what is shown, `description` what is to be seen in it.
    """

    name: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a series: what was planned and what came of it.

    None stands where nothing is known; `estimated` marks an actual that is still an
    estimate.
    """

    label: str
    actual: Decimal | None
    plan: Decimal | None = None
    estimated: bool = False


def canvas(caption: Caption, *, width: int, height: int) -> ET.Element:
    """Begin an SVG image of the given size in pixels, with its title and description.

    >>> picture = canvas(Caption("c", "Số <mới>", "tăng"), width=10, height=5)
    >>> "Số &lt;mới&gt;" in finished(picture)
    True
    """
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "role": "img",
            "class": "chart",
            "viewBox": f"0 0 {width} {height}",
            "width": str(width),
            "height": str(height),
            "aria-labelledby": f"{caption.name}-title {caption.name}-desc",
        },
    )
    title = ET.SubElement(svg, "title", {"id": f"{caption.name}-title"})
    title.text = caption.title
    description = ET.SubElement(svg, "desc", {"id": f"{caption.name}-desc"})
    description.text = caption.description
    return svg


def add(parent: ET.Element, tag: str, **attributes: str | int) -> ET.Element:
    """Append an element; `class_` becomes class and `_` in names becomes `-`.

    Geometry keeps its camel case, for SVG knows no attribute with `_`.
    """
    return ET.SubElement(
        parent,
        tag,
        {
            name.rstrip("_").replace("_", "-"): str(value)
            for name, value in attributes.items()
        },
    )


def write(parent: ET.Element, words: str, **attributes: str | int) -> None:
    """Append a text element."""
    add(parent, "text", **attributes).text = words


def hint(parent: ET.Element, words: str) -> None:
    """Give an element the words that a resting pointer shows."""
    add(parent, "title").text = words


def finished(svg: ET.Element) -> str:
    """Return the drawing as SVG text, ready to stand in an HTML page."""
    return ET.tostring(svg, encoding="unicode")
