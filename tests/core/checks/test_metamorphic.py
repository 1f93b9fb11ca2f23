"""What must not change when a text is told otherwise, and what must when it is wrong."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.checks.marked import marked
from tongket.core.checks.check import check
from tongket.core.nouns.claim import Verdict
from tongket.core.nouns.reading import Reading

# Sentences that stand alone: none refers to a figure of another.
SENTENCES = tuple(
    """\
Giải quyết đúng hạn [[a1|1.187/1.240|hồ sơ]] hồ sơ, đạt [[a2|95,7%|%|share of a1]].
Quản lý [[b1|46|nhiệm vụ]] nhiệm vụ, gồm [[b2|4|đề tài|part of b1]] đề tài cấp quốc gia, \
[[b3|29|đề tài|part of b1]] đề tài cấp tỉnh và [[b4|13|dự án|part of b1]] dự án.
Thu [[c1|12.221 tỷ|đồng]] đồng, bằng [[c2|51,8%|%|gap of c1 =]] dự toán \
([[c3|23.600 tỷ|đồng|target]] đồng).
Cấp [[d1|13|gcn]] giấy chứng nhận, lũy kế [[d2|75|gcn|cumulative of d1]] giấy.
Xảy ra [[e1|3.389|vụ]] vụ, năm trước [[e2|3.599|vụ|previous of e1]] vụ, giảm \
[[e3|5,83%|%|change of e1 -]].
Tốc độ đổi mới [[f1|19,07%|%]], tăng [[f2|0,97%|%|change of f1 +]].
Thanh tra [[g1|320|cơ sở]] cơ sở, trong đó [[g2|48|cơ sở|part of g1]] vi phạm \
([[g3|15%|%|share of g2]]).""".splitlines()
)
# One number of a sentence (by its id) wrong, and the code of the one alarm it gives.
ERRORS = {
    "a2": ("59,7%", "C002"),
    "b1": ("64", "C004"),
    "b3": ("26", "C004"),
    "c2": ("58,1%", "C006"),
    "c3": ("26.300 tỷ", "C006"),
    "d1": ("130", "C008"),
    "e3": ("8,53%", "C007"),
    "e2": ("3.959", "C007"),
    "g3": ("51%", "C003"),
}


def verdicts(reading: Reading) -> set[tuple[str, frozenset[str], str]]:
    return {
        (claim.code, frozenset(claim.figures), claim.verdict.value)
        for claim in check(reading)
    }


def alarms(reading: Reading) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (claim.code, claim.figures)
        for claim in check(reading)
        if claim.verdict is Verdict.INCONSISTENT
    ]


def planted(key: str, sentences: Sequence[str] = SENTENCES) -> str:
    """Return the text with the number of one figure wrong."""
    wrong, _ = ERRORS[key]
    number = re.compile(rf"(?<=\[\[{key}\|)[^|]*")
    return " ".join(number.sub(wrong, sentence) for sentence in sentences)


@given(st.permutations(SENTENCES))
def test_the_order_of_sentences_changes_no_verdict(order: list[str]) -> None:
    assert verdicts(marked(" ".join(order))) == verdicts(marked(" ".join(SENTENCES)))


@given(st.lists(st.sampled_from((" ", "\n", "\n\n")), min_size=7, max_size=7))
def test_the_space_between_sentences_changes_no_verdict(gaps: list[str]) -> None:
    text = "".join(
        sentence + gap for sentence, gap in zip(SENTENCES, gaps, strict=True)
    )

    assert verdicts(marked(text)) == verdicts(marked(" ".join(SENTENCES)))


@pytest.mark.parametrize(
    "respell",
    [
        lambda text: re.sub(r"(?<=\d)\.(?=\d{3})", "", text),
        lambda text: re.sub(r"(\d)%", r"\1 %", text),
        lambda text: re.sub(r"(\d+),(\d+)%", r"\1,\2%", text).replace("tỷ", "tỉ"),
    ],
    ids=["no thousands dots", "blank before the sign", "another spelling of tỷ"],
)
def test_how_numbers_are_separated_changes_no_verdict(
    respell: Callable[[str], str],
) -> None:
    text = " ".join(SENTENCES)

    assert verdicts(marked(respell(text))) == verdicts(marked(text))


@given(st.integers(min_value=1, max_value=6))
def test_scaling_all_amounts_by_ten_changes_no_verdict(power: int) -> None:
    reading = marked(" ".join(SENTENCES))
    factor = Decimal(10) ** power
    scaled = tuple(
        figure
        if "%" in figure.measure
        else replace(
            figure,
            value=figure.value * factor,
            total=figure.total and figure.total * factor,
            quantum=figure.quantum
            if figure.kind == "count"
            else figure.quantum * factor,
        )
        for figure in reading.figures
    )

    assert verdicts(Reading(reading.text, scaled, ())) == verdicts(reading)


@pytest.mark.parametrize("key", sorted(ERRORS))
def test_one_planted_error_raises_exactly_one_alarm(key: str) -> None:
    assert alarms(marked(" ".join(SENTENCES))) == []

    (found,) = alarms(marked(planted(key)))

    assert found[0] == ERRORS[key][1]
    assert key in found[1]


@given(st.permutations(SENTENCES), st.sampled_from(sorted(ERRORS)))
def test_a_planted_error_is_found_wherever_its_sentence_stands(
    order: list[str], key: str
) -> None:
    (found,) = alarms(marked(planted(key, order)))

    assert key in found[1]
