"""The two numbers of a pair such as 50/132."""

from collections.abc import Iterator

from tongket.core.checks.comparing.series import is_pair, shares
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.judging import Rule, claim
from tongket.core.checks.values.notation import number
from tongket.core.nouns.claim import Claim, ClaimType, Severity, Verdict
from tongket.core.nouns.figure import Kind, Role

RULE = Rule("C001", ClaimType.PART_LE_WHOLE)
_OTHERWISE = (Role.GAP, Role.CHANGE)


def pair_within_whole(scene: Scene) -> Iterator[Claim]:
    """C001: the first number of a part/whole pair is not above the second."""
    for figure in scene.figures:
        if figure.total is None or figure.value is None or not is_pair(scene, figure):
            continue
        # Its own percentage, where there is one, says more (C002); with a gap or a
        # a change beside it the second number is a plan or an earlier value, except
        # of a rank, which rises among those that are ranked.
        otherwise = figure.kind is not Kind.RANK and any(
            scene.following(figure, role) for role in _OTHERWISE
        )
        if otherwise or shares(scene, figure):
            continue
        holds = figure.value <= figure.total
        part, whole = number(figure.value), number(figure.total)
        yield claim(
            RULE,
            Verdict.CONSISTENT if holds else Verdict.INCONSISTENT,
            [figure],
            arithmetic=f"{part} ≤ {whole}" if holds else f"{part} > {whole}",
            grade=Severity.CONTRADICTION,
            part=part,
            whole=whole,
            excess=number(figure.value - figure.total),
            what="hạng" if figure.kind is Kind.RANK else figure.measure,
        )
