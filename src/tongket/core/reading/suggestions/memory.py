"""The memory of what a department confirmed, to be recalled by like words."""

from collections.abc import Iterable

from tongket.core.nouns.figure import Figure
from tongket.core.reading.suggestions.confirmation import Confirmation
from tongket.core.reading.suggestions.terms import GAP, Folding

# Words less alike than this, of 1000, recall nothing.
_ALIKE = 700


class Memory:
    """Confirmations, found by the words of subject, measure and section."""

    def __init__(self, confirmations: Iterable[Confirmation], folding: Folding) -> None:
        """Take the confirmations, the latest last."""
        self._folding = folding
        self._codes: dict[tuple[frozenset[str], frozenset[str]], str] = {}
        for each in confirmations:
            words = self._words(each.subject, each.measure)
            self._codes[words, self._words(*each.section)] = each.code
        self._holders: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
        for key in self._codes:
            for word in key[0]:
                self._holders.setdefault(word, []).append(key)

    def recall(self, figure: Figure) -> list[tuple[str, int]]:
        """Return the codes confirmed for like words, with how alike, of 1000.

        The most alike come last, so that they have the last word.
        """
        if not self._codes:
            return []
        words = self._words(figure.subject, figure.measure)
        # "18 đề tài" says nothing but what is counted: only where it stands tells more.
        is_bare = words == self._words(figure.measure)
        section = self._words(*figure.section)
        keys = {key for word in words for key in self._holders.get(word, ())}
        found: list[tuple[int, str]] = []
        for key in keys:
            alike, around = _likeness(words, key[0]), _likeness(section, key[1])
            if is_bare:
                alike = alike * around // 1000
            if alike >= _ALIKE:
                # The section decides between equal words, and little else.
                found.append((alike * (9000 + around) // 10000, self._codes[key]))
        return [(code, alike) for alike, code in sorted(found)]

    def _words(self, *texts: str) -> frozenset[str]:
        return frozenset(
            term for text in texts for term in self._folding.terms(text)
        ) - {GAP}


def _likeness(one: frozenset[str], other: frozenset[str]) -> int:
    """Return the share of words that two sets have in common, of 1000."""
    every = one | other
    return 1000 * len(one & other) // len(every) if every else 1000
