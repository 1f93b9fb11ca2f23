"""The catalogue's pages: search, definition, series."""

from tests.doors.web.reading import addresses_of, text_of
from tongket.content.catalogue import catalogue


def test_the_catalogue_opens_with_its_fields(binh):
    page = text_of(binh.get("/indicators/"))

    assert "Sở hữu trí tuệ" in page


def test_search_finds_by_words_without_tone_marks(binh):
    assert "/indicators/TR-001/" in addresses_of(binh.get("/indicators/?q=thanh+tra"))


def test_search_finds_by_code(binh):
    assert "/indicators/NV-001/" in addresses_of(binh.get("/indicators/?q=nv-001"))


def test_search_for_nothing_known_says_what_to_do(binh):
    assert "Bớt từ, gõ không dấu" in text_of(binh.get("/indicators/?q=zzzz"))


def test_a_series_stands_as_chart_and_as_table(binh, year):
    response = binh.get("/indicators/NV-001/?department=ben-tre")

    assert b'class="chart"' in response.content
    assert "Năm 2018 – 40 Năm 2019 45 50" in text_of(response)


def test_a_single_value_needs_no_chart(binh, post):
    post("50")

    response = binh.get("/indicators/NV-001/?department=ben-tre")

    assert b'class="chart"' not in response.content


def test_another_department_s_latest_value_stands_below(binh, post):
    post("50")
    post("97", department="kien-giang", unit="kien-giang", period="2018-H1")

    page = text_of(binh.get("/indicators/NV-001/?department=ben-tre"))

    assert "Sở KH&CN Kiên Giang 6 tháng đầu năm 2018 97 nhiệm vụ" in page


def test_a_synonym_leads_to_the_code_that_stands(binh):
    synonym, indicator = next(
        (code, each) for code, each in catalogue().by_code.items() if code != each.code
    )

    response = binh.get(f"/indicators/{synonym}/")

    assert response.status_code == 301
    assert response["Location"] == f"/indicators/{indicator.code}/"


def test_a_code_that_nobody_gave_is_not_found(binh):
    assert binh.get("/indicators/XX-999/").status_code == 404
