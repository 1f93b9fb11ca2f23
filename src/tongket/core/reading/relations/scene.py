"""The scene: a number among the numbers before it, as the rules of roles see it."""

from dataclasses import dataclass
from typing import NamedTuple

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line
from tongket.core.reading.sighting import Sighting
from tongket.core.reading.signs import Signs, between

# How far back, in words, a cue may stand before its number.
REACH = 16
_LABEL_CUES = frozenset(("previous", "target", "cumulative"))
_COMPARED = frozenset((Role.CHANGE, Role.GAP))
LEVELS = frozenset((Role.RESULT, Role.PART, Role.CUMULATIVE, Role.TARGET))

# What a comparison may compare.
_BASES = LEVELS | {Role.SHARE}


class Cue(NamedTuple):
    """A cue word before a number: what it says, and the words it stands on."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a text is for: `plan` says that it lays down what is to come.

    `year` is the year that it speaks of most, `titled` the one in its title, `until`
    the last month that a report of less than a year tells of.
    """

    plan: bool = False
    year: str | None = None
    titled: str | None = None
    until: int | None = None


@dataclass(slots=True)
class Scene:
    """One number, the numbers of its sentence before it, and the nearest cue.

    `mates` are the numbers of the same sentence before it, `history` all before it
    in the text, `before` the last of the mates, `after` the next number of the line.
    `signs` are those of the line, `purpose` is that of the text.
    """

    seen: Sighting
    mates: list[Sighting]
    history: list[Sighting]
    before: Sighting | None
    after: Sighting | None
    lexicon: Lexicon
    signs: Signs
    purpose: Purpose
    cue: Cue | None = None

    @property
    def line(self) -> Line:
        """The line that the number stands in."""
        return self.seen.line


def nearest_cue(seen: Sighting, lexicon: Lexicon) -> Cue | None:
    """Return the cue nearest before a number, after the number before it."""
    words, cues = seen.line.words, lexicon.cues
    nearest = max(seen.lead, seen.opening - REACH) + 1
    for end in reversed(between(seen.line.signs.cue_ends, nearest, seen.opening + 1)):
        found = cues.roles.behind(words, end)
        if found is None or end - found[1] < seen.lead:
            continue
        first = end - found[1]
        barred = cues.not_cues.ahead(words, first)
        if lexicon.bounds.after.behind(words, end) is not None:
            # "đạt 3 sao trở lên với 26 chủ thể": a bound, and nothing rose.
            continue
        if barred is None or barred[1] <= found[1]:
            return _widened(seen, Cue(found[0], first, end), lexicon)
    return _cue_of_label(seen, lexicon)


def _cue_of_label(seen: Sighting, lexicon: Lexicon) -> Cue | None:
    """Return the cue that a label before a colon is: "(cùng kỳ năm 2021: 93,5%)"."""
    words, colon = seen.line.words, seen.clause - 1
    if colon < 1 or words[colon] != ":" or seen.lead != seen.clause:
        return None
    label = words[seen.host + 1 : colon]
    if seen.host >= 0 and _is_time(label, seen.section) and words[seen.tail] == ")":
        # As in "1,8 triệu đồng", then "năm 2020: 1,5 triệu đồng" in brackets.
        return Cue("previous", seen.host + 1, colon)
    for first in range(colon - 1, max(-1, colon - 9), -1):
        if words[first] in {"(", ";", ".", ",", ":"}:
            return None
        found = lexicon.cues.roles.ahead(words, first)
        if found is None or found[0] not in _LABEL_CUES:
            continue
        barred = lexicon.cues.not_cues.ahead(words, first)
        if barred is None or barred[1] <= found[1]:
            return Cue(found[0], first, first + found[1])
    return None


def _is_time(label: list[str], section: tuple[str, ...]) -> bool:
    """Tell whether a label is nothing but a year, or a month beside another.

    "(tháng 5: 12 cơ sở)" dates back what stands under "Kế hoạch tháng 6".
    """
    if label[:1] in (["năm"], ["nam"]):
        label = label[1:]
    if len(label) == 1:
        return label[0].isdecimal() and len(label[0]) == 4
    headed = section and label[:1] and label[0] in {"tháng", "quý", "thang", "quy"}
    return bool(headed) and len(label) in {2, 4} and label[0] in section[-1].lower()


def _widened(seen: Sighting, cue: Cue, lexicon: Lexicon) -> Cue:
    """Take "cao hơn" before "mục tiêu" or "năm trước" into the cue: a distance."""
    if cue.name == "previous":
        return _widened_past(seen, cue, lexicon)
    if cue.name != "target":
        return cue
    verb = lexicon.cues.roles.behind(seen.line.words, cue.first)
    if verb is None or cue.first - verb[1] < seen.lead:
        return cue
    gaps = {"change_up": "gap_up", "change_down": "gap_down"}
    name = gaps.get(verb[0], verb[0])
    return Cue(name, cue.first - verb[1], cue.last) if name.startswith("gap") else cue


def _widened_past(seen: Sighting, cue: Cue, lexicon: Lexicon) -> Cue:
    """Take "cao hơn" before "năm trước" into the cue; in brackets stands a value."""
    words, at = seen.line.words, cue.first
    for link in (("với", "voi"), ("so",)):
        at -= words[at - 1] in link
    verb = lexicon.cues.roles.behind(words, at)
    barred = seen.host >= cue.last or verb is None or at - verb[1] < seen.lead
    if barred or verb is None or not verb[0].startswith("change"):
        return cue
    return Cue(verb[0], at - verb[1], cue.last)


def reaches(scene: Scene) -> bool:
    """Tell whether only filling words stand between the cue and its number."""
    seen, cue = scene.seen, scene.cue
    if cue is None:
        return False
    fillers = scene.lexicon.cues.fillers
    return all(
        word in fillers or word[0].isdecimal() or word == ":"
        for word in seen.line.words[cue.last : seen.opening]
    )


def compares_with(scene: Scene) -> str:
    """Return "plan" or "past": what a comparison names as its object; "": nothing."""
    seen, cue, cues = scene.seen, scene.cue, scene.lexicon.cues
    words = seen.line.words
    if cue is not None:
        for at in range(cue.first, seen.opening):
            if cues.plan_words.ahead(words, at):
                return "plan"
            if cues.past_words.ahead(words, at):
                return "past"
    at = seen.tail
    if cues.of_plan.ahead(words, at):
        return "plan"
    if cues.of_previous.ahead(words, at):
        return "past"
    return ""


def base_of(scene: Scene, kind: Kind | None = None) -> Sighting | None:
    """Return the level that a comparison belongs to; None: it is not in the text.

    The level stands in the same statement: between it and the comparison nothing new
    is spoken of.
    """
    seen = scene.seen
    listed = _whole_of_list(scene) if kind is None else None
    if listed is not None:
        return listed
    for mate in reversed(scene.mates):
        if mate.role not in _BASES or mate.optional:
            continue
        if mate.host not in {seen.host, -1} and mate.host > mate.first:
            continue
        outer = mate.host == seen.host or mate.last <= max(seen.host, 0)
        if not outer or _averages(mate):
            continue
        if mate.role is Role.TARGET and (
            mate.host not in {seen.host, -1} or _has_level(scene, mate)
        ):
            continue
        if kind is not None and mate.kind is not kind:
            continue
        parted = mate.clause < seen.clause and mate.host == seen.host
        if parted and scene.cue is not None and scene.cue.first > seen.clause:
            return None
        return mate if not _speaks_anew(scene, mate) else None
    return None


def _whole_of_list(scene: Scene) -> Sighting | None:
    """Return the whole that "gồm 29 mới và 14 cũ; tăng 8,5%" goes on about.

    A list that a semicolon closes is left behind; what is compared is the whole.
    """
    seen, before, cue = scene.seen, scene.before, scene.cue
    if before is None or cue is None or before.host != seen.host:
        return None
    if before.role in _COMPARED and before.of is not None:
        # "tăng 8,5% so với cùng kỳ và đạt 77,4% kế hoạch": of the same level.
        joins = seen.line.words[before.tail : cue.first]
        past = scene.lexicon.cues.fillers
        chained = joins[-1:] in (["và"], ["va"]) and past.issuperset(joins[:-1])
        return before.of if chained and before.of.role in LEVELS else None
    listed = before.role is Role.PART and before.of in scene.mates
    if not listed or ";" not in seen.line.words[before.tail : cue.first][-1:]:
        return None
    return before.of


def _averages(mate: Sighting) -> bool:
    """Tell whether ", bình quân 300 nghìn đồng/người" only says the same for each."""
    if "/" not in mate.measure:
        return False
    words = mate.line.words[max(0, mate.opening - 3) : mate.opening]
    return words[:1] == [","] and words[1:] in _AVERAGE


_AVERAGE = (["bình", "quân"], ["trung", "bình"], ["binh", "quan"])


def _has_level(scene: Scene, plan: Sighting) -> bool:
    """Tell whether the level that a plan was set for stands before it."""
    return any(
        mate.role is Role.RESULT and mate.clause == plan.clause
        for mate in scene.mates[: scene.mates.index(plan)]
        if mate.kind is plan.kind
    )


def _speaks_anew(scene: Scene, base: Sighting) -> bool:
    """Tell whether new content stands between the level and the comparison."""
    seen, cue = scene.seen, scene.cue
    words = seen.line.words
    before = scene.before
    first = max(base.tail, seen.opening - 40)
    if before is not None and before.of is base and before.tail > first:
        first = before.tail
    last = cue.first if cue is not None else seen.opening
    comma = last
    for at in range(last - 1, first - 1, -1):
        if words[at] in {",", ";", ")"}:
            comma = at
            break
    else:
        return False
    fillers, links = scene.lexicon.cues.fillers, scene.lexicon.cues.links
    fresh = [
        word
        for word in words[comma + 1 : last]
        if word not in fillers and word[0].isalpha() and word not in links
    ]
    return len(fresh) > 0
