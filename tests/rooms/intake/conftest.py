"""A small report of Bến Tre, in round numbers, and what it takes to bring it in."""

from collections.abc import Callable

import pytest

from tests.cast import AT, BEN_TRE, BINH
from tongket.rooms.intake import actions

REPORT = """BÁO CÁO
Kết quả công tác năm 2019

1. Quản lý khoa học
Quản lý 50 nhiệm vụ khoa học và công nghệ cấp tỉnh; nghiệm thu 12 nhiệm vụ cấp tỉnh.
Thống kê 30/40 đơn vị (75%).

2. Sở hữu trí tuệ
Cấp 08 văn bằng bảo hộ nhãn hiệu, lũy kế 120 văn bằng.
Kinh phí sự nghiệp khoa học 1.100 triệu đồng.
"""


@pytest.fixture
def receive(cast: None) -> Callable[..., int]:
    """Give the verb that brings a report in; each test says what is special."""

    def bring(text: str | bytes = REPORT, **special: str) -> int:
        data = text if isinstance(text, bytes) else text.encode()
        said = {"name": "báo cáo.txt", "unit": BEN_TRE, "period": "2019"} | special
        return actions.receive(data=data, by=BINH.username, at=AT, **said)

    return bring


@pytest.fixture
def document(receive: Callable[..., int]) -> int:
    return receive()
