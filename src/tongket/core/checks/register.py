"""The register of checks: each in one file, each with one code, in order of codes."""

from collections.abc import Callable, Iterator

from tongket.core.checks.relations.change import change
from tongket.core.checks.relations.change_percent import change_percent
from tongket.core.checks.relations.cumulative import cumulative
from tongket.core.checks.relations.direction import direction
from tongket.core.checks.relations.pair_percent import pair_percent
from tongket.core.checks.relations.pair_within_whole import pair_within_whole
from tongket.core.checks.relations.part_percent import part_percent
from tongket.core.checks.relations.part_within_whole import part_within_whole
from tongket.core.checks.relations.rate import rate
from tongket.core.checks.relations.restated import restated
from tongket.core.checks.relations.sum_of_parts import sum_of_parts
from tongket.core.checks.relations.table_total import table_total
from tongket.core.checks.relations.target_gap import target_gap
from tongket.core.checks.relations.times import times
from tongket.core.checks.scene import Scene
from tongket.core.nouns.claim import Claim

Check = Callable[[Scene], Iterator[Claim]]

CHECKS: tuple[Check, ...] = (
    pair_within_whole,
    pair_percent,
    part_percent,
    sum_of_parts,
    part_within_whole,
    target_gap,
    change,
    cumulative,
    restated,
    change_percent,
    direction,
    times,
    table_total,
    rate,
)
