"""A claim told to a clerk: what stands there, what was expected, what to do."""

from collections.abc import Mapping

from tongket.core.checks.across import arguments
from tongket.core.nouns.claim import Alternative, Claim
from tongket.core.nouns.stated import Disagreement


def sentence(claim: Claim, messages: Mapping[str, str]) -> str:
    """Tell *claim* in the language of *messages*, ending with the check's code.

    *messages* maps the claim's key ("C001.inconsistent") to a sentence with named
    places, which are filled from the claim's arguments; an argument that starts with
    "@" is itself the key of a word. KeyError when a sentence or word is missing.
    """
    filled = {
        name: messages[f"word.{value[1:]}"] if value.startswith("@") else value
        for name, value in claim.arguments
    }
    told = messages[key(claim)].format_map(
        filled
        | {
            "arithmetic": claim.arithmetic,
            "alternatives": _listed(
                claim.alternatives, filled.get("named", ""), messages
            ),
        }
    )
    if claim.cause:
        told += " " + messages["cause"].format_map(filled)
    return f"{told} ({claim.code})"


def disagreement(found: Disagreement, messages: Mapping[str, str]) -> str:
    """Tell what two documents state differently, ending with the check's code."""
    template = messages[f"{found.code}.{found.explanation or 'plain'}"]
    return f"{template.format_map(arguments(found))} ({found.code})"


def key(claim: Claim) -> str:
    """Give the key of the sentence that tells *claim*: code, verdict, and its case.

    The case tells apart what one verdict can rest on ("implied": on a value that the
    text leaves unsaid, "ledger": on the ledger, "alone": on nothing).
    """
    case = dict(claim.arguments).get("case")
    parts = (claim.code, claim.verdict.value, case)
    return ".".join(part for part in parts if part)


def _listed(
    alternatives: tuple[Alternative, ...], base: str, messages: Mapping[str, str]
) -> str:
    # What only one reading implies is told without naming the reading.
    names = [
        reading.name if len(alternatives) > 1 else "only" for reading in alternatives
    ]
    return "; ".join(
        messages[f"reading.{name}"].format(base=base, shown=reading.shown)
        + (messages["reading.fits"] if reading.fits else "")
        for name, reading in zip(names, alternatives, strict=True)
    )
