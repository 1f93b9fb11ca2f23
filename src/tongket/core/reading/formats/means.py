"""What a reader of files has at hand besides the file."""

from collections.abc import Callable
from dataclasses import dataclass

from tongket.core.reading.formats.letters.legacy import UNKNOWN, Legacy
from tongket.core.reading.formats.limits import DEFAULT, Limits

# The bytes of a page's picture (PNG) to its text; the door that owns a program for
# optical recognition passes it in.
Recognise = Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class Means:
    """The limits, the old alphabets that are known, and who can read pictures.

    `ocr` is None where no program for optical recognition is installed.
    """

    limits: Limits = DEFAULT
    legacy: Legacy = UNKNOWN
    ocr: Recognise | None = None
