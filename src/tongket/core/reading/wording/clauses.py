"""Clauses: where the sentence, the clause and the bracket around a number begin."""

from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line
from tongket.core.reading.sighting import Sighting
from tongket.core.reading.signs import between

# The words that lead to a number are looked for so many words back.
_LONGEST_LEAD = 40
# A bracket still open after so many words was never closed.
_LONGEST_BRACKET = 120


class _Walk:
    """Where sentence, clause and bracket begin, as a line is walked word by word."""

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        self._line = line
        self._lexicon = lexicon
        self.sentence = 0
        self.clause = 0
        # Each open bracket: its word, and the word its present clause begins with.
        self.brackets: list[list[int]] = []

    def step(self, at: int) -> None:
        """Walk over one mark of punctuation."""
        word = self._line.words[at]
        if word in {"(", "["}:
            self.brackets.append([at, at + 1])
        elif word in {")", "]"}:
            if self.brackets:
                self.brackets.pop()
        elif word == ":" and self._parts_digits(at):
            return
        elif word in {";", ":"}:
            if self.brackets:
                self.brackets[-1][1] = at + 1
            else:
                self.clause = at + 1
        elif ends_sentence(self._line, at, self._lexicon):
            self.sentence = self.clause = at + 1
            self.brackets.clear()

    def _parts_digits(self, at: int) -> bool:
        """Tell whether a colon stands within a time of day, and no clause ends."""
        glued = self._line.glued(at) and self._line.glued(at + 1)
        return glued and self._line.words[at + 1].isdecimal()


def clauses_of(line: Line, seen: list[Sighting], lexicon: Lexicon) -> None:
    """Write into each sighting of a line where its sentence and clause begin."""
    walk = _Walk(line, lexicon)
    at = 0
    for sighting in seen:
        for place in between(line.signs.marks, at, sighting.first):
            walk.step(place)
        at = sighting.last
        while walk.brackets and at - walk.brackets[0][0] > _LONGEST_BRACKET:
            del walk.brackets[0]
        inner = walk.brackets[-1] if walk.brackets else [-1, walk.clause]
        sighting.sentence = walk.sentence
        sighting.host, sighting.clause = inner
    _leads(seen)


def _leads(seen: list[Sighting]) -> None:
    for before, sighting in zip([None, *seen[:-1]], seen, strict=True):
        lead, first = sighting.clause, sighting.first
        if before is not None and before.tail > lead:
            lead = before.tail
        if lead < first - _LONGEST_LEAD:
            lead = first - _LONGEST_LEAD
        elif lead > first:
            lead = first
        sighting.lead = lead
        sighting.opening = max(sighting.opening, lead)


def ends_sentence(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a full stop, or another mark, ends a sentence.

    It does before a capital letter, a bullet or the end of the line, unless an
    abbreviation stands before it.
    """
    words = line.words
    after = words[at + 1]
    if words[at] in {"!", "?"} or after == "\n":
        return True
    if words[at] == "." and after in {".", "…"}:
        return False
    if not (after[0].isalpha() and line.is_capital(at + 1)):
        return after in {"-", "*", '"', "+", "•", "("} or after[0].isdecimal()
    before = words[at - 1] if at else ""
    if words[at] == "." and line.glued(at):
        short = before in lexicon.structure.abbreviations or len(before) == 1
        return not (short and before.isalpha())
    return True
