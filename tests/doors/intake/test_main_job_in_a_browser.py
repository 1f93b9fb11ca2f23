"""The main job, start to end: a report read, checked, entered, and written back."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import ROOT
from tongket.rooms.ledger import queries as ledger

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAMPLE = ROOT / "src" / "tongket" / "content" / "demo" / "ben-tre" / "report.txt"


@pytest.fixture(params=["sample", pytest.param("original", marks=pytest.mark.shared)])
def report(request: pytest.FixtureRequest) -> Path:
    """A year's report of Bến Tre: our sample of it, or the text itself."""
    if request.param == "sample":
        return SAMPLE
    folder = request.getfixturevalue("shared") / "reading" / "gold" / "seeds"
    return next(folder.glob("000_*.txt"))


@pytest.fixture
def page(surf: Callable[..., BrowserContext], cast: None) -> Page:
    return surf("binh", accept_downloads=True).new_page()


def upload(page: Page, report: Path) -> None:
    page.goto("/documents/")
    page.get_by_role("link", name="Tải văn bản lên").click()
    page.get_by_label("Đơn vị báo cáo").select_option("ben-tre")
    page.get_by_label("Năm", exact=True).fill("2019")
    page.get_by_label("Tệp báo cáo").set_input_files(report)
    page.get_by_role("button", name="Đọc văn bản").click()


def confirm(page: Page) -> None:
    """Accept what is sure, one more by hand, refuse one, and post."""
    page.locator("#certainty").select_option(index=0)
    page.locator("form.above button").click()
    for button, state in (("accept", "accepted"), ("refuse", "refused")):
        row = page.locator(f".figures tr.proposed:has(.{button})").first
        name = row.get_attribute("id")
        row.locator(f".{button}").click()
        expect(page.locator(f"#{name}")).to_have_class(re.compile(state))
    page.locator("#post button.primary").click()
    expect(page.get_by_role("status").first).to_contain_text("số liệu vào sổ")


def download(page: Page, button: str) -> bytes:
    with page.expect_download() as kept:
        page.get_by_role("button", name=button).click()
    return Path(kept.value.path()).read_bytes()


def test_a_report_is_read_entered_and_written_back(page, report) -> None:
    upload(page, report)
    expect(page.locator(".paper .fig").first).to_be_visible()
    confirm(page)
    posted = ledger.count()
    assert posted > 0

    page.get_by_role("link", name="Báo cáo", exact=True).click()
    page.get_by_role("link", name=re.compile("năm 2019")).first.click()
    numbers = page.locator(".sheet a[href^='/entries/']")
    expect(numbers.first).to_be_visible()
    address = page.url

    shown = numbers.first.inner_text()
    numbers.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(shown.strip("% "))
    page.locator("main a[href*='/documents/']").first.click()
    marked = page.locator(".paper .fig:target")
    expect(marked).to_be_in_viewport()
    expect(marked).to_have_class(re.compile("posted"))

    page.goto(address)
    word = docx.Document(io.BytesIO(download(page, "Tải Word")))
    assert "Bến Tre".casefold() in "\n".join(_words(word)).casefold()
    pdf = pypdfium2.PdfDocument(download(page, "Tải PDF"))
    assert "2019" in pdf[0].get_textpage().get_text_bounded()


def _words(word: docx.document.Document) -> list[str]:
    """Return the lines of a Word file, those in tables and controls too."""
    return ["".join(part.itertext()) for part in word.element.body]
