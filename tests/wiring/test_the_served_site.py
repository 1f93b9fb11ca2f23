"""What every answer of the site carries, and what guessing passwords gets."""

import pytest
from django.conf import settings
from django.test import Client

from tests.cast import AT, PASSWORD
from tongket.rooms.people import actions as people

SIGN_IN = "/account/sign-in/"

pytestmark = pytest.mark.usefixtures("cast")


def sign_in(client: Client, username: str, password: str, address: str = "10.0.0.1"):
    return client.post(
        SIGN_IN,
        {"username": username, "password": password},
        REMOTE_ADDR=address,
    )


def test_no_page_runs_a_script_that_is_not_ours(client: Client) -> None:
    policy = client.get(SIGN_IN).headers["Content-Security-Policy"]

    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_every_page_is_closed_to_other_sites(client, header, value) -> None:
    assert client.get(SIGN_IN).headers[header] == value


def test_cookies_are_out_of_reach_of_scripts(client: Client) -> None:
    sign_in(client, "lan", PASSWORD)

    assert client.cookies[settings.SESSION_COOKIE_NAME]["httponly"]


def test_whoever_is_not_signed_in_is_asked_to(client: Client) -> None:
    answer = client.get("/")

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(SIGN_IN)


def test_the_right_password_signs_in(client: Client) -> None:
    assert sign_in(client, "lan", PASSWORD).status_code == 302


def test_guessing_a_password_locks_the_name_with_one_clear_sentence(client) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = sign_in(client, "lan", "đoán mò thôi")

    assert answer.status_code == 429
    assert "tạm khóa" in answer.content.decode()
    assert sign_in(client, "lan", PASSWORD).status_code == 429


def test_a_stranger_does_not_lock_the_owner_of_the_name_out(client: Client) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        sign_in(client, "lan", "đoán mò thôi", address="10.9.9.9")

    assert sign_in(client, "lan", PASSWORD).status_code == 302


def test_a_password_given_by_an_administrator_opens_a_locked_name(client) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        sign_in(client, "lan", "đoán mò thôi")

    people.change_password(username="lan", password="mùa gặt mới", by="quan-tri", at=AT)

    assert sign_in(client, "lan", "mùa gặt mới").status_code == 302


def test_a_closed_account_does_not_sign_in(client: Client) -> None:
    people.deactivate(username="lan", by="quan-tri", at=AT)

    assert sign_in(client, "lan", PASSWORD).status_code == 200
    assert "_auth_user_id" not in client.session
