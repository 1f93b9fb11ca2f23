"""Subjects: the shortest stretches of the text that say what a number measures."""

import re

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line
from tongket.core.reading.sighting import Sighting

_STOPS = frozenset(",;:.()[]!?…*•")
_TIME = frozenset(
    [
        "năm",
        "tháng",
        "quý",
        "ngày",
        "trong",
        "từ",
        "đến",
        "tính",
        "kỳ",
        "đầu",
        "cuối",
        "giai",
        "đoạn",
        "-",
        "/",
        ",",
        "nửa",
        "(",
        ")",
        "hết",
    ]
)
_MOST_LEFT = 18
_MOST_RIGHT = 16
_INHERIT = frozenset(
    (Role.CHANGE, Role.GAP, Role.SHARE, Role.PREVIOUS, Role.CUMULATIVE)
)
_BY_VALUE = frozenset(
    (Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.DURATION, Kind.RANK)
)


def subjects_of(seen: list[Sighting], lexicon: Lexicon) -> None:
    """Write the subjects of the numbers of a line."""
    for at, sighting in enumerate(seen):
        if sighting.settled:
            continue
        before = seen[at - 1] if at else None
        after = seen[at + 1] if at + 1 < len(seen) else None
        sighting.right = _right(sighting, after, lexicon)
        sighting.left = _left(sighting, before, lexicon)
        sighting.subject = _own(sighting, before)


def inherit_subjects(seen: list[Sighting]) -> None:
    """Let comparisons and elided numbers speak of what their figure speaks of."""
    for sighting in seen:
        whole = sighting.of
        if whole is None or not whole.subject:
            continue
        if sighting.role in _INHERIT and not _speaks_itself(sighting):
            sighting.subject = whole.subject
        elif sighting.role is Role.PART and sighting.elided and not sighting.left:
            own = sighting.right
            if own and len(own.split()) <= 2:
                sighting.subject = f"{whole.subject} ... {own}"


def _speaks_itself(seen: Sighting) -> bool:
    return (
        seen.role in {Role.CUMULATIVE, Role.PREVIOUS}
        and bool(seen.left)
        and (not seen.elided)
    )


def _own(seen: Sighting, before: Sighting | None) -> str:
    left, right = seen.left, seen.right
    if not left and before is not None and before.clause == seen.clause:
        joined = _joined_to(seen, before)
        if joined:
            left = joined
        elif seen.role is not Role.PART or seen.kind is not Kind.COUNT:
            left = before.left
        seen.left = left
    if not left and _label(seen) and len(right.split()) < 4:
        left = _label(seen)
        seen.left = left
    return " ... ".join(part for part in (left, right) if part)


def _joined_to(seen: Sighting, before: Sighting) -> str:
    """Return what "… với 79 học viên" is joined to by a preposition."""
    words = seen.line.words
    if words[seen.opening - 1] not in {"với", "của", "cho", "voi", "cua", "kèm"}:
        return ""
    if before.tail > seen.opening - 1:
        return ""
    return before.right or before.left


def _label(seen: Sighting) -> str:
    """Return the label before the colon that opens the clause of a number."""
    line = seen.line
    if not 0 < seen.clause < len(line.words) or line.words[seen.clause - 1] != ":":
        return ""
    first = last = seen.clause - 1
    while first > max(0, last - 16) and line.words[first - 1] not in _STOPS - {
        ",",
        ")",
    }:
        first -= 1
    return line.quote(first, last)


def _right(seen: Sighting, after: Sighting | None, lexicon: Lexicon) -> str:
    """Return the noun phrase after a number, up to where another thing begins."""
    line = seen.line
    words = line.words
    first = seen.tail if seen.kind in _BY_VALUE else seen.last
    if seen.thing >= 0:
        first, after = seen.thing, None
    if seen.kind in _BY_VALUE and _ends_here(seen, lexicon):
        return ""
    stop = min(first + _MOST_RIGHT, len(words) - 1)
    if after is not None:
        stop = min(stop, max(after.opening, first))
    at = max(seen.tail, first)
    if seen.thing >= 0:
        at = first
    while at < stop and words[at] not in _STOPS:
        if lexicon.structure.stops.ahead(words, at) and at > seen.tail:
            break
        if words[at] == "/" and at + 1 == stop:
            break
        at += 1
    last = _trim_end(line, lexicon, first=first, last=at)
    return line.quote(first, last)


def _ends_here(seen: Sighting, lexicon: Lexicon) -> bool:
    """Tell whether the words after a value already speak of something else."""
    words = seen.line.words
    cues, structure = lexicon.cues, lexicon.structure
    at = seen.tail
    return bool(
        cues.of_plan.ahead(words, at)
        or cues.of_previous.ahead(words, at)
        or cues.roles.ahead(words, at)
        or structure.stops.ahead(words, at)
    )


def _trim_end(line: Line, lexicon: Lexicon, *, first: int, last: int) -> int:
    trails = lexicon.structure.trails
    while last > first:
        found = trails.behind(line.words, last)
        if found is None or last - found[1] < first:
            return last
        last -= found[1]
    return last


def _left(seen: Sighting, before: Sighting | None, lexicon: Lexicon) -> str:
    """Return the stretch before a number that says what was done with the things."""
    line = seen.line
    words = line.words
    first, last = seen.lead, seen.opening
    same = before is not None and before.clause == seen.clause
    if same or (before is not None and first == before.tail):
        first = _after_comma(words, first, last)
    if first < last and words[last - 1] == "(":
        last -= 1
    last = _trim_cues(line, lexicon, first=first, last=last)
    first = _trim_start(line, lexicon, first=first, last=last)
    if last - first > _MOST_LEFT:
        first = _shorter(words, first, last)
    while first < last and words[first] in _STOPS | {'"', "-", "/"}:
        first += 1
    while first < last and words[last - 1] in _STOPS | {"-", "/", "+"}:
        last -= 1
    return line.quote(first, last)


def _after_comma(words: list[str], first: int, last: int) -> int:
    for at in range(last - 1, first - 1, -1):
        if words[at] in {",", ")", ";"}:
            return at + 1
        if words[at] in {"và", "va"} and at + 2 < last:
            return at + 1
    return first if last - first < 6 else last - 1


def _trim_cues(line: Line, lexicon: Lexicon, *, first: int, last: int) -> int:
    """Drop cues, time and prepositions from the end of a stretch before a number."""
    words = line.words
    while last > first:
        found = lexicon.structure.trails.behind(words, last)
        if found is None:
            found = lexicon.cues.roles.behind(words, last)
        if found is not None and last - found[1] >= first:
            last -= found[1]
        elif (
            words[last - 1][0].isdecimal()
            or words[last - 1] in _STOPS
            or (words[last - 1] in {"năm", "nam", "/", "-"} and last - first > 1)
        ):
            last -= 1
        else:
            break
    return last


def _trim_start(line: Line, lexicon: Lexicon, *, first: int, last: int) -> int:
    """Drop time, agents and filling words from the start of a stretch."""
    words = line.words
    for at in range(last - 1, first - 1, -1):
        if words[at] in {"đã", "da"} and last - at > 1:
            first = at + 1
            break
    while first < last:
        found = lexicon.structure.leads.ahead(words, first)
        if found is not None and first + found[1] <= last:
            first += found[1]
        elif words[first] in _TIME or words[first][0].isdecimal():
            first += 1
        else:
            break
    return first


def _shorter(words: list[str], first: int, last: int) -> int:
    """Cut a long stretch at a comma, else to the words nearest the number."""
    for at in range(last - _MOST_LEFT, last - 4):
        if words[at] == ",":
            return at + 1
    return max(first, last - _MOST_LEFT)


_SPACES = re.compile(r"\s+")


def tidy(subject: str) -> str:
    """Return a subject on one line."""
    return _SPACES.sub(" ", subject).strip()
