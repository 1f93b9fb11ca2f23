"""The parts of a spreadsheet that its sheets share: names, strings, formats, fonts."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import join, normpath

from lxml import etree

from tongket.core.reading.formats.archive import Archive
from tongket.core.reading.formats.sheet.numbers import BUILT_IN, GENERAL, Pattern

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its element type
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WORKBOOK = "xl/workbook.xml"
RELATIONSHIPS = "xl/_rels/workbook.xml.rels"


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell shows: its number format, its font, and whether it is struck out."""

    pattern: Pattern = GENERAL
    font: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a cell's text; None where font and strike are those of the cell."""

    text: str
    font: str | None = None
    struck: bool | None = None


Rich = tuple[Piece, ...]


class Book:
    """A workbook: its sheets in order, and what they share."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        root = archive.xml(WORKBOOK)
        properties = root.find(S + "workbookPr")
        self.from_1904 = properties is not None and is_on(properties.get("date1904"))
        self._targets = self._relationships()
        self.strings = [*self._strings()]
        self.styles = [*self._styles()]
        self._sheets = [*root.iter(S + "sheet")]

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Yield name and part of every sheet that shows and is there."""
        for sheet in self._sheets:
            part = self._targets.get(sheet.get(R + "id") or "", "")
            if part in self.archive.names and not is_hidden_sheet(sheet):
                yield sheet.get("name") or "", part

    @property
    def has_hidden_sheets(self) -> bool:
        """Tell whether some sheets do not show."""
        return any(map(is_hidden_sheet, self._sheets))

    def _relationships(self) -> dict[str, str]:
        if RELATIONSHIPS not in self.archive.names:
            return {}
        return {
            each.get("Id") or "": _inside(each.get("Target") or "")
            for each in self.archive.xml(RELATIONSHIPS)
        }

    def _strings(self) -> Iterator[Rich]:
        if "xl/sharedStrings.xml" in self.archive.names:
            root = self.archive.xml("xl/sharedStrings.xml")
            yield from (rich(each) for each in root.iterchildren(S + "si"))

    def _styles(self) -> Iterator[Style]:
        if "xl/styles.xml" not in self.archive.names:
            return
        root = self.archive.xml("xl/styles.xml")
        codes = BUILT_IN | {
            whole(each.get("numFmtId")): each.get("formatCode") or ""
            for each in root.iter(S + "numFmt")
        }
        fonts = [
            (_font(each), _is_struck(each))
            for each in root.iterfind(f"{S}fonts/{S}font")
        ]
        for each in root.iterfind(f"{S}cellXfs/{S}xf"):
            font = whole(each.get("fontId"))
            code = codes.get(whole(each.get("numFmtId")), "")
            name, struck = fonts[font] if font < len(fonts) else ("", False)
            yield Style(Pattern.of(code), name, struck)


def rich(element: Element) -> Rich:
    """Return the text of a string, with the fonts of its runs; no reading aids."""
    if (text := element.find(S + "t")) is not None:
        return (Piece(text.text or ""),)
    return tuple(map(_piece, element.iterchildren(S + "r")))


def _piece(run: Element) -> Piece:
    text = "".join(text.text or "" for text in run.iterchildren(S + "t"))
    look = run.find(S + "rPr")
    return Piece(text, _font_of(run), None if look is None else _is_struck(look))


def _is_struck(look: Element) -> bool:
    strike = look.find(S + "strike")
    return strike is not None and is_on(strike.get("val", "1"))


def _font_of(run: Element) -> str | None:
    font = run.find(f"{S}rPr/{S}rFont")
    return None if font is None else font.get("val")


def _font(element: Element) -> str:
    name = element.find(S + "name")
    return "" if name is None else name.get("val") or ""


def is_hidden_sheet(sheet: Element) -> bool:
    """Tell whether a sheet of the workbook does not show."""
    return (sheet.get("state") or "visible") != "visible"


def is_on(text: str | None) -> bool:
    """Tell whether a switch of the file stands on."""
    return text in ("1", "true")


def whole(text: str | None, default: int = 0) -> int:
    """Return the whole number that *text* writes, or *default*."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else default


def _inside(target: str) -> str:
    return target[1:] if target.startswith("/") else normpath(join("xl", target))
