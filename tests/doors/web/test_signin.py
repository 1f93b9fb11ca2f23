"""Signing in and out, the password, the language."""

from django.conf import settings

from tests import cast as people
from tests.doors.web.reading import text_of
from tongket.rooms.people import queries

SIGN_IN = "/account/sign-in/"


def test_a_wrong_password_is_told_in_one_clear_sentence(client, cast):
    response = client.post(SIGN_IN, {"username": "binh", "password": "sai"})

    assert "Tên đăng nhập hoặc mật khẩu chưa đúng. Tắt bộ gõ" in text_of(response)


def test_an_empty_form_says_what_to_enter(client, cast):
    page = text_of(client.post(SIGN_IN, {"username": "", "password": ""}))

    assert "Nhập tên đăng nhập" in page
    assert "Nhập mật khẩu" in page


def test_too_many_wrong_passwords_lock_the_name(client, cast):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        response = client.post(SIGN_IN, {"username": "binh", "password": "sai"})

    assert response.status_code == 429
    assert "tạm khóa" in text_of(response)


def test_somebody_who_reads_english_gets_english(client, cast):
    people.people.choose_language(
        username="binh", language="en", by="binh", at=people.AT
    )

    client.post(SIGN_IN, {"username": "binh", "password": people.PASSWORD})

    assert "Overview" in text_of(client.get("/"))


def test_the_language_is_remembered_with_the_account(binh):
    binh.post("/account/language/", {"language": "en", "next": "/"})

    assert queries.person("binh").language == "en"
    assert "Overview" in text_of(binh.get("/"))


def test_a_language_that_nobody_speaks_changes_nothing(binh):
    binh.post("/account/language/", {"language": "fr", "next": "/"})

    assert queries.person("binh").language == "vi"
    assert "Tổng quan" in text_of(binh.get("/"))


def test_a_visitor_may_choose_a_language(client, db):
    client.post("/account/language/", {"language": "en", "next": SIGN_IN})

    assert "Sign in to Tongket" in text_of(client.get(SIGN_IN))


def test_a_language_chosen_before_signing_in_is_kept(client, cast):
    client.post("/account/language/", {"language": "en", "next": SIGN_IN})

    client.post(SIGN_IN, {"username": "binh", "password": people.PASSWORD})

    assert "Overview" in text_of(client.get("/"))


def test_the_next_at_the_same_machine_does_not_inherit_the_language(binh):
    binh.post("/account/language/", {"language": "en", "next": "/"})

    binh.post("/account/sign-out/")

    assert "Đăng nhập Tongket" in text_of(binh.get(SIGN_IN))


def test_signing_out_closes_the_pages(binh):
    binh.post("/account/sign-out/")

    assert binh.get("/").status_code == 302


def test_a_changed_password_opens_the_site_and_keeps_the_session(binh, client):
    new = "ruộng bậc thang 1986"
    said = {"old_password": people.PASSWORD, "new_password1": new, "new_password2": new}

    response = binh.post("/account/password/", said, follow=True)

    assert "Mật khẩu đã đổi" in text_of(response)
    assert (
        client.post(SIGN_IN, {"username": "binh", "password": new}).status_code == 302
    )


def test_two_different_new_passwords_are_refused(binh):
    response = binh.post(
        "/account/password/",
        {
            "old_password": people.PASSWORD,
            "new_password1": "ruộng bậc thang 1986",
            "new_password2": "ruộng bậc thang 1987",
        },
    )

    assert response.status_code == 422
    assert "Hai lần nhập mật khẩu mới khác nhau" in text_of(response)
