"""Figures as JSON: the fields of the published guide, and no others."""

from tongket.content.lexicon import lexicon
from tongket.core.reading.jsonl import as_json
from tongket.core.reading.read import read


def test_absent_fields_are_absent_and_amounts_are_plain_strings() -> None:
    figure = read("doanh thu đạt 1.100 tỷ đồng", lexicon()).figures[0]

    assert as_json(figure) == {
        "id": "f1",
        "start": 14,
        "end": 22,
        "text": "1.100 tỷ",
        "kind": "money",
        "value": "1100000000000",
        "unit": "đồng",
        "bound": "exact",
        "subject": "doanh thu",
        "section": [],
        "role": "result",
        "indicator": [],
    }


def test_a_vague_amount_has_the_value_null() -> None:
    figure = read("hỗ trợ hàng chục tỷ đồng", lexicon()).figures[0]

    assert as_json(figure)["value"] is None


def test_pairs_and_ranges_carry_their_second_number() -> None:
    pair, span = read("có 50/132 hồ sơ và 9 - 12 mô hình", lexicon()).figures

    assert as_json(pair)["total"] == "132"
    assert as_json(span)["value_max"] == "12"
