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
    f"[\xc2-\xdf]{_FOLLOWING}|[\xe1-\xef]{_FOLLOWING}{{2}}|[ÃÆ] (?=[ \\w]|$)"
)
UNICODE_ONLY = re.compile("[\u1ea0-\u1ef9]")
# Text may be taken wrongly more than once on its way; three times has been seen.
ROUNDS = 3
# So few broken letters may be meant: «á» is a quotation.
FEWEST = 3


def is_broken(text: str) -> bool:
    """Tell whether *text* is UTF-8 that was taken for another encoding.

    >>> is_broken("Sá»Ÿ CÃ´ng nghá»‡"), is_broken("Sở Công nghệ «á»")
    (True, False)
    """
    return restored(text) != text and len(_SEQUENCE.findall(text)) >= FEWEST


def restored(text: str) -> str:
    r"""Return *text* as it was meant.

    Lines are judged apart, so that a page pasted into a sound text is restored alone.

    >>> restored("Sá»Ÿ Khoa há»\x8dc vÃ\xa0 CÃ´ng nghá»‡")
    'Sở Khoa học và Công nghệ'
    """
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    for _ in range(ROUNDS):
        # Letters that only Unicode has were written by somebody who had Unicode.
        if not _SEQUENCE.search(line) or UNICODE_ONLY.search(line):
            break
        line = _SEQUENCE.sub(_letter, line)
    return line


def _letter(match: re.Match[str]) -> str:
    # The last byte of "à" is a no-break space, which many programs make a plain one.
    shown = match[0].replace(" ", "\xa0")
    try:
        return bytes(BYTES[sign] for sign in shown).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
