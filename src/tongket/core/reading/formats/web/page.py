"""The bytes of a web page to its element tree."""

import re

from lxml import etree

from tongket.core.nouns.document import Note
from tongket.core.reading.formats.letters.encoding import decode
from tongket.core.reading.formats.means import Means
from tongket.core.reading.formats.unreadable import Unreadable

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its element type
# Elements that stand for themselves, not within a line.
BLOCKS = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# Names that pages write for an encoding that Python knows by another.
SAME = {"x-user-defined": "latin-1", "vn-utf8": "utf-8", "utf8": "utf-8"}
CONTROL = re.compile("[\0-\x08\x0e-\x1f]")
# A tag so long carries a picture or an attack; only its name matters here.
LONG_TAG = re.compile(r"<([a-zA-Z][\w:-]*)\s[^<>]{10000,}>?")
DECLARATION = re.compile(r"^\ufeff?(?:\s*<\?xml[^>]*>)+")


def tree(data: bytes, means: Means) -> tuple[Element, list[Note]]:
    """Return the root element of a page, and what was done to its letters.

    Raises Unreadable: file_binary_content, file_encoding_unknown, file_text_too_long,
    file_too_many_stretches, file_nested_too_deep, file_blank.
    """
    source, notes = _source(data, means)
    # Entities stay as the browser reads them; nothing is fetched, nothing is run.
    parser = etree.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    source = CONTROL.sub("", DECLARATION.sub("", source)).lstrip("\ufeff")
    source = LONG_TAG.sub(r"<\1>", source)
    if len(source) > means.limits.text:
        raise Unreadable("file_text_too_long", (("limit", f"{means.limits.text:,}"),))
    root = etree.fromstring(source, parser)
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log):
        # The parser stops two thousand elements deep; the rest would be missing.
        raise Unreadable("file_nested_too_deep")
    if root is None:
        raise Unreadable("file_blank")
    # Counted before a piece is looked at: each stretch of words will be one.
    words = root.xpath("count(//body//text()[normalize-space()])")
    if isinstance(words, float) and words > means.limits.stretches:
        limit = f"{means.limits.stretches:,}"
        raise Unreadable("file_too_many_stretches", (("limit", limit),))
    return root, notes


def _source(data: bytes, means: Means) -> tuple[str, list[Note]]:
    """Return the page's source: its letters tell more than what it says of them."""
    try:
        return decode(data, means.legacy, means.limits.text)
    except Unreadable as refusal:
        declared = CHARSET.search(data[:4096])
        if refusal.code != "file_encoding_unknown" or declared is None:
            raise
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode(SAME.get(name, name), errors="replace"), []
        except LookupError:
            raise refusal from None
