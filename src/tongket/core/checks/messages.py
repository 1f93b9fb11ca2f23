"""A claim told to a clerk: what stands there, what was expected, what to do."""

from collections.abc import Mapping

from tongket.core.nouns.claim import Alternative, Claim


def sentence(claim: Claim, messages: Mapping[str, str]) -> str:
    """Tell *claim* in the language of *messages*, ending with the check's code.

    *messages* maps "C001.inconsistent" and its like to sentences with named places;
    the places are filled from the claim's arguments. KeyError when a sentence is
    missing.
    """
    template = messages[f"{claim.code}.{claim.verdict.value}"]
    told = template.format_map(
        dict(claim.arguments)
        | {
            "arithmetic": claim.arithmetic,
            "alternatives": _listed(claim.alternatives, messages),
        }
    )
    return f"{told} ({claim.code})"


def _listed(alternatives: tuple[Alternative, ...], messages: Mapping[str, str]) -> str:
    return "; ".join(
        messages[f"reading.{reading.name}"].format(shown=reading.shown)
        + (messages["reading.fits"] if reading.fits else "")
        for reading in alternatives
    )
