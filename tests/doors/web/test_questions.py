"""A page asks the database as often when several times as much stands in the ledger."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import AT, BEN_TRE, BINH, KIEN_GIANG, PASSWORD, VINH_LONG
from tests.doors.web.conftest import Post
from tongket.core.nouns.entry import Entry, EntryKind
from tongket.core.nouns.person import Person, Role
from tongket.core.nouns.unit import Unit, UnitKind
from tongket.rooms.checking import actions as checking
from tongket.rooms.intake import actions as intake
from tongket.rooms.people import actions as people
from tongket.rooms.units import actions as units

Fill = Callable[..., None]

PAGES = (
    "/",
    "/entries/",
    "/entries/?q=nhiem+vu",
    "/indicators/NV-001/",
    "/units/",
    f"/units/{BEN_TRE}/",
    "/reports/",
    f"/reports/{BEN_TRE}/2019/year/",
    "/documents/",
    "/findings/",
)


def asked(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(page)
    assert response.status_code == 200
    return len(captured)


@pytest.fixture
def fill(post: Post) -> Fill:
    """Post what divisions of Bến Tre and other departments say of some quarters."""

    def filled(*, divisions: range, departments: list[str], quarters: range) -> None:
        for number in divisions:
            division = Unit(
                code=f"{BEN_TRE}.phong-{number}",
                name=f"Phòng {number}",
                kind=UnitKind.DIVISION,
                parent=BEN_TRE,
                valid_from=date(2010, 1, 1),
            )
            units.found(unit=division, by="cast", at=AT)
            post("7", unit=division.code)
        for department in departments:
            post("30", department=department, unit=department)
        for quarter in quarters:
            post("12", period=f"2019-Q{quarter}")
            post("11", period=f"2018-Q{quarter}", kind=EntryKind.ESTIMATE)

    return filled


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_asks_does_not_grow_with_the_ledger(
    page: str, binh: Client, year: list[Entry], fill: Fill
) -> None:
    fill(divisions=range(1), departments=[KIEN_GIANG], quarters=range(1, 2))
    # What a process looks up once and keeps is looked up here.
    binh.get(page)
    before = asked(binh, page)

    fill(
        divisions=range(1, 5),
        departments=[VINH_LONG, "da-nang", "cao-bang"],
        quarters=range(2, 5),
    )

    assert asked(binh, page) <= before


@pytest.fixture
def bring(cast: None) -> Callable[[int], None]:
    """Let a new clerk of a new division bring a report that does not add up."""

    def brought(number: int) -> None:
        division = f"{BEN_TRE}.phong-{number}"
        units.found(
            unit=Unit(division, f"Phòng {number}", UnitKind.DIVISION, BEN_TRE),
            by="cast",
            at=AT,
        )
        clerk = Person(f"phong{number}", f"Người {number}", division, "", Role.OFFICE)
        people.create(person=clerk, password=PASSWORD, by="cast", at=AT)
        by = {"by": clerk.username, "at": AT}
        document = intake.receive(
            data=f"Phòng {number} kiểm tra 30/40 cơ sở (57%).".encode(),
            name=f"{number}.txt",
            unit=division,
            period="2019",
            **by,
        )
        intake.accept_outside_catalogue(document=document, figures=["f1"], **by)
        checking.run(document=document, **by)

    return brought


@pytest.mark.parametrize(
    ("person", "page"),
    [
        (BINH.username, "/documents/"),
        (BINH.username, "/findings/"),
        ("quan-tri", "/people/"),
    ],
)
def test_what_a_page_asks_does_not_grow_with_documents_and_people(
    person: str,
    page: str,
    browser_of: Callable[[str], Client],
    bring: Callable[[int], None],
) -> None:
    client = browser_of(person)
    bring(1)
    client.get(page)
    before = asked(client, page)

    for number in range(2, 5):
        bring(number)

    assert asked(client, page) <= before
