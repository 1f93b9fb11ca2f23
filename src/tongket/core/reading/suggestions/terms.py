"""Terms: the words of a text in the form in which they are compared.

Case, tone placement ("hoá", "hóa"), the letters i and y after a consonant, and
abbreviations make no difference: all spellings of a concept become one term.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

# Words, the sign of per cent, and "…" or "..." where a subject or alias has a gap.
_WORD = re.compile(r"[^\W_]+|%|…|\.{3}")
# A tone is written after its syllable, as on a typewriter without Vietnamese letters.
_TONES = {"\u0300": "`", "\u0301": "'", "\u0303": "~", "\u0309": "?", "\u0323": "."}
_VOWELS = frozenset("aeouâêôăơư")
# The term that stands for a gap: it is compared with nothing.
GAP = ""


class Folding:
    """The reading of texts into terms, by one table of concepts."""

    def __init__(self, concepts: Mapping[str, Iterable[str]]) -> None:
        """Take the wordings of every concept, under the concept's term."""
        self._keys = {"…": GAP, "...": GAP}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for term, wordings in concepts.items():
            for wording in wordings:
                words = tuple(self._key(word) for word in _WORD.findall(wording))
                self._phrases.setdefault(words[0], []).append((words, term))
        for candidates in self._phrases.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def terms(self, text: str) -> list[str]:
        """Return the terms of a text in order, concepts folded.

        >>> Folding({"đtda": ["đề tài, dự án", "ĐTDA"]}).terms("Kỹ thuật: 2 ĐTDA")
        ['ki~', 'thuât.', '2', 'đtda']
        """
        return [term for term, _ in self.worded(text)]

    def worded(self, text: str) -> list[tuple[str, str]]:
        """Return the terms of a text, each with the words that gave it."""
        raw = _WORD.findall(text)
        keys = self._keys
        words = [keys[word] if word in keys else self._key(word) for word in raw]
        phrases = self._phrases
        found: list[tuple[str, str]] = []
        at = 0
        while at < len(words):
            word = words[at]
            for phrase, term in phrases.get(word, ()):
                size = len(phrase)
                if size == 1 or tuple(words[at : at + size]) == phrase:
                    found.append((term, " ".join(raw[at : at + size])))
                    at += size
                    break
            else:
                found.append((word, raw[at]))
                at += 1
        return found

    def _key(self, word: str) -> str:
        """Return the one spelling of a word, remembered for the next time."""
        if word not in self._keys:
            self._keys[word] = _spelt(word)
        return self._keys[word]


def _spelt(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower())
    tone = "".join(_TONES[sign] for sign in letters if sign in _TONES)
    plain = unicodedata.normalize(
        "NFC", "".join(sign for sign in letters if sign not in _TONES)
    )
    if len(plain) > 1 and plain[-1] == "y" and plain[-2] not in _VOWELS:
        plain = plain[:-1] + "i"
    return plain + tone
