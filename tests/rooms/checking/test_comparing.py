"""Documents of one department that cannot both be right are held together."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.cast import BEN_TRE, KIEN_GIANG
from tests.rooms.checking.conftest import BY
from tongket.core.nouns.unit import Unit, UnitKind
from tongket.rooms.checking import queries
from tongket.rooms.intake import actions as intake
from tongket.rooms.intake import queries as documents
from tongket.rooms.units import actions as units


@pytest.fixture
def say(receive):
    """Bring in a report of so many inspections, and accept that figure."""

    def said(value: str, period: str, *, by: str = "", **fields: object) -> int:
        text = f"{by}Tổ chức {value} cuộc thanh tra trong kỳ."
        number = receive(text, period=period)
        before = documents.figure(number, "f1").proposal
        meant = {"indicator": "TR-001", "breakdown": ()} | fields
        faults = intake.change(
            document=number, figure="f1", proposal=replace(before, **meant), **BY
        )
        assert faults == ()
        return number

    return said


@pytest.fixture
def division(cast: None) -> str:
    office = Unit("ben-tre.van-phong", "Văn phòng Sở", UnitKind.DIVISION, BEN_TRE)
    units.found(unit=office, **BY)
    return office.code


def test_two_reports_of_one_period_that_disagree_are_found(say) -> None:
    first, second = say("12", "2019"), say("14", "2019")

    (apart,) = queries.disagreements(BEN_TRE)

    assert apart.places == ((first, "f1"), (second, "f1"))
    assert apart.disagreement.gap == Decimal(2)


def test_a_half_year_with_more_than_its_year_is_found(say) -> None:
    say("14", "2019-H1")
    say("12", "2019")

    (apart,) = queries.disagreements(BEN_TRE)

    assert apart.disagreement.code == "C102"


def test_two_halves_that_do_not_make_up_the_year_are_found(say) -> None:
    say("7", "2019-H1")
    say("6", "2019-H2")
    year = say("12", "2019")

    (apart,) = queries.disagreements(BEN_TRE)

    assert apart.disagreement.arithmetic == "7 + 6 = 13 ≠ 12"
    assert apart.second == (year, "f1")


def test_a_division_with_more_than_its_department_is_found(say, division) -> None:
    say("14", "2019", unit=division)
    say("12", "2019", by="Sở báo cáo. ")

    (apart,) = queries.disagreements(BEN_TRE)

    assert apart.disagreement.explanation == "units"


def test_reports_that_agree_are_left_alone(say) -> None:
    say("12", "2019")
    say("12", "2019", by="Thanh tra Sở báo cáo. ")
    say("9", "2019-H1")

    assert queries.disagreements(BEN_TRE) == ()


def test_what_nobody_accepted_disagrees_with_nothing(say, receive) -> None:
    say("12", "2019")
    receive("Tổ chức 14 cuộc thanh tra trong năm.", period="2019")

    assert queries.disagreements(BEN_TRE) == ()


def test_a_value_that_was_corrected_disagrees_with_nobody(say) -> None:
    first = say("12", "2019")
    intake.post(document=first, **BY)
    entry = documents.figure(first, "f1").entry
    second = say("14", "2019", replaces=entry, reason="Báo cáo chính thức")
    assert len(queries.disagreements(BEN_TRE)) == 1

    intake.post(document=second, **BY)

    assert queries.disagreements(BEN_TRE) == ()


def test_other_departments_are_not_compared(say) -> None:
    say("12", "2019")
    say("14", "2019")

    assert queries.disagreements(KIEN_GIANG) == ()
