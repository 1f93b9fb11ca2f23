"""Explaining: the derivation of a figure as sentences that a clerk can argue with."""

import re
from collections.abc import Mapping

from tongket.core.nouns.figure import Figure, Step
from tongket.core.nouns.reading import Token

_ARITHMETIC = re.compile(r"[\d.=+/ -]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def explain(figure: Figure, messages: Mapping[str, str]) -> tuple[str, ...]:
    """Return why a figure was read as it was, one sentence for each rule that spoke.

    *messages* holds the sentence of each rule, with places for {words}, the words of
    the text that it went by, and {gave}, what it decided.
    """
    return tuple(_sentence(step, messages) for step in figure.derivation)


def explain_token(token: Token, text: str, messages: Mapping[str, str]) -> str:
    """Return why a number of the text is no figure."""
    step = Step(token.reason, token.span.of(text), token.token_class.value)
    return _sentence(step, messages)


def _sentence(step: Step, messages: Mapping[str, str]) -> str:
    words = " ".join(step.words.split())
    marks = messages["reading_marks"]
    gave = step.gave
    if _ARITHMETIC.fullmatch(gave):
        gave = _NUMBER.sub(
            lambda number: _written(number[0], thousands=marks[0], decimals=marks[1]),
            gave,
        )
    return messages[step.rule].format(words=words, gave=gave)


def _written(number: str, *, thousands: str, decimals: str) -> str:
    """Return a number in plain notation as the reader's language writes it."""
    whole, point, rest = number.partition(".")
    grouped = f"{int(whole):,}".replace(",", thousands)
    return f"{grouped}{decimals if point else ''}{rest}"
