"""How far a value is from that of an earlier period: "tăng 0,97 % so với cùng kỳ"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from tongket.core.checks.comparing.bases import (
    earlier,
    risen,
    told_after,
    years_apart,
)
from tongket.core.checks.comparing.compared import (
    alone,
    base_of,
    implied,
    second_of,
    stated,
)
from tongket.core.checks.comparing.comparison import Comparison, sign_of
from tongket.core.checks.comparing.fitting import (
    fitting,
    held,
    of_one_before,
    of_two,
)
from tongket.core.checks.comparing.series import (
    amount_beside,
    changed,
    is_times,
    percent_beside,
)
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.judging import Rule
from tongket.core.checks.values.slips import shown_digits, slips_of
from tongket.core.nouns.claim import Claim, ClaimType, Verdict
from tongket.core.nouns.figure import Figure, Kind, Role

RULE = Rule("C007", ClaimType.CHANGE)


# How far after two dated values the change between them may stand, in characters.
_BESIDE = 40
# A change of fewer digits is one slip away from too many others.
_TELLING = 3


def change(scene: Scene) -> Iterator[Claim]:
    """C007: a rise or fall is the distance between the value and the earlier one."""
    for by in scene.figures:
        if by.role is not Role.CHANGE or not by.value or is_times(by):
            continue
        if amount_beside(scene, by) is not None:
            continue
        found = _judged(scene, by)
        if found is None and by.kind is Kind.PERCENT:
            found = alone(by, sign_of(scene, by), rule=RULE)
        if found is not None:
            yield found


def _judged(scene: Scene, by: Figure) -> Claim | None:
    sign = sign_of(scene, by)
    if not _is_told(by, sign):
        return None
    actual = changed(scene, by) or risen(scene, by)
    if actual is None or actual.value is None:
        return _fitting(scene, by, sign or "")
    before = earlier(scene, actual, by)
    dated = years_apart(scene, actual) if before is None else None
    if dated is not None and len(scene.between(max(dated, key=_start), by)) < _BESIDE:
        actual, before = dated
    comparison = Comparison(actual, by, sign or "")
    if before is not None:
        return held(scene, comparison, base_of(before), rule=RULE)
    return (
        _paired(scene, comparison)
        or _fitting(scene, by, comparison.sign)
        or of_one_before(scene, comparison, rule=RULE)
        or _implied(scene, comparison)
    )


def _fitting(scene: Scene, by: Figure, sign: str) -> Claim | None:
    """Judge a change by the value told after it, of whatever it is that it fits."""
    before = told_after(scene, by)
    if before is None:
        return of_two(scene, by, sign, rule=RULE)
    return fitting(scene, by, sign, base=base_of(before), rule=RULE)


def _implied(scene: Scene, comparison: Comparison) -> Claim | None:
    known = scene.known.get(comparison.actual.id)
    if known is None and percent_beside(scene, comparison.by) is not None:
        # "tăng 103 vụ (16,5 %)": what the amount implies the percentage tests (C010).
        return None
    return implied(scene, comparison, known.previous if known else None, rule=RULE)


def _is_told(by: Figure, sign: str | None) -> bool:
    """Tell whether a change has a direction, or says how much of it is left."""
    return sign in {"+", "-"} or (sign == "=" and by.kind is Kind.PERCENT)


def _paired(scene: Scene, comparison: Comparison) -> Claim | None:
    """Judge a change by the second number of its pair, where that is the value before.

    "giảm 5,8 % (3.389/3.599 vụ)" opens with the change, and says so; "412/530 xã đạt
    chuẩn, tăng 21 xã" counts all communes, so that only a change that fits is meant.
    """
    actual = comparison.actual
    base = second_of(actual)
    if base is None:
        return None
    found = stated(scene, comparison, base, rule=RULE)
    if found is None or found.verdict is not Verdict.INCONSISTENT:
        return found
    meant = comparison.by.span < actual.span or _is_slip(scene, comparison)
    return found if meant else None


def _is_slip(scene: Scene, comparison: Comparison) -> bool:
    """Tell whether one slip in one of the three numbers explains that none fits."""
    actual, by = comparison.actual, comparison.by
    if len(shown_digits(by)) < _TELLING:
        return False
    before = replace(actual, value=actual.total)
    put_right = chain(
        (replace(comparison, by=replace(by, value=one)) for one in slips_of(by)),
        (
            replace(comparison, actual=replace(actual, value=one))
            for one in slips_of(actual)
        ),
        (
            replace(comparison, actual=replace(actual, total=one))
            for one in slips_of(before)
        ),
    )
    return any(_fits(scene, one) for one in put_right)


def _fits(scene: Scene, comparison: Comparison) -> bool:
    base = second_of(comparison.actual)
    if base is None:
        return False
    found = stated(scene, comparison, base, rule=RULE)
    return found is not None and found.verdict is Verdict.CONSISTENT


def _start(figure: Figure) -> int:
    return figure.span.start
