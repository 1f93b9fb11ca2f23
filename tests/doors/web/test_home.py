"""The first page says at a glance how a department stands."""

from tests.doors.web.reading import text_of


def test_a_visitor_is_asked_to_sign_in(client, db):
    response = client.get("/")

    assert response.status_code == 302
    assert response["Location"] == "/account/sign-in/?next=/"


def test_an_empty_ledger_says_what_to_do_first(binh):
    page = text_of(binh.get("/"))

    assert "Sở Khoa học và Công nghệ Bến Tre" in page
    assert "Tải một báo cáo lên" in page


def test_each_target_stands_beside_what_came_of_it(binh, year):
    page = text_of(binh.get("/?department=ben-tre&period=2019"))

    assert "45 50 111,1%" in page
    assert "▲ Vượt" in page
    assert "10 8 80%" in page
    assert "▼ Chưa đạt" in page


def test_targets_reached_and_behind_are_counted(binh, year):
    page = text_of(binh.get("/?department=ben-tre&period=2019"))

    assert "1/2 chỉ tiêu đạt và vượt" in page
    assert "1 chỉ tiêu chậm hoặc chưa có số" in page


def test_a_field_tells_what_rose_against_last_year(binh, year):
    page = text_of(binh.get("/?department=ben-tre&period=2019"))

    assert "khai trong kỳ : 50 nhiệm vụ 2 1 – –" in page.replace("kỳ:", "kỳ :")


def test_the_choice_is_kept_on_the_next_page(binh, post):
    post("40", period="2018")
    post("50", period="2019")

    binh.get("/?department=ben-tre&period=2018")

    assert "Năm 2018 · 1 số liệu trong sổ" in text_of(binh.get("/"))


def test_an_unknown_department_in_an_old_link_falls_back_to_one_s_own(binh, year):
    response = binh.get("/?department=nowhere&period=1066")

    assert response.status_code == 200
    assert "Sở Khoa học và Công nghệ Bến Tre" in text_of(response)


def test_a_few_targets_of_next_year_do_not_become_the_present(binh, year, post):
    post("60", period="2020")

    assert "Năm 2019 ·" in text_of(binh.get("/"))


def test_an_english_laptop_does_not_make_its_reader_english(binh, year):
    response = binh.get("/", headers={"accept-language": "en-US,en"})

    assert response["Content-Language"] == "vi"
    assert "Tổng quan" in text_of(response)


def test_english_pages_write_numbers_the_english_way(binh, post):
    post("17334.5", indicator="TD-001", measure="phương tiện đo")

    binh.cookies["tongket_language"] = "en"

    page = text_of(binh.get("/"))

    assert "17,334.5 phương tiện đo" in page
