"""Words that run up or down a page: heads of columns, pages laid on their side."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tongket.core.reading.formats.pdf.marks import Glyph, Rule, Size, View
from tongket.core.reading.formats.pdf.segments import Segment, segments
from tongket.core.reading.formats.pdf.tables import uprights

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
                Glyph(glyph.text, *box, glyph.number, glyph.raised, turn)
                for glyph in self.glyphs
                if (box := view.shown(glyph[1:5])) is not None
                for turn in [(glyph.turn - quarters) % 4]
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
            for found in segments(words, uprights(there.rules), shown):
                edges = found.left, found.bottom, found.right, found.top
                if (box := back.shown(edges)) is not None:
                    yield Segment(found.text, *box)


def _shown(rules: Sequence[Rule], view: View) -> list[Rule]:
    return [Rule(*box) for rule in rules if (box := view.shown(rule)) is not None]


def view_of(size: Size, quarters: int) -> View:
    """Return what shows a page of this size turned by some quarters to the right."""
    turned = Size(size.height, size.width) if quarters % 2 else size
    return View(turned, turn=quarters)
