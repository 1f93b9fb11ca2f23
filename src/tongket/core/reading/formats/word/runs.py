"""A paragraph's runs to stretches of text: what shows on the printed page."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tongket.core.nouns.document import Place
from tongket.core.reading.formats.letters.legacy import (
    Legacy,
    read_in_font,
    without_private,
)
from tongket.core.reading.formats.struck import Struck
from tongket.core.reading.formats.transcript import (
    NOWHERE,
    RAISED,
    SOFT_HYPHEN,
    Stretch,
)
from tongket.core.reading.formats.unreadable import Unreadable
from tongket.core.reading.formats.word.markup import MC, Element, W, local, value
from tongket.core.reading.formats.word.styles import Look, Styles

# What stands around runs and shows what is in it; tracked insertions are accepted.
AROUND = frozenset(
    {
        "ins",
        "moveTo",
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "fldSimple",
        "customXml",
        "bdo",
        "dir",
    }
)
# Tracked deletions are accepted too, so what they hold is gone.
GONE = frozenset({"del", "moveFrom"})
TRACKED = frozenset({"ins", "moveTo"})
# What a key on the keyboard wrote.
TYPED = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": SOFT_HYPHEN,
    "ptab": "\t",
}
BOXES = frozenset({"drawing", "pict", "object"})


@dataclass(slots=True)
class Fields:
    """The fields that stand open: of each, whether its result has begun."""

    open: list[bool] = field(default_factory=list)

    def step(self, kind: str | None) -> None:
        """Take one field mark (begin, separate, end)."""
        if kind == "begin":
            self.open.append(False)
        elif kind == "separate" and self.open:
            self.open[-1] = True
        elif kind == "end" and self.open:
            self.open.pop()

    @property
    def is_showing(self) -> bool:
        """Tell whether text here shows: no field is in its instructions."""
        return all(self.open)


@dataclass(slots=True)
class Runs:
    """Reads the runs of one paragraph after another.

    `converted` gathers the names of old alphabets that were met, `boxes` the drawings
    whose text boxes come after the paragraph that they are anchored in; `struck`,
    `hides` and `tracks` tell what was left out: struck or hidden words, and what
    tracked changes deleted.
    """

    styles: Styles
    legacy: Legacy
    depth: int
    fields: Fields = field(default_factory=Fields)
    converted: set[str] = field(default_factory=set)
    boxes: list[Element] = field(default_factory=list)
    struck: Struck = field(default_factory=Struck)
    hides: bool = False
    tracks: bool = False

    def stretches(self, paragraph: Element, around: Look, at: Place) -> list[Stretch]:
        """Return what the runs of a paragraph show, each with its number from 1."""
        whole: list[Stretch] = []
        for count, run in enumerate(self._runs(paragraph, 0), start=1):
            if run is None:
                continue
            look = self.styles.run_look(run.find(W + "rPr"), around)
            text = "".join(self._shown(run))
            if not text:
                continue
            if look.hidden:
                self.hides = True
                continue
            text, alphabet = read_in_font(text, look.font or "", self.legacy)
            if alphabet:
                self.converted.add(alphabet)
            if look.struck:
                self.struck.take(str(at.paragraph), text)
                continue
            self.struck.end()
            text = without_private(text, self.legacy, opens=not whole)
            if look.raised:
                text = text.translate(RAISED)
            place = Place(NOWHERE, at.paragraph, count, path=at.path)
            whole.append(Stretch(text.upper() if look.capitals else text, place))
        return whole

    def _runs(self, around: Element, depth: int) -> Iterator[Element | None]:
        """Yield the runs in order; None stands for one that is gone but counted."""
        if depth > self.depth:
            raise Unreadable("file_nested_too_deep")
        for element in around:
            name = local(element)
            if name == "r":
                yield element
            elif name in GONE:
                self.tracks = True
                yield from (None for _ in element.iter(W + "r"))
            elif name in AROUND:
                self.tracks = self.tracks or name in TRACKED
                yield from self._runs(element, depth + 1)
            elif name == "AlternateContent":
                yield from self._runs(alternative(element), depth + 1)

    def _shown(self, run: Element) -> Iterator[str]:
        for element in run:
            name = local(element)
            if name == "fldChar":
                self.fields.step(value(element, "fldCharType"))
            elif name in BOXES:
                self.boxes.append(element)
            elif name == "AlternateContent":
                self.boxes.append(alternative(element))
            elif not self.fields.is_showing:
                continue
            elif name == "t":
                yield element.text or ""
            elif name == "sym":
                yield symbol(value(element, "char") or "")
            else:
                yield TYPED.get(name, "")


def alternative(element: Element) -> Element:
    """Return the choice of alternate content that has words, the newest first."""
    choices = [*element.iterchildren(MC + "Choice", MC + "Fallback")]
    for choice in choices:
        if next(choice.iter(W + "t"), None) is not None:
            return choice
    return choices[0] if choices else element


def symbol(code: str) -> str:
    """Return the sign of a w:sym; those of symbol fonts are in the private area.

    >>> symbol("00B2"), symbol("")
    ('²', '')
    """
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return chr(point) if 32 <= point < 0xD800 or 0xE000 <= point < 0x11_0000 else ""
