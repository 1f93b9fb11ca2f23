"""The letter ư of TCVN3, which programs take for a soft hyphen, put back.

TCVN3 stores it where Latin-1 has the soft hyphen. A pdf then shows a hyphen in its
place ("tr-ớc") or nothing at all ("trớc").
"""

import re

from tongket.core.reading.formats.letters.legacy import Legacy

# Letters around a hyphen, or a letter before one; a number parts no word.
_HYPHENED = re.compile(r"(?<![^\s(“\"/])([^\W\d_]*)-([^\W\d_]*)(?![\d-])")
_WORD = re.compile(r"[^\W\d_]+")


def with_horns(text: str, legacy: Legacy) -> tuple[str, int]:
    """Return a text with the letter ư where only it can be meant, and how often.

    A hyphen stays one between two words that are spelled right without it, and a word
    gets the letter only where it is none without it and one way makes it one.

    >>> with_horns("12-15", Legacy())
    ('12-15', 0)
    """
    put = 0

    def hyphened(match: re.Match[str]) -> str:
        nonlocal put
        before, after = match[1], match[2]
        meant = f"{before}{_horn(before or after)}{after}"
        # "-u tiên" begins with the letter; no other word is two with it between them.
        if not (before or after) or not legacy.is_syllable(meant):
            return match[0]
        put += 1
        return meant

    def bare(match: re.Match[str]) -> str:
        nonlocal put
        word = match[0]
        if word.isascii() or legacy.is_syllable(word):
            return word
        ways = {
            word[:at] + _horn(word) + word[at:]
            for at in range(len(word))
            if legacy.is_syllable(word[:at] + _horn(word) + word[at:])
        }
        if len(ways) != 1:
            return word
        put += 1
        return ways.pop()

    text = _HYPHENED.sub(hyphened, text)
    return _WORD.sub(bare, text), put


def _horn(beside: str) -> str:
    return "Ư" if beside.isupper() else "ư"
