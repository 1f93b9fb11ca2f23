"""The percentage beside a pair: 50/132 (37,9 %)."""

from collections.abc import Iterator
from fractions import Fraction

from tongket.core.checks.comparing.series import is_pair, shares
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.interval import exactly
from tongket.core.checks.values.judging import Rule, claim, judge, severity
from tongket.core.checks.values.notation import number, percent, written
from tongket.core.checks.wording import CARRIED_OUT, TAKES_UP
from tongket.core.nouns.claim import Claim, ClaimType, Verdict
from tongket.core.nouns.figure import Figure

RULE = Rule("C002", ClaimType.RATIO_PERCENT)


def pair_percent(scene: Scene) -> Iterator[Claim]:
    """C002: the percentage beside a part/whole pair is the part by the whole."""
    for figure in scene.figures:
        if not (figure.total and figure.value is not None and is_pair(scene, figure)):
            continue
        for share in shares(scene, figure):
            ratio = Fraction(figure.value) / Fraction(figure.total) * 100
            verdict = judge(exactly(ratio), share)
            part, whole = number(figure.value), number(figure.total)
            yield claim(
                RULE,
                verdict,
                [figure, share],
                arithmetic=f"{part} ÷ {whole} = {percent(ratio, share)}",
                grade=severity(exactly(ratio), share),
                part=part,
                whole=whole,
                shown=written(share),
                expected=percent(ratio, share),
                case=_case(scene, figure, share, verdict=verdict),
            )


def _case(scene: Scene, pair: Figure, share: Figure, *, verdict: Verdict) -> str:
    """Name the case of a percentage that is right but worded as if it were a part's.

    What was carried out of what was to be "đạt 80 %"; "chiếm" is said of a part.
    """
    fits = verdict is Verdict.CONSISTENT
    taken = TAKES_UP.search(scene.before(share))
    done = CARRIED_OUT.search(scene.before(pair))
    return "worded" if fits and taken and done else ""
