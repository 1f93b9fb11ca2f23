"""Judging a displayed number against what it should be, and building the claim."""

from collections.abc import Iterable
from dataclasses import dataclass

from tongket.core.checks.values.interval import (
    Interval,
    cut_off,
    nominal,
    quantum,
    rounded_twice,
    shown,
)
from tongket.core.nouns.claim import Alternative, Claim, ClaimType, Severity, Verdict
from tongket.core.nouns.figure import Figure


def judge(expected: Interval, figure: Figure) -> Verdict:
    """Tell whether *figure* can be the display of a value in *expected*.

    What holds only when digits were cut off, or rounded twice, stays open.
    """
    if expected.meets(shown(figure)):
        return Verdict.CONSISTENT
    if any(expected.meets(read(figure)) for read in (cut_off, rounded_twice)):
        return Verdict.AMBIGUOUS
    return Verdict.INCONSISTENT


def severity(expected: Interval, figure: Figure) -> Severity:
    """Tell a slip in the last digit from a contradiction."""
    off = expected.distance(shown(figure))
    if off == 0:
        return Severity.NONE
    slip = off <= quantum(figure) and quantum(figure) * 20 <= abs(nominal(figure))
    return Severity.ROUNDING if slip else Severity.CONTRADICTION


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule that a check holds a text to: its code and the type of its claims."""

    code: str
    type: ClaimType


def claim(
    rule: Rule,
    verdict: Verdict,
    figures: Iterable[Figure],
    *,
    arithmetic: str,
    grade: Severity = Severity.NONE,
    alternatives: Iterable[Alternative] = (),
    **arguments: str,
) -> Claim:
    """Build the claim of *rule* that ties *figures* together, in text order.

    *grade* is how bad the claim is where it is inconsistent; *arguments* are the
    values that its message is filled with.
    """
    # Both numbers of a pair may take part; it is tied once.
    once = {figure.id: figure for figure in figures}
    tied = sorted(once.values(), key=lambda figure: figure.span)
    return Claim(
        code=rule.code,
        type=rule.type,
        verdict=verdict,
        figures=tuple(figure.id for figure in tied),
        spans=tuple(figure.span for figure in tied),
        arithmetic=arithmetic,
        severity=grade if verdict is Verdict.INCONSISTENT else Severity.NONE,
        alternatives=tuple(alternatives),
        arguments=tuple(sorted(arguments.items())),
    )
