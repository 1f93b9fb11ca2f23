"""What was done is held against the same period a year before."""

import pytest
from tests.core.composing.cast import before, entry

from tongket.core.nouns.figure import Bound

title = "Against the same period a year before"


def test_a_rise_is_told_in_amount_and_in_per_cent(tells) -> None:
    tells(
        entry(1, "NV-017", "21"),
        before(2, "NV-017", "18"),
        sentence=(
            "Nghiệm thu 21 nhiệm vụ cấp tỉnh, "
            "tăng 03 nhiệm vụ (16,7%) so với cùng kỳ năm 2018."
        ),
    )


def test_a_fall_is_never_negative(tells) -> None:
    tells(
        entry(1, "NV-017", "18"),
        before(2, "NV-017", "24"),
        sentence=(
            "Nghiệm thu 18 nhiệm vụ cấp tỉnh, "
            "giảm 06 nhiệm vụ (25%) so với cùng kỳ năm 2018."
        ),
    )


def test_a_rate_rises_by_points(tells) -> None:
    tells(
        entry(1, "CN-001", "19.07"),
        before(2, "CN-001", "18.10"),
        sentence=(
            "Tốc độ đổi mới công nghệ, thiết bị đạt 19,07%, "
            "tăng 0,97 điểm % so với cùng kỳ năm 2018."
        ),
    )


def test_money_rises_in_the_scale_that_stays_exact(tells) -> None:
    tells(
        entry(1, "NV-039", "1100000000000"),
        before(2, "NV-039", "1000000000000"),
        sentence=(
            "Ngân sách cấp 1.100 tỷ đồng cho nhiệm vụ khoa học và công nghệ, "
            "tăng 100 tỷ đồng (10%) so với cùng kỳ năm 2018."
        ),
    )


def test_money_in_another_scale_is_compared_by_its_worth(tells) -> None:
    tells(
        entry(1, "NV-039", "1.5", measure="tỷ đồng"),
        before(2, "NV-039", "1200000000"),
        sentence=(
            "Ngân sách cấp 1,5 tỷ đồng cho nhiệm vụ khoa học và công nghệ, "
            "tăng 300 triệu đồng (25%) so với cùng kỳ năm 2018."
        ),
    )


def test_the_same_amount_equals_the_year_before(tells) -> None:
    tells(
        entry(1, "NV-017", "18"),
        before(2, "NV-017", "18"),
        sentence="Nghiệm thu 18 nhiệm vụ cấp tỉnh, bằng cùng kỳ năm 2018.",
    )


def test_nothing_a_year_before_gives_no_percentage(tells) -> None:
    tells(
        entry(1, "NV-017", "18"),
        before(2, "NV-017", "0"),
        sentence=("Nghiệm thu 18 nhiệm vụ cấp tỉnh, cùng kỳ năm 2018 không phát sinh."),
    )


def test_a_smaller_rank_is_a_rise(tells) -> None:
    tells(
        entry(1, "TC-008", "3"),
        before(2, "TC-008", "5"),
        sentence=(
            "Xếp hạng 3 toàn quốc về số doanh nghiệp khoa học và công nghệ, "
            "tăng 2 bậc so với cùng kỳ năm 2018."
        ),
    )


@pytest.mark.parametrize(
    ("bound", "word"),
    [(Bound.MORE, "hơn"), (Bound.LESS, "dưới"), (Bound.APPROX, "khoảng")],
)
def test_an_approximate_amount_keeps_its_word_and_is_not_computed_with(
    tells, bound, word
) -> None:
    tells(
        entry(1, "NV-017", "20", bound=bound),
        before(2, "NV-017", "18"),
        sentence=(
            f"Nghiệm thu {word} 20 nhiệm vụ cấp tỉnh, cùng kỳ năm 2018: 18 nhiệm vụ."
        ),
    )


def test_the_word_of_the_source_is_kept_where_it_is_known(tells) -> None:
    tells(
        entry(1, "NV-017", "20", bound=Bound.APPROX, quote="gần 20"),
        sentence="Nghiệm thu gần 20 nhiệm vụ cấp tỉnh.",
    )


def test_a_half_year_is_held_against_the_half_year_before(tells) -> None:
    tells(
        entry(1, "NV-017", "12", period="2019-H1"),
        entry(2, "NV-017", "10", period="2018-H1"),
        entry(3, "NV-017", "30", period="2018"),
        period="2019-H1",
        kind="half-year",
        ahead="2019-H2",
        sentence=(
            "Nghiệm thu 12 nhiệm vụ cấp tỉnh, "
            "tăng 02 nhiệm vụ (20%) so với cùng kỳ năm 2018."
        ),
    )
