"""What the ledger answers when it is asked for entries."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.cast import ACCEPTED, AT, BEN_TRE, DOCUMENT, KIEN_GIANG, drafts
from tongket.core.nouns.entry import Aspect, Draft, EntryKind, Source, SourceKind
from tongket.core.nouns.unit import Unit, UnitKind
from tongket.rooms.ledger import actions, queries
from tongket.rooms.units import actions as units

pytestmark = pytest.mark.usefixtures("cast")

PERSON = Source(SourceKind.PERSON, "binh")
PLAN = replace(ACCEPTED, kind=EntryKind.PLAN, value=Decimal(58), source=PERSON)
LAST_YEAR = replace(ACCEPTED, period="2018", source=PERSON)
HALF_YEAR = replace(ACCEPTED, period="2019-H1", source=PERSON)
SHARE = replace(ACCEPTED, aspect=Aspect.SHARE, source=PERSON)
ELSEWHERE = drafts(1, department=KIEN_GIANG)[0]


def post(*posted: Draft):
    return actions.post(drafts=posted, by="binh", at=AT)


def asked(**criteria) -> list[Draft]:
    return [entry.draft for entry in queries.entries(**criteria)]


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ({}, [ACCEPTED, PLAN, LAST_YEAR, SHARE, ELSEWHERE]),
        ({"department": BEN_TRE}, [ACCEPTED, PLAN, LAST_YEAR, SHARE]),
        ({"period": "2018"}, [LAST_YEAR]),
        ({"periods": ("2018", "2017")}, [LAST_YEAR]),
        ({"periods": ()}, []),
        ({"indicators": ("NV-002", "NV-003")}, []),
        ({"indicators": ("NV-001",), "limit": 1}, [ACCEPTED]),
        ({"kinds": (EntryKind.PLAN,)}, [PLAN]),
        ({"kinds": (EntryKind.ESTIMATE, EntryKind.CUMULATIVE)}, []),
        ({"aspects": (Aspect.SHARE, Aspect.GAP)}, [SHARE]),
        ({"document": DOCUMENT}, [ACCEPTED, ELSEWHERE]),
        ({"document": "binh"}, []),
        ({"reference": "binh"}, [PLAN, LAST_YEAR, SHARE]),
        ({"indicator": "NV-002"}, []),
        ({"unit": KIEN_GIANG}, [ELSEWHERE]),
        ({"start": 1, "limit": 2}, [PLAN, LAST_YEAR]),
        ({"start": 3, "limit": None}, [SHARE, ELSEWHERE]),
        ({"newest_first": True, "limit": 1}, [ELSEWHERE]),
        ({"department": None, "period": None, "limit": 1}, [ACCEPTED]),
    ],
)
def test_entries_are_given_by_what_was_asked(criteria, expected) -> None:
    post(ACCEPTED, PLAN, LAST_YEAR, SHARE, ELSEWHERE)

    assert asked(**criteria) == expected


def test_what_is_asked_for_is_counted_alike() -> None:
    post(ACCEPTED, PLAN, LAST_YEAR)

    assert queries.count(department=BEN_TRE, limit=1) == 3


def test_entries_of_a_division_are_its_departments_and_its_own() -> None:
    office = Unit("ben-tre.van-phong", "Văn phòng", UnitKind.DIVISION, BEN_TRE)
    units.found(unit=office, by="quan-tri", at=AT)
    own = replace(ACCEPTED, unit=office.code)
    post(ACCEPTED, own)

    assert asked(unit=office.code) == [own]
    assert asked(department=BEN_TRE) == [ACCEPTED, own]


def test_a_series_is_told_in_the_order_of_time_and_holds_levels_only() -> None:
    post(ACCEPTED, HALF_YEAR, LAST_YEAR, SHARE, ELSEWHERE)

    told = [entry.draft for entry in queries.series("NV-001", BEN_TRE)]

    assert told == [LAST_YEAR, HALF_YEAR, ACCEPTED]


def test_a_synonym_finds_what_was_posted_under_the_code(monkeypatch) -> None:
    from tongket.content.catalogue import catalogue

    synonym, indicator = next(
        (code, each) for code, each in catalogue().by_code.items() if code != each.code
    )
    (posted,) = post(replace(ACCEPTED, indicator=synonym))

    assert posted.draft.indicator == indicator.code
    assert asked(indicator=synonym) == asked(indicator=indicator.code) != []


def test_the_periods_of_a_department_are_told_latest_first() -> None:
    post(LAST_YEAR, ACCEPTED, HALF_YEAR, replace(ELSEWHERE, period="2020"))

    assert queries.periods(BEN_TRE) == ("2019", "2019-H1", "2018")


def test_the_entries_of_each_period_are_counted_latest_first() -> None:
    first, _ = post(LAST_YEAR, ACCEPTED)
    post(replace(HALF_YEAR, label="Nhiệm vụ 1"), replace(PLAN, period="2019-H1"))
    actions.withdraw(entry=first.number, reason="Nhầm năm", by="binh", at=AT)

    counted = queries.count_by_period(BEN_TRE)

    assert list(counted.items()) == [("2019", 1), ("2019-H1", 2)]


def test_the_actual_values_of_whole_departments_are_told_apart() -> None:
    office = Unit("ben-tre.van-phong", "Văn phòng", UnitKind.DIVISION, BEN_TRE)
    units.found(unit=office, by="quan-tri", at=AT)
    split = replace(ACCEPTED, breakdown=(("cấp quản lý", "tỉnh"),))
    post(ACCEPTED, PLAN, SHARE, ELSEWHERE, split, replace(ACCEPTED, unit=office.code))

    told = [entry.draft for entry in queries.undivided("NV-001")]

    assert told == [ACCEPTED, ELSEWHERE]


def test_what_seals_cover_is_given_in_the_order_of_numbers() -> None:
    first, second = post(ACCEPTED, PLAN)

    covered = queries.sealed([second.number, first.number, second.number])

    assert [each.hash for each in covered] == [first.hash, second.hash]
    assert covered[0].payload == queries.proof(first.number).payload


def test_a_department_knows_its_indicators() -> None:
    post(ACCEPTED, replace(ACCEPTED, indicator="NV-002"), ELSEWHERE)

    assert queries.indicators(BEN_TRE) == ("NV-001", "NV-002")
    assert queries.departments() == (BEN_TRE, KIEN_GIANG)


def test_entries_are_found_by_their_numbers() -> None:
    first, second = post(ACCEPTED, PLAN)

    assert queries.numbered((first.number, second.number, 999)) == {
        first.number: first,
        second.number: second,
    }


@pytest.mark.parametrize(
    "query",
    [
        queries.entry,
        queries.history,
        queries.proof,
        lambda number: queries.sealed([number]),
    ],
)
def test_what_is_not_there_is_refused_by_its_number(query) -> None:
    with pytest.raises(queries.NoSuchEntry, match="999"):
        query(999)


def test_a_checkpoint_seals_every_chain() -> None:
    post(ACCEPTED, ELSEWHERE)

    sealed = actions.checkpoint(by="binh", at=AT)

    assert (sealed.number, sealed.chains, sealed.entries) == (1, 2, 2)
    assert queries.verify().head == sealed.hash


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_test_database_is_emptied_and_guarded_between_tests(turn) -> None:
    post(ACCEPTED)

    assert queries.count(current_only=False) == 1
    assert queries.is_guarded()
