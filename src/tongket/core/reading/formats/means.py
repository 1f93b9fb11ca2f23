"""What a reader of files has at hand besides the file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from tongket.core.reading.formats.letters.legacy import UNKNOWN, Legacy
from tongket.core.reading.formats.limits import DEFAULT, Limits


class Word(NamedTuple):
    """A word seen in a picture, with its box in dots from the upper left corner."""

    text: str
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What was recognised in the picture of a page: its size in dots, its words.

    `lines` are the printed lines from top to foot; an empty one is a gap between two
    paragraphs.
    """

    width: int
    height: int
    lines: tuple[tuple[Word, ...], ...]

    @property
    def is_blank(self) -> bool:
        """Tell whether no word was recognised."""
        return not any(self.lines)


# The bytes of a page's picture (PNG) to its words; the door that owns a program for
# optical recognition passes it in.
Recognise = Callable[[bytes], Seen]


@dataclass(frozen=True, slots=True)
class Means:
    """The limits, the old alphabets that are known, and who can read pictures.

    `ocr` is None where no program for optical recognition is installed.
    """

    limits: Limits = DEFAULT
    legacy: Legacy = UNKNOWN
    ocr: Recognise | None = None
