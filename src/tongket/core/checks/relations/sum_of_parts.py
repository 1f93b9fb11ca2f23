"""A whole and all its parts: 78 = 5 + 3 + 35 + 35."""

from collections.abc import Iterator

from tongket.core.checks.parts.partition import Partition, partitions
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.interval import added, nominal, quantum, shown
from tongket.core.checks.values.judging import Rule, claim
from tongket.core.checks.values.notation import amount, plain, written
from tongket.core.nouns.claim import Claim, ClaimType, Severity, Verdict
from tongket.core.nouns.figure import Kind

RULE = Rule("C004", ClaimType.SUM_OF_PARTS)


def sum_of_parts(scene: Scene) -> Iterator[Claim]:
    """C004: parts that are given as all of a whole add up to it."""
    for found in partitions(scene):
        yield _told(found)


def _told(found: Partition) -> Claim:
    whole = found.whole
    summed = added(found.parts)
    finest = min(found.parts, key=quantum)
    gap = summed - nominal(whole)
    spelled = " + ".join(written(part) for part in found.parts)
    sign = "≈" if found.verdict is Verdict.CONSISTENT else "≠"
    arithmetic = f"{spelled} = {amount(summed, finest)}"
    if gap:
        arithmetic += f" {sign} {plain(whole)}"
    off = found.sum.distance(shown(whole))
    slip = off <= quantum(whole) and whole.kind is not Kind.COUNT
    return claim(
        RULE,
        found.verdict,
        [whole, *found.parts],
        arithmetic=arithmetic,
        grade=Severity.ROUNDING if slip else Severity.CONTRADICTION,
        whole=written(whole),
        what=whole.measure,
        parts=str(len(found.parts)),
        added=amount(summed, finest),
        gap=amount(abs(gap), finest),
        way="@more" if gap > 0 else "@less",
    )
