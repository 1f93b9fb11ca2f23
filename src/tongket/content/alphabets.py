"""The alphabets before Unicode, from content/legacy, as values of the core."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tongket.content.loader import load
from tongket.core.reading.formats.letters.legacy import Alphabet, Face, Legacy

_TONES = {
    "none": "",
    "grave": "\u0300",
    "acute": "\u0301",
    "hook": "\u0309",
    "tilde": "\u0303",
    "dot": "\u0323",
}
_HAT, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"


@cache
def legacy() -> Legacy:
    """Return all that is known of TCVN3, VNI and VIQR, their fonts and syllables."""
    return Legacy(
        alphabets=(
            Alphabet.of("tcvn3", _of_bytes(load("legacy/tcvn3.yaml")["bytes"])),
            Alphabet.of("vni", dict(_vni(load("legacy/vni.yaml")))),
            Alphabet.of("viqr", dict(_viqr(load("legacy/viqr.yaml")))),
        ),
        faces=tuple(
            Face(
                re.compile(face["name"], re.IGNORECASE),
                face["alphabet"],
                capitals=face.get("capitals", False),
            )
            for face in load("legacy/faces.yaml")["faces"]
        ),
        symbols=_private(load("legacy/symbols.yaml")["bytes"]),
        syllable=_syllable(load("legacy/syllables.yaml")),
    )


def _of_bytes(letters: Mapping[str, str]) -> dict[str, str]:
    return {chr(int(code, 16)): letter for code, letter in letters.items()}


def _private(signs: Mapping[str, str]) -> dict[str, str]:
    """Return signs by where Word puts them: F0xx, in the private area of Unicode."""
    return {chr(0xF000 + int(code, 16)): sign for code, sign in signs.items()}


def _vni(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each sequence of VNI with its letter: a base, then a mark."""
    alone = _of_bytes(table["letters"])
    yield from alone.items()
    tones = _of_bytes(table["marks"])
    for base in "aeouyAEOUY":
        yield from _marked(base, base, tones)
    for base in "aeoAEO":
        yield from _marked(base, base + _HAT, _of_bytes(table["hats"]))
    for base in "aA":
        yield from _marked(base, base + _BREVE, _of_bytes(table["breves"]))
    for code, letter in alone.items():
        if letter in "ơưƠƯ":
            yield from _marked(code, letter, tones)


def _marked(
    code: str, letter: str, tones: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for mark, tone in tones.items():
        shown = mark.upper() if letter[0].isupper() else mark
        yield code + shown, unicodedata.normalize("NFC", letter + _TONES[tone])


def _viqr(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each sequence of VIQR with its letter: base, hat or horn, tone."""
    yield from table["letters"].items()
    # A sign that is no tone is led by a backslash.
    yield from ((f"\\{sign}", sign) for sign in table["tones"].values())
    shapes = [(base, base) for base in "aeiouy"]
    for kind, accent in (("hats", _HAT), ("breves", _BREVE), ("horns", _HORN)):
        shapes += [(base + sign, base + accent) for base, sign in table[kind].items()]
    for code, letter in [*shapes, *((c.upper(), x.upper()) for c, x in shapes)]:
        if len(code) > 1:
            yield code, unicodedata.normalize("NFC", letter)
        for tone, sign in table["tones"].items():
            yield code + sign, unicodedata.normalize("NFC", letter + _TONES[tone])


def _syllable(table: Mapping[str, Any]) -> re.Pattern[str]:
    onsets = "|".join(sorted(table["onsets"], key=len, reverse=True))
    rhymes = "|".join(rhyme for row in table["rhymes"] for rhyme in row)
    return re.compile(f"(?:{onsets})?(?:{rhymes})")
