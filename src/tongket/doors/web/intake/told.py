"""What a check saw, in the words of the page's language."""

from tongket.core.checks.messages import sentence
from tongket.core.nouns.claim import Claim
from tongket.doors.web.intake import words


def finding(claim: Claim) -> str:
    """Say what stands there, what was expected, by how much, and what to do."""
    return sentence(claim, words.sentences())
