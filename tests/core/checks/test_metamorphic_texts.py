"""The checks on read texts: other order, other signs, all times ten, one number wrong.

The texts are the sentences of tests/spec/checks/texts.yaml, the corpus of the reader
and, where they stand beside the project, the marked texts of real departments.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.core.checks.planting import (
    COMPUTED,
    Plant,
    new_alarms,
    places,
    plants,
    reading,
)
from tongket.core.checks.check import check
from tongket.core.checks.values.comparable import is_rate
from tongket.core.nouns.figure import Figure, Kind
from tongket.core.nouns.reading import Reading

TESTS = Path(__file__).parents[2]
SENTENCES = yaml.safe_load(
    (TESTS / "spec" / "checks" / "texts.yaml").read_text("utf-8")
)["right"]
CORPUS = [
    yaml.safe_load(path.read_text("utf-8"))["text"]
    for path in sorted((TESTS / "corpus" / "reading").glob("*.yaml"))
]
# Relations that the words leave no doubt of: every slip in them is seen.
WORDED = frozenset(("C002", "C006", "C010", "C012"))


def verdicts(text: str) -> Counter[tuple[str, str, str]]:
    return told(reading(text))


def told(read_in: Reading) -> Counter[tuple[str, str, str]]:
    return Counter(
        (claim.code, claim.verdict.value, claim.arithmetic)
        for claim in check(read_in)
        if claim.type in COMPUTED
    )


def marked_texts(shared: Path) -> list[str]:
    return [
        path.read_bytes().decode("utf-8")
        for path in sorted((shared / "reading" / "gold").glob("*/*.txt"))
    ]


@pytest.mark.parametrize("step", [1, 7, 31])
def test_paragraphs_in_any_order_say_what_each_says_alone(step: int) -> None:
    for one, other in zip(SENTENCES, SENTENCES[step:], strict=False):
        alone = verdicts(one) + verdicts(other)

        for order in ((one, other), (other, one)):
            assert alone <= verdicts("\n\n".join(order)), order
            assert places("\n\n".join(order)) == [], order


@pytest.mark.parametrize(
    "respell",
    [
        lambda text: re.sub(r"(?<=\d)\.(?=\d{3}(?!\d))", "\u00a0", text),
        lambda text: re.sub(r"(?<=\d)%", " %", text),
        lambda text: text.replace("tỷ", "tỉ"),
        lambda text: text.replace("\n", "\r\n"),
    ],
    ids=["blanks in thousands", "a blank before %", "tỉ", "other line ends"],
)
def test_other_signs_for_the_same_numbers_change_no_verdict(
    respell: Callable[[str], str],
) -> None:
    for text in SENTENCES:
        before = Counter((code, verdict) for code, verdict, _ in verdicts(text))
        after = Counter((code, verdict) for code, verdict, _ in verdicts(respell(text)))

        assert after == before, text


@pytest.mark.parametrize("text", [*SENTENCES, *CORPUS])
def test_all_amounts_times_ten_give_the_same_verdicts(text: str) -> None:
    # What is no figure is not multiplied, and must not speak for either.
    read_in = replace(reading(text), others=())

    scaled = replace(read_in, figures=tuple(map(ten_times, read_in.figures)))

    assert shape(scaled) == shape(read_in)


def shape(read_in: Reading) -> Counter[tuple[str, str, tuple[str, ...]]]:
    # That a small number is not said twice but recurs by chance depends on its size.
    return Counter(
        (claim.code, claim.verdict.value, claim.figures)
        for claim in check(read_in)
        if claim.code != "C009"
    )


def ten_times(figure: Figure) -> Figure:
    """Return an amount of which there is ten times as much; a rate stays."""
    a_rate = is_rate(figure) or figure.measure.startswith("lần")
    if figure.kind in {Kind.PERCENT, Kind.RANK, Kind.DURATION} or a_rate:
        return figure
    counted = figure.kind is Kind.COUNT and (figure.quantum or 1) <= 1
    return replace(
        figure,
        value=times(figure.value),
        value_max=times(figure.value_max),
        total=times(figure.total),
        quantum=figure.quantum if counted else times(figure.quantum),
    )


def times(value: Decimal | None) -> Decimal | None:
    return value and value * 10


@cache
def raised(texts: tuple[str, ...]) -> Counter[tuple[str, int]]:
    """Return how many plants of each check raise no, one and several alarms."""
    counts: Counter[tuple[str, int]] = Counter()
    for text in texts:
        before = places(text)
        for plant in plants(text):
            counts[seen(plant), new_alarms(plant, before)] += 1
    return counts


def seen(plant: Plant) -> str:
    return plant.claim.code


def test_one_error_in_own_texts_is_one_alarm_and_never_two() -> None:
    counts = raised((*SENTENCES, *CORPUS))

    once = sum(count for (_, alarms), count in counts.items() if alarms == 1)
    assert {alarms for _, alarms in counts} == {0, 1}
    assert once >= 400
    assert once >= 0.7 * counts.total()


def test_every_error_of_a_worded_relation_is_seen() -> None:
    counts = raised((*SENTENCES, *CORPUS))

    missed = {code: count for (code, alarms), count in counts.items() if not alarms}
    assert sum(missed.get(code, 0) for code in WORDED) <= 1
    assert all(counts[code, 1] >= 10 for code in WORDED)


@pytest.mark.shared
def test_one_error_in_marked_texts_is_one_alarm_and_never_two(shared: Path) -> None:
    counts = raised(tuple(marked_texts(shared)))

    once = sum(count for (_, alarms), count in counts.items() if alarms == 1)
    assert {alarms for _, alarms in counts} == {0, 1}
    assert once >= 60


@pytest.mark.shared
def test_marked_texts_times_ten_give_the_same_verdicts(shared: Path) -> None:
    for text in marked_texts(shared):
        read_in = replace(reading(text), others=())
        scaled = replace(read_in, figures=tuple(map(ten_times, read_in.figures)))

        assert shape(scaled) == shape(read_in)
