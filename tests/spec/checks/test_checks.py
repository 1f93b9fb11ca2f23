"""What the checks promise, case by case: the files C001.yaml … beside this one.

Each file gives the rule of one check and cases of it: a text whose figures are marked
(the notation of tests/core/checks/marked.py), and the claims that are found in it,
those of other checks left out. A case with no claims says what the check leaves alone.
Another implementation can run the same files.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.core.checks.marked import marked

from tongket.content.messages import messages
from tongket.core.checks.check import as_json, check
from tongket.core.checks.messages import sentence
from tongket.core.checks.register import CHECKS

HERE = Path(__file__).parent
PAGES = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in HERE.glob("C*.yaml")
}
RULES = {(one.__doc__ or "").split(":")[0]: one.__doc__ or "" for one in CHECKS}
CASES = {
    f"{code}-{place}": (code, case)
    for code, page in sorted(PAGES.items())
    for place, case in enumerate(page["cases"], 1)
}
TOLD = {
    key: (code, case)
    for key, (code, case) in CASES.items()
    if any("told" in claim for claim in case["claims"])
}


@pytest.mark.parametrize(("code", "case"), CASES.values(), ids=CASES)
def test_the_claims_of_a_text_are(code: str, case: dict[str, Any]) -> None:
    reading = marked(case["text"])

    found = [
        {
            "verdict": claim.verdict.value,
            "figures": " ".join(claim.figures),
            "detail": as_json(claim)["detail"],
        }
        | ({"severity": claim.severity.value} if claim.severity != "none" else {})
        for claim in check(reading)
        if claim.code == code
    ]

    expected = case.get("claims") or []
    assert found == [
        {name: value for name, value in claim.items() if name != "told"}
        for claim in expected
    ], case.get("why", "")


@pytest.mark.parametrize(("code", "case"), TOLD.values(), ids=TOLD)
def test_the_claims_of_a_text_are_told(code: str, case: dict[str, Any]) -> None:
    told = [
        sentence(claim, messages("vi"))
        for claim in check(marked(case["text"]))
        if claim.code == code
    ]

    assert told == [
        claim.get("told", words)
        for words, claim in zip(told, case["claims"], strict=True)
    ]


@pytest.mark.parametrize("code", sorted(RULES))
def test_the_page_of_a_check_gives_its_rule(code: str) -> None:
    assert PAGES[code]["rule"] == RULES[code].split(": ", 1)[1].strip().split("\n\n")[0]


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_check_has_a_case_that_holds_and_one_that_does_not(code: str) -> None:
    verdicts = {
        claim["verdict"]
        for case in PAGES[code]["cases"]
        for claim in case.get("claims") or []
    }

    assert {"consistent", "inconsistent"} <= verdicts
