"""Errors planted in right texts: one digit of one number, as officials slip."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tongket.content.lexicon import lexicon
from tongket.core.checks.check import check
from tongket.core.nouns.claim import Claim, ClaimType, Verdict
from tongket.core.nouns.reading import Reading
from tongket.core.reading.read import read

# Claims that one other digit makes false; what is only not above a whole bears many.
COMPUTED = frozenset(ClaimType) - {
    ClaimType.PART_LE_WHOLE,
    ClaimType.CUMULATIVE_GE_FLOW,
}


@dataclass(frozen=True)
class Plant:
    """A text with one number wrong, and the claim that held of the right one."""

    claim: Claim
    text: str
    right: str
    wrong: str


def reading(text: str) -> Reading:
    """Return the reading of a text by the reader itself."""
    return read(text, lexicon())


def alarms(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Return the false claims, those with one cause together, in text order."""
    groups: dict[object, list[Claim]] = {}
    for one in claims:
        if one.verdict is Verdict.INCONSISTENT:
            groups.setdefault(one.cause or one, []).append(one)
    return tuple(map(tuple, groups.values()))


def places(text: str) -> list[frozenset[tuple[int, int]]]:
    """Return the alarms of a text, each as the places of its numbers."""
    return [
        frozenset((span.start, span.end) for one in group for span in one.spans)
        for group in alarms(check(reading(text)))
    ]


def new_alarms(plant: Plant, before: list[frozenset[tuple[int, int]]]) -> int:
    """Return how many alarms a plant raises that the right text does not."""
    return sum(group not in before for group in places(plant.text))


def plants(text: str) -> Iterator[Plant]:
    """Plant every slip in every number of every computation of a text that holds."""
    read_in = reading(text)
    figures = {figure.id: figure for figure in read_in.figures}
    done = set()
    for claim in check(read_in):
        if claim.verdict is not Verdict.CONSISTENT or claim.type not in COMPUTED:
            continue
        for name in claim.figures:
            start, end = figures[name].span.start, figures[name].span.end
            for wrong in slips(text[start:end]):
                if (start, wrong) not in done:
                    done.add((start, wrong))
                    planted = text[:start] + wrong + text[end:]
                    yield Plant(claim, planted, text[start:end], wrong)


def slips(number: str) -> Iterator[str]:
    """Give a number with its first digit wrong, and with two neighbours swapped."""
    at = [place for place, sign in enumerate(number) if sign.isdecimal()]
    if not at:
        return
    first = str((int(number[at[0]]) + 2) % 10 or 1)
    yield number[: at[0]] + first + number[at[0] + 1 :]
    for left, right in pairwise(at):
        if number[left] != number[right] and number[right] != "0":
            signs = list(number)
            signs[left], signs[right] = signs[right], signs[left]
            yield "".join(signs)
            return
