"""Wholes name their parts; nobody adds up what may not be all."""

from tests.core.composing.cast import bullets, entry, facts, plan, report

from tongket.core.nouns.entry import Aspect, EntryKind
from tongket.core.nouns.figure import Bound

title = "Parts and totals"
PROVINCE = (("cấp quản lý", "tỉnh"),)
STATE = (("cấp quản lý", "quốc gia"),)
BEST = (("xếp loại", "Xuất sắc"),)


def test_parts_that_give_the_whole_are_all_of_it(tells) -> None:
    tells(
        entry(1, "NV-001", "61"),
        entry(2, "NV-001", "60", breakdown=PROVINCE),
        entry(3, "NV-001", "1", breakdown=STATE),
        sentence=(
            "Quản lý, triển khai 61 nhiệm vụ khoa học và công nghệ các cấp; "
            "gồm: 60 cấp tỉnh, 01 cấp quốc gia."
        ),
    )


def test_a_part_that_says_its_own_class_is_not_told_it_twice(tells) -> None:
    tells(
        entry(1, "NV-017", "21"),
        entry(2, "NV-017", "7", breakdown=(("xếp loại", "Xếp loại A"),)),
        sentence="Nghiệm thu 21 nhiệm vụ cấp tỉnh; trong đó: 07 xếp loại A.",
    )


def test_what_its_name_says_and_its_breakdown_says_again_is_no_part() -> None:
    told = bullets(
        report(entry(1, "NV-002", "6"), entry(2, "NV-002", "7", breakdown=STATE))
    )

    assert told == [
        "Triển khai 06 nhiệm vụ khoa học và công nghệ cấp quốc gia trên địa bàn.",
        "Triển khai 07 nhiệm vụ khoa học và công nghệ cấp quốc gia trên địa bàn.",
    ]


def test_a_part_of_which_only_the_change_is_known_is_listed_with_it(tells) -> None:
    change = {"aspect": Aspect.CHANGE, "sign": "+", "measure": "%"}
    tells(
        entry(1, "NV-017", "7", breakdown=BEST),
        entry(2, "NV-017", "5", breakdown=(("xếp loại", "Khá"),), **change),
        sentence=(
            "Số nhiệm vụ cấp tỉnh được nghiệm thu: 07 nhiệm vụ (xếp loại Xuất sắc); "
            "xếp loại Khá, tăng 5% so với cùng kỳ (theo văn bản nguồn)."
        ),
    )


def test_parts_that_leave_something_over_are_some_of_it(tells) -> None:
    tells(
        entry(1, "NV-017", "21"),
        entry(2, "NV-017", "7", breakdown=BEST),
        sentence="Nghiệm thu 21 nhiệm vụ cấp tỉnh; trong đó: 07 xếp loại Xuất sắc.",
    )


def test_what_is_more_than_the_whole_is_told_beside_it(tells) -> None:
    tells(
        entry(1, "NV-017", "21"),
        entry(2, "NV-017", "27", breakdown=BEST),
        sentence=(
            "Nghiệm thu 21 nhiệm vụ cấp tỉnh; sổ ghi riêng: 27 xếp loại Xuất sắc."
        ),
    )


def test_an_approximate_part_never_makes_the_parts_all(tells) -> None:
    tells(
        entry(1, "NV-001", "61"),
        entry(2, "NV-001", "60", breakdown=PROVINCE, bound=Bound.APPROX),
        entry(3, "NV-001", "1", breakdown=STATE),
        sentence=(
            "Quản lý, triển khai 61 nhiệm vụ khoa học và công nghệ các cấp; "
            "trong đó: khoảng 60 cấp tỉnh, 01 cấp quốc gia."
        ),
    )


def test_parts_without_a_whole_are_listed_and_not_added(tells) -> None:
    tells(
        entry(1, "NV-001", "60", breakdown=PROVINCE),
        entry(2, "NV-001", "1", breakdown=STATE),
        sentence=(
            "Số nhiệm vụ KH&CN các cấp đang quản lý: "
            "60 nhiệm vụ (cấp tỉnh); 01 nhiệm vụ (cấp quốc gia)."
        ),
    )


def test_two_halves_make_a_year_of_a_flow(tells) -> None:
    halves = (
        entry(1, "NV-017", "12", period="2019-H1"),
        entry(2, "NV-017", "15", period="2019-H2"),
    )

    tells(*halves, sentence="Nghiệm thu 27 nhiệm vụ cấp tỉnh.")

    assert facts(report(*halves))["27"].computation == "12 + 15 = 27"


def test_one_half_makes_no_year(tells) -> None:
    assert bullets(report(entry(1, "NV-017", "12", period="2019-H1"))) == []


def test_a_stock_is_what_its_last_part_left(tells) -> None:
    tells(
        entry(1, "NV-001", "70", period="2019-H1"),
        entry(2, "NV-001", "61", period="2019-H2"),
        sentence="Quản lý, triển khai 61 nhiệm vụ khoa học và công nghệ các cấp.",
    )


def test_rates_of_two_halves_are_not_averaged() -> None:
    paper = report(
        entry(1, "SK-003", "30", period="2019-H1"),
        entry(2, "SK-003", "40", period="2019-H2"),
    )

    assert bullets(paper) == []


def test_a_running_total_stands_behind_the_number_of_the_period(tells) -> None:
    tells(
        entry(1, "NV-017", "21"),
        entry(2, "NV-017", "75", kind=EntryKind.CUMULATIVE),
        sentence="Nghiệm thu 21 nhiệm vụ cấp tỉnh, lũy kế 75 nhiệm vụ.",
    )


def test_a_running_total_alone_says_that_it_is_one(tells) -> None:
    tells(
        entry(1, "NV-017", "75", kind=EntryKind.CUMULATIVE),
        sentence="Số nhiệm vụ cấp tỉnh được nghiệm thu: lũy kế 75 nhiệm vụ.",
    )


def test_an_estimate_is_told_as_one(tells) -> None:
    tells(
        entry(1, "NV-017", "21", kind=EntryKind.ESTIMATE),
        sentence="Ước nghiệm thu 21 nhiệm vụ cấp tỉnh.",
    )


def test_a_pair_is_printed_as_a_pair(tells) -> None:
    from decimal import Decimal

    tells(
        entry(1, "NV-017", "50", total=Decimal(132)),
        sentence="Nghiệm thu 50/132 nhiệm vụ cấp tỉnh.",
    )


def test_a_unit_of_the_department_is_told_under_its_name(tells) -> None:
    tells(
        entry(1, "TR-001", "4", unit="trung-tam"),
        sentence="Trung tâm Ứng dụng: tiến hành 04 cuộc thanh tra.",
    )


def test_several_numbers_of_a_unit_are_a_list_under_its_name() -> None:
    paper = report(
        entry(1, "NV-001", "4", unit="trung-tam"),
        entry(2, "NV-017", "2", unit="trung-tam"),
    )

    assert bullets(paper) == [
        "Trung tâm Ứng dụng:",
        "Quản lý, triển khai 04 nhiệm vụ khoa học và công nghệ các cấp.",
        "Nghiệm thu 02 nhiệm vụ cấp tỉnh.",
    ]


def test_a_units_share_of_the_departments_whole_is_a_part_of_it(tells) -> None:
    tells(
        entry(1, "TR-001", "12"),
        entry(2, "TR-001", "4", unit="trung-tam"),
        sentence="Tiến hành 12 cuộc thanh tra; trong đó: Trung tâm Ứng dụng 04.",
    )


def test_a_running_total_worded_to_date_needs_no_more_words(tells) -> None:
    tells(
        entry(1, "TC-003", "75", kind=EntryKind.CUMULATIVE),
        sentence=(
            "Đến nay có 75 giấy chứng nhận đăng ký hoạt động khoa học và công nghệ "
            "còn hiệu lực."
        ),
    )


def test_an_indicator_without_a_wording_is_told_by_its_name(tells) -> None:
    """The name "Số giải pháp hữu ích", counted in "giải pháp", makes the sentence."""
    tells(entry(1, "ST-006", "2"), sentence="Có 02 giải pháp hữu ích.")


def test_a_rank_without_a_wording_is_told_as_a_rank(tells) -> None:
    tells(entry(1, "PII-H", "7"), sentence="Xếp hạng PII toàn quốc: hạng 7.")


def test_a_ceiling_in_per_cent_is_undercut_by_points(tells) -> None:
    tells(
        entry(1, "TR-014", "3"),
        entry(2, "TR-014", "5", kind=EntryKind.PLAN),
        sentence=(
            "Tỷ lệ cơ sở bị xử phạt là 3%, "
            "thấp hơn mức kế hoạch 2 điểm % (mức giao 5%)."
        ),
    )


def test_a_part_with_an_indicator_of_its_own_is_told_within_its_whole() -> None:
    paper = report(entry(1, "NV-001", "61"), entry(2, "NV-002", "5", measure="đề tài"))

    (told,) = bullets(paper)
    assert told.endswith("các cấp; trong đó: 05 đề tài cấp quốc gia.")


def test_a_part_that_has_a_plan_is_told_by_itself() -> None:
    paper = report(
        entry(1, "NV-001", "61"), entry(2, "NV-002", "5"), plan(3, "NV-002", "5")
    )

    whole, part, *_ = bullets(paper)
    assert whole == "Quản lý, triển khai 61 nhiệm vụ khoa học và công nghệ các cấp."
    assert part.endswith("cấp quốc gia trên địa bàn, bằng 100% kế hoạch.")


def test_a_part_without_its_whole_is_told_by_itself(tells) -> None:
    tells(
        entry(1, "NV-002", "5"),
        sentence=(
            "Triển khai 05 nhiệm vụ khoa học và công nghệ cấp quốc gia trên địa bàn."
        ),
    )
