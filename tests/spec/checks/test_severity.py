"""How grave a false claim is, and the readings of an open one: severity.yaml.

Another implementation can run the same file.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.core.checks.marked import marked

from tongket.core.checks.check import check
from tongket.core.nouns.claim import Claim, Known

PAGE = yaml.safe_load(Path(__file__).with_name("severity.yaml").read_text("utf-8"))


def only(case: dict[str, Any]) -> Claim:
    (claim,) = check(marked(case["text"]), list(ledger(case.get("known") or {})))
    return claim


def ledger(known: dict[str, str]) -> Iterator[Known]:
    held = {name: Decimal(value) for name, value in known.items() if name != "figure"}
    if held:
        yield Known(known["figure"], **held)


@pytest.mark.parametrize("case", PAGE["gravity"], ids=lambda case: case["text"])
def test_the_gravity_of_a_claim_is(case: dict[str, Any]) -> None:
    claim = only(case)

    assert claim.severity.value == case["severity"], case.get("why", "")
    assert claim.verdict.value == case.get("verdict", "inconsistent")


@pytest.mark.parametrize("case", PAGE["readings"])
def test_the_readings_of_an_open_wording_are(case: dict[str, Any]) -> None:
    claim = only(case)

    listed = [
        f"{one.name} {one.shown}" + (" fits" if one.fits else "")
        for one in claim.alternatives
    ]
    assert listed == case["readings"], case.get("why", "")
    assert claim.verdict.value == case["verdict"]
    assert claim.severity.value == case.get("severity", "none")


def test_every_gravity_is_shown() -> None:
    shown = {case["severity"] for case in PAGE["gravity"]}

    assert shown == {"none", "rounding", "contradiction", "conclusion"}
