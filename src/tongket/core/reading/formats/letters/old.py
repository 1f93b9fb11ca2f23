"""Words in letters of an old alphabet, among words in letters of today."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tongket.core.reading.formats.letters.encoding import SAMPLE, old_alphabet
from tongket.core.reading.formats.letters.legacy import (
    WORD,
    Alphabet,
    Legacy,
    with_capitals,
)

# Signs that Vietnamese of today is not written with, and old alphabets are.
_OLD_SIGNS = "¡-¬®-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñöøûüþÿ"
OLD = re.compile(f"[{_OLD_SIGNS}]")
OLD_REST = re.compile(rf"[{_OLD_SIGNS}]\S*+")
# Letters that no old alphabet could show: who wrote them had Unicode.
MODERN = re.compile("[\u0102-\u01b0\u1ea0-\u1ef9]")
PIECE = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class OldLetters:
    """The old alphabet that a text, or a part of it, is in.

    `whole` tells that all of the text is, but for what only Unicode can write.
    """

    alphabet: Alphabet
    legacy: Legacy
    whole: bool

    def way(self, line: str) -> Callable[[str], str]:
        """Return what brings the pieces of a line of the text into letters of today.

        The pieces are to be given in their order.
        """
        if MODERN.search(line):
            return Mixed(self.alphabet, self.legacy).words
        return self._all if self.whole or OLD.search(line) else str

    def _all(self, piece: str) -> str:
        return with_capitals(self.alphabet.read(piece))


@dataclass(slots=True)
class Mixed:
    """Reads a line in which some words are in old letters, others in those of today.

    "bé" is a word of today, and "bộ" in TCVN3: it is what the words before it are.
    """

    alphabet: Alphabet
    legacy: Legacy
    _goes_on_old: bool = False

    def words(self, piece: str) -> str:
        """Return the next piece of the line in letters of today."""
        return PIECE.sub(lambda word: self._word(word[0]), piece)

    def _word(self, word: str) -> str:
        if word.isascii():
            return word
        if MODERN.search(word):
            self._goes_on_old = False
            return word
        meant = with_capitals(self.alphabet.read(word))
        if not self._is_spelled(meant):
            return word
        is_plain = sum(map(str.isalpha, word)) > 1
        if is_plain and (OLD.search(word) or not self._is_spelled(word)):
            self._goes_on_old = True
        return meant if self._goes_on_old else word

    def _is_spelled(self, word: str) -> bool:
        marked = [part for part in WORD.findall(word) if not part.isascii()]
        return bool(marked) and all(map(self.legacy.is_syllable, marked))


def old_letters(text: str, legacy: Legacy) -> OldLetters | None:
    """Return the old alphabet that a text is in, or some of its words are.

    Such a text was copied out of a document whose font drew other letters than were
    stored: it is Unicode, but spells "Së Khoa häc". None: all are letters of today.
    """
    alphabet = old_alphabet(text[:SAMPLE], legacy)
    if alphabet is not None:
        return OldLetters(alphabet, legacy, whole=True)
    sample = " ".join(_old_words(text))
    alphabet = old_alphabet(sample, legacy) if sample else None
    return None if alphabet is None else OldLetters(alphabet, legacy, whole=False)


def _old_words(text: str) -> Iterator[str]:
    """Yield the words with signs of old alphabets, no longer than a sample in all.

    A sign that stands for itself ("Ø 12", "3×4", "µm") spells no word.
    """
    length, end = 0, 0
    for match in OLD_REST.finditer(text):
        blanks = (text.rfind(blank, end, match.start()) for blank in " \n\t")
        start, end = max(*blanks, end - 1) + 1, match.end()
        word = text[start:end]
        if MODERN.search(word) or sum(map(str.isalpha, word)) < 2:
            continue
        yield word
        length += len(word)
        if length > SAMPLE:
            return
