"""A page asks the database as often when several times as much stands in the ledger."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import AT, BEN_TRE, KIEN_GIANG, VINH_LONG
from tests.doors.web.conftest import Post
from tongket.core.nouns.entry import Entry, EntryKind
from tongket.core.nouns.unit import Unit, UnitKind
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
