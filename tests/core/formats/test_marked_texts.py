"""The marked texts of real departments come through every way in unchanged."""

import html
import unicodedata
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.core.formats.files import pdf, received

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def texts(shared: Path) -> dict[str, str]:
    files = sorted((shared / "reading" / "gold").glob("*/*.txt"))
    assert files
    return {file.name: file.read_bytes().decode("utf-8") for file in files}


def lines(text: str) -> list[str]:
    composed = unicodedata.normalize("NFC", text)
    return [" ".join(line.split()) for line in composed.split("\n") if line.strip()]


def test_as_plain_text_they_are_what_is_stored(texts):
    for name, text in texts.items():
        document = received(text.encode())

        assert document.text == text, name
        assert document.notes == (), name


def test_as_word_files_they_keep_every_line(texts):
    for name, text in texts.items():
        file, kept = docx.Document(), BytesIO()
        for line in text.split("\n"):
            file.add_paragraph(line)
        file.save(kept)

        assert lines(received(kept.getvalue()).text) == lines(text), name


def test_as_web_pages_they_keep_every_line(texts):
    for name, text in texts.items():
        body = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
        page = f"<html><body>{body}</body></html>"

        assert lines(received(page.encode()).text) == lines(text), name


def test_as_pdf_they_keep_every_letter_and_nearly_every_line(texts):
    kept = whole = 0
    for name, text in texts.items():
        quoted = (
            line.replace("\\", "\\\\").replace('"', '\\"') for line in lines(text)
        )
        source = "#set par(first-line-indent: (amount: 1cm, all: true))\n"
        source += "\n\n".join(f'#"{line}"' for line in quoted)
        read = lines(received(pdf(source)).text)

        assert "".join(read).replace(" ", "") == "".join(lines(text)).replace(
            " ", ""
        ), name
        whole += len(lines(text))
        kept += len(set(lines(text)) & set(read))
    assert kept * 100 >= whole * 95
