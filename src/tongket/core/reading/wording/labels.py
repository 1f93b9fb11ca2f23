"""Labels: what the words before a colon, or a quoted title, name."""

from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line
from tongket.core.reading.sighting import Sighting
from tongket.core.reading.survey import STOPS
from tongket.core.reading.wording.stretches import EDGES, MOST_LEFT, TIME

MOST_LABEL = 10
_MOST_NAMED = 2
# A label may hold commas and brackets.
_STOPS = STOPS - {",", ")", "("}


def label_of(seen: Sighting, lexicon: Lexicon, *, most: int = MOST_LABEL) -> str:
    """Return the label, of *most* words, before the colon that opens a clause.

    A label that holds a number itself dates or introduces; it names nothing.
    """
    line = seen.line
    if not 0 < seen.clause < len(line.words) or line.words[seen.clause - 1] != ":":
        return ""
    first = last = seen.clause - 1
    while first > max(0, last - 30) and line.words[first - 1] not in _STOPS:
        first -= 1
    if "(" in line.words[first:last]:
        last = line.words.index("(", first, last)
    if line.words[last - 1].isdecimal():
        return _numbered_label(line, first, last)
    if first < 2 and last - first > 2 and line.words[first + 1] in {")", "."}:
        # "b) Áp dụng hệ thống": the mark of an item is no part of its label.
        first += 2
    words = line.words[first:last]
    if len(words) > most or any(word[0].isdecimal() for word in words):
        return ""
    while first < last and line.words[first] in EDGES:
        first += 1
    barred = lexicon.structure.no_labels.ahead(line.words, first)
    named = lexicon.cues.totals.ahead(line.words, first)
    whole = named is not None and named[1] < last - first
    if barred is not None and not first and not whole:
        return ""
    cue = lexicon.cues.roles.ahead(line.words, first)
    if cue is not None and cue[0] in _DATING:
        return ""
    return line.quote(first, last)


# "Lũy kế tám tháng: …", "Cùng kỳ: …" say when, and name nothing.
_DATING = frozenset(("cumulative", "previous"))


def _numbered_label(line: Line, first: int, last: int) -> str:
    """Return the label of "Khối 10: 347 em, khối 11: 214 em", a name with its number.

    A month or day so written only dates.
    """
    for at in range(last - 1, first - 1, -1):
        if line.words[at] == ",":
            first = at + 1
            break
    name = line.words[first : last - 1]
    short = 0 < len(name) < _MOST_NAMED and len(line.words[last - 1]) <= 2
    named = short and all(word.isalpha() and word not in TIME for word in name)
    return line.quote(first, last) if named else ""


def quoted_before(seen: Sighting) -> str:
    """Return the last quoted title of the sentence before a number."""
    line = seen.line
    words = line.words
    last = first = -1
    for at in range(seen.first - 1, max(seen.sentence, seen.first - 80) - 1, -1):
        if words[at] != '"':
            continue
        if last < 0:
            last = at
        else:
            first = at + 1
            break
    if first < 0 or last - first < 2:
        return ""
    return line.quote(first, min(last, first + MOST_LEFT + 4))
