"""Who somebody is, what their role may do, and how accounts are opened and closed."""

from dataclasses import replace

import pytest
from django.contrib.auth import authenticate
from django.utils import translation

from tests.cast import ADMIN, AT, BINH, HOA, LAN, PASSWORD
from tongket.content.roles import role_name, verb_name, verbs_of
from tongket.core.nouns.person import AccountChange, Role
from tongket.rooms.people import actions, models, queries
from tongket.rooms.units.queries import NoSuchUnit

pytestmark = pytest.mark.usefixtures("cast")

NAM = replace(LAN, username="nam", full_name="Đỗ Nam")


def create(person, password=PASSWORD):
    return actions.create(person=person, password=password, by=ADMIN.username, at=AT)


def signs_in(username: str, password: str) -> bool:
    return authenticate(None, username=username, password=password) is not None


@pytest.fixture(autouse=True)
def _no_lockout(settings) -> None:
    # The lockout looks at a request; what it does is tried through the web door.
    settings.AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]


def may(username: str, verb: str) -> bool:
    return models.Person.objects.get(username=username).has_perm(verb)


def test_somebody_is_read_back_as_entered() -> None:
    assert queries.person("binh") == BINH


def test_nobody_is_nobody() -> None:
    assert queries.person("ai-do") is None


@pytest.mark.parametrize(
    ("person", "verb", "expected"),
    [
        (BINH, "entries.correct", True),
        (HOA, "figures.confirm", True),
        (HOA, "entries.correct", False),
        (LAN, "ledger.read", True),
        (LAN, "figures.confirm", False),
        (ADMIN, "people.change", True),
        (ADMIN, "entries.post", False),
        (BINH, "no.such", False),
    ],
)
def test_a_role_may_do_its_verbs_and_no_others(person, verb, expected) -> None:
    assert may(person.username, verb) is expected


def test_django_asks_for_the_same_verbs() -> None:
    row = models.Person.objects.get(username="binh")

    assert row.has_perms(["entries.correct", "reports.deliver"])
    assert not row.has_perms(["entries.correct", "people.change"])


def test_everybody_may_read() -> None:
    assert all("ledger.read" in verbs_of(role) for role in Role)


def test_roles_and_verbs_are_named_in_both_languages() -> None:
    for language in ("vi", "en"):
        assert all(role_name(role, language) for role in Role)
        assert all(
            verb_name(verb, language) for role in Role for verb in verbs_of(role)
        )


def test_the_people_of_a_unit() -> None:
    assert queries.people(unit="ben-tre") == (BINH, LAN)


def test_an_account_opens_with_its_password() -> None:
    create(NAM)

    assert signs_in("nam", PASSWORD)
    assert not signs_in("nam", "mật khẩu khác hẳn")


def test_an_account_name_is_never_given_twice() -> None:
    actions.deactivate(username="lan", by="quan-tri", at=AT)

    with pytest.raises(actions.UsernameTaken):
        create(LAN)


@pytest.mark.parametrize(
    ("person", "refusal"),
    [
        (replace(NAM, username="Nam"), actions.UsernameNotUsable),
        (replace(NAM, username="đỗ nam"), actions.UsernameNotUsable),
        (replace(NAM, username=""), actions.UsernameNotUsable),
        (replace(NAM, username="-nam"), actions.UsernameNotUsable),
        (replace(NAM, username="n" * 151), actions.UsernameNotUsable),
        (replace(NAM, full_name="  "), actions.NameMissing),
        (replace(NAM, language="fr"), actions.UnknownLanguage),
        (replace(NAM, unit="atlantis"), NoSuchUnit),
    ],
)
def test_an_account_that_cannot_be_is_refused_with_a_sentence(person, refusal) -> None:
    with pytest.raises(refusal) as refused:
        create(person)

    for language in ("vi", "en"):
        assert len(refused.value.sentence(language).split()) > 7
    assert queries.person(person.username) is None


@pytest.mark.parametrize(
    ("weak", "vi", "en"),
    [
        ("", "ít nhất 8 ký tự", "at least 8 characters"),
        ("lúa-7ab", "ít nhất 8 ký tự", "at least 8 characters"),
        ("password", "nhiều người dùng", "Many people"),
        ("190519755", "chỉ gồm chữ số", "all digits"),
        ("đỗ nam 1", "gần giống tên", "resembles"),
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused(weak, vi, en) -> None:
    for language, words in (("vi", vi), ("en", en)):
        with (
            translation.override(language),
            pytest.raises(actions.PasswordTooWeak) as refused,
        ):
            create(NAM, weak)
        assert words in refused.value.sentence(language)


def test_a_changed_password_replaces_the_old_one() -> None:
    actions.change_password(
        username="lan", password="đồng lúa chín vàng", by="lan", at=AT
    )

    assert signs_in("lan", "đồng lúa chín vàng")
    assert not signs_in("lan", PASSWORD)


def test_whoever_left_no_longer_signs_in_and_may_do_nothing() -> None:
    actions.deactivate(username="binh", by="quan-tri", at=AT)

    assert not signs_in("binh", PASSWORD)
    assert not may("binh", "ledger.read")
    assert queries.person("binh") == replace(BINH, active=False)
    assert BINH not in queries.people()
    assert len(queries.people(active_only=False)) == 4


def test_whoever_comes_back_signs_in_again() -> None:
    actions.deactivate(username="binh", by="quan-tri", at=AT)

    actions.reactivate(username="binh", by="quan-tri", at=AT)

    assert signs_in("binh", PASSWORD)


def test_another_role_may_do_other_verbs() -> None:
    actions.give_role(username="lan", role=Role.SPECIALIST, by="quan-tri", at=AT)

    assert may("lan", "figures.confirm")


def test_the_last_administrator_stays() -> None:
    with pytest.raises(actions.LastAdministrator):
        actions.deactivate(username="quan-tri", by="quan-tri", at=AT)
    with pytest.raises(actions.LastAdministrator):
        actions.give_role(username="quan-tri", role=Role.VIEWER, by="binh", at=AT)


def test_an_administrator_may_go_when_another_is_there() -> None:
    actions.give_role(username="binh", role=Role.ADMINISTRATOR, by="quan-tri", at=AT)

    actions.deactivate(username="quan-tri", by="binh", at=AT)

    assert not queries.person("quan-tri").active


def test_somebody_moves_to_another_unit() -> None:
    moved = actions.move(
        username="lan", unit="kien-giang", post="Phó phòng", by="quan-tri", at=AT
    )

    assert (moved.unit, moved.post) == ("kien-giang", "Phó phòng")
    with pytest.raises(NoSuchUnit):
        actions.move(username="lan", unit="atlantis", by="quan-tri", at=AT)


def test_the_language_somebody_reads_is_remembered() -> None:
    actions.choose_language(username="lan", language="en", by="lan", at=AT)

    assert queries.person("lan").language == "en"
    with pytest.raises(actions.UnknownLanguage):
        actions.choose_language(username="lan", language="fr", by="lan", at=AT)


def test_nothing_is_done_to_an_account_that_nobody_has() -> None:
    with pytest.raises(actions.NoSuchPerson, match="«ai-do»"):
        actions.deactivate(username="ai-do", by="quan-tri", at=AT)


def test_what_was_done_to_an_account_is_kept() -> None:
    actions.give_role(username="lan", role=Role.OFFICE, by="quan-tri", at=AT)
    actions.deactivate(username="lan", by="binh", at=AT)

    assert queries.changes("lan") == (
        AccountChange("create", "viewer", "cast", AT),
        AccountChange("give_role", "office", "quan-tri", AT),
        AccountChange("deactivate", "", "binh", AT),
    )
