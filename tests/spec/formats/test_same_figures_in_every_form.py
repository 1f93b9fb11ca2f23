"""One paper says the same in every form: as text, Word file, web page and pdf."""

import shutil
from pathlib import Path

import pytest
from tests.conftest import skip_or_fail
from tests.core.formats.files import received
from tests.spec.formats.paper import (
    Paper,
    as_docx,
    as_html,
    as_text,
    as_typst,
    by_chromium,
    by_libreoffice,
)
from tests.spec.formats.papers import PAPERS

from tongket.content.lexicon import lexicon
from tongket.core.reading.read import read

pytestmark = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())


def figures(text: str) -> list[tuple[object, ...]]:
    """Return what is compared of each figure: all but where it stands."""
    return [
        (each.value, each.measure, each.role, each.section, each.bound, each.of)
        for each in read(text, lexicon()).figures
    ]


def assert_says_the_same(paper: Paper, data: bytes) -> None:
    document = received(data)

    assert figures(document.text) == figures(as_text(paper)), document.text


def name_of(paper: Paper) -> str:
    (name,) = (name for name, other in PAPERS.items() if other is paper)
    return name.replace(" ", "-")


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], bytes]:
    """Give all papers as LibreOffice exports them from their Word files."""
    if shutil.which("soffice") is None:
        skip_or_fail("LibreOffice is not installed (Debian package libreoffice-writer)")
    folder = tmp_path_factory.mktemp("exported")
    sources = [folder / f"{name_of(paper)}.docx" for paper in PAPERS.values()]
    for source, paper in zip(sources, PAPERS.values(), strict=True):
        source.write_bytes(as_docx(paper))
    return {
        (source.stem, form): data
        for form in ("pdf", "docx", "html")
        for source, data in by_libreoffice(folder, sources, form).items()
    }


def test_the_text_has_figures_to_compare(paper):
    assert len(figures(as_text(paper))) >= 10


def test_as_a_word_file(paper):
    assert_says_the_same(paper, as_docx(paper))


def test_as_a_web_page(paper):
    assert_says_the_same(paper, as_html(paper).encode())


def test_as_typst_sets_it(paper):
    assert_says_the_same(paper, as_typst(paper))


@pytest.mark.libreoffice
@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_as_libreoffice_exports_it(paper, form, exported):
    assert_says_the_same(paper, exported[name_of(paper), form])


@pytest.mark.browser
def test_as_chromium_prints_it(paper, tmp_path: Path):
    if shutil.which("chromium") is None:
        skip_or_fail("no browser on this machine (Debian package chromium)")
    page = tmp_path / "paper.html"
    page.write_text(as_html(paper), encoding="utf-8")

    assert_says_the_same(paper, by_chromium(tmp_path, page))
