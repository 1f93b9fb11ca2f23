"""Like is compared with like, and nothing else."""

import pytest

from tests.core.checks.marked import marked
from tongket.core.checks.values.comparable import are_like, are_same, counts_like
from tongket.core.nouns.figure import Figure


def two(whole: str, part: str) -> tuple[Figure, Figure]:
    first, second = marked(f"[[a|{whole}]] [[b|{part}]]").figures
    return first, second


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("nhiệm vụ", "nhiệm vụ"),
        ("nhiệm vụ", "đề tài"),
        ("lượt doanh nghiệp", "dn"),
        ("cơ sở", "doanh nghiệp"),
        ("mẫu thử", "mẫu"),
        ("tổ chức,cá nhân", "cá nhân"),
        ("cơ sở", "hợp tác xã"),
        ("cơ sở", "hợp tác xã nông nghiệp"),
        ("chi nhánh,quầy", "cửa hàng"),
        ("tổ chức, cá nhân", "cá nhân"),
        ("thí sinh", "em"),
        ("", "em"),
        ("thí sinh", ""),
        ("Cơ sở", "cơ  sở"),
        ("các lượt", "hộ"),
    ],
)
def test_a_part_is_counted_in_the_same_or_a_narrower_thing(
    whole: str, part: str
) -> None:
    assert counts_like(whole, part)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("cuộc thanh tra", "cơ sở"),
        ("hợp đồng", "học viên"),
        ("nhiệm vụ", "người"),
        ("vụ", "mẫu"),
    ],
)
def test_unlike_things_are_no_parts(whole: str, part: str) -> None:
    assert not counts_like(whole, part)


@pytest.mark.parametrize(
    ("whole", "part", "like"),
    [
        ("12 tỷ|đồng", "3 tỷ|đồng", True),
        ("12 tỷ|đồng", "3 triệu|usd", False),
        ("3.954|kg", "14,6|kg", True),
        ("3.954|kg", "14,6|ha", False),
        ("12|ngày", "3|ngày", True),
        ("12 tỷ|đồng", "3|dự án", False),
        ("12%|%", "3%|%", False),
        ("12|hạng", "3|hạng", False),
        ("|dự án|vague", "3|dự án", False),
        ("3|dự án", "|dự án|vague", False),
    ],
)
def test_amounts_are_alike_in_one_unit(whole: str, part: str, like) -> None:
    assert are_like(*two(whole, part)) is like


def test_the_same_is_the_same_kind_in_the_same_measure() -> None:
    assert are_same(*two("3|Cơ sở", "4|cơ sở"))
    assert not are_same(*two("3|cơ sở", "4|doanh nghiệp"))
    assert not are_same(*two("3|hạng", "4|đề tài"))
