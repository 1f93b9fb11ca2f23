"""The face of the checks: claims in text order, and the line printed for each."""

from dataclasses import replace

from tests.core.checks.marked import marked
from tongket.core.checks.check import as_json, check
from tongket.core.nouns.reading import Reading

TEXT = (
    "Duyệt [[a|50/132|hồ sơ]] hồ sơ ([[b|39,7%|%|share of a]]); cấp"
    " [[c|3|gcn]] giấy, lũy kế [[d|75|gcn|cumulative of c]] giấy."
)


def test_a_claim_is_printed_with_its_type_verdict_places_and_arithmetic() -> None:
    first, _ = check(marked(TEXT))

    assert as_json(first) == {
        "type": "ratio_percent",
        "verdict": "inconsistent",
        "spans": [[6, 12], [20, 25]],
        "detail": "50 ÷ 132 = 37,88 %",
    }


def test_claims_come_in_text_order_with_their_codes() -> None:
    assert [claim.code for claim in check(marked(TEXT))] == ["C002", "C008"]


def test_what_two_checks_find_is_told_once_by_the_first() -> None:
    text = (
        "Nội dung | [[a|15|lớp]] |\n| Tỉnh: | [[b|9|lớp|part of a]] |\n"
        "| Huyện: | [[c|6|lớp|part of a]] |\n| Tổng số | [[d|15|lớp]] |"
    )

    codes = [claim.code for claim in check(marked(text)) if "a" in claim.figures]

    assert len(codes) == len(set(codes))


def test_no_figure_makes_no_claim() -> None:
    assert check(Reading("", (), ())) == ()


def test_figures_without_values_make_no_claim_and_no_fault() -> None:
    reading = marked(TEXT)
    empty = tuple(replace(figure, value=None, total=None) for figure in reading.figures)

    assert check(Reading(reading.text, empty, ())) == ()
