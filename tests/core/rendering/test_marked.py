"""A page shows everything numeric of a text once, and the text itself unchanged."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tongket.content.lexicon import lexicon
from tongket.core.nouns.reading import Reading
from tongket.core.reading.read import read
from tongket.core.rendering.marked import stretches, to_page

TEXT = """Kết quả năm 2019 <b> & "1"
Quản lý 50/132 nhiệm vụ (37,9%), kiểm tra 9 - 12 cơ sở theo Quyết định số 12/QĐ-UBND.
Thu hàng chục tỷ đồng.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return reading_of(TEXT)


def reading_of(text: str) -> Reading:
    return read(text, lexicon())


def page_of(reading: Reading, **other) -> str:
    said = {"title": "Báo cáo", "labels": {}, "explanations": {}, **other}
    return to_page(reading, **said)


def marks(page: str, kind: str) -> list[str]:
    return texts(page, f"//pre/mark[@class='{kind}']")


def texts(page: str, path: str) -> list[str]:
    return [each.text_content() for each in html.fromstring(page).xpath(path)]


@given(st.text(st.sampled_from("0123456789,./%()- \nnămđồnghộ<&"), max_size=80))
def test_the_stretches_of_any_text_are_the_text(text) -> None:
    found = reading_of(text)

    assert "".join(each.text for each in stretches(found)) == found.text


def test_every_figure_is_marked_and_has_its_row(reading) -> None:
    page = page_of(reading)

    assert marks(page, "figure") == [each.text for each in reading.figures]
    assert texts(page, "//tbody/tr/td[1]") == marks(page, "figure")


def test_pairs_ranges_and_vague_amounts_have_their_values(reading) -> None:
    values = texts(page_of(reading), "//td[@class='number']")

    assert values == ["50 / 132", "37.9", "9 – 12", ""]


def test_what_is_no_figure_says_why_in_the_readers_words(reading) -> None:
    (number,) = (
        each for each in reading.others if each.token_class == "document_number"
    )
    labels = {
        "marked_document_number": "số văn bản",
        number.reason: "“{words}” đứng sau “số”",
    }

    page = unescape(page_of(reading, labels=labels))

    assert 'title="số văn bản: “12/QĐ-UBND” đứng sau “số”">12/QĐ-UBND</mark>' in page


def test_reasons_stand_beside_their_figure(reading) -> None:
    page = page_of(reading, explanations={"f1": ("50 trên 132.", "Là kết quả.")})

    assert '<td class="why">50 trên 132.<br>Là kết quả.</td>' in page


def test_a_hostile_text_stays_text(reading) -> None:
    page = page_of(reading, title="<script>")

    assert "<script>" not in page
    assert "<b>" not in page
