"""Every page in a real browser: open to everybody, whole on a phone, usable by keys."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = (
    "/?department=ben-tre&period=2019",
    "/indicators/",
    "/indicators/?q=thanh+tra",
    "/indicators/NV-001/?department=ben-tre",
    "/entries/?department=ben-tre",
    "/units/",
    "/units/ben-tre/",
    "/documents/",
    "/documents/new/",
    "/findings/",
    "/reports/",
    "/entries/new/",
    "/account/password/",
    "/help/",
)
MISSING = "/no/such/page/"
STANDARD = {
    "runOnly": [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ]
}
PHONE = {"width": 375, "height": 812}


def addresses(year):
    return [*PAGES, f"/entries/{year[0].number}/", MISSING]


def barriers(page):
    found = Axe().run(page, options=STANDARD).response["violations"]
    return [
        f"{each['id']}: {each['help']}: {node['html'][:120]}"
        for each in found
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(surf, year, scheme):
    page = surf("binh", color_scheme=scheme, bypass_csp=True).new_page()

    for address in addresses(year):
        page.goto(address)
        assert barriers(page) == [], address


def test_the_sign_in_page_shuts_nobody_out(surf, cast):
    page = surf(bypass_csp=True).new_page()
    page.goto("/account/sign-in/")
    page.fill("[name=username]", "binh")
    page.fill("[name=password]", "sai")
    page.press("[name=password]", "Enter")

    page.wait_for_selector("[role=alert]")

    assert barriers(page) == []


def test_on_a_phone_no_page_must_be_pushed_sideways(surf, year):
    page = surf("binh", viewport=PHONE).new_page()

    for address in addresses(year):
        page.goto(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], address


def test_nothing_is_refused_by_our_own_policy(surf, year):
    page = surf("binh").new_page()
    complaints = []
    page.on("console", lambda line: complaints.append(f"{page.url}: {line.text}"))

    for address in addresses(year)[:-1]:
        page.goto(address)

    assert complaints == []


def test_the_first_key_leads_past_the_menu(surf, year):
    page = surf("binh").new_page()
    page.goto(PAGES[0])

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def test_from_the_first_page_to_the_proof_of_a_number_without_javascript(surf, year):
    page = surf("binh", java_script_enabled=False).new_page()
    page.goto("/")

    page.select_option("[name=period]", "2019")
    page.get_by_role("button", name="Xem").click()
    page.get_by_role("table").first.get_by_role("link", name="50", exact=True).click()

    assert page.get_by_role("heading", level=1).inner_text() == "50 nhiệm vụ"
    assert page.get_by_text("Nguyên vẹn").is_visible()


def test_signing_in_and_out_by_keys_alone(surf, year):
    from tests.cast import PASSWORD

    page = surf().new_page()
    page.goto("/")
    page.keyboard.type("binh")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")

    page.locator("summary", has_text="Trần Văn Bình").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Đăng xuất").press("Enter")

    page.wait_for_url("**/account/sign-in/**")
