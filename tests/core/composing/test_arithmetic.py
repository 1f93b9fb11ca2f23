"""A printed number is held to what its entries give."""

from decimal import Decimal

import pytest

from tests.core.composing.cast import entry, facts, plan, report
from tongket.core.composing.arithmetic import agrees, disproofs
from tongket.core.composing.calendar import partitions, year_before
from tongket.core.composing.sections import marker
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.paper import Fact

ENTRIES = {
    1: entry(1, "NV-017", "21"),
    2: plan(2, "NV-017", "18"),
    3: entry(3, "NV-039", "1100000000000"),
    4: entry(4, "NV-017", "50", total=Decimal(132)),
    5: entry(5, "NV-017", "9", value_max=Decimal(12)),
    6: entry(6, "NV-017", None, displayed="hàng chục", bound=Bound.VAGUE),
    7: entry(7, "NV-017", "0"),
    8: entry(8, "NV-039", "1.5", measure="tỷ đồng", total=Decimal(3)),
}


def fact(printed: str, *entries: int, rule: str = "sum", groups=()) -> Fact:
    return Fact("n1", printed, entries, rule=rule, operands=groups or (entries,))


@pytest.mark.parametrize(
    ("printed", "entries", "rule"),
    [
        ("21", (1,), "sum"),
        ("39", (1, 2), "sum"),
        ("116,7%", (1, 2), "percentage"),
        ("16,7%", (1, 2), "growth"),
        ("03", (1, 2), "difference"),
        ("1.100 tỷ", (3,), "sum"),
        ("50/132", (4,), "sum"),
        ("9 – 12", (5,), "sum"),
        ("hàng chục", (6,), "sum"),
        ("Không", (7,), "sum"),
        ("1,5 tỷ/3 tỷ", (8,), "sum"),
    ],
)
def test_what_the_entries_give_agrees(printed, entries, rule) -> None:
    groups = (entries,) if rule == "sum" else tuple((number,) for number in entries)

    assert agrees(fact(printed, *entries, rule=rule, groups=groups), ENTRIES)


@pytest.mark.parametrize(
    ("printed", "entries", "rule"),
    [
        ("22", (1,), "sum"),
        ("116,8%", (1, 2), "percentage"),
        ("50/131", (4,), "sum"),
        ("21/22", (1,), "sum"),
        ("50/", (4,), "sum"),
        ("9 – 13", (5,), "sum"),
        ("hàng trăm", (6,), "sum"),
        ("nhiều", (7,), "sum"),
        ("Không", (1,), "sum"),
        ("21", (99,), "sum"),
        ("21", (1,), "alchemy"),
        ("100%", (1, 7), "percentage"),
    ],
)
def test_what_the_entries_do_not_give_is_disproved(printed, entries, rule) -> None:
    groups = (entries,) if rule == "sum" else tuple((number,) for number in entries)
    wrong = fact(printed, *entries, rule=rule, groups=groups)

    assert not agrees(wrong, ENTRIES)
    assert [each.key for each in disproofs([wrong], ENTRIES)] == ["n1"]


def test_a_disproof_says_what_the_entries_give() -> None:
    wrong = fact("118%", 1, 2, rule="percentage", groups=((1,), (2,)))

    (disproof,) = disproofs([wrong], ENTRIES)

    assert (disproof.text, disproof.expected) == ("118%", "116,667")


def test_a_rounded_number_says_that_it_was_rounded() -> None:
    told = facts(report(ENTRIES[1], ENTRIES[2]))

    assert told["116,7%"].computation == "21 ÷ 18 × 100 = 116,7% (làm tròn)"


def test_a_range_is_printed_with_both_ends() -> None:
    assert "09 – 12" in facts(report(ENTRIES[5]))


def test_a_span_of_years_has_no_parts_and_no_year_before() -> None:
    assert partitions("2016..2018") == ()
    assert year_before("2016..2018") is None


def test_points_are_marked_by_the_vietnamese_alphabet() -> None:
    assert [marker(3, number) for number in range(7)] == (
        ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]
    )
