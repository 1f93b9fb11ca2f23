"""The pages of reports: choose, read, follow a number, deliver, verify."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tongket.rooms.reports import queries as reports

YEAR = ("ben-tre", "2019", "year")
PAGE = reverse("reports:report", args=YEAR)
DELIVER = reverse("reports:deliver", args=YEAR)


def test_the_list_names_the_reports_that_have_figures(binh: Client, year) -> None:
    page = binh.get(reverse("reports:reports")).content.decode()

    assert f'href="{PAGE}"' in page
    assert "Báo cáo tổng kết năm 2019" in page


def test_without_figures_the_list_says_what_to_do(binh: Client) -> None:
    page = binh.get(reverse("reports:reports")).content.decode()

    assert "Sổ chưa có số liệu" in page


def test_a_number_of_the_report_leads_to_its_entry(binh: Client, year) -> None:
    page = binh.get(PAGE).content.decode()

    address = re.search(r'<a data-fact="n\d+" href="(/entries/\d+/)"', page)

    assert address is not None
    assert binh.get(address[1]).status_code == 200


def test_a_computed_number_leads_to_its_computation_and_entries(
    binh: Client, year
) -> None:
    page = binh.get(PAGE).content.decode()

    key = re.search(r'<a data-fact="(n\d+)" href="#(n\d+)"', page)

    assert key is not None
    assert key[1] == key[2]
    assert f'<tr id="{key[1]}">' in page


@pytest.mark.parametrize("form", ["docx", "pdf", "html"])
def test_a_delivered_report_is_downloaded_and_listed(binh: Client, year, form) -> None:
    answer = binh.post(DELIVER, {"to": form})

    (delivery,) = reports.deliveries("ben-tre")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == (
        f'attachment; filename="bao-cao-tong-ket-ben-tre-2019.{form}"'
    )
    assert delivery.by == "binh"
    again = binh.get(reverse("reports:delivery", args=[delivery.number]))
    assert again.content == answer.content
    assert delivery.name in binh.get(reverse("reports:reports")).content.decode()


@pytest.mark.parametrize("username", ["lan", "hoa"])
def test_who_may_not_deliver_sees_no_button_and_is_refused(
    browser_of: Callable[[str], Client], year, username
) -> None:
    """Lan may only read; Hòa works for another department."""
    client = browser_of(username)

    assert DELIVER not in client.get(PAGE).content.decode()
    assert client.post(DELIVER, {"to": "pdf"}).status_code == 403
    assert reports.deliveries("ben-tre") == ()


def test_a_delivered_file_is_verified(binh: Client, year) -> None:
    from io import BytesIO

    file = BytesIO(binh.post(DELIVER, {"to": "docx"}).content)
    file.name = "bao-cao.docx"

    page = binh.post(reverse("reports:verify"), {"file": file}).content.decode()

    assert "nguyên vẹn" in page
    assert "binh" in page


def test_a_file_that_is_no_report_of_ours_is_told_in_one_sentence(binh: Client) -> None:
    from io import BytesIO

    file = BytesIO(b"xin chao")
    file.name = "la.docx"

    answer = binh.post(reverse("reports:verify"), {"file": file})

    assert answer.status_code == 422
    assert "trong tệp không có phần số liệu" in answer.content.decode()


def test_verifying_a_file_that_is_too_large_says_so(binh: Client, settings) -> None:
    settings.TONGKET_MAX_UPLOAD = 1024
    file = SimpleUploadedFile("bao-cao.docx", b"x" * 2048)

    answer = binh.post(reverse("reports:verify"), {"file": file})

    assert answer.status_code == 413
    assert "Chọn đúng tệp báo cáo đã phát hành" in answer.content.decode()
    assert "Chọn tệp báo cáo cần kiểm tra" not in answer.content.decode()


def test_verifying_nothing_asks_for_a_file(binh: Client) -> None:
    answer = binh.post(reverse("reports:verify"))

    assert answer.status_code == 422
    assert "Chọn tệp báo cáo cần kiểm tra" in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (("nowhere", "2019", "year"), 404),
        (("ben-tre", "2018-H1", "year"), 409),
        (("ben-tre", "2007", "year"), 409),
        (("ben-tre", "2019", "novel"), 404),
        (("ben-tre", "xx", "year"), 404),
    ],
)
def test_a_report_that_cannot_be_is_refused_with_a_sentence(
    binh: Client, year, asked, status
) -> None:
    answer = binh.get(reverse("reports:report", args=asked))

    assert answer.status_code == status


def test_an_unknown_form_is_refused(binh: Client, year) -> None:
    assert binh.post(DELIVER, {"to": "odt"}).status_code == 404


def test_the_pages_speak_english(binh: Client, year) -> None:
    binh.cookies["tongket_language"] = "en"

    page = binh.get(PAGE).content.decode()

    assert "Annual report, 2019" in page
    assert "Download PDF" in page
