"""The units' pages: who exists, since when, merged into whom."""

from tests import cast as people
from tests.doors.web.reading import addresses_of, text_of
from tongket.core.nouns.unit import Unit, UnitKind
from tongket.rooms.units import actions as units


def test_a_department_lists_its_periods(binh, year):
    page = text_of(binh.get("/units/ben-tre/"))

    assert "Năm 2019 4 Mở sổ năm 2019 Mở báo cáo năm 2019" in page


def test_a_department_lists_its_fields(binh, year):
    page = text_of(binh.get("/units/ben-tre/"))

    assert "Quản lý nhiệm vụ khoa học và công nghệ 1 chỉ tiêu" in page


def test_a_division_shows_the_figures_that_are_about_it(binh, post):
    units.found(
        unit=Unit("ben-tre.tdc", "Chi cục TĐC", UnitKind.CENTRE, parent="ben-tre"),
        by="cast",
        at=people.AT,
    )
    post("12", unit="ben-tre.tdc")

    page = text_of(binh.get("/units/ben-tre.tdc/"))

    assert "12 nhiệm vụ" in page
    assert "Các kỳ" not in page


def test_a_merged_department_leads_to_its_successor(binh):
    response = binh.get("/units/ben-tre/")

    assert "Đến hết ngày 30/06/2025" in text_of(response)
    assert "/units/vinh-long-2025/" in addresses_of(response)


def test_a_successor_names_those_it_came_from(binh):
    assert "/units/ben-tre/" in addresses_of(binh.get("/units/vinh-long-2025/"))


def test_departments_of_before_and_after_the_reform_are_listed(binh):
    page = text_of(binh.get("/units/"))

    assert "Đang hoạt động: 34" in page
    assert "Trước 01/7/2025: 63" in page


def test_a_unit_that_never_was_is_not_found(binh):
    response = binh.get("/units/atlantis/")

    assert response.status_code == 404
    assert "atlantis" in text_of(response)
