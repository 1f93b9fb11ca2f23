"""Letters put together from parts (NFD) to letters in one piece (NFC)."""

import re
import unicodedata

# All that may not be in one piece yet; what reports are written with is not in it.
_SUSPECT = re.compile(
    "[\u0300-\u1dff\u1f00-\u2001\u2126\u212a\u212b\u2329\u232a\u2adc-\udfff"
    "\uf900-\U0010ffff]"
)
# A letter and its marks. Putting n marks in order takes n² steps, and no letter has two
# hundred of them, so that longer rows of marks are taken piece by piece.
_PIECE = re.compile(r".[^\x00-\x7f]{1,200}", re.DOTALL)


def is_composed(text: str) -> bool:
    """Tell whether every letter of *text* is in one piece.

    >>> is_composed("nhiệm vụ"), is_composed("nhie\u0323\u0302m vu\u0323")
    (True, False)
    """
    return not _SUSPECT.search(text) or composed(text) == text


def composed(text: str) -> str:
    """Return *text* with every letter in one piece.

    >>> composed("vu\u0323")
    'vụ'
    """
    if not _SUSPECT.search(text):
        return text
    return _PIECE.sub(lambda piece: unicodedata.normalize("NFC", piece[0]), text)
