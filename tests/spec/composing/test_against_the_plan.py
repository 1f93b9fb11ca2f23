"""What was done is held against the plan, in the direction that is better."""

from tests.core.composing.cast import entry, plan

title = "Against the plan"


def test_more_than_planned_is_told_as_achievement_and_excess(tells) -> None:
    tells(
        entry(1, "NV-017", "21"),
        plan(2, "NV-017", "20"),
        sentence="Nghiệm thu 21 nhiệm vụ cấp tỉnh, đạt 105% kế hoạch (vượt 5%).",
    )


def test_less_than_planned_is_told_as_achievement_alone(tells) -> None:
    tells(
        entry(1, "NV-017", "21"),
        plan(2, "NV-017", "40"),
        sentence="Nghiệm thu 21 nhiệm vụ cấp tỉnh, đạt 52,5% kế hoạch.",
    )


def test_a_half_year_is_held_against_the_plan_of_the_year(tells) -> None:
    tells(
        entry(1, "NV-017", "21", period="2019-H1"),
        plan(2, "NV-017", "40", period="2019"),
        period="2019-H1",
        kind="half-year",
        ahead="2019-H2",
        sentence="Nghiệm thu 21 nhiệm vụ cấp tỉnh, đạt 52,5% kế hoạch năm.",
    )


def test_a_rate_lies_points_above_its_plan(tells) -> None:
    """19,07 % against 17 % is 2,07 points more, not 2,07 per cent."""
    tells(
        entry(1, "CN-001", "19.07"),
        plan(2, "CN-001", "17"),
        sentence=(
            "Tốc độ đổi mới công nghệ, thiết bị đạt 19,07%, "
            "vượt 2,07 điểm % so với kế hoạch (17%)."
        ),
    )


def test_where_less_is_better_nothing_is_exceeded(tells) -> None:
    tells(
        entry(1, "NV-027", "3"),
        plan(2, "NV-027", "5"),
        sentence=(
            "Còn 03 nhiệm vụ quá hạn chưa nghiệm thu, thấp hơn mức kế hoạch "
            "02 nhiệm vụ (mức giao 05 nhiệm vụ)."
        ),
    )


def test_more_of_what_should_be_less_lies_above_the_ceiling(tells) -> None:
    tells(
        entry(1, "NV-027", "7"),
        plan(2, "NV-027", "5"),
        sentence=(
            "Còn 07 nhiệm vụ quá hạn chưa nghiệm thu, cao hơn mức kế hoạch "
            "02 nhiệm vụ (mức giao 05 nhiệm vụ)."
        ),
    )


def test_what_has_no_better_direction_equals_a_share_of_the_plan(tells) -> None:
    tells(
        entry(1, "NV-001", "61"),
        plan(2, "NV-001", "61"),
        sentence=(
            "Quản lý, triển khai 61 nhiệm vụ khoa học và công nghệ các cấp, "
            "bằng 100% kế hoạch."
        ),
    )


def test_what_almost_reaches_the_plan_does_not_look_reached(tells) -> None:
    """9.999 of 10.000 is 99,99 %, which one decimal would round to 100 %."""
    tells(
        entry(1, "NV-017", "9999"),
        plan(2, "NV-017", "10000"),
        sentence="Nghiệm thu 9.999 nhiệm vụ cấp tỉnh, đạt 99,99% kế hoạch.",
    )


def test_a_plan_of_nothing_has_no_percentage(tells) -> None:
    tells(
        entry(1, "NV-017", "2"),
        plan(2, "NV-017", "0"),
        sentence="Nghiệm thu 02 nhiệm vụ cấp tỉnh, kế hoạch: 0 nhiệm vụ.",
    )


def test_a_rank_reaches_its_target_when_it_is_smaller(tells) -> None:
    tells(
        entry(1, "TC-008", "3"),
        plan(2, "TC-008", "4"),
        sentence=(
            "Xếp hạng 3 toàn quốc về số doanh nghiệp khoa học và công nghệ, "
            "đạt mục tiêu đề ra (hạng 4)."
        ),
    )


def test_amounts_in_unlike_measures_are_not_compared(tells) -> None:
    tells(
        entry(1, "NV-017", "21"),
        plan(2, "NV-017", "40", measure="lượt"),
        sentence="Nghiệm thu 21 nhiệm vụ cấp tỉnh, kế hoạch: 40 lượt.",
    )


def test_a_ceiling_just_kept_is_told_as_such(tells) -> None:
    tells(
        entry(1, "NV-027", "5"),
        plan(2, "NV-027", "5"),
        sentence=(
            "Còn 05 nhiệm vụ quá hạn chưa nghiệm thu, bằng mức kế hoạch (05 nhiệm vụ)."
        ),
    )


def test_a_rate_that_is_the_plan_needs_no_points(tells) -> None:
    tells(
        entry(1, "CN-001", "17"),
        plan(2, "CN-001", "17"),
        sentence=(
            "Tốc độ đổi mới công nghệ, thiết bị đạt 17%, đúng bằng kế hoạch (17%)."
        ),
    )


def test_a_rate_below_its_plan_lies_points_below(tells) -> None:
    tells(
        entry(1, "CN-001", "16.5"),
        plan(2, "CN-001", "17"),
        sentence=(
            "Tốc độ đổi mới công nghệ, thiết bị đạt 16,5%, "
            "thấp hơn 0,5 điểm % so với kế hoạch (17%)."
        ),
    )


def test_a_rank_larger_than_its_target_misses_it(tells) -> None:
    tells(
        entry(1, "TC-008", "6"),
        plan(2, "TC-008", "4"),
        sentence=(
            "Xếp hạng 6 toàn quốc về số doanh nghiệp khoa học và công nghệ, "
            "chưa đạt mục tiêu đề ra (hạng 4)."
        ),
    )
