"""Where the ledger is silent, or of two minds, the report says so and adds nothing."""

import pytest
from tests.core.composing.cast import bullets, entry, facts, plan, report, sentences

from tongket.core.nouns.entry import Aspect
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.paper import Blank, Heading, Paragraph

title = "What is not invented"


def test_an_empty_ledger_gives_sections_that_say_so_and_blanks() -> None:
    paper = report()

    assert "Sổ số liệu chưa có số của mục này trong kỳ báo cáo." in sentences(paper)
    assert bullets(paper) == []
    assert paper.facts == ()


def test_what_a_person_must_write_is_left_open() -> None:
    blanks = [
        part.hint
        for block in report().blocks
        if isinstance(block, Paragraph)
        for part in block.parts
        if isinstance(part, Blank)
    ]

    assert "Nguyên nhân khách quan; nguyên nhân chủ quan; trách nhiệm của ai" in blanks


def test_a_section_that_need_not_speak_is_left_out() -> None:
    titles = [block.title for block in report().blocks if isinstance(block, Heading)]

    assert "Hoạt động của các đơn vị trực thuộc" not in titles


@pytest.mark.parametrize(
    ("year", "ahead", "stands"), [("2019", "2020", False), ("2025", "2026", True)]
)
def test_digital_transformation_is_a_section_since_the_merger(
    year, ahead, stands
) -> None:
    paper = report(period=year, ahead=ahead)

    titles = [block.title for block in paper.blocks if isinstance(block, Heading)]

    assert ("Chuyển đổi số" in titles) is stands


def test_nothing_is_told_as_nothing(tells) -> None:
    tells(entry(1, "BX-010", "0"), sentence="Không xảy ra sự cố bức xạ, hạt nhân.")


def test_two_answers_of_the_ledger_stand_side_by_side_for_a_person_to_choose() -> None:
    paper = report(entry(1, "NV-017", "21"), entry(2, "NV-017", "22"))

    assert bullets(paper) == [
        "Số nhiệm vụ cấp tỉnh được nghiệm thu: 21 nhiệm vụ / 22 nhiệm vụ […]."
    ]


def test_two_answers_are_never_computed_with() -> None:
    paper = report(
        entry(1, "NV-017", "21"), entry(2, "NV-017", "22"), plan(3, "NV-017", "20")
    )

    assert not any("%" in text for text in facts(paper))


def test_the_same_answer_twice_is_one(tells) -> None:
    tells(
        entry(1, "NV-017", "21"),
        entry(2, "NV-017", "21"),
        sentence="Nghiệm thu 21 nhiệm vụ cấp tỉnh.",
    )


def test_different_things_under_one_indicator_are_told_apart_by_their_labels() -> None:
    paper = report(
        entry(1, "TR-001", "12", label="Thanh tra theo kế hoạch"),
        entry(2, "TR-001", "3", label="thanh tra ... đột xuất"),
    )

    assert bullets(paper) == [
        "Thanh tra theo kế hoạch: 12 cuộc.",
        "Thanh tra đột xuất: 03 cuộc.",
    ]


def test_a_figure_outside_the_catalogue_is_told_by_what_it_counts(tells) -> None:
    tells(
        entry(
            1,
            "NDM-000",
            "5500",
            measure="lượt",
            bound=Bound.APPROX,
            breakdown=(("nội dung", "lượt truy cập trang tin"),),
        ),
        sentence="Lượt truy cập trang tin: khoảng 5.500 lượt.",
    )


def test_a_vague_amount_is_told_in_its_own_words(tells) -> None:
    tells(
        entry(1, "NV-039", None, displayed="hàng chục tỷ", bound=Bound.VAGUE),
        sentence=(
            "Ngân sách cấp hàng chục tỷ đồng cho nhiệm vụ khoa học và công nghệ."
        ),
    )


def test_a_stated_change_is_told_as_the_source_states_it(tells) -> None:
    tells(
        entry(1, "CN-001", "19.07"),
        entry(2, "CN-001", "0.97", aspect=Aspect.CHANGE, sign="+"),
        sentence=(
            "Tốc độ đổi mới công nghệ, thiết bị đạt 19,07%, "
            "tăng 0,97% so với cùng kỳ (theo văn bản nguồn)."
        ),
    )


def test_a_stated_change_gives_way_to_the_computed_one(tells) -> None:
    tells(
        entry(1, "CN-001", "19.07"),
        entry(2, "CN-001", "18.10", period="2018"),
        entry(3, "CN-001", "0.97", aspect=Aspect.CHANGE, sign="+"),
        sentence=(
            "Tốc độ đổi mới công nghệ, thiết bị đạt 19,07%, "
            "tăng 0,97 điểm % so với cùng kỳ năm 2018."
        ),
    )


def test_days_ahead_of_time_are_told_as_such(tells) -> None:
    tells(
        entry(1, "NV-017", "15", aspect=Aspect.GAP, sign="+", measure="ngày"),
        sentence=(
            "Số nhiệm vụ cấp tỉnh được nghiệm thu: "
            "sớm 15 ngày so với thời hạn (theo văn bản nguồn)."
        ),
    )


def test_a_number_that_counts_something_else_is_told_behind_the_full_name(
    tells,
) -> None:
    tells(
        entry(1, "TR-001", "12", measure="quyết định"),
        sentence="Số cuộc thanh tra: 12 quyết định.",
    )


def test_figures_outside_the_catalogue_are_no_parts_of_one_another() -> None:
    paper = report(
        entry(
            1, "NDM-000", "15", measure="huyện", breakdown=(("nội dung", "địa bàn"),)
        ),
        entry(
            2,
            "NDM-000",
            "20",
            measure="lít",
            unit="trung-tam",
            breakdown=(("nội dung", "dung tích bình"),),
        ),
    )

    assert bullets(paper) == [
        "Địa bàn: 15 huyện.",
        "Trung tâm Ứng dụng: dung tích bình: 20 lít.",
    ]
