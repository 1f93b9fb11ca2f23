"""Retold rows: a change in the prose that names a row of a table belongs to it."""

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.line import words_of
from tongket.core.reading.sighting import Sighting

# A row is named at most so many words before its change, in so many words.
_BACK = 18
_NAME = 8
_STOPS = frozenset((",", ";", ":"))
_BARE = 3
# Places of a standing rise and fall by these.
_STEPS = "bậc"


def changes_of_rows(seen: list[Sighting]) -> None:
    """Tie the changes that name a row of a table before them to its last value.

    "Nhóm đầu ra tăng 3,34 điểm" below the table that has such a row.
    """
    rows: dict[tuple[str, ...], list[Sighting]] = {}
    for one in seen:
        if one.settled:
            if one.role is Role.RESULT and one.subject:
                name = tuple(words_of(one.subject))
                rows.setdefault(name, []).append(one)
        elif rows and one.role is Role.CHANGE:
            _tie(one, rows)


def _tie(change: Sighting, rows: dict[tuple[str, ...], list[Sighting]]) -> None:
    """Tie a change to the row named nearest before it, behind what it is tied to."""
    words = change.line.words
    first = max(change.sentence, change.opening - _BACK)
    if change.of is not None:
        if change.of.line is not change.line or change.of.settled:
            return
        first = max(first, change.of.tail)
    kind = Kind.RANK if change.noun == _STEPS else change.kind
    for at in range(change.opening - 1, first - 1, -1):
        ends = words[at] in _STOPS and not words[at + 1].isdecimal()
        if ends and at < change.opening - _BARE:
            # Behind a comma another thing is spoken of.
            return
        for end in range(min(at + _NAME, change.opening), at, -1):
            for level in rows.get(tuple(words[at:end]), ()):
                if level.kind is kind or kind is Kind.PERCENT:
                    change.of = level
                    place = change.line.span(at, change.last)
                    change.note("role_change_of_row", place, change.sign or "")
                    return
