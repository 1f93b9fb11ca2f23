"""Two units of one name are never one choice twice."""

from datetime import date

import pytest
from django.utils import translation
from lxml import html

from tests.cast import AT, PASSWORD
from tongket.core.nouns.person import Person, Role
from tongket.core.nouns.unit import Unit, UnitKind
from tongket.doors.web.twins import told_apart
from tongket.rooms.people import actions as people

OLD = Unit(
    "vinh-long",
    "Sở Vĩnh Long",
    UnitKind.DEPARTMENT,
    short_name="Vĩnh Long",
    valid_to=date(2025, 6, 30),
)
NEW = Unit(
    "vinh-long-2025",
    "Sở Vĩnh Long",
    UnitKind.DEPARTMENT,
    short_name="Vĩnh Long",
    valid_from=date(2025, 7, 1),
)
ALONE = Unit("ben-tre", "Sở Bến Tre", UnitKind.DEPARTMENT, valid_to=date(2025, 6, 30))


def test_units_of_one_name_are_told_apart_by_their_days():
    assert told_apart([OLD, NEW, ALONE]) == [
        ("vinh-long", "Sở Vĩnh Long (đến 30/06/2025)"),
        ("vinh-long-2025", "Sở Vĩnh Long (từ 01/07/2025)"),
        ("ben-tre", "Sở Bến Tre"),
    ]


def test_short_names_are_told_apart_in_english_too():
    with translation.override("en"):
        assert told_apart([OLD, NEW], short=True) == [
            ("vinh-long", "Vĩnh Long (until 30/06/2025)"),
            ("vinh-long-2025", "Vĩnh Long (from 01/07/2025)"),
        ]


def test_two_units_of_unknown_days_show_their_codes():
    first, second = (Unit(c, "Phòng Tổng hợp", UnitKind.DIVISION) for c in ("a", "b"))

    assert [name for _code, name in told_apart([first, second])] == [
        "Phòng Tổng hợp (a)",
        "Phòng Tổng hợp (b)",
    ]


@pytest.mark.parametrize(
    ("address", "who"), [("/people/new/", "quan-tri"), ("/documents/new/", "nga")]
)
def test_no_list_of_units_offers_a_name_twice(browser_of, address, who):
    page = html.fromstring(browser_of(who).get(address).content.decode())

    names = [option.text for option in page.xpath("//select[@name='unit']/option")]
    assert len(names) > 34
    assert len(set(names)) == len(names)


@pytest.fixture(autouse=True)
def nga(cast):
    """Nga works for no department, and so for all of them."""
    people.create(
        person=Person("nga", "Lý Thị Nga", role=Role.OFFICE),
        password=PASSWORD,
        by="quan-tri",
        at=AT,
    )
