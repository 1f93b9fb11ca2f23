"""The pages of accounts: an administrator opens, changes and closes them."""

import re

import pytest
from django.test import Client

from tests.cast import PASSWORD
from tests.doors.web.reading import text_of
from tongket.core.nouns.person import Role
from tongket.rooms.people import queries

NEW = {
    "full_name": "Đỗ Nam",
    "username": "do.nam",
    "unit": "ben-tre",
    "post": "Chuyên viên",
    "role": "specialist",
}


@pytest.fixture
def admin(browser_of) -> Client:
    return browser_of("quan-tri")


def password_on(response) -> str:
    return re.search(r"[a-z2-8]{4}(-[a-z2-8]{4}){2}", response.content.decode())[0]


def signs_in(username: str, password: str) -> bool:
    return Client().login(request=None, username=username, password=password)


@pytest.fixture(autouse=True)
def _no_lockout(settings) -> None:
    # The lockout looks at a request; what it does is tried in tests/wiring.
    settings.AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]


@pytest.mark.parametrize("address", ["/people/", "/people/new/", "/people/lan/"])
def test_only_an_administrator_sees_accounts(binh, address):
    assert binh.get(address).status_code == 403


@pytest.mark.parametrize("verb", ["password", "close", "reopen"])
def test_only_an_administrator_changes_accounts(binh, verb):
    assert binh.post(f"/people/lan/{verb}/").status_code == 403
    assert signs_in("lan", PASSWORD)


def test_an_administrator_finds_the_accounts_in_the_menu(admin, binh):
    assert 'href="/people/"' in admin.get("/help/").content.decode()
    assert 'href="/people/"' not in binh.get("/help/").content.decode()


def test_everybody_is_listed_with_unit_and_role(admin):
    page = text_of(admin.get("/people/"))

    assert "Trần Văn Bình binh Sở KH&CN Bến Tre" in page
    assert "Văn phòng (tổng hợp)" in page


def test_a_new_account_gets_a_password_that_is_shown_once(admin):
    response = admin.post("/people/new/", NEW)

    password = password_on(response)
    assert signs_in("do.nam", password)
    assert "no-store" in response.headers["Cache-Control"]
    assert password not in admin.get("/people/do.nam/").content.decode()


def test_a_new_account_is_what_was_said(admin):
    admin.post("/people/new/", NEW)

    person = queries.person("do.nam")
    assert (person.full_name, person.unit, person.role) == (
        "Đỗ Nam",
        "ben-tre",
        Role.SPECIALIST,
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"username": "binh"}, "đã có người dùng"),
        ({"username": "Đỗ Nam"}, "chữ thường không dấu"),
        ({"full_name": ""}, "Nhập họ và tên"),
        ({"role": ""}, "Chọn vai trò"),
    ],
)
def test_an_account_that_cannot_be_opened_says_why(admin, change, sentence):
    response = admin.post("/people/new/", NEW | change)

    assert response.status_code == 422
    assert sentence in text_of(response)


def test_somebody_gets_another_role_and_place(admin):
    admin.post(
        "/people/lan/", {"unit": "kien-giang", "post": "Phó phòng", "role": "office"}
    )

    person = queries.person("lan")
    assert (person.unit, person.post, person.role) == (
        "kien-giang",
        "Phó phòng",
        Role.OFFICE,
    )
    page = text_of(admin.get("/people/lan/"))
    assert "Giao vai trò: Văn phòng (tổng hợp)" in page
    assert "Chuyển đến: Sở Khoa học và Công nghệ Kiên Giang" in page


def test_what_did_not_change_is_not_written_into_the_journal(admin):
    before = queries.changes("lan")
    lan = queries.person("lan")

    admin.post("/people/lan/", {"unit": lan.unit, "post": lan.post, "role": "viewer"})

    assert queries.changes("lan") == before


def test_a_forgotten_password_is_replaced(admin):
    response = admin.post("/people/lan/password/")

    assert signs_in("lan", password_on(response))
    assert not signs_in("lan", PASSWORD)


def test_an_account_is_closed_and_opened_again(admin):
    admin.post("/people/lan/close/")
    assert not signs_in("lan", PASSWORD)
    assert "Đã đóng" in text_of(admin.get("/people/lan/"))

    admin.post("/people/lan/reopen/")
    assert signs_in("lan", PASSWORD)


def test_the_last_administrator_is_told_why_not(admin):
    response = admin.post("/people/quan-tri/close/")

    assert response.status_code == 409
    assert "quản trị viên duy nhất" in text_of(response)


def test_an_account_that_nobody_has_is_not_found(admin):
    assert admin.get("/people/ai-do/").status_code == 404
    assert admin.post("/people/ai-do/password/").status_code == 404


def test_the_pages_speak_english(admin, settings):
    admin.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    page = text_of(admin.get("/people/lan/"))

    assert "Account opened, role: Viewer" in page
