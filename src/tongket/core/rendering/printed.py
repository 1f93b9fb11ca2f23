"""What a delivered file prints: read back from docx, pdf and html without trust."""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO
from types import MappingProxyType
from typing import Any
from zipfile import BadZipFile, ZipFile

import pypdfium2
from lxml import etree

from tongket.core.nouns.pdfium import PDFIUM
from tongket.core.rendering.capsule import NotOurs

ATTACHMENT = "facts.json"
"""The name of the facts among the attachments of a pdf."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FACTS = "{urn:tongket:facts:1}facts"
_KEY = re.compile(r"n\d+|blank")
# A report unpacks to a few hundred kilobytes; more than this is a bomb.
_LARGEST_PART = 64 * 1024 * 1024
# What torn or foreign packages raise, from the unpacker and from the XML reader.
_TORN = (
    BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """The capsule of a file, and the numbers that its text shows.

    `facts` are the texts of the marked places by key; `has_keys` is False for files
    that mark no places (pdf), where all numbers are `outside`.
    """

    capsule: bytes
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    outside: tuple[str, ...] = ()
    has_keys: bool = True


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers of a text as they are written, signs and units left out.

    >>> numbers_in("đạt 37,9% (50/132), từ 01/7/2025")
    ('37,9', '50', '132', '01', '7', '2025')
    """
    return tuple(_NUMBER.findall(text))


def printed_in(data: bytes) -> Printed:
    """Return what a delivered file carries and prints.

    Raises NotOurs when the file is of another kind, or carries no facts.
    """
    if data.startswith(b"PK"):
        return _in_docx(data)
    if data.startswith(b"%PDF"):
        return _in_pdf(data)
    return _in_html(data)


def _in_docx(data: bytes) -> Printed:
    try:
        with ZipFile(BytesIO(data)) as package:
            capsule = _store(package)
            root = _parsed(_part(package, "word/document.xml"))
    except _TORN as error:
        raise NotOurs("unreadable") from error
    facts: dict[str, str] = {}
    for control in root.iter(f"{_W}sdt"):
        key = _key_of(control)
        if key:
            words = _words(control)
            # Copied text brings its control along: one copy may have been changed.
            known = facts.setdefault(key, words)
            facts[key] = known if known == words else f"{known} / {words}"
    outside = [n for text in _unmarked(root, facts) for n in numbers_in(text)]
    return Printed(capsule, MappingProxyType(facts), tuple(outside))


def _key_of(control: Any) -> str:
    """Return the key of a content control; empty for one that is not ours.

    Some writers drop the tag and keep the title, which begins with the key.
    """
    for name in ("tag", "alias"):
        mark = control.find(f"{_W}sdtPr/{_W}{name}")
        found = _KEY.match(str(mark.get(f"{_W}val"))) if mark is not None else None
        if found:
            return found[0]
    return ""


def _store(package: ZipFile) -> bytes:
    """Return the capsule from whichever custom XML part holds it; Word renames them."""
    for name in package.namelist():
        if name.startswith("customXml/item") and name.endswith(".xml"):
            root = _parsed(_part(package, name))
            if root.tag == _FACTS:
                return str(root.text or "").encode()
    raise NotOurs("none")


def _part(package: ZipFile, name: str) -> bytes:
    if package.getinfo(name).file_size > _LARGEST_PART:
        raise NotOurs("unreadable")
    return package.read(name)


def _parsed(xml: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(xml, parser)


def _words(node: Any) -> str:
    """Return the text that a reader sees in an element: deleted words left out."""
    return "".join(part.text or "" for part in node.iter(f"{_W}t"))


def _unmarked(root: Any, facts: Mapping[str, str]) -> Iterator[str]:
    """Yield the text of each paragraph without its facts, so that digits keep apart."""
    for paragraph in root.iter(f"{_W}p"):
        stretches = [
            " " if _is_fact(text, facts) else text.text or ""
            for text in paragraph.iter(f"{_W}t")
        ]
        yield "".join(stretches)


def _is_fact(node: Any, facts: Mapping[str, str]) -> bool:
    keys = (_key_of(above) for above in node.iterancestors(f"{_W}sdt"))
    return any(key in facts and key != "blank" for key in keys)


def _in_pdf(data: bytes) -> Printed:
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise NotOurs("unreadable") from error
        try:
            capsule = _attached(document)
            pages = [page.get_textpage().get_text_bounded() for page in document]
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise NotOurs("unreadable") from error
        finally:
            document.close()
    numbers = [number for page in pages for number in numbers_in(page)]
    for page in range(2, len(pages) + 1):
        # The number of the page, which the typesetter adds.
        if str(page) in numbers:
            numbers.remove(str(page))
    return Printed(capsule, outside=tuple(numbers), has_keys=False)


def _attached(document: Any) -> bytes:
    for index in range(document.count_attachments()):
        attachment = document.get_attachment(index)
        if attachment.get_name() == ATTACHMENT:
            return bytes(attachment.get_data())
    raise NotOurs("none")


class _Page(HTMLParser):
    """Gathers the capsule, the facts and the other text of a delivered page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.capsule = ""
        self.facts: dict[str, str] = {}
        self.text: list[str] = []
        self._inside: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("script", "style", "title"):
            what = "capsule" if given.get("id") == "tongket-facts" else "unseen"
            self._inside.append((tag, what))
        elif tag == "section" and given.get("class") == "sources":
            self._inside.append((tag, "unseen"))
        elif "data-fact" in given:
            self.facts.setdefault(given["data-fact"], "")
            self._inside.append((tag, given["data-fact"]))
        self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1][0] == tag:
            self._inside.pop()
        self.text.append(" ")

    def handle_data(self, data: str) -> None:
        where = self._inside[-1][1] if self._inside else ""
        if where == "capsule":
            self.capsule += data
        elif where in self.facts:
            self.facts[where] += data
        elif where != "unseen":
            self.text.append(data)


def _in_html(data: bytes) -> Printed:
    page = _Page()
    page.feed(data.decode("utf-8", "replace"))
    page.close()
    if not page.capsule:
        raise NotOurs("none")
    return Printed(
        page.capsule.encode(),
        MappingProxyType(page.facts),
        numbers_in("".join(page.text)),
    )
