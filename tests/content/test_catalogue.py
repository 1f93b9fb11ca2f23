"""The catalogue of indicators: codes for ever, duplicates and breakdowns declared."""

import csv
import re

import pytest

from tongket.content.catalogue import OUTSIDE, UnknownIndicator, catalogue
from tongket.core.nouns.indicator import Aggregation

CODE = re.compile(r"[A-Z][A-Z0-9]*-[0-9H][0-9.]*")


@pytest.fixture(scope="module")
def shelf():
    return catalogue()


def test_every_indicator_belongs_to_a_declared_field_and_is_named_by_its_prefix(shelf):
    prefixes = {field.code: field.prefix for field in shelf.fields}

    assert shelf.indicators
    for each in shelf.indicators:
        assert each.code.startswith(f"{prefixes[each.field]}-"), each.code


def test_fields_come_in_the_order_of_a_report_and_none_is_empty(shelf):
    assert [field.code for field in shelf.fields][:3] == [
        "nhiem_vu",
        "to_chuc_doanh_nghiep",
        "cong_nghe",
    ]
    assert all(shelf.by_field[field.code] for field in shelf.fields)
    assert all(field.name("vi") and field.name("en") for field in shelf.fields)


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ("N57-06", "CN-002"),
        ("PII-5.3.3", "CN-013"),
        ("PII-2.2.3", "TF-004"),
        ("PII-2.2.1", "N57-01"),
    ],
)
def test_a_code_listed_twice_resolves_to_one_indicator(shelf, other, code):
    assert shelf.indicator(other) is shelf.indicator(code)


def test_no_two_indicators_have_one_code_or_one_name(shelf):
    codes = [code for each in shelf.indicators for code in (each.code, *each.synonyms)]
    names = [each.name_vi for each in shelf.indicators]

    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)


def test_a_breakdown_of_a_general_indicator_says_by_which_value(shelf):
    for each in shelf.indicators:
        assert bool(each.general) == bool(each.fixed), each.code
        if each.general:
            assert each.general in shelf.by_code, each.code


def test_no_indicator_is_a_breakdown_of_itself_by_however_many_steps(shelf):
    for each in shelf.indicators:
        seen = {each.code}
        step = shelf.general_of(each.code)
        while step:
            assert step.code not in seen, each.code
            seen.add(step.code)
            step = shelf.general_of(step.code)


@pytest.mark.parametrize(
    ("specific", "general"),
    [
        ("NV-006", "NV-001"),
        ("NV-020", "NV-017"),
        ("NV-012", "NV-009"),
        ("ST-007", "ST-001"),
        ("TT-004", "TT-002"),
        ("TD-020", "TT-001"),
        ("KN-002", "KN-001"),
        ("TX-007", "TX-015"),
        ("TD-030", "TD-029"),
    ],
)
def test_the_specific_row_knows_its_general_row(shelf, specific, general):
    assert shelf.general_of(specific) is shelf.indicator(general)
    assert shelf.indicator(specific) in shelf.breakdowns_of(general)


def test_an_indicator_of_no_general_one_has_none(shelf):
    assert shelf.general_of("CN-001") is None


def test_every_breakdown_is_a_declared_dimension_under_its_own_name(shelf):
    for each in shelf.indicators:
        for name in (*each.breakdowns, *(name for name, _ in each.fixed)):
            assert shelf.dimensions[name].name == name, (each.code, name)


def test_a_fixed_value_of_a_closed_dimension_is_one_of_its_values(shelf):
    # A place or programme of its own may stand beside the known values.
    for each in shelf.indicators:
        for name, value in each.fixed:
            known = [value for value, _ in shelf.dimensions[name].values]
            assert value in known or name == "loại hình", (each.code, value)


def test_dimensions_that_texts_shorten_resolve_by_their_short_name(shelf):
    assert shelf.dimensions["cấp"].name == "cấp quản lý"
    assert shelf.dimensions["lĩnh vực"].name == "lĩnh vực KH&CN"


def test_the_city_level_of_a_centrally_run_city_is_the_provincial_level(shelf):
    levels = dict(shelf.dimensions["cấp quản lý"].values)

    assert "cấp thành phố" in levels["tỉnh"]


@pytest.mark.parametrize(
    "name",
    [
        "xử lý",
        "kết quả",
        "loại đối tượng",
        "vòng",
        "nội dung chi",
        "tình trạng",
        "giới tính",
        "đơn vị",
    ],
)
def test_dimensions_that_texts_use_are_declared_and_used(shelf, name):
    assert any(name in each.breakdowns for each in shelf.indicators)


def test_formulas_name_codes_that_exist(shelf):
    for each in shelf.indicators:
        for code in CODE.findall(each.formula):
            assert code in shelf.by_code, (each.code, code)


def test_what_is_computed_is_no_sum(shelf):
    assert all(
        each.aggregation is not Aggregation.SUM
        for each in shelf.indicators
        if each.formula
    )


def test_the_violation_rate_counts_checks_as_its_violations_do(shelf):
    assert "TR-008" in shelf.indicator("TR-004").formula


def test_every_indicator_has_a_source_with_its_certainty(shelf):
    for each in shelf.indicators:
        assert re.search(r"\((đã đọc|suy ra|theo trí nhớ)", each.source), each.code


def test_every_figure_can_be_entered_even_without_an_indicator(shelf):
    outside = shelf.indicator(OUTSIDE)

    assert outside.name_vi == "Số liệu ngoài danh mục"
    assert outside.breakdowns == ("nội dung",)


def test_a_code_of_no_indicator_is_answered_with_where_to_put_the_figure(shelf):
    with pytest.raises(UnknownIndicator, match="NDM-000"):
        shelf.indicator("XX-001")


def test_aliases_hold_no_number_of_a_particular_report(shelf):
    standards = re.compile(r"ISO|TCVN|IPv|NQ|Nghị quyết|5G|10\.000 dân")
    for each in shelf.indicators:
        for alias in each.aliases:
            assert not re.search(r"\d{2,}", alias) or standards.search(alias), alias


@pytest.mark.shared
def test_every_code_of_the_given_list_resolves(shelf, shared):
    with (shared / "data" / "indicators.csv").open(encoding="utf-8") as listed:
        codes = [row["code"] for row in csv.DictReader(listed)]

    assert len(codes) == 414
    assert [code for code in codes if code not in shelf.by_code] == []
