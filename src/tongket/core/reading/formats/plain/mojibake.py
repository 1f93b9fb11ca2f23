"""UTF-8 that a program took for another encoding, brought back."""

import re

# A byte beyond ASCII as Windows-1252 shows it; the five it leaves empty stay as they
# are (that is what browsers and old programs do).
SHOWN = "".join(
    bytes([code]).decode("cp1252", errors="ignore") or chr(code)
    for code in range(0x80, 0x100)
)
BYTES = {letter: 0x80 + number for number, letter in enumerate(SHOWN)} | {
    chr(code): code for code in range(0x80, 0x100)
}
_FOLLOWING = "[\x80-\xbf" + re.escape(SHOWN[:0x40]) + "]"
_SEQUENCE = re.compile(
    f"[\xc2-\xdf]{_FOLLOWING}|[\xe1-\xef]{_FOLLOWING}{{2}}|[ÃÆ] (?=\\w|$)"
)
# Text may be taken wrongly more than once on its way; three times has been seen.
ROUNDS = 3
ENOUGH = 3


def repaired(text: str) -> str | None:
    r"""Return *text* as it was meant, or None where it is no such accident.

    Lines are judged apart, so that a page pasted into a sound text is repaired alone.

    >>> repaired("Sá»Ÿ Khoa há»\x8dc vÃ\xa0 CÃ´ng nghá»‡")
    'Sở Khoa học và Công nghệ'
    >>> repaired("Sở Khoa học và Công nghệ") is None
    True
    """
    whole = text
    for _ in range(ROUNDS):
        again = _once(whole)
        if again == whole:
            break
        whole = again
    return None if whole == text else whole


def _once(text: str) -> str:
    found = len(_SEQUENCE.findall(text))
    if found < ENOUGH:
        return text
    return "".join(_line(line) for line in text.splitlines(keepends=True))


def _line(line: str) -> str:
    # Letters that only Unicode has were written by somebody who had Unicode.
    if any("\u1ea0" <= letter <= "\u1ef9" for letter in line):
        return line
    return _SEQUENCE.sub(_letter, line)


def _letter(match: re.Match[str]) -> str:
    # The last byte of "à" is a no-break space, which many programs make a plain one.
    shown = match[0].replace(" ", "\xa0")
    try:
        return bytes(BYTES[sign] for sign in shown).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
