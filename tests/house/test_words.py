"""The words that the product shows follow the house's style."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tests.house.measures import ROOT, SOURCE

# House style, habit 7: these words say nothing that a clerk can act on.
FORBIDDEN = re.compile(r"vui lòng|rất tiếc|không hợp lệ|thành công", re.IGNORECASE)
SHOWN = ("*.html", "*.py", "*.yaml", "*.po")
# Lexicons and catalogues hold the words of reports, which may well say "thành công".
QUOTED = ("content/lexicons", "content/indicators", "core/reading")


def shown() -> Iterator[tuple[Path, str]]:
    """Yield the files whose words reach a user, and their text."""
    for pattern in SHOWN:
        for path in sorted(SOURCE.rglob(pattern)):
            if ".compiled" not in path.parts:
                yield path, path.read_text("utf-8")


def test_no_message_uses_a_word_that_says_nothing() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path, text in shown()
        if not str(path.relative_to(SOURCE)).startswith(QUOTED)
        for word in FORBIDDEN.findall(text)
    ]

    assert not found, "\n".join(found)


def test_every_text_of_the_product_is_nfc() -> None:
    loose = [
        str(path.relative_to(ROOT))
        for path, text in shown()
        if not unicodedata.is_normalized("NFC", text)
    ]

    assert not loose, "\n".join(loose)
