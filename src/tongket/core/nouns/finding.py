"""A finding: what a check saw in a document, and whether somebody set it aside."""

from dataclasses import dataclass
from datetime import datetime

from tongket.core.nouns.claim import Claim, Verdict
from tongket.core.nouns.stated import Disagreement

# What a person should look at: a consistent claim needs nobody, and one that nothing
# can contradict has nothing to show.
WANTS_A_LOOK = frozenset({Verdict.INCONSISTENT, Verdict.AMBIGUOUS})


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a finding needs no further attention, who says so, and when."""

    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim of a document with its verdict, as the last run of the checks saw it.

    `document` is the number of the document. `key` stays the same from run to run
    while code, place and verdict do, so that a waiver is kept.
    """

    document: int
    key: str
    claim: Claim
    waiver: Waiver | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether somebody should still look at it."""
        return self.claim.verdict in WANTS_A_LOOK and self.waiver is None


@dataclass(frozen=True, slots=True)
class Apart:
    """Two documents of a department that disagree about one thing.

    `first` and `second` are the numbers of the documents with the names of the
    figures, in the order of the disagreement.
    """

    disagreement: Disagreement
    first: tuple[int, str]
    second: tuple[int, str]

    @property
    def places(self) -> tuple[tuple[int, str], tuple[int, str]]:
        """Both places, first and second."""
        return self.first, self.second
