"""Whether a figure can be a value of an indicator, by what it is measured in."""

from decimal import Decimal

import pytest

from tongket.content.suggesting import vocabulary
from tongket.core.nouns.figure import Figure, Kind, Role
from tongket.core.nouns.span import Span
from tongket.core.reading.suggestions.families import (
    NEVER,
    OTHER_THINGS,
    PAIR,
    RANKED,
    SAME,
    SELDOM,
    UNTOLD,
    Families,
    fit,
)
from tongket.core.reading.suggestions.terms import Folding


@pytest.fixture(scope="module")
def families():
    words = vocabulary()
    return Families(words, Folding(words.concepts))


def a_figure(measure, **more):
    return Figure(
        id="f1",
        span=Span(0, 1),
        text="1",
        value=Decimal(1),
        measure=measure,
        **({"kind": Kind.COUNT} | more),
    )


def fits(families, figure, wanted):
    return fit(figure, families.of_figure(figure), families.of(wanted))


@pytest.mark.parametrize(
    ("measure", "wanted", "worth"),
    [
        ("doanh nghiệp", "cơ sở", SAME),
        ("cơ sở sản xuất, kinh doanh", "cơ sở", SAME),
        ("đề tài/dự án", "nhiệm vụ", SAME),
        ("đtda", "nhiệm vụ", SAME),
        ("đơn vị/cá nhân", "cơ sở", SAME),
        ("người/1.000 dân", "người", NEVER),
        ("lượt người", "học viên", SAME),
        ("lớp tập huấn", "cơ sở", OTHER_THINGS),
        ("con tàu", "cơ sở", UNTOLD),
        ("", "cơ sở", UNTOLD),
        ("huyện", "cơ sở", NEVER),
        ("tháng", "ngày", NEVER),
        ("giường/vạn dân", "người/vạn dân", NEVER),
        ("người/vạn dân", "người/vạn dân", SAME),
        ("cơ sở", "%", NEVER),
        ("cơ sở", "triệu đồng", NEVER),
    ],
)
def test_things_counted_fit_things_of_their_family(families, measure, wanted, worth):
    assert fits(families, a_figure(measure), wanted) == worth


def test_money_fits_money_of_any_size(families):
    money = a_figure("đồng", kind=Kind.MONEY)

    assert fits(families, money, "tỷ đồng") == SAME
    assert fits(families, money, "cơ sở") == NEVER


def test_a_per_cent_fits_a_count_only_as_a_comparison(families):
    level = a_figure("%", kind=Kind.PERCENT)
    rise = a_figure("%", kind=Kind.PERCENT, role=Role.CHANGE)

    assert fits(families, level, "cơ sở") == NEVER
    assert fits(families, rise, "cơ sở") == SELDOM
    assert fits(families, level, "%") == SAME


def test_a_pair_may_stand_for_its_ratio(families):
    assert fits(families, a_figure("cơ sở", total=Decimal(44)), "%") == PAIR


def test_a_place_in_a_ranking_may_belong_to_the_score(families):
    assert fits(families, a_figure("hạng", kind=Kind.RANK), "điểm") == RANKED


def test_rising_by_so_many_places_belongs_to_the_ranking(families):
    rise = a_figure("điểm", kind=Kind.MEASURE, role=Role.CHANGE)

    assert fits(families, rise, "hạng") == SELDOM
