"""Pages of originals in a real browser: for everybody, by keys, on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.cast import AT, BEN_TRE, BINH
from tests.core.formats.files import pdf
from tests.doors.web.test_pages_in_a_browser import PHONE, STANDARD
from tongket.rooms.intake import actions as intake

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ROWS = "#table(columns: 2, [Nội dung], [Số], [Cấp phép], [34], [Thu hồi], [5])"


@pytest.fixture
def printed(cast) -> int:
    return intake.receive(
        data=pdf(f"Cấp 12 giấy phép, chi 38,5 tỷ đồng.\n\n{ROWS}"),
        name="báo cáo.pdf",
        unit=BEN_TRE,
        period="2019",
        by=BINH.username,
        at=AT,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_a_document_shut_nobody_out(surf, printed, scheme):
    page = surf("binh", color_scheme=scheme, bypass_csp=True).new_page()

    parts = intake.receive(
        data="Tập huấn 30 lớp.\n".encode() * 150,
        name="hai phần.txt",
        unit=BEN_TRE,
        period="2019",
        by=BINH.username,
        at=AT,
    )
    for address in (
        f"/documents/{printed}/",
        f"/documents/{printed}/f1/",
        f"/documents/{printed}/pages/1/",
        f"/documents/{parts}/",
    ):
        page.goto(address)
        found = Axe().run(page, options=STANDARD).response["violations"]
        assert [each["id"] for each in found] == [], address


def test_on_a_phone_a_page_is_pushed_within_its_frame_alone(surf, printed):
    page = surf("binh", viewport=PHONE).new_page()

    for address in ("", "f1/", "pages/1/#f2"):
        page.goto(f"/documents/{printed}/{address}")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], address
    expect(page.locator("#f2")).to_be_in_viewport()


def test_a_figure_and_its_page_lead_to_each_other_by_keys_without_scripts(
    surf, printed
):
    page = surf("binh", java_script_enabled=False).new_page()
    page.goto(f"/documents/{printed}/f2/")

    page.get_by_role("link", name="Xem cả trang 1 của tệp gốc").press("Enter")
    page.wait_for_url("**/pages/1/#f2")
    expect(page.locator(".framed:target")).to_have_attribute("id", "f2")
    page.locator("#f1").press("Enter")

    page.wait_for_url(f"**/documents/{printed}/f1/")


def test_the_picture_stands_where_the_frames_are(surf, printed):
    page = surf("binh").new_page()
    page.goto(f"/documents/{printed}/pages/1/")

    loaded = page.evaluate(
        "fetch(document.querySelector('main svg image').href.baseVal)"
        ".then(a => a.blob()).then(createImageBitmap).then(b => b.width / b.height)"
    )
    box = page.locator("main svg image").bounding_box()

    assert box is not None
    assert loaded == pytest.approx(box["width"] / box["height"], rel=0.01)
