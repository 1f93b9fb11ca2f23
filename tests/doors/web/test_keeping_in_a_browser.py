"""The administrator's pages in a real browser: open to everybody, whole on a phone."""

import pytest

from tests.doors.web.test_pages_in_a_browser import PHONE, barriers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ("/people/", "/people/new/", "/people/lan/", "/units/ben-tre/found/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_an_administrator_shuts_anybody_out(surf, cast, scheme):
    page = surf("quan-tri", color_scheme=scheme, bypass_csp=True).new_page()

    for address in PAGES:
        page.goto(address)
        assert barriers(page) == [], address


def test_no_page_of_an_administrator_scrolls_sideways_on_a_phone(surf, cast):
    page = surf("quan-tri", viewport=PHONE).new_page()

    for address in PAGES:
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= PHONE["width"], address


def test_an_account_is_opened_with_what_the_page_offers(surf, cast):
    page = surf("quan-tri").new_page()
    page.goto("/people/")

    page.get_by_role("link", name="Mở tài khoản").click()
    page.get_by_label("Họ và tên").fill("Đỗ Nam")
    page.get_by_label("Tên đăng nhập").fill("do.nam")
    page.get_by_label("Vai trò").select_option("Chuyên viên")
    page.get_by_role("button", name="Mở tài khoản").click()
    given = page.locator("dd").nth(1).inner_text()

    visitor = surf().new_page()
    visitor.goto("/account/sign-in/")
    visitor.get_by_label("Tên đăng nhập").fill("do.nam")
    visitor.get_by_label("Mật khẩu").fill(given)
    visitor.keyboard.press("Enter")
    visitor.locator("summary", has_text="Đỗ Nam").wait_for()
    assert "/account/sign-in/" not in visitor.url
