"""Bytes of a text file to its text, whatever alphabet they were written in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.core.nouns.document import Note
from tongket.core.reading.formats.letters.composition import composed
from tongket.core.reading.formats.letters.legacy import (
    WORD,
    Alphabet,
    Legacy,
    with_capitals,
)
from tongket.core.reading.formats.unreadable import Unreadable

# Enough of a text to know its alphabet by, in code points, and in words with marks.
SAMPLE, MOST_WORDS = 200_000, 400
# Fewer words than this may be right by chance.
FEWEST = 3
VIQR_SHAPES = re.compile(r"[aeo]\^|[ou]\+|a\(|dd", re.IGNORECASE)
BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Tab, line ends, form feed and escape occur in texts; other control codes do not.
CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a text spells Vietnamese: its words with marks, and the right ones."""

    words: int
    right: int

    def is_good(self) -> bool:
        """Tell whether nearly all words with marks are Vietnamese syllables."""
        return self.words > 0 and self.right * 10 >= self.words * 8

    def is_poor(self) -> bool:
        """Tell whether most words with marks are no Vietnamese syllables."""
        return self.right * 2 < self.words


def decode(data: bytes, legacy: Legacy, most: int) -> tuple[str, list[Note]]:
    """Return the text that the bytes of a text file write, and what was done to it.

    UTF-8 comes back exactly as stored, a byte order mark included, so that offsets
    count the code points of the file. UTF-16 and UTF-32 lose their mark, which belongs
    to the encoding. Anything else is recognised by how well it spells Vietnamese.

    *most* is how many code points a text may have; a text in an old alphabet that is
    sure to have more is refused before it is converted.

    Raises Unreadable: file_binary_content, file_encoding_unknown, file_text_too_long.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding), []
    if b"\0" in data:
        return _strict(data, _wide(data)), []
    _demand_text(data)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return _damaged(data) or _single_byte(data, legacy, most)


def fit(text: str, legacy: Legacy) -> Fit:
    """Return how well the first words with marks of *text* spell Vietnamese."""
    words = list(_marked_words(text))
    return Fit(len(words), sum(map(legacy.is_syllable, words)))


def _marked_words(text: str) -> Iterator[str]:
    """Yield the first words that have letters outside of ASCII."""
    found = 0
    for match in WORD.finditer(text):
        if not match[0].isascii():
            yield match[0]
            found += 1
            if found == MOST_WORDS:
                return


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("file_binary_content") from None
    if "\0" in text:
        raise Unreadable("file_binary_content")
    return text


def _wide(data: bytes) -> str:
    """Return which UTF-16 a text with zero bytes is in: ASCII has every other one."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if max(even, odd) * 8 < len(data) or min(even, odd) * 8 > max(even, odd):
        raise Unreadable("file_binary_content")
    return "utf-16-le" if odd > even else "utf-16-be"


def _demand_text(data: bytes) -> None:
    """Refuse what has more than a stray control code in a thousand bytes."""
    controls = len(data) - len(data.translate(None, CONTROLS))
    if controls * 1000 > len(data) + 1000:
        raise Unreadable("file_binary_content")


def _damaged(data: bytes) -> tuple[str, list[Note]] | None:
    """Return UTF-8 with a few broken letters, such as a file that was cut off."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(1 for letter in text if letter > "\x7f") - broken
    return None if broken * 20 > sound else (text, [])


def _single_byte(data: bytes, legacy: Legacy, most: int) -> tuple[str, list[Note]]:
    """Return the text in the alphabet of one byte that spells Vietnamese best."""
    sample = data[:SAMPLE]
    best = max(
        ("tcvn3", "vni", "cp1258"),
        key=lambda name: fit(_in_alphabet(sample, name, legacy), legacy).right,
    )
    shown = _in_alphabet(sample, best, legacy)
    quality = fit(shown, legacy)
    if quality.is_poor() or not quality.right:
        raise Unreadable("file_encoding_unknown")
    # Half again as many as the sample lets expect, for texts are not the same all over.
    if len(shown) * len(data) * 2 > len(sample) * most * 3:
        raise Unreadable("file_text_too_long", (("limit", f"{most:,}"),))
    return _in_alphabet(data, best, legacy), [Note(f"{best}_converted")]


def _in_alphabet(data: bytes, name: str, legacy: Legacy) -> str:
    if name == "cp1258":
        # It stores tones apart from their letters.
        return composed(data.decode(name, errors="replace"))
    alphabet = legacy.alphabet(name)
    latin = data.decode("latin-1")
    return with_capitals(alphabet.read(latin)) if alphabet else latin


def old_alphabet(sample: str, legacy: Legacy) -> Alphabet | None:
    """Return the old alphabet that a text is in; None for one in letters of today."""
    if fit(sample, legacy).is_good():
        return None
    best: tuple[int, Alphabet | None] = FEWEST - 1, None
    for alphabet in legacy.alphabets:
        if alphabet.name == "viqr":
            if not _has_viqr(sample):
                continue
        elif sample.isascii():
            continue
        quality = fit(with_capitals(alphabet.read(sample)), legacy)
        if quality.is_good() and quality.right > best[0]:
            best = quality.right, alphabet
    return best[1]


def _has_viqr(sample: str) -> bool:
    """Tell whether hats, horns and đ are frequent: a full stop alone is no tone."""
    return len(VIQR_SHAPES.findall(sample)) * 12 >= len(WORD.findall(sample)) > 0
