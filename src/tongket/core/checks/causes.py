"""One wrong number, one alarm: false claims that share the figure that explains them.

A wrong total breaks its sum and every share of it. Whoever reads the findings should
be led to that number once, and not be told of five errors.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tongket.core.nouns.claim import Claim, ClaimType, Verdict

# That a part is not above its whole holds of nearly every number.
_WEAK = frozenset((ClaimType.PART_LE_WHOLE, ClaimType.CUMULATIVE_GE_FLOW))


def traced(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give *claims*, those that one figure explains with that figure as their cause.

    A figure explains the false claims that it takes part in where they are more than
    the claims with it that hold, for those speak for it.
    """
    left = [one for one in claims if one.verdict is Verdict.INCONSISTENT]
    holding = Counter(
        figure
        for one in claims
        if one.verdict is Verdict.CONSISTENT and one.type not in _WEAK
        for figure in one.figures
    )
    causes: dict[Claim, str] = {}
    while cause := _explaining(left, holding):
        causes |= {one: cause for one in left if cause in one.figures}
        left = [one for one in left if one not in causes]
    return tuple(replace(one, cause=causes.get(one, "")) for one in claims)


def _explaining(false: Sequence[Claim], holding: Counter[str]) -> str | None:
    """Give the figure that explains most of the *false* claims, two at least."""
    breaking = Counter(figure for one in false for figure in one.figures)
    gains = {
        figure: (count - holding[figure], count)
        for figure, count in breaking.items()
        if count > 1 and count > holding[figure]
    }
    return max(gains, key=lambda figure: gains[figure], default=None)
