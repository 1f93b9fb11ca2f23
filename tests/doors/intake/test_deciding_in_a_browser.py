"""The page of a document in a real browser: by mouse, by keys, and without scripts."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tongket.core.nouns.proposal import State
from tongket.rooms.intake import queries

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Surf = Callable[..., BrowserContext]
STANDARD = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def addresses(document: int) -> tuple[str, ...]:
    return (
        "/documents/",
        "/documents/new/",
        f"/documents/{document}/",
        f"/documents/{document}/f1/",
        "/findings/?department=ben-tre",
    )


def state(document: int, name: str = "f1") -> State:
    return queries.figure(document, name).state


@pytest.fixture
def page(surf: Surf, document: int) -> Page:
    page = surf("binh").new_page()
    page.goto(f"/documents/{document}/")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(surf, document, scheme) -> None:
    page = surf("binh", color_scheme=scheme, bypass_csp=True).new_page()

    for address in addresses(document):
        page.goto(address)
        found = Axe().run(page, options=STANDARD).response["violations"]
        told = [f"{each['id']}: {each['nodes'][0]['html'][:150]}" for each in found]
        assert told == [], address


def test_on_a_phone_no_page_must_be_pushed_sideways(surf, document) -> None:
    page = surf("binh", viewport={"width": 375, "height": 812}).new_page()

    for address in addresses(document):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 375, address


def test_nothing_is_refused_by_our_own_policy(surf, document) -> None:
    page = surf("binh").new_page()
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(f"{page.url}: {line.text}"))

    for address in addresses(document):
        page.goto(address)

    assert complaints == []


def test_a_decision_changes_row_mark_and_tally_in_place(page, document) -> None:
    page.locator("#row-f1").get_by_role("button", name="Bỏ").click()

    expect(page.locator("#row-f1")).to_have_class(re.compile("refused"))
    expect(page.locator("a#f1")).to_have_class(re.compile("refused"))
    expect(page.locator("#tally")).to_contain_text("1 bỏ")
    assert state(document) is State.REFUSED


def test_accepting_brings_the_one_primary_action_up(page, document) -> None:
    assert page.locator("button.primary").count() == 0

    page.locator("#row-f1 .accept").click()

    page.get_by_role("button", name="Ghi 1 số liệu vào sổ").click()
    expect(page.get_by_role("status").first).to_have_text("Đã ghi 1 số liệu vào sổ.")


def test_a_row_is_changed_where_it_stands(page, document) -> None:
    page.locator("#row-f1").get_by_role("link", name="Đổi").click()
    page.locator("#row-f1").get_by_label("Chỉ tiêu khác").last.fill("NV-006")
    page.locator("#row-f1").get_by_role("radio", name="Chỉ tiêu khác").check()
    page.locator("#row-f1").get_by_role("textbox", name="Số", exact=True).fill("51")
    page.locator("#row-f1").get_by_role("button", name="Đổi và nhận").click()

    expect(page.locator("#row-f1")).to_have_class(re.compile("changed"))
    assert queries.figure(document, "f1").proposal.value == 51


def test_a_change_that_cannot_stand_says_so_where_it_stands(page, document) -> None:
    page.locator("#row-f1").get_by_role("link", name="Đổi").click()
    page.locator("#row-f1").get_by_role("textbox", name="Số", exact=True).fill("5.1")
    page.locator("#row-f1").get_by_role("button", name="Đổi và nhận").click()

    expect(page.locator("#row-f1")).to_contain_text("“5.1” chưa đọc được")
    assert state(document) is State.PROPOSED


def test_who_thinks_better_of_a_change_gets_the_row_back(page, document) -> None:
    page.locator("#row-f1").get_by_role("link", name="Đổi").click()
    page.locator("#row-f1").get_by_role("link", name="Thôi").click()

    expect(page.locator("#row-f1 .accept")).to_be_visible()


def test_the_keys_move_and_decide(page, document) -> None:
    for key in ("j", "r", "j", "j", "k"):
        page.keyboard.press(key)
        if key == "r":
            expect(page.locator("#row-f1")).to_have_class(re.compile("refused"))

    assert state(document) is State.REFUSED
    assert page.evaluate("document.activeElement.id") == "row-f2"


def test_letters_typed_into_a_field_decide_nothing(page, document) -> None:
    page.locator("#row-f1").get_by_role("link", name="Đổi").click()
    field = page.locator("#row-f1").get_by_role("textbox", name="Đơn vị tính")
    field.fill("")
    field.press_sequentially("arjk")

    assert field.input_value() == "arjk"
    assert state(document) is State.PROPOSED


def test_a_number_in_the_text_and_its_row_lead_to_each_other(page, document) -> None:
    page.locator("a#f3").click()
    expect(page.locator("#row-f3")).to_be_in_viewport()

    page.locator("#row-f1 th a").click()
    expect(page.locator("a#f1")).to_be_in_viewport()


def test_other_numbers_show_when_asked_for(page, document) -> None:
    other = page.locator(".other").first
    plain = other.evaluate("each => getComputedStyle(each).borderBottomStyle")

    page.get_by_label("Đánh dấu cả ngày tháng").check()

    assert other.evaluate("each => getComputedStyle(each).borderBottomStyle") != plain


def test_a_finding_is_met_in_the_text_and_told_beside_it(page, document) -> None:
    page.locator(".paper .seen.bad").click()

    card = page.locator("article.finding.inconsistent")
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("30 ÷ 40")


def test_everything_is_done_without_scripts(surf, document) -> None:
    page = surf("binh", java_script_enabled=False).new_page()
    page.goto(f"/documents/{document}/")

    page.locator("#row-f1").get_by_role("link", name="Đổi").click()
    page.get_by_role("radio", name="Chỉ tiêu khác").check()
    page.locator("#id_indicator").fill("NV-006")
    page.get_by_role("button", name="Đổi và nhận").click()
    page.locator("#row-f2").get_by_role("button", name="Bỏ").click()
    page.get_by_role("button", name="Ghi 1 số liệu vào sổ").click()

    assert page.get_by_text("Đã ghi 1 số liệu vào sổ").is_visible()
    assert state(document) is State.POSTED
    assert state(document, "f2") is State.REFUSED
