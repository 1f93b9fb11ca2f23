"""Units exist from one day to another, and nothing of them is lost when they merge."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.cast import AT, BEN_TRE, VINH_LONG
from tongket.core.nouns.unit import Unit, UnitKind
from tongket.rooms.units import actions, models, queries

OFFICE = Unit("ben-tre.van-phong", "Văn phòng Sở", UnitKind.DIVISION, BEN_TRE)
REFORM = date(2025, 7, 1)


@pytest.fixture(autouse=True)
def places(db: None) -> None:
    actions.load_places(by="quan-tri", at=AT)


def test_the_places_are_loaded_once() -> None:
    assert actions.load_places(by="quan-tri", at=AT) == 0


def test_a_place_takes_the_name_that_content_gives_it_now() -> None:
    row = models.Unit.objects.get(pk=BEN_TRE)
    row.name, kept = "Sở KHCN", row.name
    row.save()

    actions.load_places(by="quan-tri", at=AT)

    assert queries.unit(BEN_TRE).name == kept


def test_there_were_sixty_three_departments_and_are_thirty_four() -> None:
    before = queries.departments(on=date(2025, 6, 30))
    after = queries.departments(on=REFORM)

    assert (len(before), len(after)) == (63, 34)
    assert not set(before) & set(after)


def test_without_a_day_the_units_of_all_times_are_given() -> None:
    assert len(queries.departments()) == len(queries.provinces()) == 63 + 34


def test_several_units_are_given_in_the_order_asked() -> None:
    given = queries.several([VINH_LONG, BEN_TRE, VINH_LONG])

    assert [unit.code for unit in given] == [VINH_LONG, BEN_TRE, VINH_LONG]


def test_several_units_of_which_one_is_lost_are_refused_by_its_code() -> None:
    with pytest.raises(queries.NoSuchUnit, match="atlantis"):
        queries.several([BEN_TRE, "atlantis"])


def test_a_department_stands_under_its_province() -> None:
    department = queries.unit(BEN_TRE)

    assert [each.name for each in queries.ancestors(BEN_TRE)] == ["Bến Tre"]
    assert department in queries.children(department.province)


def test_a_merged_department_leads_to_the_one_that_took_it_over() -> None:
    assert queries.unit(BEN_TRE).merged_into == VINH_LONG
    assert BEN_TRE in {each.code for each in queries.predecessors(VINH_LONG)}


def test_a_department_founds_a_division() -> None:
    founded = actions.found(unit=OFFICE, by="quan-tri", at=AT)

    assert queries.unit(OFFICE.code) == founded
    assert founded.province == queries.unit(BEN_TRE).province
    assert queries.department_of(OFFICE.code) == queries.unit(BEN_TRE)


def test_a_division_may_have_a_centre_below_it() -> None:
    branch = Unit("ben-tre.tdc", "Chi cục TĐC", UnitKind.DIVISION, BEN_TRE)
    centre = Unit("ben-tre.tdc.kt", "Trung tâm Kỹ thuật", UnitKind.CENTRE, branch.code)
    actions.found(unit=branch, by="quan-tri", at=AT)
    actions.found(unit=centre, by="quan-tri", at=AT)

    below = [each.code for each in queries.below(BEN_TRE)]

    assert below == [branch.code, centre.code]
    assert queries.department_of(centre.code).code == BEN_TRE


def test_a_province_belongs_to_no_department() -> None:
    assert queries.department_of("O83") is None


def test_a_code_is_never_used_twice() -> None:
    actions.found(unit=OFFICE, by="quan-tri", at=AT)

    with pytest.raises(actions.CodeTaken, match=OFFICE.code):
        actions.found(unit=OFFICE, by="quan-tri", at=AT)


def test_a_division_stands_under_a_unit_that_exists() -> None:
    orphan = Unit("x.van-phong", "Văn phòng", UnitKind.DIVISION, "x")

    with pytest.raises(actions.NoSuchUnit, match="«x»"):
        actions.found(unit=orphan, by="quan-tri", at=AT)


@pytest.mark.parametrize(
    "misplaced",
    [
        Unit("o83.van-phong", "Văn phòng", UnitKind.DIVISION, "O83"),
        Unit("so-moi", "Sở mới", UnitKind.DEPARTMENT, BEN_TRE),
    ],
)
def test_only_a_department_founds_and_only_divisions_and_centres(misplaced) -> None:
    with pytest.raises(actions.NotWithin):
        actions.found(unit=misplaced, by="quan-tri", at=AT)


@pytest.mark.parametrize(
    ("unit", "refusal"),
    [
        (replace(OFFICE, code="Văn phòng"), actions.CodeNotUsable),
        (replace(OFFICE, code="ben-tre/../x"), actions.CodeNotUsable),
        (replace(OFFICE, code=""), actions.CodeNotUsable),
        (replace(OFFICE, name=" "), actions.NameMissing),
    ],
)
def test_a_unit_has_a_plain_code_and_a_name(unit, refusal) -> None:
    with pytest.raises(refusal) as refused:
        actions.found(unit=unit, by="quan-tri", at=AT)

    for language in ("vi", "en"):
        assert len(refused.value.sentence(language).split()) > 7


def test_a_unit_that_ended_is_given_up_to_its_last_day() -> None:
    actions.found(unit=OFFICE, by="quan-tri", at=AT)

    actions.end(code=OFFICE.code, on=date(2020, 6, 30), by="quan-tri", at=AT)

    assert len(queries.children(BEN_TRE, on=date(2020, 6, 30))) == 1
    assert queries.children(BEN_TRE, on=date(2020, 7, 1)) == ()


def test_a_unit_may_be_taken_over_by_another() -> None:
    actions.found(unit=OFFICE, by="quan-tri", at=AT)

    ended = actions.end(
        code=OFFICE.code, on=date(2020, 6, 30), merged_into=BEN_TRE, by="lan", at=AT
    )

    assert ended.merged_into == BEN_TRE


@pytest.mark.parametrize(
    ("ending", "refusal"),
    [
        ({"code": "x"}, actions.NoSuchUnit),
        ({"code": OFFICE.code, "merged_into": "x"}, actions.NoSuchUnit),
        ({"code": BEN_TRE}, actions.AlreadyEnded),
        ({"code": VINH_LONG}, actions.EndsBeforeItBegins),
    ],
)
def test_an_ending_that_cannot_be_is_refused_with_a_sentence(ending, refusal) -> None:
    actions.found(unit=OFFICE, by="quan-tri", at=AT)

    with pytest.raises(refusal) as refused:
        actions.end(**ending, on=date(2020, 6, 30), by="quan-tri", at=AT)

    for language in ("vi", "en"):
        assert len(refused.value.sentence(language).split()) > 7


def test_what_is_not_there_is_refused_by_its_code() -> None:
    with pytest.raises(queries.NoSuchUnit, match="«atlantis»"):
        queries.unit("atlantis")


def test_codes_are_told_apart_into_known_and_unknown() -> None:
    assert queries.known({BEN_TRE, "atlantis"}) == {BEN_TRE}


def test_the_database_refuses_a_unit_that_ends_before_it_begins() -> None:
    row = models.Unit.objects.get(pk=VINH_LONG)
    row.valid_to = date(2020, 1, 1)

    with (
        pytest.raises(IntegrityError, match="a_unit_begins_before_it_ends"),
        transaction.atomic(),
    ):
        row.save()
