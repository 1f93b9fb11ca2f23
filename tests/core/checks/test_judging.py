"""A displayed number held against what it should be: verdict, and how bad it is."""

from fractions import Fraction

import pytest

from tests.core.checks.marked import marked
from tongket.core.checks.values.interval import exactly
from tongket.core.checks.values.judging import judge, severity
from tongket.core.nouns.claim import Severity, Verdict
from tongket.core.nouns.figure import Figure


def only(mark: str) -> Figure:
    return marked(f"[[a|{mark}]]").figures[0]


@pytest.mark.parametrize(
    ("mark", "expected", "verdict", "grade"),
    [
        ("95,8%|%", "95.8", Verdict.CONSISTENT, Severity.NONE),
        ("95,8%|%", "95.75", Verdict.CONSISTENT, Severity.NONE),
        # Cut off instead of rounded.
        ("95,8%|%", "95.9", Verdict.AMBIGUOUS, Severity.ROUNDING),
        # One off in the last digit, and a little more.
        ("95,8%|%", "95.65", Verdict.INCONSISTENT, Severity.ROUNDING),
        ("95,8%|%", "95.64", Verdict.INCONSISTENT, Severity.CONTRADICTION),
        # Where the last digit is much of the number, one off is no slip.
        ("2,0%|%", "1.9", Verdict.INCONSISTENT, Severity.ROUNDING),
        ("1,9%|%", "1.8", Verdict.INCONSISTENT, Severity.CONTRADICTION),
        ("10,5%|%", "12.55", Verdict.INCONSISTENT, Severity.CONTRADICTION),
        ("132|hồ sơ", "133", Verdict.INCONSISTENT, Severity.ROUNDING),
        ("132|hồ sơ", "134", Verdict.INCONSISTENT, Severity.CONTRADICTION),
    ],
)
def test_a_slip_is_told_from_a_contradiction(
    mark: str, expected: str, verdict: Verdict, grade: Severity
) -> None:
    value = exactly(Fraction(expected))

    assert judge(value, only(mark)) is verdict
    assert severity(value, only(mark)) is grade
