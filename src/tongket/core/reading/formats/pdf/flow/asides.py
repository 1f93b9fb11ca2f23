"""What stands beside the running text comes after the paragraph that it begins at."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tongket.core.nouns.document import Box
from tongket.core.reading.formats.pdf.flow.paragraphs import Paragraphs
from tongket.core.reading.formats.pdf.page import Aside, Page
from tongket.core.reading.formats.transcript import Stretch

Line = list[Stretch]


@dataclass(slots=True)
class Asides:
    """The asides of all pages whose turn has not come yet, in the order of pages."""

    waiting: list[tuple[int, Aside]]
    is_syllable: Callable[[str], bool]

    @classmethod
    def of(cls, pages: Iterable[Page], is_syllable: Callable[[str], bool]) -> "Asides":
        """Return the asides of some pages; *is_syllable* is what paragraphs need."""
        return cls(
            [
                (page.number, aside)
                for page in pages
                for aside in sorted(page.asides, key=lambda each: -each.top)
            ],
            is_syllable,
        )

    def among(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Yield lines, and the paragraphs of each aside where it belongs."""
        for line in lines:
            yield line
            # The rows of a table stay together.
            end = None if Stretch("\t") in line else _end(line)
            while end and self.waiting and _is_due(*self.waiting[0], end):
                yield from self._next()
        while self.waiting:
            yield from self._next()

    def _next(self) -> Iterator[Line]:
        number, aside = self.waiting.pop(0)
        paragraphs = Paragraphs(self.is_syllable)
        yield from paragraphs.flow(aside.rows, number)
        yield from paragraphs.end()


def _end(line: Line) -> Box | None:
    """Return where a line ends."""
    place = line[-1].place if line else None
    return place.box if place else None


def _is_due(page: int, aside: Aside, end: Box) -> bool:
    """Tell whether an aside begins before a line ends."""
    return (page, -aside.top) <= (end.page, -end.bottom)
