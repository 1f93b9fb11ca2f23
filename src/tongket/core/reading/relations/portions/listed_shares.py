"""Listed shares: percentages behind "trong đó" that divide a number told before."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.relations.likeness import added
from tongket.core.reading.relations.scene import LEVELS
from tongket.core.reading.sighting import Sighting

# Shares of one whole add up to this at most, but for their rounding.
_ALL = Decimal(100)
_ROUNDING = Decimal("0.5")
# The whole is one of so many numbers before the list.
_NEAR = 6
# A noun has at most so many words.
_NAMED = 5


def shares_of_lists(line: list[Sighting], listings: Sequence[int]) -> None:
    """Read "538 doanh nghiệp, trong đó sinh học 39,3%, tự động hóa 21,3%".

    The list has two terms at least and no more than all of the whole. What each of
    several reached ("trong đó Tiền Giang 62%, Long An 66%") adds up to more.
    """
    if not listings:
        return
    for _, group in groupby(line, key=lambda one: one.sentence):
        sentence = list(group)
        opened = [at for at in listings if at >= sentence[0].sentence]
        for at in opened[:1]:
            listed = [one for one in sentence if one.first > at]
            terms = [one for one in listed if one.kind is Kind.PERCENT]
            if terms == listed and _divide(terms):
                _mark(terms, _whole_before(line, terms, at))


def _divide(terms: list[Sighting]) -> bool:
    """Tell whether percentages may be the shares of one whole."""
    if len(terms) < 2 or any(one.role is not Role.RESULT for one in terms):
        return False
    total = added(terms)
    return total <= _ALL + _ROUNDING


def _whole_before(
    line: list[Sighting], terms: list[Sighting], at: int
) -> Sighting | None:
    """Return the count before a listing word that percentages divide.

    Of several it is the one whose noun they name again ("62% sản phẩm 3 sao").
    """
    counts = [
        one
        for one in line
        if one.last <= at
        and one.kind is Kind.COUNT
        and one.host < 0
        and one.role in LEVELS
    ][-_NEAR:]
    words = terms[0].line.words[terms[0].tail :][:_NAMED]
    again = " ".join(words)
    named = [one for one in counts if one.noun and again.startswith(one.noun)]
    return next(reversed(named or counts), None)


def _mark(terms: list[Sighting], whole: Sighting | None) -> None:
    if whole is None:
        return
    for one in terms:
        one.role, one.of = Role.SHARE, whole
        one.note("role_share_listed", (whole.start, one.end))
