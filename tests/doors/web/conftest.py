"""People of the cast before the site, and a ledger with something in it."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests import cast as people
from tongket.core.nouns.entry import Entry, EntryKind, Source, SourceKind
from tongket.rooms.ledger import actions as ledger

Post = Callable[..., Entry]


@pytest.fixture
def browser_of(cast: None) -> Callable[[str], Client]:
    """Sign somebody of the cast in."""

    def signed_in(username: str) -> Client:
        client = Client()
        person = get_user_model().objects.get(username=username)
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def binh(browser_of: Callable[[str], Client]) -> Client:
    return browser_of("binh")


@pytest.fixture
def post(cast: None) -> Post:
    """Post what Bình says himself: an actual of 50 missions of 2019, or otherwise."""

    def posted(value: str = "50", **draft: object) -> Entry:
        said = replace(
            people.ACCEPTED,
            value=Decimal(value),
            displayed=value.replace(".", ","),
            source=Source(SourceKind.PERSON, "binh"),
            **draft,
        )
        (entry,) = ledger.post(drafts=[said], by="binh", at=people.AT)
        return entry

    return posted


@pytest.fixture
def year(post: Post) -> list[Entry]:
    """Plans and actual values of two years: one target reached, one behind."""
    plan = {"kind": EntryKind.PLAN}
    return [
        post("40", period="2018"),
        post("45", **plan),
        post("50"),
        post("10", indicator="TR-001", measure="cuộc thanh tra", **plan),
        post("8", indicator="TR-001", measure="cuộc thanh tra"),
    ]
