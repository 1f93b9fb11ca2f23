"""Every finding is told in whole sentences, in both languages."""

import re
from pathlib import Path

import pytest
import yaml

from tests.core.checks.marked import marked
from tongket.content.messages import messages
from tongket.core.checks.check import check
from tongket.core.checks.messages import key, sentence
from tongket.core.nouns.claim import Claim

PAGES = (Path(__file__).parents[2] / "spec" / "checks").glob("C*.yaml")
TEXTS = [
    case["text"]
    for page in sorted(PAGES)
    for case in yaml.safe_load(page.read_text("utf-8"))["cases"]
]
PLACE = re.compile(r"\{(\w+)\}")


def claims() -> list[Claim]:
    return [claim for text in TEXTS for claim in check(marked(text))]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_claim_of_the_specification_can_be_told(language: str) -> None:
    words = messages(language)

    for claim in claims():
        told = sentence(claim, words)

        assert told.endswith(f". ({claim.code})")
        assert not re.search(r"[{}@]|\bNone\b|  |: ;|: \.", told), told


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_sentence_of_a_check_is_reached_by_some_case(language: str) -> None:
    written = {key for key in messages(language) if re.match(r"C0\d\d\.", key)}
    ledger = {key for key in written if key.endswith(".ledger")}

    assert written - ledger == {key(claim) for claim in claims()}


def test_both_languages_fill_the_same_places() -> None:
    vi, en = messages("vi"), messages("en")
    told = [key for key in vi if re.match(r"C\d|reading\.|word\.", key)]

    assert {key: set(PLACE.findall(en[key])) for key in told} == {
        key: set(PLACE.findall(vi[key])) for key in told
    }


def test_a_wrong_sum_says_what_stands_there_what_was_expected_and_by_how_much() -> None:
    reading = marked(
        "Trao [[a|25|giải]] giải ([[b|3|giải|part of a]] nhất, [[c|23|giải|part of a]] nhì)."
    )
    (claim,) = check(reading)

    assert sentence(claim, messages("vi")) == (
        "Tổng ghi 25 giải, cộng 2 phần được 26, nhiều hơn 1. Sửa số tổng, hoặc sửa phần "
        "ghi sai hay bổ sung phần còn thiếu. (C004)"
    )
