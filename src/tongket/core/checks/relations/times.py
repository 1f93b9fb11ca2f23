"""A growth factor: "gấp 2,5 lần", "tăng 1,5 lần"."""

from collections.abc import Iterator
from fractions import Fraction

from tongket.core.checks.comparing.bases import earlier, told_after
from tongket.core.checks.comparing.fitting import others
from tongket.core.checks.comparing.series import is_times
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_same
from tongket.core.checks.values.interval import Interval, exactly, nominal, shown
from tongket.core.checks.values.judging import Rule, claim, judge, severity
from tongket.core.checks.values.notation import (
    amount,
    decimal,
    number,
    roundness,
    written,
)
from tongket.core.checks.wording import TWICE_AS
from tongket.core.nouns.claim import Alternative, Claim, ClaimType, Verdict
from tongket.core.nouns.figure import Figure, Role

RULE = Rule("C012", ClaimType.CHANGE)
# What each reading adds to the quotient: "tăng 1,5 lần" may mean to 2,5 times.
_READINGS = {"times": 0, "more_times": 1}


def times(scene: Scene) -> Iterator[Claim]:
    """C012: how many times as much is the value by the earlier one."""
    for by in scene.figures:
        # "chưa đến 2 lần" leaves anything below open, and "giảm 2 lần" is left alone.
        if not by.value or not is_times(by) or by.sign == "-" or shown(by).low <= 0:
            continue
        is_plain = _says_as_much(scene, by)
        readings = ["times"] if is_plain else list(_READINGS)
        actual = _grown(scene, by, is_plain=is_plain)
        before = actual and earlier(scene, actual, by)
        if before is None:
            before = told_after(scene, by)
        if before is not None:
            actual, before = _matched(scene, by, actual, before=before)
        if actual is None or not actual.value:
            continue
        if before is None:
            yield _implied(actual, by, readings)
        elif shown(before).low > 0:
            yield _stated(actual, by, before, readings=readings)


def _matched(
    scene: Scene, by: Figure, actual: Figure | None, *, before: Figure
) -> tuple[Figure | None, Figure | None]:
    """Give the value that *before* is the earlier one of: the one that fits, if any.

    In "27 nhóm với 143 thành viên, gấp hơn 2 lần năm 2019 (12 nhóm)" groups grew.
    """
    like = [one for one in others(scene, by, before) if one.value]
    if actual is not None and are_same(actual, before) and actual.value:
        like.insert(0, actual)
    if not like:
        return actual, None
    past = shown(before)
    if past.low <= 0:
        return like[0], before
    fits = [one for one in like if (shown(one) / past).meets(shown(by))]
    return (*fits, *like)[0], before


def _says_as_much(scene: Scene, by: Figure) -> bool:
    """Tell whether "gấp 2 lần", "tăng gấp đôi" leaves one reading."""
    said = TWICE_AS.search(scene.before(by)) is not None
    return said or by.text.lower().startswith("gấp")


def _grown(scene: Scene, by: Figure, *, is_plain: bool) -> Figure | None:
    """Give the figure that grew: the tied one, or the one before "gấp … lần"."""
    if by.role is Role.CHANGE:
        return scene.of(by)
    before = next(scene.before_it(by, 1), None)
    if not is_plain or before is None or by.of is not None:
        return None
    return before if scene.sentence(before) == scene.sentence(by) else None


def _stated(
    actual: Figure, by: Figure, before: Figure, *, readings: list[str]
) -> Claim:
    quotient = shown(actual) / shown(before)
    plain = Fraction(nominal(actual)) / Fraction(nominal(before))
    expected = [quotient - exactly(_READINGS[reading]) for reading in readings]
    order = (Verdict.CONSISTENT, Verdict.AMBIGUOUS, Verdict.INCONSISTENT)
    best = min(expected, key=lambda one: order.index(judge(one, by)))
    result = number(plain, Fraction(1, 100))
    return claim(
        RULE,
        judge(best, by),
        [actual, before, by],
        arithmetic=f"{written(actual)} ÷ {written(before)} = {result}",
        grade=severity(best, by),
        actual=written(actual),
        base=written(before),
        shown=written(by),
        expected=result,
    )


def _implied(actual: Figure, by: Figure, readings: list[str]) -> Claim:
    listed = sorted(
        (_alternative(actual, by, reading) for reading in readings),
        key=lambda one: -roundness(Interval(Fraction(one.low), Fraction(one.high))),
    )
    spelled = {"times": written(by), "more_times": f"({written(by)} + 1)"}
    return claim(
        RULE,
        Verdict.AMBIGUOUS if len(listed) > 1 else Verdict.UNDERDETERMINED,
        [actual, by],
        arithmetic="; ".join(
            f"{written(actual)} ÷ {spelled[one.name]} = {one.shown}" for one in listed
        ),
        alternatives=listed,
        actual=written(actual),
        shown=written(by),
        named="@earlier",
        case="implied",
    )


def _alternative(actual: Figure, by: Figure, reading: str) -> Alternative:
    more = _READINGS[reading]
    base = shown(actual) / (shown(by) + exactly(more))
    plain = Fraction(nominal(actual)) / (Fraction(nominal(by)) + more)
    return Alternative(
        name=reading,
        low=decimal(base.low),
        high=decimal(base.high),
        shown=amount(plain, actual),
    )
