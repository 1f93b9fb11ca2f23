"""Density: lines of more numbers than any report holds, set aside whole."""

from collections.abc import Sequence

from tongket.core.nouns.reading import TokenClass
from tongket.core.reading.line import Line
from tongket.core.reading.sighting import Aside

# A line with more numbers than this, and hardly a word among them, reports nothing.
_DENSE = 60
# No paragraph of a report has so many numbers with so few letters and blanks to each;
# what has was made to keep a reader busy, or was never meant to be read. A number word
# takes more room than digits do.
_PACKED = 400
_ROOM = 18
_ROOM_OF_WORDS = 13
# Nor do short lines, one after the other, leave so much room unfilled.
_ROOM_OF_LINES = 12
_MOST_UNFILLED = 12_000


class Density:
    """How much room the lines just read had too little for their numbers."""

    def __init__(self) -> None:
        self._unfilled = 0

    def passes(self, room: int) -> None:
        """Take note of a line without numbers, of so many code points."""
        self._unfilled = max(0, self._unfilled - room)

    def refuses(
        self, line: Line, numbers: Sequence[int], *, in_table: bool
    ) -> list[Aside] | None:
        """Return what a line is set aside as, or None: it may be read.

        *numbers* are the words that may begin one. The rows of a table are packed by
        right.
        """
        if len(numbers) > _DENSE and _is_wordless(line, len(numbers)):
            digits = [at for at in numbers if line.words[at].isdecimal()]
            return _as_one(line, digits, "digits_without_words")
        if in_table:
            return None
        room, written = line.end - line.start, _written(line, numbers)
        self.passes(room - _ROOM_OF_LINES * written)
        packed = written > _PACKED and room < _ROOM * written
        worded = len(numbers) > _PACKED and room < _ROOM_OF_WORDS * len(numbers)
        if packed or worded or self._unfilled > _MOST_UNFILLED:
            return _as_one(line, numbers, "too_many_numbers")
        return None


def _written(line: Line, numbers: Sequence[int]) -> int:
    """Return how many numbers are written in digits: "37,9" and "1.200" are one."""
    words = line.words
    count, last = 0, -2
    for at in numbers:
        if words[at].isdecimal():
            count += at - last > 2 or words[at - 1] not in {".", ","}
            last = at
    return count


def _is_wordless(line: Line, numbers: int) -> bool:
    words = sum(1 for word in line.words if word[0].isalpha() and len(word) > 1)
    return words * 3 <= numbers


def _as_one(line: Line, words: Sequence[int], reason: str) -> list[Aside]:
    """Return all numbers of a line, from the first to the last, as one refusal."""
    if not words:
        return []
    first, last = words[0], words[-1]
    end = line.ends[last]
    return [Aside(line.starts[first], end, TokenClass.REFUSED, reason)]
