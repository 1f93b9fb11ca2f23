"""The table of targets, and which of them were reached."""

import pytest

from tests.core.composing.cast import (
    INDICATORS,
    before,
    entry,
    plan,
    report,
    sentences,
    text,
)
from tongket.core.composing.comparisons import is_reached
from tongket.core.composing.compose import NoSuchReport
from tongket.core.composing.holdings import Level, Line
from tongket.core.nouns.entry import EntryKind
from tongket.core.nouns.paper import Heading, Paper, Table


def table(paper: Paper) -> Table:
    return next(block for block in paper.blocks if isinstance(block, Table))


def rows(paper: Paper) -> list[list[str]]:
    return [[text(cell.parts) for cell in row] for row in table(paper).rows]


def between(paper: Paper, title: str) -> list[str]:
    """Return the texts under one heading, up to the next."""
    found, inside = [], False
    for block in paper.blocks:
        if isinstance(block, Heading):
            inside = block.title == title
        elif inside and not isinstance(block, Table):
            found.append(text(block.parts))
    return found


def test_a_row_holds_plan_past_actual_total_and_both_comparisons() -> None:
    paper = report(
        entry(1, "NV-017", "21"),
        plan(2, "NV-017", "20"),
        before(3, "NV-017", "18"),
        entry(4, "NV-017", "75", kind=EntryKind.CUMULATIVE),
    )

    assert rows(paper) == [
        [
            "1",
            "Số nhiệm vụ cấp tỉnh được nghiệm thu",
            "nhiệm vụ",
            "20",
            "18",
            "21",
            "75",
            "105%",
            "+16,7%",
        ]
    ]


def test_rates_are_bare_numbers_under_their_measure_and_change_by_points() -> None:
    paper = report(
        entry(1, "CN-001", "18.10"),
        plan(2, "CN-001", "17"),
        before(3, "CN-001", "19.07"),
    )

    assert rows(paper)[0][2:] == [
        "%",
        "17",
        "19,07",
        "18,1",
        "106,5%",
        "−0,97 điểm %",
    ]


def test_the_number_columns_line_up_and_the_widths_fill_the_page() -> None:
    found = table(report(entry(1, "NV-017", "21"), plan(2, "NV-017", "20")))

    assert [cell.numeric for cell in found.rows[0]] == [True, False, False] + [True] * 3
    assert sum(found.widths) == 1000
    assert len(found.header) == len(found.widths) == len(found.rows[0])


def test_columns_in_which_no_row_says_anything_are_left_out() -> None:
    bare = table(report(plan(1, "NV-017", "20")))
    told = table(report(plan(1, "NV-017", "20"), before(2, "NV-017", "18")))

    assert bare.header == ("TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "% KH")
    assert told.header[3:5] == ("Kế hoạch", "Cùng kỳ")
    assert sum(told.widths) == sum(bare.widths) == 1000


def test_without_plans_the_report_says_so_instead_of_an_empty_table() -> None:
    assert (
        "Sổ số liệu chưa ghi chỉ tiêu kế hoạch nào của kỳ báo cáo hoặc của năm."
        in sentences(report(entry(1, "NV-017", "21")))
    )


def test_targets_reached_are_counted_among_those_that_can_be_judged() -> None:
    paper = report(
        entry(1, "NV-017", "21"),
        plan(2, "NV-017", "20"),
        entry(3, "CN-001", "16"),
        plan(4, "CN-001", "17"),
        plan(5, "NV-001", "60"),
    )

    assert between(paper, "Ưu điểm")[0] == (
        "01/02 chỉ tiêu kế hoạch có số thực hiện đã đạt hoặc vượt."
    )
    missed = between(paper, "Hạn chế, khó khăn")
    assert missed[0] == "01 chỉ tiêu chưa đạt kế hoạch."
    assert missed[2] == "01 chỉ tiêu chưa có số thực hiện chính xác để so với kế hoạch."


def test_where_none_is_reached_the_report_says_of_how_many() -> None:
    paper = report(entry(1, "CN-001", "16"), plan(2, "CN-001", "17"))

    assert between(paper, "Ưu điểm")[0] == (
        "Trong 01 chỉ tiêu kế hoạch có số thực hiện, chưa có chỉ tiêu nào đạt."
    )


def test_a_target_of_the_year_is_not_missed_while_the_year_runs() -> None:
    paper = report(
        entry(1, "NV-017", "12", period="2019-H1"),
        plan(2, "NV-017", "20", period="2019"),
        period="2019-H1",
        kind="half-year",
        ahead="2019-H2",
    )

    assert between(paper, "Hạn chế, khó khăn")[0] == (
        "01 chỉ tiêu của năm còn đang thực hiện."
    )


def test_a_ceiling_broken_in_a_half_year_is_missed_already() -> None:
    paper = report(
        entry(1, "NV-027", "7", period="2019-H1"),
        plan(2, "NV-027", "5", period="2019"),
        period="2019-H1",
        kind="half-year",
        ahead="2019-H2",
    )

    assert between(paper, "Hạn chế, khó khăn")[0] == "01 chỉ tiêu chưa đạt kế hoạch."


def test_what_is_assigned_for_the_coming_period_stands_in_its_section() -> None:
    paper = report(plan(1, "NV-017", "30", period="2020"))

    assert between(paper, "Mục tiêu, chỉ tiêu")[0] == (
        "Số nhiệm vụ cấp tỉnh được nghiệm thu: 30 nhiệm vụ."
    )


def test_two_answers_stand_in_the_table_as_two() -> None:
    paper = report(
        entry(1, "NV-017", "21"), entry(2, "NV-017", "22"), plan(3, "NV-017", "20")
    )

    assert rows(paper)[0][4] == "21 / 22"


def test_a_report_of_an_unknown_kind_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(NoSuchReport, match="half-year, nine-months"):
        report(kind="novel")


def test_a_target_is_not_reached_while_nothing_is_done() -> None:
    target = Level((plan(1, "NV-017", "20"),))
    done = Level((entry(2, "NV-017", "21"),))
    line = Line(INDICATORS["NV-017"], plan=target)

    assert not is_reached(line)
    assert not is_reached(Line(INDICATORS["NV-017"], actual=done))
    assert is_reached(Line(INDICATORS["NV-017"], actual=done, plan=target))
