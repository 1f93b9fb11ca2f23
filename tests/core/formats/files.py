"""Files made for the tests: each as small as its case allows, and said in full."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import typst

from tongket.content.alphabets import legacy
from tongket.core.nouns.document import Document
from tongket.core.reading.formats.limits import DEFAULT, Limits
from tongket.core.reading.formats.means import Seen, Word
from tongket.core.reading.formats.receive import receive

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def received(data: bytes, name: str = "bao-cao", limits: Limits = DEFAULT) -> Document:
    """Receive a file as the doors do: every old alphabet known."""
    return receive(data, name, limits, legacy=legacy())


def seen(text: str) -> Seen:
    """Return what a program sees in a picture of 100 by 100 dots that shows *text*.

    Letters are one dot wide and ten high, one line below the other.
    """
    lines = []
    for number, line in enumerate(text.splitlines()):
        words, at = [], 0
        for word in line.split():
            at = line.index(word, at)
            top = number * 10
            words.append(Word(word, at, top, at + len(word), top + 10))
            at += len(word)
        lines.append(tuple(words))
    return Seen(100, 100, tuple(lines))


def archive(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip archive of the given parts."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return packed.getvalue()


def run(text: str, properties: str = "") -> str:
    """Return a run of a Word file."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """Return a paragraph of a Word file; plain text becomes a run."""
    runs = "".join(part if part.startswith("<") else run(part) for part in content)
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{look}{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of a Word file, a paragraph to a cell."""
    cells = (
        "".join(f"<w:tc>{cell}</w:tc>" for cell in map(_cell, row)) for row in rows
    )
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def _cell(content: str) -> str:
    return content if content.startswith("<") else paragraph(content)


def word(*blocks: str, **parts: str) -> bytes:
    """Return a Word file of these blocks; *parts* are the content of its other parts.

    `styles="<w:style …>"` becomes word/styles.xml with its root element.
    """
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>'
        for kind in parts
    )
    return archive(
        {
            "word/document.xml": _part(
                "document", f"<w:body>{''.join(blocks)}</w:body>"
            ),
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'
            ),
            **{f"word/{kind}.xml": _part(kind, part) for kind, part in parts.items()},
        }
    )


def _part(root: str, content: str) -> str:
    return f"<w:{root} {NAMES}>{content}</w:{root}>"


def workbook(rows: str) -> bytes:
    """Return a spreadsheet of one sheet, "Sheet1", with these rows of XML."""
    return archive(
        {
            "xl/workbook.xml": (
                f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>'
                '<sheet name="Sheet1" r:id="r1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": (
                f'<Relationships xmlns="{PACKAGE}">'
                '<Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>'
            ),
            "xl/worksheets/s.xml": (
                f'<worksheet xmlns="{S}"><sheetData>{rows}</sheetData></worksheet>'
            ),
        }
    )


def pdf(source: str, *, width: str = "16cm", height: str = "24cm") -> bytes:
    """Return a pdf set from a typst source, on pages of the given size."""
    page = f"#set page(width: {width}, height: {height}, margin: 2cm)\n"
    look = (
        '#set text(size: 11pt, lang: "vi", hyphenate: false)\n#set par(justify: true)\n'
    )
    return typst.compile((page + look + source).encode(), format="pdf")


def raw_pdf(
    content: bytes, *, font: bytes = b"Helvetica", page: bytes = b"", more: bytes = b""
) -> bytes:
    """Return a pdf of one page with this content stream, written object by object.

    *page* is put into the page's dictionary, *more* are further objects.
    """
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
        b"<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding/BaseFont/"
        + font
        + b">>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R"
        b"/Resources<</Font<</F1 3 0 R>>/XObject<</X0 10 0 R>>>>" + page + b">>",
        b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream",
    ]
    body = b"".join(
        b"%d 0 obj\n%s\nendobj\n" % (number, each)
        for number, each in enumerate(objects, 1)
    )
    return b"%PDF-1.4\n" + body + more + b"trailer<</Root 1 0 R>>\n%%EOF"
