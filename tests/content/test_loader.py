"""What the bookshelf promises about the values that it hands out."""

import os
from datetime import date
from decimal import Decimal

import pytest

from tongket.content import loader
from tongket.content.source import NotWellFormed

PAGE = """\
share: 0.10
count: 12
gso_code: 01
name: "Tha\u0300nh pho\u0302\u0301"
no: no
open: "8:30"
values:
  2022-06-15: 0.20
  2024-01-01: null
"""


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A bookshelf of one page, with its own compiled copies."""
    monkeypatch.setattr(loader, "CONTENT", tmp_path)
    monkeypatch.setattr(loader, "COMPILED", tmp_path / ".compiled")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "share.yaml").write_text(PAGE, "utf-8")
    forget()
    yield tmp_path
    forget()


def forget():
    loader.load.cache_clear()
    loader.load_folder.cache_clear()


def test_numbers_are_exact_dates_are_days_and_text_is_composed(shelf):
    page = loader.load("rules/share.yaml")

    assert page["share"] == Decimal("0.10")
    assert isinstance(page["share"], Decimal)
    assert page["count"] == 12
    assert page["gso_code"] == "01"
    assert page["name"] == "Thành phố"
    assert page["no"] == "no"
    assert page["values"] == {
        date(2022, 6, 15): Decimal("0.20"),
        date(2024, 1, 1): None,
    }


def test_the_compiled_copy_gives_the_same_values_as_the_page(shelf):
    first = loader.load("rules/share.yaml")
    forget()

    again = loader.load("rules/share.yaml")

    assert (shelf / ".compiled").is_dir()
    assert again == first
    assert format(again["share"]) == "0.10"


def test_a_changed_page_is_compiled_anew(shelf):
    loader.load_folder("rules")
    page = shelf / "rules" / "share.yaml"
    page.write_text(PAGE.replace("12", "13"), "utf-8")
    os.utime(page, ns=(1, 1))
    forget()

    assert loader.load_folder("rules")["share"]["count"] == 13


def test_a_spoilt_copy_is_not_trusted(shelf):
    loader.load("rules/share.yaml")
    (copy,) = (shelf / ".compiled").iterdir()
    copy.write_text(copy.read_text("utf-8")[:80], "utf-8")
    forget()

    assert loader.load("rules/share.yaml")["count"] == 12


def test_an_installation_that_cannot_be_written_to_still_reads(shelf):
    (shelf / ".compiled").write_text("a file where the folder would be", "utf-8")

    assert loader.load("rules/share.yaml")["count"] == 12


def test_a_folder_names_its_pages_in_order(shelf):
    (shelf / "rules" / "awards").mkdir()
    (shelf / "rules" / "awards" / "title.yaml").write_text("a: 1", "utf-8")

    assert list(loader.load_folder("rules")) == ["awards/title", "share"]


def test_a_page_that_is_not_there_is_named(shelf):
    with pytest.raises(loader.NoSuchContent, match=r"rules/quota.yaml"):
        loader.load("rules/quota.yaml")
    with pytest.raises(loader.NoSuchContent, match=r"laws"):
        loader.load_folder("laws")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("a: 1\na: 2", "line 2, column 1: the key 'a' is written twice"),
        ("a: [1\n", "line 2, column 1"),
        ("a: 2023-02-30", "'2023-02-30' stands where no such day is"),
    ],
)
def test_a_page_with_a_fault_names_the_place(shelf, page, said):
    (shelf / "rules" / "share.yaml").write_text(page, "utf-8")

    with pytest.raises(NotWellFormed, match=r"share\.yaml") as fault:
        loader.load("rules/share.yaml")

    assert said in str(fault.value)


def test_a_page_with_a_control_character_is_refused(shelf):
    (shelf / "rules" / "share.yaml").write_text("a: \x00", "utf-8")

    with pytest.raises(NotWellFormed, match="mend the YAML"):
        loader.load("rules/share.yaml")


def test_a_page_may_be_a_list(shelf):
    (shelf / "rules" / "share.yaml").write_text("- 0.5\n- 2020-01-01", "utf-8")

    first = loader.load("rules/share.yaml")
    forget()

    assert (
        loader.load("rules/share.yaml") == first == [Decimal("0.5"), date(2020, 1, 1)]
    )


def test_a_page_in_another_encoding_is_refused(shelf):
    (shelf / "rules" / "share.yaml").write_bytes("tên: Đồng Nai".encode("utf-16"))

    with pytest.raises(NotWellFormed, match="UTF-8"):
        loader.load("rules/share.yaml")


def test_a_rule_holds_from_its_date_until_the_next():
    ceiling = {date(2018, 1, 1): 15, date(2021, 1, 1): 20, date(2025, 7, 1): None}

    assert loader.at(ceiling, date(2017, 12, 31)) is None
    assert loader.at(ceiling, date(2018, 1, 1)) == 15
    assert loader.at(ceiling, date(2024, 5, 5)) == 20
    assert loader.at(ceiling, date(2025, 7, 1)) is None
