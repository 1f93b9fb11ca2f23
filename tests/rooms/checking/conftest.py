"""A report of Bến Tre in which one share does not follow from its pair."""

from collections.abc import Callable

import pytest

from tests.cast import AT, BEN_TRE, BINH
from tongket.rooms.checking import actions
from tongket.rooms.intake import actions as intake

BY = {"by": BINH.username, "at": AT}
REPORT = "Thống kê được 30/40 đơn vị (57%). Đã cấp 12/60 giấy phép (20%)."


@pytest.fixture
def receive(cast: None) -> Callable[..., int]:
    def bring(text: str = REPORT, period: str = "2019") -> int:
        number = intake.receive(
            data=text.encode(), name="báo cáo.txt", unit=BEN_TRE, period=period, **BY
        )
        actions.run(document=number, **BY)
        return number

    return bring


@pytest.fixture
def document(receive: Callable[..., int]) -> int:
    return receive()
