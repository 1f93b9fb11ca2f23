"""A noun written down as plain JSON is read back as the same noun."""

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tongket.core.nouns.claim import Claim
from tongket.core.nouns.document import Document
from tongket.core.nouns.entry import Draft
from tongket.core.nouns.figure import Figure
from tongket.core.nouns.plain import as_plain, from_plain
from tongket.core.nouns.proposal import Proposal
from tongket.core.nouns.reading import Token

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=6)
# Amounts of nouns are finite; the default would draw NaN, which equals nothing.
st.register_type_strategy(Decimal, DECIMALS)
NOUNS = st.one_of(
    *(st.from_type(noun) for noun in (Figure, Claim, Token, Proposal, Document, Draft))
)


@given(NOUNS)
def test_every_noun_survives_json(noun) -> None:
    written = json.loads(json.dumps(as_plain(noun), default=str))

    assert from_plain(type(noun), written) == noun


@given(DECIMALS)
def test_no_digit_of_a_decimal_is_lost(value) -> None:
    assert from_plain(Decimal, as_plain(value)) == value
    assert "E" not in as_plain(value)


def test_moments_and_days_survive() -> None:
    at = datetime(2020, 1, 15, 8, 30, tzinfo=UTC)

    assert from_plain(datetime, as_plain(at)) == at
    assert from_plain(date, as_plain(at.date())) == at.date()


def test_a_field_that_holds_its_default_is_left_out() -> None:
    assert set(as_plain(_Grown("a"))) == {"name"}


def test_what_was_written_before_a_noun_grew_is_still_read() -> None:
    assert from_plain(_Grown, {"name": "a"}) == _Grown("a", note="")


def test_what_a_later_noun_wrote_is_still_read() -> None:
    assert from_plain(_Grown, {"name": "a", "colour": "đỏ"}) == _Grown("a")


def test_a_default_that_is_made_anew_each_time_is_left_out_too() -> None:
    assert set(as_plain(_Noted("a"))) == {"name"}
    assert set(as_plain(_Noted("a", ("xem lại",)))) == {"name", "notes"}


@dataclass(frozen=True, slots=True)
class _Noted:
    name: str
    notes: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class _Grown:
    name: str
    note: str = ""
