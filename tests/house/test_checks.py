"""Every check has its file, its code, its rule, its specification and its messages."""

import importlib
import re

import pytest

from tests.house.measures import ROOT, SOURCE
from tongket.content.messages import messages
from tongket.core.checks.register import CHECKS, Check

RELATIONS = SOURCE / "core" / "checks" / "relations"
SPEC = ROOT / "tests" / "spec" / "checks"


def code(check: Check) -> str:
    return (check.__doc__ or "").split(":")[0]


@pytest.mark.parametrize("check", CHECKS, ids=code)
def test_a_check_stands_in_a_file_of_its_name(check: Check) -> None:
    assert check.__module__ == f"tongket.core.checks.relations.{check.__name__}"


@pytest.mark.parametrize("check", CHECKS, ids=code)
def test_the_docstring_of_a_check_is_its_code_and_its_rule(check: Check) -> None:
    assert re.match(r"C\d{3}: [a-z].*\.$", check.__doc__ or "")
    assert importlib.import_module(check.__module__).RULE.code == code(check)


@pytest.mark.parametrize("check", CHECKS, ids=code)
def test_a_check_is_specified_and_told_in_both_languages(check: Check) -> None:
    assert (SPEC / f"{code(check)}.yaml").is_file()
    for language in ("vi", "en"):
        assert f"{code(check)}.inconsistent" in messages(language)


def test_every_file_of_a_check_is_registered() -> None:
    files = {path.stem for path in RELATIONS.glob("*.py")} - {"__init__"}

    assert files == {check.__name__ for check in CHECKS}


def test_codes_are_unique_and_in_order() -> None:
    codes = [code(check) for check in CHECKS]

    assert codes == sorted(set(codes))


def test_no_specification_or_message_is_left_of_a_check_that_is_gone() -> None:
    codes = {code(check) for check in CHECKS}
    told = {key[:4] for key in messages("vi") if re.match(r"C0\d\d\.", key)}

    assert told == codes
    assert {path.stem for path in SPEC.glob("C*.yaml")} == codes
