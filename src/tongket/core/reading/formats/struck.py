"""Words that were struck out: they are no part of the text, and its owner is told."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tongket.core.nouns.document import Note

# So many places and words are named; of the rest the count tells.
MOST_NAMED, LONGEST_NAMED = 10, 40


@dataclass(slots=True)
class Struck:
    """What was struck out, in the order of the text: where it stood, and its words."""

    found: list[tuple[str, str]] = field(default_factory=list)
    _goes_on: bool = False

    def take(self, where: str, words: str) -> None:
        """Take struck words; those right after other struck ones go on with them."""
        if self._goes_on and self.found[-1][0] == where:
            self.found[-1] = where, self.found[-1][1] + words
        else:
            self.found.append((where, words))
        self._goes_on = True

    def end(self) -> None:
        """End a stretch of struck words: what stands follows."""
        self._goes_on = False

    def notes(self, places: str) -> Iterator[Note]:
        """Yield the note of what was left out, if anything was.

        *places* says what a place is ("pages", "paragraphs", "cells", "elements"); the
        note tells how many characters, blanks not counted, where, and which words.
        """
        found = [(where, " ".join(words.split())) for where, words in self.found]
        count = sum(len(words.replace(" ", "")) for _, words in found)
        if not count:
            return
        named = [f"«{_short(words)}»" for _, words in found if words]
        yield Note(
            f"struck_out_of_{places}",
            (
                ("count", str(count)),
                ("where", _listed([where for where, words in found if words])),
                ("words", _listed(named)),
            ),
        )


def _short(words: str) -> str:
    if len(words) <= LONGEST_NAMED:
        return words
    return words[:LONGEST_NAMED].rstrip() + "…"


def _listed(names: list[str]) -> str:
    """Return names once each, as many as a sentence bears."""
    once = list(dict.fromkeys(names))
    more = ["…"] if len(once) > MOST_NAMED else []
    return ", ".join(once[:MOST_NAMED] + more)
