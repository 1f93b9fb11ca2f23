"""The computations of a report, by name, and the proof that a printed number is one.

Each rule takes groups of exact values (the values of a group are added) and gives an
exact fraction. A paper keeps the rule and the entries of each group, so that whoever
holds the entries can compute every number again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tongket.core.composing.holdings import worth
from tongket.core.composing.numerals import MONEY, digits, printed, rounded
from tongket.core.nouns.entry import Entry
from tongket.core.nouns.paper import Fact

Operands = Sequence[Fraction]


@dataclass(frozen=True, slots=True)
class Rule:
    """A computation: its formula spelled out, with {0}, {1} for its operands.

    `falling` spells it where the first operand is the smaller one, so that no result
    of a report is negative.
    """

    compute: Callable[[Operands], Fraction]
    spelled: str
    falling: str


def _percentage(operands: Operands) -> Fraction:
    return operands[0] / operands[1] * 100


RULES: Mapping[str, Rule] = {
    # The value of an entry as it stands, or of several added.
    "sum": Rule(lambda of: of[0], "{0}", "{0}"),
    # Per cent that the first is of the second: of the plan, or of the whole.
    "percentage": Rule(_percentage, "{0} ÷ {1} × 100", "{0} ÷ {1} × 100"),
    # By how many per cent the first lies above (or below) the second.
    "growth": Rule(
        lambda of: abs(_percentage(of) - 100),
        "{0} ÷ {1} × 100 − 100",
        "100 − {0} ÷ {1} × 100",
    ),
    # By how much the first lies above (or below) the second, in their own measure.
    "difference": Rule(lambda of: abs(of[0] - of[1]), "{0} − {1}", "{1} − {0}"),
    # How many entries there are: targets assigned, targets reached.
    "count": Rule(lambda of: of[0], "{0}", "{0}"),
}


@dataclass(frozen=True, slots=True)
class Disproof:
    """A printed number that its entries do not give."""

    key: str
    text: str
    expected: str


def recompute(fact: Fact, entries: Mapping[int, Entry]) -> Fraction:
    """Compute the number of *fact* again from its entries.

    Raises KeyError when an entry or the rule is not known, ZeroDivisionError when a
    percentage is of nothing.
    """
    rule = RULES[fact.rule or "sum"]
    groups = fact.operands or (fact.entries,)
    if fact.rule == "count":
        return rule.compute([Fraction(len(group)) for group in groups])
    values = [
        sum((worth(entries[number]) for number in group), start=Fraction(0))
        for group in groups
    ]
    return rule.compute(values)


def disproofs(
    facts: Sequence[Fact], entries: Mapping[int, Entry]
) -> tuple[Disproof, ...]:
    """Return the facts whose printed number is not what their entries give.

    A number agrees when it lies within half of its last printed digit. Numbers that
    were never exact (vague words, ranges, pairs) are held to the words of the entry.
    """
    return tuple(
        Disproof(fact.key, fact.text, _expected(fact, entries))
        for fact in facts
        if not agrees(fact, entries)
    )


def agrees(fact: Fact, entries: Mapping[int, Entry]) -> bool:
    """Tell whether the printed number of *fact* is what its entries give."""
    try:
        exact = recompute(fact, entries)
    except (KeyError, ZeroDivisionError):
        return False
    number = printed(fact.text)
    if number is None:
        return _is_vague(fact, entries)
    if not _is_whole_and_part(fact, entries):
        return False
    return abs(abs(exact) - number.value) <= number.quantum / 2


def _is_vague(fact: Fact, entries: Mapping[int, Entry]) -> bool:
    draft = entries[fact.entries[0]].draft
    return draft.value is None and fact.text == draft.displayed


def _is_whole_and_part(fact: Fact, entries: Mapping[int, Entry]) -> bool:
    """Tell whether a printed pair or range carries the second number of its entry."""
    draft = entries[fact.entries[0]].draft if fact.entries else None
    for mark in ("/", "–"):
        if mark in fact.text and draft is not None:
            second = printed(fact.text.split(mark)[1])
            stated = draft.total if mark == "/" else draft.value_max
            if second is None or stated is None:
                return False
            return second.value == Fraction(stated) * MONEY.get(draft.measure, 1)
    return True


def _expected(fact: Fact, entries: Mapping[int, Entry]) -> str:
    """Return what the entries give, to three decimals; empty when it is nothing."""
    try:
        exact = recompute(fact, entries)
    except (KeyError, ZeroDivisionError):
        return ""
    return digits(rounded(exact, 3))
