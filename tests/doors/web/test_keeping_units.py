"""The pages on which an administrator founds a division and ends it."""

from datetime import date

import pytest
from django.test import Client

from tests.doors.web.reading import text_of
from tongket.rooms.units import queries

OFFICE = {"name": "Văn phòng  Sở", "kind": "division", "first": "01/03/2019"}
CODE = "ben-tre.van-phong-so"


@pytest.fixture
def admin(browser_of) -> Client:
    return browser_of("quan-tri")


@pytest.fixture
def office(admin) -> None:
    # A department of today may found; Bến Tre's days are over, its divisions' are told.
    admin.post("/units/ben-tre/found/", OFFICE)


@pytest.mark.parametrize("page", ["found", "end"])
def test_only_an_administrator_keeps_units(binh, page):
    assert binh.get(f"/units/ben-tre/{page}/").status_code == 403


def test_a_founded_division_has_a_code_made_of_its_name(admin, office):
    unit = queries.unit(CODE)

    assert (unit.name, unit.valid_from) == ("Văn phòng Sở", date(2019, 3, 1))
    assert "Văn phòng Sở" in text_of(admin.get("/units/ben-tre/"))


def test_the_usual_names_are_offered_less_those_that_stand(admin):
    admin.post("/units/ben-tre/found/", {**OFFICE, "name": "Phòng Chuyển đổi số"})

    page = admin.get("/units/ben-tre/found/").content.decode()

    assert '<option value="Phòng Bưu chính - Viễn thông">' in page
    assert '<option value="Phòng Chuyển đổi số">' not in page


def test_a_name_that_is_taken_is_told_so(admin, office):
    response = admin.post("/units/ben-tre/found/", OFFICE)

    assert response.status_code == 422
    assert "đã thuộc một đơn vị khác" in text_of(response)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": ""}, "Nhập tên"),
        ({"name": "???"}, "chữ thường không dấu"),
        ({"first": "31/02/2019"}, "Viết ngày/tháng/năm"),
    ],
)
def test_a_division_that_cannot_be_founded_says_why(admin, change, sentence):
    response = admin.post("/units/ben-tre/found/", OFFICE | change)

    assert response.status_code == 422
    assert sentence in text_of(response)


def test_a_division_ends_and_is_taken_over(admin, office):
    admin.post(f"/units/{CODE}/end/", {"last": "30/6/2024", "successor": "ben-tre"})

    unit = queries.unit(CODE)
    assert (unit.valid_to, unit.merged_into) == (date(2024, 6, 30), "ben-tre")


@pytest.mark.parametrize(
    ("last", "sentence"),
    [
        ("", "Viết ngày/tháng/năm"),
        ("hôm qua", "Viết ngày/tháng/năm"),
        ("01/01/2018", "không thể kết thúc ngày"),
    ],
)
def test_an_ending_that_cannot_be_says_why(admin, office, last, sentence):
    response = admin.post(f"/units/{CODE}/end/", {"last": last})

    assert response.status_code == 422
    assert sentence in text_of(response)


def test_the_unit_page_offers_what_the_administrator_may_do(admin, binh):
    address = "/units/vinh-long-2025/"

    assert f"{address}found/" in admin.get(address).content.decode()
    assert f"{address}found/" not in binh.get(address).content.decode()


def test_a_unit_that_never_was_is_not_found(admin):
    assert admin.get("/units/atlantis/found/").status_code == 404
    assert admin.get("/units/atlantis/end/").status_code == 404
