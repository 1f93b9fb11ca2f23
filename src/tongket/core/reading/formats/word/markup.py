"""Names of WordprocessingML, and how its switches are read."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its element type
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFF = frozenset({"0", "false", "off", "none"})


def value(element: Element | None, name: str = "val") -> str | None:
    """Return an attribute of *element*, or None where either is missing."""
    return None if element is None else element.get(W + name)


def child(element: Element | None, *names: str) -> Element | None:
    """Return the element that the path of *names* leads to, if it is there."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def number(text: str | None, default: int = 0) -> int:
    """Return the whole number that *text* writes, or *default*."""
    try:
        return int(text or "")
    except ValueError:
        return default


def switch(properties: Element | None, name: str) -> bool | None:
    """Tell whether a switch stands on, off, or is not set here (None)."""
    element = child(properties, name)
    if element is None:
        return None
    return value(element) not in OFF


def local(element: Element) -> str:
    """Return the name of *element* without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the children called *name*."""
    return element.iterchildren(W + name)
