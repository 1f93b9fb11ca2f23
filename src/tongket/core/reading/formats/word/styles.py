"""What the styles of a Word file say of its runs and paragraphs."""

from dataclasses import dataclass

from tongket.core.reading.formats.word.markup import (
    Element,
    W,
    child,
    children,
    switch,
    value,
)

# A style that is based on itself by a roundabout way is followed no further.
LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Look:
    """How a run shows: its font, whether hidden, in capitals, raised, struck out.

    None: nothing is said here, the level below decides.
    """

    font: str | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    raised: bool | None = None
    struck: bool | None = None

    def over(self, below: "Look") -> "Look":
        """Return this look laid over the one *below* it."""
        return Look(
            self.font if self.font is not None else below.font,
            self.hidden if self.hidden is not None else below.hidden,
            self.capitals if self.capitals is not None else below.capitals,
            self.raised if self.raised is not None else below.raised,
            self.struck if self.struck is not None else below.struck,
        )


PLAIN = Look()


def look(properties: Element | None) -> Look:
    """Return what run properties (w:rPr) say themselves."""
    if properties is None:
        return PLAIN
    fonts = child(properties, "rFonts")
    raised = value(child(properties, "vertAlign"))
    return Look(
        value(fonts, "ascii") or value(fonts, "hAnsi"),
        switch(properties, "vanish"),
        switch(properties, "caps"),
        None if raised is None else raised == "superscript",
        _is_struck(properties),
    )


def _is_struck(properties: Element) -> bool | None:
    """Tell whether one line or two run through words; None: nothing is said of it."""
    lines = switch(properties, "strike"), switch(properties, "dstrike")
    return None if lines == (None, None) else any(lines)


class Styles:
    """The styles part of a Word file (word/styles.xml)."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        self._default = PLAIN
        self._default_paragraph = ""
        if root is None:
            return
        self._default = look(child(root, "docDefaults", "rPrDefault", "rPr"))
        for style in children(root, "style"):
            name = value(style, "styleId") or ""
            self._styles[name] = style
            if value(style, "type") == "paragraph" and value(style, "default") == "1":
                self._default_paragraph = name

    def paragraph_look(self, style: str | None) -> Look:
        """Return the look that a paragraph style gives its runs."""
        return self._look(style or self._default_paragraph).over(self._default)

    def run_look(self, properties: Element | None, around: Look) -> Look:
        """Return the look of a run, within the look of its paragraph."""
        own = look(properties)
        style = value(child(properties, "rStyle"))
        if style:
            own = own.over(self._look(style))
        return own.over(around)

    def numbering(self, style: str | None) -> Element | None:
        """Return the numbering (w:numPr) that a paragraph style carries, if any."""
        for element in self._chain(style or self._default_paragraph):
            found = child(element, "pPr", "numPr")
            if found is not None:
                return found
        return None

    def name(self, style: str | None) -> str:
        """Return the name of a style as Word shows it, in small letters."""
        element = self._styles.get(style or "")
        return (value(child(element, "name")) or "").lower()

    def _look(self, style: str) -> Look:
        if style not in self._looks:
            whole = PLAIN
            for element in self._chain(style):
                whole = whole.over(look(element.find(W + "rPr")))
            self._looks[style] = whole
        return self._looks[style]

    def _chain(self, style: str) -> list[Element]:
        """Return the style and those that it is based on, nearest first."""
        chain: list[Element] = []
        while style in self._styles and len(chain) < LONGEST_CHAIN:
            chain.append(self._styles[style])
            style = value(child(chain[-1], "basedOn")) or ""
        return chain
