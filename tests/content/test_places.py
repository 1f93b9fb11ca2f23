"""Provinces, their departments, and what became of them on 1/7/2025."""

from datetime import date

import pytest

from tongket.content import places
from tongket.core.nouns.unit import UnitKind

LAST_DAY = date(2025, 6, 30)
FIRST_DAY = date(2025, 7, 1)


def old_and_new():
    old = [place for place in places.provinces() if place.valid_to]
    new = [place for place in places.provinces() if not place.valid_to]
    return old, new


def test_sixty_three_provinces_became_thirty_four():
    old, new = old_and_new()

    assert len(old) == 63
    assert len(new) == 34
    assert {place.valid_to for place in old} == {LAST_DAY}
    assert {place.valid_from for place in new} == {FIRST_DAY}


def test_every_old_province_went_into_one_of_today_and_none_of_today_came_from_nothing():
    old, new = old_and_new()

    assert {place.merged_into for place in old} == {place.code for place in new}


def test_eleven_provinces_kept_their_territory():
    old, _ = old_and_new()
    sources = [place.merged_into for place in old]

    assert sum(1 for into in set(sources) if sources.count(into) == 1) == 11


def test_ben_tre_is_part_of_vinh_long_now_and_so_is_its_department():
    by_code = {place.code: place for place in places.provinces()}

    department = places.department("ben-tre")

    assert by_code[by_code[department.province].merged_into].name == "Vĩnh Long"
    assert department.valid_to == LAST_DAY
    assert department.merged_into == "vinh-long-2025"
    assert places.department("vinh-long-2025").province == "N86"


def test_every_department_has_a_code_of_its_own():
    codes = [unit.code for unit in places.departments()]

    assert len(set(codes)) == len(codes) == 97
    assert {"ben-tre", "kien-giang", "thanh-hoa", "da-nang", "cao-bang"} <= set(codes)
    assert "da-nang-2025" in codes


def test_old_and_new_department_of_one_name_do_not_live_on_the_same_day():
    for unit in places.departments():
        successor = places.department(unit.merged_into) if unit.merged_into else None
        assert successor is None or unit.valid_to < successor.valid_from


@pytest.mark.parametrize(
    ("code", "on", "said"),
    [
        ("O46", date(2024, 12, 31), "tỉnh Thừa Thiên Huế"),
        ("O46", date(2025, 1, 1), "thành phố Huế"),
        ("N75", date(2026, 4, 29), "tỉnh Đồng Nai"),
        ("N75", date(2026, 4, 30), "thành phố Đồng Nai"),
        ("O48", date(2019, 1, 4), "thành phố Đà Nẵng"),
        ("N86", date(2020, 1, 1), "tỉnh Vĩnh Long"),
    ],
)
def test_a_province_is_named_as_on_the_day(code, on, said):
    assert places.full_name(code, on) == said


def test_the_inspectorate_stands_in_a_department_only_until_the_reform():
    department = places.department("thanh-hoa")

    before = {
        unit.code for unit in places.typical_divisions(department, date(2024, 5, 5))
    }
    after = {
        unit.code for unit in places.typical_divisions(department, date(2025, 5, 5))
    }

    assert "thanh-hoa.thanh-tra" in before - after
    assert "thanh-hoa.chuyen-doi-so" in after - before


def test_a_technical_centre_stands_under_its_sub_department():
    units = places.typical_divisions(places.department("ben-tre"), date(2019, 1, 1))
    by_code = {unit.code: unit for unit in units}

    centre = by_code["ben-tre.trung-tam-ky-thuat-tdc"]

    assert centre.kind is UnitKind.CENTRE
    assert by_code[centre.parent].name == "Chi cục Tiêu chuẩn Đo lường Chất lượng"


def test_before_the_first_known_structure_nothing_is_offered():
    assert (
        places.typical_divisions(places.department("ben-tre"), date(2000, 1, 1)) == ()
    )


def test_a_code_of_no_place_is_answered_with_an_example():
    with pytest.raises(places.UnknownPlace, match="'ben-tre'"):
        places.department("Bến Tre")
    with pytest.raises(places.UnknownPlace, match="O83"):
        places.kind_on("83", FIRST_DAY)
