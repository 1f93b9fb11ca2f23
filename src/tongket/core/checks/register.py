"""The register of checks: each in one file, each with one code, in order of codes."""

from collections.abc import Callable, Iterator

from tongket.core.checks.relations.pair_percent import pair_percent
from tongket.core.checks.relations.pair_within_whole import pair_within_whole
from tongket.core.checks.scene import Scene
from tongket.core.nouns.claim import Claim

Check = Callable[[Scene], Iterator[Claim]]

CHECKS: tuple[Check, ...] = (
    pair_within_whole,
    pair_percent,
)
