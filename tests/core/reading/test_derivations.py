"""Every figure and every number set aside can be explained in both languages."""

import pytest

from tongket.content.lexicon import lexicon
from tongket.content.messages import messages
from tongket.core.reading.explain import explain, explain_token
from tongket.core.reading.read import read

TEXT = """Sở tổ chức hội nghị tổng kết công tác năm 2019
- Nhiệm vụ: quản lý 78 nhiệm vụ, trong đó có 05 đề tài cấp quốc gia; kinh phí 1,5 tỷ đồng, tăng 12,5% so với cùng kỳ, đạt 98% kế hoạch.
- Sáng kiến: 50/132 (37,9%) hồ sơ được công nhận, lũy kế hơn 200.
Phấn đấu đến năm 2025 đạt 100 nhiệm vụ theo Nghị quyết 02/NQ-CP.
"""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_step_has_a_sentence(language: str) -> None:
    reading = read(TEXT, lexicon())

    sentences = [explain(figure, messages(language)) for figure in reading.figures]

    assert all(len(steps) >= 2 for steps in sentences)
    assert all(sentence.endswith(".") for steps in sentences for sentence in steps)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_number_set_aside_has_a_reason(language: str) -> None:
    reading = read(TEXT, lexicon())

    told = [explain_token(one, TEXT, messages(language)) for one in reading.others]

    assert told
    assert all(
        one.span.of(TEXT) in tale
        for one, tale in zip(reading.others, told, strict=True)
    )


def test_a_clerk_is_told_the_words_and_the_arithmetic() -> None:
    reading = read(
        "Tiếp nhận 421 đơn: nhãn hiệu 395, kiểu dáng 24, sáng chế 2.", lexicon()
    )

    tale = " ".join(explain(reading.figures[1], messages("vi")))

    assert "421 = 395 + 24 + 2" in tale


def test_numbers_are_written_as_the_language_writes_them() -> None:
    reading = read("kinh phí 1,5 tỷ đồng", lexicon())

    assert "1.500.000.000" in " ".join(explain(reading.figures[0], messages("vi")))
    assert "1,500,000,000" in " ".join(explain(reading.figures[0], messages("en")))
