"""The blocks of a page to lines: paragraphs, headings, list items, rows of tables."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from tongket.core.nouns.document import Place
from tongket.core.reading.formats.transcript import NOWHERE, RAISED, Stretch
from tongket.core.reading.formats.web.cells import Columns, whole_number
from tongket.core.reading.formats.web.page import BLOCKS, Element
from tongket.core.reading.formats.word.numbering import counted

# Around these a reader sees a gap.
APART = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "pre", "figure"}
)
CELLS = frozenset({"td", "th"})
BLANKS = re.compile(r"[ \t\r\n\f]+")
MARKERS = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "1": "decimal",
}
# A cell with more than this and blocks of its own is there for the layout.
LONG_CELL = 400


@dataclass(slots=True)
class Lists:
    """The lists that stand open, innermost last: how each marks its items."""

    marks: list[tuple[str, int]] = field(default_factory=list)

    def open(self, element: Element) -> None:
        """Begin the list *element* (ol or ul)."""
        if element.tag == "ul":
            self.marks.append(("", 0))
            return
        form = MARKERS.get(element.get("type") or "1", "decimal")
        self.marks.append((form, whole_number(element.get("start"), 1)))

    def marker(self, item: Element) -> str:
        """Return the marker of the next item; empty where the text brings its own."""
        if not self.marks:
            return ""
        form, count = self.marks[-1]
        if not form:
            return "- "
        count = whole_number(item.get("value"), count)
        self.marks[-1] = form, count + 1
        return counted(count, form) + (") " if form == "lowerLetter" else ". ")


@dataclass(slots=True)
class Blocks:
    """Writes the lines of an element, leaving out what *is_chrome* says.

    `left_out` is told of every element that is left out.
    """

    is_chrome: Callable[[Element], bool]
    left_out: Callable[[Element], None]
    lists: Lists = field(default_factory=Lists)
    _line: list[Stretch] = field(default_factory=list)
    # The label of a list item whose words have not come yet.
    _label: str = ""
    _grids: list[Columns | None] = field(default_factory=list)
    _preformatted: int = 0

    def lines(self, around: Element) -> Iterator[list[Stretch]]:
        """Yield the lines within *around*; an empty line is a gap."""
        path = Path(around)
        gone = None
        walk = etree.iterwalk(around, events=("start", "end"))
        for event, element in walk:
            if element.tag == "br":
                # Nothing is in it, and there are many.
                if event == "end":
                    yield from self._break()
                    self._write(element.tail, path)
            elif event == "start":
                path.enter(element)
                if element is not around and self.is_chrome(element):
                    self.left_out(element)
                    gone = element
                    walk.skip_subtree()
                    continue
                yield from self._start(element)
                self._write(element.text, path)
            else:
                if element is not gone:
                    yield from self._end(element)
                path.leave()
                if element is not around:
                    self._write(element.tail, path)
        yield from self._flush()

    def _start(self, element: Element) -> Iterator[list[Stretch]]:
        tag = element.tag
        if tag not in BLOCKS:
            return
        grid = self._grids[-1] if self._grids else None
        if tag in CELLS and grid is not None:
            # A cell that is merged over others leaves their columns empty.
            self._line.append(Stretch("\t" * grid.step(element)))
            return
        yield from self._break()
        if tag in APART and not self._in_row():
            yield []
        self._open(element)

    def _open(self, element: Element) -> None:
        tag = element.tag
        if tag in ("ol", "ul"):
            self.lists.open(element)
        elif tag == "li":
            self._label = self.lists.marker(element)
        elif tag == "table":
            self._grids.append(None if is_layout(element) else Columns())
        elif tag == "tr" and self._grids and self._grids[-1]:
            self._grids[-1].begin_row()
        elif tag == "pre":
            self._preformatted += 1

    def _end(self, element: Element) -> Iterator[list[Stretch]]:
        tag = element.tag
        if tag not in BLOCKS or (tag in CELLS and self._in_row()):
            return
        if tag == "tr" and self._in_row():
            yield from self._flush()
        else:
            yield from self._break()
        if tag == "table":
            self._grids.pop()
        elif tag in ("ol", "ul"):
            self.lists.marks.pop()
        elif tag == "li":
            self._label = ""
        elif tag == "pre":
            self._preformatted -= 1
        if tag in APART and not self._in_row():
            yield []

    def _in_row(self) -> bool:
        """Tell whether here a table's row is being written as one line."""
        return bool(self._grids) and self._grids[-1] is not None

    def _break(self) -> Iterator[list[Stretch]]:
        """End the line, except within a row, where a blank does."""
        if self._in_row():
            self._line.append(Stretch(" "))
        else:
            yield from self._flush()

    def _flush(self) -> Iterator[list[Stretch]]:
        line, self._line = trimmed(self._line), []
        if line:
            yield line

    def _write(self, text: str | None, path: "Path") -> None:
        if not text:
            return
        shown = text if self._preformatted else BLANKS.sub(" ", text)
        shown = shown.replace("\u200b", "")
        if path.is_raised:
            shown = shown.translate(RAISED)
        if shown.strip():
            if self._label:
                self._line.append(Stretch(self._label))
                self._label = ""
            self._line.append(Stretch(shown, Place(NOWHERE, path=str(path))))
        elif shown and self._line:
            self._line.append(Stretch(" "))


class Path:
    """The path of the element that is being read ("body[1]/div[2]/p[5]")."""

    def __init__(self, around: Element) -> None:
        self._steps = [_step(each) for each in [*around.iterancestors()][::-1]]
        self._names = [str(around.tag)]
        self._counts: list[dict[str, int]] = []
        self._top = around
        self._written = ""

    def enter(self, element: Element) -> None:
        """Go into *element*."""
        name = element.tag
        if element is self._top:
            self._steps.append(_step(element))
        else:
            counts = self._counts[-1]
            counts[name] = counts.get(name, 0) + 1
            self._names.append(name)
            self._steps.append(f"{name}[{counts[name]}]")
        self._counts.append({})
        self._written = ""

    def leave(self) -> None:
        """Go back out of the element entered last."""
        self._steps.pop()
        self._names.pop()
        self._counts.pop()
        self._written = ""

    @property
    def is_raised(self) -> bool:
        """Tell whether the text here is raised above the line."""
        return self._names[-1:] == ["sup"]

    def __str__(self) -> str:
        if not self._written:
            # Deeper than any page written by hand: the end of the path tells enough.
            self._written = "/".join(self._steps[-40:])
        return self._written


def _step(element: Element) -> str:
    name = str(element.tag)
    before = sum(1 for _ in element.itersiblings(name, preceding=True))
    return f"{name}[{before + 1}]"


def trimmed(line: list[Stretch]) -> list[Stretch]:
    """Return a line with single blanks, and none at its ends.

    >>> [part.text for part in trimmed([Stretch(" a "), Stretch(" b"), Stretch(" ")])]
    ['a ', 'b']
    """
    if len(line) == 1:
        text = line[0].text.strip()
        return [Stretch(text, line[0].place)] if text else []
    whole: list[Stretch] = []
    blank = True
    for stretch in line:
        text = stretch.text
        if blank and text[:1] == " ":
            text = text.lstrip(" ")
            stretch = Stretch(text, stretch.place)  # noqa: PLW2901 - the rest of it
        if text[:1] == "\t":
            _strip_end(whole)
        if text:
            blank = text[-1] in " \t"
            whole.append(stretch)
    while whole and not whole[-1].text.strip():
        whole.pop()
    _strip_end(whole)
    return whole


def _strip_end(line: list[Stretch]) -> None:
    """Take the blanks off the end of a line."""
    if line and line[-1].text == " ":
        line.pop()
    if line and line[-1].text[-1:] == " ":
        line[-1] = Stretch(line[-1].text.rstrip(" "), line[-1].place)


def is_layout(table: Element) -> bool:
    """Tell whether a table only places blocks on the page."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    cells = [*table.iter("td", "th")]
    rows = sum(1 for _ in table.iter("tr"))
    if len(cells) <= rows:
        return True
    return any(_is_long(cell) for cell in cells)


def _is_long(cell: Element) -> bool:
    if len(cell) < 2:
        return False
    blocks = sum(1 for each in cell if each.tag in BLOCKS or each.tag == "br")
    return blocks > 1 and sum(map(len, cell.itertext())) > LONG_CELL
