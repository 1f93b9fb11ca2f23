"""A rate per head: beds per ten thousand people."""

import re
from collections.abc import Iterator
from fractions import Fraction

from tongket.core.checks.scene import Scene
from tongket.core.checks.values.interval import nominal, quantum, shown
from tongket.core.checks.values.judging import Rule, claim, judge, severity
from tongket.core.checks.values.notation import number, written
from tongket.core.nouns.claim import Claim, ClaimType
from tongket.core.nouns.figure import Figure

RULE = Rule("C014", ClaimType.RATIO_PERCENT)
_PER = re.compile(
    r"(?P<counted>.+?)\s*(?:/|trên|cho)\s*(?P<scale>1\.000|10\.000|100\.000|nghìn|vạn"
    r"|triệu)\s*(?:dân|người)"
)
_SCALES = {
    "1.000": 10**3,
    "nghìn": 10**3,
    "10.000": 10**4,
    "vạn": 10**4,
    "100.000": 10**5,
    "triệu": 10**6,
}
_PEOPLE = frozenset(("dân", "người", "người dân", "nhân khẩu", "dân số"))


def rate(scene: Scene) -> Iterator[Claim]:
    """C014: a rate per so many people is the count by the number of people."""
    for per in scene.figures:
        match = _PER.fullmatch(per.measure)
        if match is None or not per.value:
            continue
        what = match["counted"].strip()
        counted = _beside(scene, per, {what})
        # Of a rate of people the people at large are not those who are counted.
        people = _beside(scene, per, _PEOPLE - {what})
        if counted is not None and people is not None:
            yield _judged(per, (counted, people), _SCALES[match["scale"]])


def _beside(
    scene: Scene, per: Figure, measures: frozenset[str] | set[str]
) -> Figure | None:
    """Give the figure of the same sentence in one of *measures* that is nearest."""
    sentence = scene.sentence(per)
    for one in scene.near(per):
        if scene.sentence(one) == sentence and one.measure in measures:
            return one if one.value and shown(one).low > 0 else None
    return None


def _judged(per: Figure, terms: tuple[Figure, Figure], scale: int) -> Claim:
    counted, people = terms
    expected = shown(counted) / shown(people) * scale
    plain = Fraction(nominal(counted)) / Fraction(nominal(people)) * scale
    result = number(plain, quantum(per) / 10)
    return claim(
        RULE,
        judge(expected, per),
        [counted, people, per],
        arithmetic=f"{written(counted)} ÷ {written(people)} × {number(Fraction(scale))}"
        f" = {result}",
        grade=severity(expected, per),
        part=written(counted),
        whole=written(people),
        shown=written(per),
        expected=result,
    )
