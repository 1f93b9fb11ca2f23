"""What the department of Bến Tre has in its ledger when a report is asked for."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests.cast import ACCEPTED, AT, BEN_TRE, BINH
from tongket.core.nouns.entry import Draft, Entry, EntryKind
from tongket.core.nouns.span import Span
from tongket.rooms.ledger import actions as ledger

PLAN, ACTUAL = EntryKind.PLAN, EntryKind.ACTUAL


def draft(place: int, value: str, **other: Any) -> Draft:
    """Return what a span of Bến Tre's report says; each place is another span."""
    return replace(
        ACCEPTED,
        value=Decimal(value),
        displayed=value,
        source=replace(ACCEPTED.source, span=Span(place, place + 2), quote=value),
        label="",
        **other,
    )


@pytest.fixture
def year(cast: None) -> tuple[Entry, ...]:
    """The year 2019 of Bến Tre: missions accepted, planned, and those of 2018."""
    accepted = {"indicator": "NV-017", "measure": "nhiệm vụ"}
    rate = {"indicator": "CN-001", "measure": "%"}
    return ledger.post(
        drafts=[
            draft(10, "21", **accepted),
            draft(20, "20", kind=PLAN, **accepted),
            draft(30, "18", period="2018", **accepted),
            draft(40, "19.07", **rate),
            draft(50, "17", kind=PLAN, **rate),
        ],
        by=BINH.username,
        at=AT,
    )


ASKED = {"unit": BEN_TRE, "period": "2019", "kind": "year"}
