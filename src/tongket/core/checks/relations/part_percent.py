"""The percentage beside a part whose whole stands elsewhere in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain

from tongket.core.checks.comparing.compared import Base, base_of
from tongket.core.checks.comparing.series import shares
from tongket.core.checks.comparing.wholes import (
    guessed,
    is_of_another,
    named,
    worded,
)
from tongket.core.checks.parts.partition import wholes
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like, are_same
from tongket.core.checks.values.interval import (
    Interval,
    added,
    nominal,
    quantum,
    shown,
)
from tongket.core.checks.values.judging import Rule, claim, judge, severity
from tongket.core.checks.values.notation import amount, percent, written
from tongket.core.checks.values.slips import shown_digits, slips_of
from tongket.core.checks.wording import COUNT_OVER
from tongket.core.nouns.claim import Claim, ClaimType, Verdict
from tongket.core.nouns.figure import Figure, Kind, Role

RULE = Rule("C003", ClaimType.RATIO_PERCENT)
# A whole that is only guessed at (the figure before, in the same measure) accuses a
# percentage only of a narrow miss, in points.
_NARROW = 3
# So near to a percentage without decimals, in points, nothing comes by chance.
_CLOSE = Fraction(1, 20)
_MARK = re.compile(r"[.,;:()\n]")
# Percentages of one whole come to a hundred, and a little more when rounded up.
_ALL = 105
# "đã trả 110 hồ sơ, 100 % đúng hạn" is of the 110, whatever they are part of.
_ALL_OF_IT = 100
# A percentage of fewer digits is one slip away from too many others.
_DIGITS = 3


def part_percent(scene: Scene) -> Iterator[Claim]:
    """C003: the percentage beside a part is the part by the whole it belongs to."""
    listed = wholes(scene)
    told: list[tuple[Figure, Figure, list[Base]]] = []
    beside: dict[int, Base] = {}
    for part in scene.figures:
        if part.total is not None or not part.value or part.kind is Kind.PERCENT:
            continue
        for share in shares(scene, part):
            tied = worded(scene, part, share)
            if part.id in listed:
                tied.append(base_of(listed[part.id]))
            tied = [one for one in tied if not is_of_another(scene, share, one)]
            told.append((part, share, tied))
            whole = _sure(scene, part, share, tied=tied)
            if whole is not None and _is_telling(share):
                beside[scene.sentence(part)] = whole
    for part, share, tied in told:
        model = beside.get(scene.sentence(part))
        yield _judged(scene, part, share, tied=tied, model=model)


def _sure(
    scene: Scene, part: Figure, share: Figure, *, tied: Sequence[Base]
) -> Base | None:
    """Give the whole that the percentage fits, tied, named, or told before."""
    for whole in chain(tied, named(scene, part, share)):
        if _fits(part, whole, share):
            return whole
    if not _is_telling(share) and (tied or len(shown_digits(part)) < _DIGITS):
        return None
    for whole in guessed(scene, part):
        fits = _fits(part, whole, share)
        close = not tied and _is_close(part, whole, share)
        if fits and (_is_telling(share) or close):
            return whole
    return None


def _is_close(part: Figure, whole: Base, share: Figure) -> bool:
    """Tell whether a percentage fits as if it had decimals: 69,99 for 70."""
    if len(shown_digits(part)) < _DIGITS or whole.figure is None:
        return False
    off = abs(Fraction(nominal(part)) / whole.value * 100 - Fraction(nominal(share)))
    return off <= _CLOSE and whole.value != nominal(part)


def _judged(
    scene: Scene,
    part: Figure,
    share: Figure,
    *,
    tied: Sequence[Base],
    model: Base | None,
) -> Claim:
    whole = _sure(scene, part, share, tied=tied)
    if whole is not None:
        return _told(part, whole, share)
    if tied and not _of_several_wholes(scene, tied[0]) and share.value != _ALL_OF_IT:
        return _told(part, tied[0], share)
    if model is not None and _is_meant(part, model, share):
        return _told(part, model, share)
    guesses = list(guessed(scene, part))
    for whole in guesses:
        fits = judge(_ratio(part, whole), share) is Verdict.AMBIGUOUS
        if fits and _is_telling(share):
            return _told(part, whole, share)
    for whole in guesses if share.value != _ALL_OF_IT else ():
        if _is_named(scene, whole.figure, part) and (
            _ratio(part, whole).distance(shown(share)) <= _NARROW
            or _is_meant(part, whole, share)
        ):
            return _told(part, whole, share)
    return (
        _over(scene, part, share)
        or _of_the_one_before(scene, part, share)
        or _implied(part, share)
    )


def _is_meant(part: Figure, whole: Base, share: Figure) -> bool:
    """Tell whether one slip, in the part or the percentage, parts them from *whole*.

    "2.218 người (65,0 %), … 743 người (12,8 %)": the other percentages of the sentence
    are of one whole, and this one is after a slip (21,8 %).
    """
    if len(shown_digits(share)) < _DIGITS or whole.figure is None:
        return False
    if not are_like(whole.figure, part):
        return False
    ratio, said = _ratio(part, whole), shown(share)
    slipped = (shown(replace(share, value=one)) for one in slips_of(share))
    meant = (_ratio(replace(part, value=one), whole) for one in slips_of(part))
    return any(map(ratio.meets, slipped)) or any(map(said.meets, meant))


def _over(scene: Scene, whole: Figure, share: Figure) -> Claim | None:
    """Judge "33 sáng kiến/93 người, tỷ lệ 35,5 %", where the one by the other fits."""
    for part in scene.before_it(whole, 1):
        base = base_of(whole)
        parted = part.value and COUNT_OVER.fullmatch(scene.between(part, whole))
        if parted and base.interval.low > 0:
            fits = _fits(part, base, share)
            return _told(part, base, share) if fits else None
    return None


def _of_the_one_before(scene: Scene, part: Figure, share: Figure) -> Claim | None:
    """Judge "695 vụ, với 1.408 đối tượng (88,2 %)" by the cases, where these fit."""
    for other in scene.before_it(part, 1):
        together = scene.sentence(other) == scene.sentence(part)
        if not together or other.role is not Role.RESULT or not _is_telling(share):
            continue
        for whole in guessed(scene, other):
            if _fits(other, whole, share):
                return _told(other, whole, share)
    return None


def _of_several_wholes(scene: Scene, whole: Base) -> bool:
    """Tell whether the percentages beside the parts of *whole* are of other wholes.

    Of 485 schools that reach the norm 141 teach infants (51,8 % of all that do), 206
    pupils (75,2 %): portions of one whole could not come to more than a hundred.
    """
    if whole.figure is None:
        return False
    beside = {
        part: mine[0]
        for part in scene.following(whole.figure, Role.PART)
        if (mine := shares(scene, part))
    }
    fit = any(_fits(part, whole, share) for part, share in beside.items())
    return len(beside) > 1 and not fit and added(beside.values()) > _ALL


def _is_telling(share: Figure) -> bool:
    """Tell whether a percentage has digits enough to fit no whole by chance."""
    return quantum(share) < 1


def _is_named(scene: Scene, whole: Figure | None, part: Figure) -> bool:
    """Tell whether a guessed whole is meant: right before the part, or by its name.

    "THPT 7.928, … THPT đỗ 7.693": the words before the whole begin those before the
    part.
    """
    if whole is None:
        return False
    if scene.sentence(whole) == scene.sentence(part) and are_same(whole, part):
        return scene.position[part.id] - scene.position[whole.id] == 1
    name, mine = _label(scene, whole), _label(scene, part)
    return bool(name) and f"{mine} ".startswith(f"{name} ")


def _label(scene: Scene, figure: Figure) -> str:
    return _MARK.split(scene.before(figure))[-1].strip()


def _fits(part: Figure, whole: Base, share: Figure) -> bool:
    """Tell whether *share* displays what *part* is of *whole*, rounded."""
    return _ratio(part, whole).meets(shown(share))


def _ratio(part: Figure, whole: Base) -> Interval:
    return shown(part) / whole.interval * 100


def _told(part: Figure, whole: Base, share: Figure) -> Claim:
    expected = _ratio(part, whole)
    ratio = Fraction(nominal(part)) / whole.value * 100
    tied = [part, share] if whole.figure is None else [part, whole.figure, share]
    return claim(
        RULE,
        judge(expected, share),
        tied,
        arithmetic=f"{written(part)} ÷ {whole.text} = {percent(ratio, share)}",
        grade=severity(expected, share),
        part=written(part),
        whole=whole.text,
        shown=written(share),
        expected=percent(ratio, share),
    )


def _implied(part: Figure, share: Figure) -> Claim:
    whole = Fraction(nominal(part)) / Fraction(nominal(share)) * 100
    return claim(
        RULE,
        Verdict.UNDERDETERMINED,
        [part, share],
        arithmetic=f"{written(part)} ÷ {written(share)} = {amount(whole, part)}",
        part=written(part),
        shown=written(share),
        expected=amount(whole, part),
        what=part.measure,
    )
