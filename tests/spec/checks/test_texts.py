"""What reading and checking together make of whole sentences: texts.yaml beside this.

The errors are of the kinds that reports have: a digit changed or swapped, a part
forgotten, a percentage of something else. The right texts are full of what looks like
an error and is none.
"""

from pathlib import Path

import pytest
import yaml

from tongket.content.lexicon import lexicon
from tongket.core.checks.check import check
from tongket.core.nouns.claim import Claim, Verdict
from tongket.core.reading.read import read

TEXTS = yaml.safe_load(Path(__file__).with_name("texts.yaml").read_text("utf-8"))


def alarms(text: str) -> list[Claim]:
    found = check(read(text, lexicon()))
    return [claim for claim in found if claim.verdict is Verdict.INCONSISTENT]


@pytest.mark.parametrize("text", TEXTS["right"])
def test_nothing_is_called_wrong_in(text: str) -> None:
    assert [claim.arithmetic for claim in alarms(text)] == []


@pytest.mark.parametrize("case", TEXTS["wrong"], ids=lambda case: case["text"])
def test_one_claim_is_called_wrong_in(case: dict[str, str]) -> None:
    assert [claim.type.value for claim in alarms(case["text"])] == [case["type"]]
