"""What goes wrong is told in a clear sentence, with a way out."""

import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests.doors.web.reading import addresses_of, text_of


def test_an_unknown_address_is_told_plainly(binh):
    response = binh.get("/no/such/page/")

    assert response.status_code == 404
    assert "Không có trang ở địa chỉ này" in text_of(response)
    assert "/" in addresses_of(response)


def test_a_forged_form_is_told_to_reload(cast):
    client = Client(enforce_csrf_checks=True)

    response = client.post("/account/sign-in/", {"username": "binh"})

    assert response.status_code == 403
    assert "Tải lại trang" in text_of(response)


def test_a_fault_of_ours_is_told_without_its_entrails(browser_of, monkeypatch):
    from tongket.doors.web.home import views

    client = browser_of("binh")
    client.raise_request_exception = False
    monkeypatch.setattr(views, "chosen", lambda _request: 1 / 0)

    response = client.get("/")

    assert response.status_code == 500
    assert "Việc vừa làm chưa được ghi" in text_of(response)
    assert "ZeroDivisionError" not in text_of(response)


@pytest.mark.parametrize("status", ["400", "403", "413", "429", "500"])
def test_every_trouble_has_its_page_without_a_request(status):
    page = render_to_string(f"{status}.html")

    assert "<h1>" in page
    assert "Về trang tổng quan" in page


@pytest.mark.parametrize("word", ["vui lòng", "rất tiếc", "không hợp lệ", "thành công"])
def test_no_page_uses_words_that_say_nothing(word):
    from tools.translations import spoken

    assert [m.id for m in spoken() if m.id and word in str(m.id).lower()] == []


def test_pages_run_no_script_but_files(binh):
    policy = binh.get("/")["Content-Security-Policy"]

    assert "script-src 'self'" in policy
    assert "unsafe-inline" not in policy


def test_a_page_is_kept_by_nobody(binh):
    assert binh.get("/")["Cache-Control"] == "private, no-store"
    assert binh.get("/no/such/page/")["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("address", ["/", "/units/", "/documents/", "/reports/"])
def test_only_the_methods_of_pages_and_forms_are_answered(binh, address):
    assert binh.head(address).status_code == 200
    for method in ("PUT", "PATCH", "DELETE", "TRACE", "OPTIONS"):
        assert binh.generic(method, address).status_code == 405


def test_a_form_with_more_fields_than_any_of_ours_is_told_in_one_line(
    binh, settings, caplog
):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3

    response = binh.post("/documents/new/", {f"field{n}": "x" for n in range(9)})

    assert response.status_code == 413
    assert "Biểu mẫu gửi lên có quá nhiều ô" in text_of(response)
    told = [record for record in caplog.records if record.exc_info]
    assert told == []
    assert len(caplog.records) == 1


def test_a_name_that_is_not_ours_is_refused_without_a_word_in_the_log(cast, caplog):
    response = Client().get("/help/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert caplog.records == []
