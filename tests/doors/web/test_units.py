"""The units' pages: who exists, since when, merged into whom."""

from tests.doors.web.reading import addresses_of, text_of


def test_a_department_lists_its_periods(binh, year):
    page = text_of(binh.get("/units/ben-tre/"))

    assert "Năm 2019 4 Sổ số liệu" in page


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
