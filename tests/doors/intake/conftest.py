"""People of the cast before the pages of documents."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import AT, BEN_TRE, BINH
from tongket.rooms.checking import actions as checking
from tongket.rooms.intake import actions as intake

REPORT = """Kết quả công tác năm 2019

1. Quản lý khoa học
Quản lý 50 nhiệm vụ khoa học và công nghệ cấp tỉnh theo Quyết định số 12/QĐ-UBND.
Thống kê được 30/40 đơn vị (57%).

2. Sở hữu trí tuệ
Cấp 08 văn bằng bảo hộ nhãn hiệu, lũy kế 120 văn bằng.
"""


@pytest.fixture
def browser_of(cast: None) -> Callable[..., Client]:
    """Sign somebody of the cast in."""

    def signed_in(username: str, **options: object) -> Client:
        client = Client(**options)
        person = get_user_model().objects.get(username=username)
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def binh(browser_of: Callable[..., Client]) -> Client:
    return browser_of("binh")


@pytest.fixture
def document(cast: None) -> int:
    by = {"by": BINH.username, "at": AT}
    number = intake.receive(
        data=REPORT.encode(), name="Báo cáo năm.txt", unit=BEN_TRE, period="2019", **by
    )
    checking.run(document=number, **by)
    return number


@pytest.fixture
def upload(binh: Client) -> Callable[..., object]:
    """Send the upload form as Bình, with a file or with pasted text."""

    def sent(
        content: bytes | None = None, name: str = "báo cáo.txt", **fields: object
    ) -> object:
        form: dict[str, object] = {"unit": BEN_TRE, "part": "", "year": "2019"}
        if content is not None:
            form["file"] = SimpleUploadedFile(name, content)
        return binh.post("/documents/new/", form | fields)

    return sent
