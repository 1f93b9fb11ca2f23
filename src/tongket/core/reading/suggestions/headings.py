"""Headings: which fields of work the sections of a figure announce."""

from collections.abc import Mapping, Sequence

from tongket.core.reading.suggestions.terms import Folding


class Headings:
    """The fields of work that headings announce, by the cues of each field."""

    def __init__(self, cues: Mapping[str, Sequence[str]], folding: Folding) -> None:
        """Take the cues under their fields."""
        self._folding = folding
        self._cues = [
            (f" {' '.join(folding.terms(cue))} ", field)
            for field, field_cues in cues.items()
            for cue in field_cues
        ]
        self._known: dict[str, frozenset[str]] = {}

    def fields(self, section: Sequence[str]) -> frozenset[str]:
        """Return the fields announced by the innermost heading that announces any."""
        for title in reversed(section):
            if title not in self._known:
                if len(self._known) > _KEPT:
                    self._known.clear()
                self._known[title] = self._announced(title)
            if self._known[title]:
                return self._known[title]
        return frozenset()

    def _announced(self, title: str) -> frozenset[str]:
        terms = f" {' '.join(self._folding.terms(title))} "
        return frozenset(field for cue, field in self._cues if cue in terms)


# Many figures stand under one heading; a long-running program keeps only so many.
_KEPT = 500
