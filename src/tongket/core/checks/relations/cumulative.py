"""A running total and the period's own part of it: "…, lũy kế 75"."""

from collections.abc import Iterator

from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like, are_same
from tongket.core.checks.values.interval import shown
from tongket.core.checks.values.judging import Rule, claim
from tongket.core.checks.values.notation import amount, written
from tongket.core.checks.wording import OUT_OF, RUNNING
from tongket.core.nouns.claim import Claim, ClaimType, Severity, Verdict
from tongket.core.nouns.figure import Figure, Role

RULE = Rule("C008", ClaimType.CUMULATIVE_GE_FLOW)


def cumulative(scene: Scene) -> Iterator[Claim]:
    """C008: a running total is not below what the period itself added to it."""
    for running in scene.figures:
        flow = _flow(scene, running)
        if flow is None:
            continue
        if running.value is None or flow.value is None or not are_like(running, flow):
            continue
        # "đến nay 57/61 cơ sở có giấy phép": so many of those there are, not a sum.
        if running.total is not None:
            continue
        # In "góp 12 trong 33 sản phẩm, lũy kế 19" the 33 is the whole of others.
        if OUT_OF.search(scene.before(flow)):
            continue
        holds = shown(running).high >= shown(flow).low
        if not holds and not RUNNING.search(scene.before(running)):
            continue
        short = flow.value - running.value
        yield claim(
            RULE,
            Verdict.CONSISTENT if holds else Verdict.INCONSISTENT,
            [running, flow],
            arithmetic=f"{written(running)} {'≥' if holds else '<'} {written(flow)}",
            grade=Severity.CONTRADICTION,
            running=written(running),
            flow=written(flow),
            what=running.measure,
            short=amount(short, flow),
        )


def _flow(scene: Scene, running: Figure) -> Figure | None:
    """Give the period's own part of a running total: tied, or told right before it."""
    if running.role is Role.CUMULATIVE:
        return scene.of(running)
    if running.role is not Role.RESULT or not RUNNING.search(scene.before(running)):
        return None
    for before in scene.before_it(running, 1):
        together = scene.sentence(before) == scene.sentence(running)
        like = are_same(before, running) and before.role is Role.RESULT
        return before if together and like else None
    return None
