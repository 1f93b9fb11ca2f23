"""Every sentence of the pages has its English, with the same values in it."""

import pytest
from babel.messages import Catalog
from tools.translations import WEB, lacking, misfilled, sentences, spoken, written


@pytest.fixture(scope="module")
def said() -> Catalog:
    return spoken()


def test_every_sentence_has_its_english(said: Catalog) -> None:
    assert lacking(said, written()) == [], "run `make translations`, fill in django.po"


def test_no_english_drops_or_invents_a_value() -> None:
    assert misfilled(written()) == []


def test_nothing_is_kept_that_no_page_says_any_more(said: Catalog) -> None:
    kept = {(message.context, message.id) for message in written() if message.id}

    assert kept <= {(message.context, message.id) for message in said}, (
        "run `make translations`"
    )


def test_sentences_of_templates_and_views_are_found() -> None:
    page = WEB / "signin/templates/signin/sign_in.html"

    found = {said.forms[0] for said in sentences(page)}

    assert "Đăng nhập Tongket" in found


def test_a_sentence_without_english_is_seen() -> None:
    said, english = Catalog(), Catalog(locale="en")
    said.add("Kỳ này chưa có số liệu")
    english.add("Kỳ này chưa có số liệu", "")

    assert lacking(said, english) == ["Kỳ này chưa có số liệu"]


def test_a_dropped_value_is_seen() -> None:
    english = Catalog(locale="en")
    english.add("%(many)s chỉ tiêu", "indicators")

    assert misfilled(english) == ["%(many)s chỉ tiêu"]
