"""The text as the rules see it: lower-cased, blanks and dashes made alike."""

import unicodedata

# Marks that mean the same to a reader, each replaced by one of the same length.
_ALIKE = (
    ("\u00a0", " "),
    ("\u2007", " "),
    ("\u2009", " "),
    ("\u202f", " "),
    ("\u3000", " "),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2012", "-"),
    ("\u2013", "-"),
    ("\u2014", "-"),
    ("\u2212", "-"),
    ("\u2044", "/"),
    ("\u2215", "/"),
    ("\uff05", "%"),
    ("“", '"'),
    ("”", '"'),
    ("„", '"'),
)


def plain(text: str) -> str:
    """Return the text lower-cased with blanks, dashes and quotes made alike.

    Every code point keeps its offset.

    >>> plain("Tăng 5\u00a0–\u00a07 ĐỀ TÀI")
    'tăng 5 - 7 đề tài'
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(
            letter.lower() if len(letter.lower()) == 1 else letter for letter in text
        )
    for mark, same in _ALIKE:
        if mark in low:
            low = low.replace(mark, same)
    return low


def unmarked(text: str) -> str:
    """Return a text without its diacritics, "đ" as "d", offsets kept.

    >>> unmarked("đề tài nghiệm thu")
    'de tai nghiem thu'
    """
    if text.isascii():
        return text
    return "".join(_unmarked_letter(letter) for letter in text)


def _unmarked_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter in "đĐ":
        return "d"
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter
