"""Subjects: the shortest stretches of the text that say what a number measures."""

import re

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.sighting import Sighting
from tongket.core.reading.wording.labels import MOST_LABEL, label_of, quoted_before
from tongket.core.reading.wording.stretches import is_agent, left_of, right_of

_INHERIT = frozenset(
    (Role.CHANGE, Role.GAP, Role.SHARE, Role.PREVIOUS, Role.CUMULATIVE)
)
# Blanks that a subject on one line has none of.
_LOOSE = re.compile(r"[^\S ]|^ |  | $")
# A word that begins what is said of all things counted before it.
_ATTRIBUTES = frozenset(
    ["phạm", "vi", "có", "bị", "liên", "tham", "được", "thuộc", "về", "trên"]
)
_JOINERS = frozenset(
    ["với", "của", "cho", "kèm", "cùng", "voi", "cua", "tại", "trên", "đối"]
)
# A portion's subject opens with its whole's, unless that has grown so long already.
_LONGEST_SUBJECT = 160
_LONGEST_ATTRIBUTE = 7
# A task whose plan is spoken of has a long name ("- Thanh tra …: đạt 125% kế hoạch").
_LONGEST_TASK = 30
# So many words after a number tell by themselves what was done.
_TELLING = 4


def subjects_of(seen: list[Sighting], lexicon: Lexicon) -> None:
    """Write the subjects of the numbers of a line."""
    for at, sighting in enumerate(seen):
        if sighting.settled:
            continue
        before = seen[at - 1] if at else None
        after = seen[at + 1] if at + 1 < len(seen) else None
        sighting.right = right_of(sighting, after, lexicon)
        sighting.left = _left(sighting, before, lexicon)
        if sighting.left and sighting.right:
            sighting.subject = f"{sighting.left} ... {sighting.right}"
        else:
            only = sighting.left or sighting.right
            sighting.subject = only or _fallback(sighting, before, lexicon)
        if before is not None:
            _share_attribute(before, sighting)


def _share_attribute(before: Sighting, seen: Sighting) -> None:
    """Let "89 vụ, 179 đối tượng phạm tội về ma túy" say of both what the last says."""
    words = seen.line.words
    if before.line is not seen.line or before.settled or before.role is not seen.role:
        return
    if {before.kind, seen.kind} != {Kind.COUNT} or before.host != seen.host:
        return
    if words[before.tail : seen.opening] not in ([","], ["và"], ["va"]):
        return
    named, own = before.right.split(), seen.right.split()
    noun = len(seen.measure.split())
    if len(named) > len(before.measure.split()) or not 0 < noun < len(own):
        return
    short = len(own) - noun <= _LONGEST_ATTRIBUTE
    if short and own[noun].casefold() in _ATTRIBUTES:
        before.subject = f"{before.subject} ... {' '.join(own[noun:])}"


def inherit_subjects(seen: list[Sighting]) -> None:
    """Let comparisons and elided numbers speak of what their figure speaks of."""
    for sighting in seen:
        whole = sighting.of
        if whole is None or not whole.subject:
            continue
        if sighting.role is Role.SHARE and _names_whole(sighting, whole):
            continue
        if sighting.role in _INHERIT and not _speaks_itself(sighting):
            sighting.subject = whole.subject
        elif sighting.role is Role.PART and sighting.elided and not sighting.left:
            own = sighting.right
            short = len(whole.subject) < _LONGEST_SUBJECT
            if own and short and len(own.split()) <= 2:
                sighting.subject = f"{whole.subject} ... {own}"


def _names_whole(share: Sighting, whole: Sighting) -> bool:
    """Let "tỷ lệ trường đạt chuẩn 62,6% (268/428 trường)" name share and pair."""
    if whole.line is not share.line or whole.start < share.start or not share.left:
        return False
    if whole.host < 0:
        return False
    whole.subject = " ... ".join(part for part in (share.left, whole.right) if part)
    return True


def tidy(subject: str) -> str:
    """Return a subject on one line."""
    # Nearly all subjects stand on one line already.
    if _LOOSE.search(subject) is None:
        return subject
    return " ".join(subject.split())


def _speaks_itself(seen: Sighting) -> bool:
    if seen.steps and seen.steps[-1][0] == "role_share_listed":
        return bool(seen.subject)
    own = seen.role in {Role.CUMULATIVE, Role.PREVIOUS} and not seen.elided
    return own and bool(seen.left)


def _left(seen: Sighting, before: Sighting | None, lexicon: Lexicon) -> str:
    """Return what stands before a number: its own, or carried on."""
    left = left_of(seen, before, lexicon)
    if seen.kind is not Kind.RANK and is_agent(left, lexicon):
        left = ""
    if seen.role is Role.GAP and len(left.split()) < 4:
        named = quoted_before(seen) or label_of(seen, lexicon, most=_LONGEST_TASK)
        return named or left
    if left:
        return left
    if before is not None and before.clause == seen.clause:
        return _carried(seen, before)
    bare = len(seen.right.split()) <= len(seen.measure.split())
    short = len(seen.right.split()) < _TELLING or bare or seen.elided
    most = _LONGEST_TASK if bare else MOST_LABEL
    return label_of(seen, lexicon, most=most) if short else ""


def _carried(seen: Sighting, before: Sighting) -> str:
    """Return what "…, 79 học viên" or "… với 79 học viên" goes on from."""
    words = seen.line.words
    gap = words[before.tail : seen.opening]
    if gap[-2:] in (["còn", "lại"], ["con", "lai"]):
        return ""
    if gap and gap[-1] in _JOINERS and "," not in gap:
        return before.right or before.left
    if seen.kind is Kind.MONEY and "với" in gap and "," not in gap:
        named = before.right.partition(" với ")[0]
        if len(named.split()) >= _TELLING:
            return named
    if seen.role is Role.PART and seen.kind is Kind.COUNT:
        return ""
    return before.left


def _fallback(seen: Sighting, before: Sighting | None, lexicon: Lexicon) -> str:
    """Return what a number without words of its own goes on speaking of."""
    if before is not None and before.sentence == seen.sentence:
        return before.subject
    return label_of(seen, lexicon) or (seen.section[-1] if seen.section else "")
