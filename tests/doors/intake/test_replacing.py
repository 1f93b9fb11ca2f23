"""Who may confirm figures does not thereby change what the ledger holds."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.cast import AT, BEN_TRE, PASSWORD
from tests.doors.intake.test_deciding import form_of
from tests.doors.web.reading import text_of
from tongket.core.nouns.person import Person, Role
from tongket.core.nouns.proposal import State
from tongket.rooms.intake import actions as intake
from tongket.rooms.intake import queries
from tongket.rooms.ledger import queries as ledger
from tongket.rooms.people import actions as people

INSTEAD = {"replace": "on", "reason": "Số mới hơn", "value": "70"}


@pytest.fixture
def tam(cast: None) -> Client:
    """Tâm, a specialist of Bến Tre: confirms and posts, corrects nothing."""
    people.create(
        person=Person("tam", "Võ Thị Tâm", BEN_TRE, "Chuyên viên", Role.SPECIALIST),
        password=PASSWORD,
        by="quan-tri",
        at=AT,
    )
    client = Client()
    person = get_user_model().objects.get(username="tam")
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def standing(binh: Client, document: int) -> int:
    """Return the number of an entry that stands."""
    binh.post(f"/documents/{document}/f1/change/", form_of(document, "f1"))
    binh.post(f"/documents/{document}/post/")
    (entry,) = ledger.entries(department=BEN_TRE)
    return entry.number


@pytest.fixture
def second(document: int) -> int:
    """Return a later document that says another number of the same thing."""
    return intake.receive(
        data="Quản lý 70 nhiệm vụ khoa học và công nghệ cấp tỉnh.".encode(),
        name="bản sau.txt",
        unit=BEN_TRE,
        period="2019",
        by="binh",
        at=AT,
    )


def test_a_specialist_does_not_write_in_the_place_of_an_entry(
    tam: Client, standing: int, second: int
) -> None:
    said = form_of(second, "f1", replaces=standing, **INSTEAD)

    response = tam.post(f"/documents/{second}/f1/change/", said)
    tam.post(f"/documents/{second}/post/")

    assert response.status_code == 403
    assert "chưa được sửa dòng sổ đang có" in text_of(response)
    assert queries.figure(second, "f1").state is State.PROPOSED
    assert ledger.entry(standing).replaced_by is None


def test_a_specialist_is_not_offered_to_replace_an_entry(
    tam: Client, binh: Client, standing: int, second: int
) -> None:
    tam.post(f"/documents/{second}/f1/change/", form_of(second, "f1", value="70"))
    address = f"/documents/{second}/f1/"

    assert 'name="replace"' in binh.get(address).content.decode()
    assert 'name="replace"' not in tam.get(address).content.decode()


def test_who_may_correct_writes_in_the_place_of_an_entry_with_a_reason(
    binh: Client, standing: int, second: int
) -> None:
    said = form_of(second, "f1", replaces=standing, **INSTEAD)

    binh.post(f"/documents/{second}/f1/change/", said)
    binh.post(f"/documents/{second}/post/")

    assert ledger.entry(standing).replaced_by is not None


def test_a_refused_page_says_whose_documents_they_are(
    browser_of: Callable[..., Client], document: int
) -> None:
    response = browser_of("hoa").post(f"/documents/{document}/f1/accept/")

    assert response.status_code == 403
    assert "với văn bản của Sở này" in text_of(response)
