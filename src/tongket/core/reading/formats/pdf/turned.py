"""Words that run up or down a page: heads of columns, pages laid on their side."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tongket.core.reading.formats.pdf.segments import Segment, segments
from tongket.core.reading.formats.pdf.sheet.marks import Glyph, Rule, Size, View
from tongket.core.reading.formats.pdf.tables import rulings

# What tells the text of some characters.
Shown = Callable[[list[Glyph]], str]


@dataclass(frozen=True, slots=True)
class Laid:
    """What a page shows, as it lies: its characters, its lines, the marks on it."""

    glyphs: list[Glyph]
    rules: list[Rule]
    size: Size
    marks: list[Rule] = field(default_factory=list)

    def turned(self, quarters: int) -> "Laid":
        """Return this turned by some quarters to the right."""
        if not quarters:
            return self
        view = view_of(self.size, quarters)
        return Laid(
            [
                Glyph(
                    glyph.text,
                    *view.turned(glyph[1:5]),
                    glyph.number,
                    glyph.raised,
                    (glyph.turn - quarters) % 4,
                )
                for glyph in self.glyphs
            ],
            _shown(self.rules, view),
            view.size,
            _shown(self.marks, view),
        )

    @property
    def leaning(self) -> int:
        """The quarters to the right that bring most of the words upright."""
        turns = Counter(glyph.turn for glyph in self.glyphs)
        most = max(turns, key=turns.__getitem__, default=0)
        return most if turns[most] > turns[0] else 0

    def aslant(self, shown: Shown) -> Iterator[Segment]:
        """Yield the words that do not run from left to right, where they stand."""
        for quarters in {glyph.turn for glyph in self.glyphs} - {0}:
            there = self.turned(quarters)
            back = view_of(there.size, -quarters % 4)
            words = [glyph for glyph in there.glyphs if not glyph.turn]
            for found in segments(words, rulings(there.rules)[1], shown):
                edges = found.left, found.bottom, found.right, found.top
                yield Segment(found.text, *back.turned(edges))


def _shown(rules: Sequence[Rule], view: View) -> list[Rule]:
    return [Rule(*view.turned(rule)) for rule in rules]


def view_of(size: Size, quarters: int) -> View:
    """Return what shows a page of this size turned by some quarters to the right."""
    turned = Size(size.height, size.width) if quarters % 2 else size
    return View(turned, turn=quarters)
