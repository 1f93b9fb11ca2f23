"""A report comes in by a file or by pasting, and bad input gets one clear sentence."""

import io
import zipfile

import pytest
from django.test import Client

from tests.cast import BEN_TRE, KIEN_GIANG
from tests.doors.intake.conftest import REPORT
from tests.doors.web.reading import text_of
from tongket.rooms.intake import models, queries


def test_a_file_becomes_a_document_that_was_checked(upload) -> None:
    response = upload(REPORT.encode(), name="Báo cáo 2019.txt")

    (listed,) = queries.documents()
    assert response.headers["location"] == f"/documents/{listed.document.id}/"
    assert listed.document.name == "Báo cáo 2019.txt"
    assert models.Document.objects.get().runs.count() == 1


def test_pasted_text_is_named_by_its_first_words(upload) -> None:
    upload(text=REPORT)

    (listed,) = queries.documents()
    assert listed.document.name == "Kết quả công tác năm 2019"


@pytest.mark.parametrize(
    ("part", "period"), [("", "2019"), ("-H1", "2019-H1"), ("-M03", "2019-M03")]
)
def test_the_period_is_put_together(upload, part, period) -> None:
    upload(REPORT.encode(), part=part)

    assert queries.documents()[0].document.period == period


def test_the_same_file_again_leads_to_the_first(upload) -> None:
    first = upload(REPORT.encode())

    again = upload(REPORT.encode(), name="bản sao.txt")

    assert again.headers["location"] == first.headers["location"]
    assert queries.how_many() == 1


def test_a_person_hands_in_for_the_own_department_only(upload) -> None:
    response = upload(REPORT.encode(), unit=KIEN_GIANG)

    assert response.status_code == 422
    assert queries.how_many() == 0


def test_a_reader_may_not_upload(browser_of) -> None:
    assert browser_of("lan").get("/documents/new/").status_code == 403
    assert browser_of("lan").post("/documents/new/", {}).status_code == 403


def test_a_stranger_is_asked_to_sign_in(cast) -> None:
    response = Client().get("/documents/")

    assert response.status_code == 302
    assert "sign-in" in response.headers["location"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Chọn một tệp, hoặc dán văn bản"),
        ({"text": "  \n "}, "Chọn một tệp, hoặc dán văn bản"),
        ({"text": "50 nhiệm vụ", "year": ""}, "Nhập năm của báo cáo"),
        ({"text": "50 nhiệm vụ", "year": "19"}, "Năm gồm bốn chữ số"),
        ({"text": "50 nhiệm vụ", "unit": ""}, "Chọn đơn vị báo cáo"),
    ],
)
def test_an_unfinished_form_says_what_to_enter(upload, fields, sentence) -> None:
    response = upload(**fields)

    assert response.status_code == 422
    assert sentence in text_of(response)
    assert queries.how_many() == 0


def test_a_file_and_a_text_together_are_one_too_many(upload) -> None:
    response = upload(REPORT.encode(), text="50 nhiệm vụ")

    assert response.status_code == 422
    assert "Chỉ gửi một trong hai" in text_of(response)


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 60_000_000)
    return packed.getvalue()


BAD = {
    "an empty file": (b"", "báo cáo.docx", 422),
    "a program renamed": (b"MZ\x90\x00\x03" + b"\x00" * 300, "báo cáo.docx", 415),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "quét.pdf", 415),
    "an old Word file": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000,
        "báo cáo.docx",
        None,
    ),
    "a broken Word file": (b"PK\x03\x04" + b"\x00" * 200, "báo cáo.docx", 422),
    "a broken pdf": (b"%PDF-1.7\n%broken", "báo cáo.pdf", 422),
    "an archive bomb": (bomb(), "báo cáo.docx", 413),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_file_that_cannot_be_read_gets_one_clear_sentence(upload, kind) -> None:
    content, name, status = BAD[kind]

    response = upload(content, name=name)

    assert 400 <= response.status_code < 500
    assert status in {None, response.status_code}
    assert name in text_of(response)
    assert queries.how_many() == models.Original.objects.count() == 0


def test_the_sentence_is_english_on_an_english_page(upload, binh) -> None:
    binh.cookies.load({"tongket_language": "en"})

    response = upload(b"", name="report.docx")

    assert "report.docx" in text_of(response)
    assert "Tệp" not in text_of(response)


@pytest.fixture
def small(settings) -> int:
    """A site that takes files of up to 1 MB in."""
    settings.TONGKET_MAX_UPLOAD = 1024 * 1024
    return settings.TONGKET_MAX_UPLOAD


def test_a_file_over_the_limit_is_dropped_as_it_comes(upload, small) -> None:
    response = upload(b"0" * (3 * small), name="lớn.txt")

    assert response.status_code == 413
    assert "lớn.txt" in text_of(response)
    assert "1 MB" in text_of(response)
    assert "Chọn một tệp" not in text_of(response)
    assert queries.how_many() == 0


def test_what_was_typed_beside_a_file_too_large_is_kept(upload, small) -> None:
    response = upload(b"0" * (3 * small), year="2017")

    assert 'value="2017"' in response.content.decode()


def test_nothing_of_a_file_too_large_reaches_the_disk(
    upload, small, settings, tmp_path
) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000

    upload(b"0" * (3 * small))

    assert list(tmp_path.iterdir()) == []


def test_a_file_at_the_limit_is_taken(upload, small) -> None:
    text = "Quản lý 50 nhiệm vụ cấp tỉnh.\n".encode()

    response = upload(text + b"\n" * (small - len(text)))

    assert response.status_code == 302


def test_pasting_more_than_the_site_takes_is_told_so(upload, settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000

    response = upload(text="Quản lý 50 nhiệm vụ. " * 1000)

    assert response.status_code == 413
    assert "lớn hơn mức cho phép" in text_of(response)


def test_a_text_with_more_figures_than_anybody_reads_is_told_so(
    upload, settings
) -> None:
    settings.TONGKET_MAX_FIGURES = 10

    response = upload("12 lớp, ".encode() * 11, name="dày đặc.txt")

    assert response.status_code == 413
    assert "dày đặc.txt có 11 số liệu, giới hạn là 10" in text_of(response)
    assert queries.how_many() == models.Original.objects.count() == 0


def test_a_text_in_old_letters_is_read_with_a_note(upload, binh) -> None:
    tcvn3 = "KÕt qu¶ c«ng t¸c n¨m: qu¶n lý 50 nhiÖm vô khoa häc vµ c«ng nghÖ cÊp tØnh"
    response = upload(tcvn3.encode("latin-1"))

    page = text_of(binh.get(response.headers["location"]))
    assert "TCVN3" in page
    assert "nhiệm vụ khoa học" in page


def test_the_upload_page_says_what_its_limits_are(binh, settings) -> None:
    page = text_of(binh.get("/documents/new/"))

    assert f"{settings.TONGKET_MAX_UPLOAD // 1024**2} MB" in page


def test_documents_are_listed_with_how_far_they_are(binh, document) -> None:
    page = text_of(binh.get(f"/documents/?department={BEN_TRE}"))

    assert "Báo cáo năm.txt" in page
    assert "chờ xem" in page


def test_the_original_comes_back_byte_for_byte_and_is_never_shown(
    binh, document
) -> None:
    response = binh.get(f"/documents/{document}/original/")

    assert response.content == REPORT.encode()
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"].startswith("attachment")


def test_a_department_reports_no_period_after_its_end(upload, cast):
    response = upload(b"12", unit=BEN_TRE, year="2026")

    assert response.status_code == 422
    assert "hoạt động đến 30/06/2025, còn kỳ này bắt đầu từ 01/01/2026" in text_of(
        response
    )


def test_the_year_in_which_a_department_ended_is_still_its_own(upload, cast):
    assert upload("Cấp 12 giấy phép".encode(), year="2025").status_code == 302


@pytest.mark.parametrize(
    ("scans", "told"),
    [(20, "trang quét được nhận dạng chữ, đến 20 trang"), (0, "có chữ")],
)
def test_the_form_says_whether_scans_are_read_here(binh, monkeypatch, scans, told):
    monkeypatch.setattr(queries, "most_scans", lambda: scans)

    shown = text_of(binh.get("/documents/new/"))

    assert told in shown
    assert "2.000 trang" in shown


def test_a_long_document_shows_of_its_claims_those_of_the_part_that_is_read(
    binh, upload
):
    line = "Thống kê được 30/40 đơn vị (75%), kiểm tra 50/80 cơ sở (70%).\n"
    address = upload((line * 90).encode())["Location"]

    parts = [text_of(binh.get(f"{address}?page={part}")) for part in (1, 2)]

    # A claim that agrees and one that does not to each line, 25 lines to a part.
    assert all("25 phép tính khớp" in part for part in parts)
    assert "90 chỗ cần xem lại" in parts[0]
    assert "xem tất cả" in parts[0]
