"""The claims that comparisons make: with a base in the text, in the ledger, or none."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tongket.core.checks.comparing.comparison import (
    DIFFERENCE,
    RELATIVE,
    Comparison,
    Outcome,
    alternatives,
    best,
    outcomes,
)
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.interval import Interval, exactly, nominal, shown
from tongket.core.checks.values.judging import Rule, claim
from tongket.core.checks.values.notation import amount, number, percent, written
from tongket.core.nouns.claim import Alternative, Claim, ClaimType, Severity, Verdict
from tongket.core.nouns.figure import Figure, Kind

# The word for the sign of a comparison, a key of content/messages.
_WAYS = {
    ClaimType.CHANGE: {"+": "@above", "-": "@below", "=": "@equal", "": "@changed"},
    ClaimType.TARGET_GAP: {
        "+": "@exceeds",
        "-": "@short",
        "=": "@reaches",
        "": "@apart",
    },
}
_BASES = {ClaimType.CHANGE: "@earlier", ClaimType.TARGET_GAP: "@target"}


@dataclass(frozen=True, slots=True)
class Base:
    """What a value is compared with: its interval, its number, writing and figure.

    `figure` is None where the base is the second number of the value's own pair.
    """

    interval: Interval
    value: Fraction
    text: str
    figure: Figure | None = None


def base_of(figure: Figure) -> Base:
    """Take a figure of its own as the base."""
    return Base(shown(figure), Fraction(nominal(figure)), written(figure), figure)


def first_of(pair: Figure) -> Base:
    """Take the first number of a pair as the base."""
    value = nominal(pair)
    return Base(exactly(value), Fraction(value), number(value), pair)


def second_of(pair: Figure) -> Base | None:
    """Take the second number of a pair as the base; None for a figure without one.

    The second number of a rank (21/63) is how many are ranked, and no base.
    """
    if not pair.total or pair.kind is Kind.RANK:
        return None
    return Base(exactly(pair.total), Fraction(pair.total), number(pair.total))


def stated(
    scene: Scene, comparison: Comparison, base: Base, *, rule: Rule
) -> Claim | None:
    """Judge a comparison whose base stands in the text; None if nothing is like."""
    found = best(outcomes(scene, comparison, base.interval, nominal=base.value))
    if found is None:
        return None
    expected = _expected(comparison, found)
    tied = [comparison.actual, comparison.by]
    return claim(
        rule,
        found.verdict,
        [*tied, base.figure] if base.figure else tied,
        arithmetic=f"{_computed(comparison, found, base.text)} = {expected}",
        grade=_grade(comparison, found),
        actual=_plain(comparison.actual),
        shown=written(comparison.by),
        base=base.text,
        expected=expected,
        way=_WAYS[rule.type][comparison.sign],
    )


def implied(
    scene: Scene, comparison: Comparison, known: Decimal | None, *, rule: Rule
) -> Claim | None:
    """Tell which base a comparison implies that the text does not give.

    With the base *known* from the ledger the claim is decided by whether it fits.
    Readings whose bases are written alike leave nothing open.
    """
    found = alternatives(scene, comparison, known)
    if not found:
        return None
    alike = known is None and len({one.shown for one in found}) == 1
    listed = found[:1] if alike else found
    verdict = Verdict.AMBIGUOUS if len(listed) > 1 else Verdict.UNDERDETERMINED
    if known is not None:
        fits = any(one.fits for one in listed)
        verdict = Verdict.CONSISTENT if fits else Verdict.INCONSISTENT
    return claim(
        rule,
        verdict,
        [comparison.actual, comparison.by],
        arithmetic=_undone(comparison, listed),
        grade=Severity.CONTRADICTION,
        alternatives=listed,
        case="implied" if known is None else "ledger",
        named=_BASES[rule.type],
        way=_WAYS[rule.type][comparison.sign],
        actual=written(comparison.actual),
        shown=written(comparison.by),
        base="" if known is None else amount(known, comparison.actual),
        expected=listed[0].shown,
    )


def alone(by: Figure, sign: str | None, *, rule: Rule) -> Claim:
    """Note a comparison of which the text gives neither value nor base."""
    return claim(
        rule,
        Verdict.UNDERDETERMINED,
        [by],
        arithmetic=written(by),
        case="alone",
        shown=written(by),
        way=_WAYS[rule.type][sign or ""],
    )


def _grade(comparison: Comparison, found: Outcome) -> Severity:
    """Raise the severity where a target said to be met was not, or the reverse."""
    if comparison.sign != "=":
        return found.severity
    is_said, is_so = nominal(comparison.by) >= 100, found.centre >= 100
    return found.severity if is_said is is_so else Severity.CONCLUSION


def _plain(actual: Figure) -> str:
    """Write the value alone, without the second number of its pair."""
    return written(actual) if actual.total is None else number(nominal(actual))


def _expected(comparison: Comparison, found: Outcome) -> str:
    if found.reading == RELATIVE:
        return percent(found.centre, comparison.by)
    if found.reading == DIFFERENCE:
        return amount(found.centre, comparison.by)
    return f"{number(found.centre)} điểm %"


def _computed(comparison: Comparison, found: Outcome, base: str) -> str:
    actual = _plain(comparison.actual)
    if found.reading != RELATIVE:
        pair = (actual, base) if comparison.is_above else (base, actual)
        return " − ".join(pair)
    if comparison.sign == "+":
        return f"{actual} ÷ {base} − 100 %"
    if comparison.sign == "-":
        return f"100 % − {actual} ÷ {base}"
    return f"{actual} ÷ {base}"


def _undone(comparison: Comparison, listed: Iterable[Alternative]) -> str:
    actual, by = written(comparison.actual), written(comparison.by)
    back = "−" if comparison.is_above else "+"
    on = "" if comparison.sign == "=" else f"100 % {'+' if back == '−' else '−'} "
    over = f"({on}{by})" if on else by
    return "; ".join(
        f"{actual} ÷ {over} = {one.shown}"
        if one.name == RELATIVE
        else f"{actual} {back} {by} = {one.shown}"
        for one in listed
    )
