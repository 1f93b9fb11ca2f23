"""Why a figure was read as it was, in plain words."""

from collections import defaultdict
from collections.abc import Iterable

from tongket.core.nouns.figure import Figure, Step
from tongket.doors.web.intake import words


def reasons(figure: Figure) -> tuple[str, ...]:
    """Return one sentence for each step of a figure's derivation."""
    return tuple(_told(figure.derivation))


def _told(steps: Iterable[Step]) -> Iterable[str]:
    sentences = words.sentences()
    for step in steps:
        pattern = sentences.get(step.rule)
        if pattern is None:
            yield f"“{step.words}” → {step.gave}"
        else:
            said = defaultdict(str, words=step.words, gave=step.gave)
            yield pattern.format_map(said)
