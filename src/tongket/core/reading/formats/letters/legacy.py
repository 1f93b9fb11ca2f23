"""Old ways of writing Vietnamese letters, and the fonts that stand for them."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Alphabet:
    """One old alphabet: what its bytes look like today, and the letters they mean.

    `name` is its code in messages ("tcvn3"), `letters` maps one to three code points
    (the bytes taken as Latin-1) to a letter, `pattern` finds the longest of them.
    `single` holds them by code point when none takes more than one: many times as fast.
    """

    name: str
    letters: Mapping[str, str]
    pattern: re.Pattern[str]
    single: Mapping[int, str] | None = None

    @classmethod
    def of(cls, name: str, letters: Mapping[str, str]) -> "Alphabet":
        """Return the alphabet of the given *letters*."""
        longest_first = sorted(letters, key=len, reverse=True)
        pattern = re.compile("|".join(map(re.escape, longest_first)))
        is_single = all(len(each) == 1 for each in letters)
        single = {ord(each): letters[each] for each in letters} if is_single else None
        return cls(name, letters, pattern, single)

    def read(self, text: str) -> str:
        r"""Return *text* in the letters of today.

        >>> Alphabet.of("tcvn3", {"\xeb": "ở"}).read("S\xeb")
        'Sở'
        """
        if self.single is not None:
            return text.translate(self.single)
        return self.pattern.sub(lambda match: self.letters[match[0]], text)


@dataclass(frozen=True, slots=True)
class Face:
    """Fonts that draw the letters of an old alphabet.

    `pattern` matches the font's name, `capitals` tells that the font draws small
    letters as capitals (".VnTimeH").
    """

    pattern: re.Pattern[str]
    alphabet: str
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Legacy:
    """What is known of the alphabets before Unicode.

    `onsets` and `rhymes` spell every Vietnamese syllable without its tone; they tell a
    right conversion from a wrong one. `symbols` maps signs of symbol fonts to meaning.
    """

    alphabets: tuple[Alphabet, ...] = ()
    faces: tuple[Face, ...] = ()
    syllable: re.Pattern[str] = re.compile(r"(?!)")
    symbols: Mapping[str, str] = field(default_factory=dict)

    def alphabet(self, name: str) -> Alphabet | None:
        """Return the alphabet called *name*, if it is known."""
        return next((each for each in self.alphabets if each.name == name), None)

    def face(self, font: str) -> Face | None:
        """Return the face that the font called *font* belongs to, if any."""
        return next((face for face in self.faces if face.pattern.match(font)), None)

    def is_syllable(self, word: str) -> bool:
        """Tell whether *word* can be a Vietnamese syllable."""
        return self.syllable.fullmatch(toneless(word.lower())) is not None


UNKNOWN = Legacy()

# Word moves the signs of symbol fonts to this private stretch of Unicode.
PRIVATE = re.compile("[\uf020-\uf0ff]")


def without_private(text: str, legacy: Legacy, *, opens: bool = True) -> str:
    """Return *text* with the signs of symbol fonts as what they mean.

    One that only decorates is a bullet, written as a dash, where it *opens* a line;
    elsewhere it is dropped.
    """
    if not PRIVATE.search(text):
        return text
    first = text.lstrip()[:1]
    if opens and PRIVATE.match(first) and legacy.symbols.get(first, "•") == "•":
        text = "- " + text.lstrip()[1:].lstrip()
    return PRIVATE.sub(lambda match: legacy.symbols.get(match[0], ""), text)


def toneless(word: str) -> str:
    """Return *word* without its tone; ă, â, đ, ê, ô, ơ and ư stay.

    >>> toneless("nghiệm")
    'nghiêm'
    """
    return unicodedata.normalize(
        "NFC", unicodedata.normalize("NFD", word).translate(TONES)
    )


def read_in_font(text: str, font: str, legacy: Legacy) -> tuple[str, str | None]:
    """Return *text* as the font called *font* shows it, and the alphabet used."""
    face = legacy.face(font)
    alphabet = legacy.alphabet(face.alphabet) if face else None
    if face is None or alphabet is None:
        return text, None
    # Text that already has letters of today was only left in the old font's name.
    if any(letter >= "\u0100" and letter.isalpha() for letter in text):
        return text, None
    letters = alphabet.read(text)
    return (letters.upper() if face.capitals else letters), alphabet.name


def with_capitals(text: str) -> str:
    """Raise the small letters that an old alphabet put among capitals.

    It had no capital letters with tones: a heading in capitals came out as "KẾT QUả".

    >>> with_capitals("KếT QUả Và Sở")
    'KẾT QUẢ Và Sở'
    """
    return WORD.sub(lambda match: _raised(match[0]), text)


def _raised(word: str) -> str:
    small = [letter for letter in word if letter.islower()]
    capitals = len(word) - len(small)
    if small and capitals > 1 and all(letter > "\x7f" for letter in small):
        return word.upper()
    return word
