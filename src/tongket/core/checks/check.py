"""Checking a reading: every relation that its text words, recomputed.

>>> from tongket.core.nouns.reading import Reading
>>> check(Reading("Không có số.", (), ()))
()
"""

from collections.abc import Sequence
from dataclasses import replace

from tongket.core.checks.causes import traced
from tongket.core.checks.register import CHECKS
from tongket.core.checks.scene import Scene, scene
from tongket.core.checks.values.notation import written
from tongket.core.nouns.claim import Claim, Known
from tongket.core.nouns.reading import Reading


def check(reading: Reading, known: Sequence[Known] = ()) -> tuple[Claim, ...]:
    """Find the claims of *reading* and judge each, in text order.

    *known* holds what the ledger has for single figures; with it, readings that the
    wording leaves open are ranked by whether they fit.
    """
    laid_out = scene(reading, known)
    found = {
        (claim.type, claim.figures): claim
        for one in reversed(CHECKS)
        for claim in one(laid_out)
    }
    in_order = sorted(
        found.values(), key=lambda claim: (claim.spans, claim.code, claim.type)
    )
    return _named(laid_out, traced(in_order))


def _named(scene: Scene, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Tell each claim that has a cause the number that it is, as the text writes it."""
    return tuple(
        replace(
            claim,
            arguments=(*claim.arguments, ("cause", written(scene.by_id[claim.cause]))),
        )
        if claim.cause
        else claim
        for claim in claims
    )


def as_json(claim: Claim) -> dict[str, object]:
    """Give *claim* as the line that `tongket check --format jsonl` prints."""
    return {
        "type": claim.type.value,
        "verdict": claim.verdict.value,
        "spans": [[span.start, span.end] for span in claim.spans],
        "detail": claim.arithmetic,
    }
