"""Lists of parts: those that a reading ties to a whole, and those set like lists."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from tongket.core.checks.parts.lines import FREE, by_line, is_free
from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like, are_same, is_rate
from tongket.core.checks.values.interval import nominal
from tongket.core.checks.wording import (
    AMONG,
    ELIDED,
    HAS,
    LABEL,
    NEGATED,
    OUT_OF_THESE,
    VERBS,
    WHOLLY,
    WITHIN_THESE,
)
from tongket.core.nouns.figure import Figure, Kind, Role

# How many figures after a whole, and characters after it, its list may take.
_LENGTH = 12
_LEAD = 80
_MARK = re.compile(r"[.,;:()\n]")
# "301 cấp huyện và 134 cấp xã; trong đó": what is divided stands before them all.
_BEHIND_ALL = re.compile(r";\s*trong\s+đó")
_BRACKETS = re.compile(r"\([^()]*\)")
# "còn lại 15 xe", "số còn lại (7 nhóm)": the last of a list, whatever its name.
_REST = re.compile(r"(?<!\w)còn\s+lại\s*(?:là|có)?\s*[:(]?\s*$")
# What a bracket so opened holds was counted at another time.
_DATED = re.compile(
    r"\(\s*(?:cùng\s+kỳ|(?:năm|quý|tháng|kỳ)\s(?!trước\s+chuyển))[^()]*$"
)


def lists(scene: Scene, whole: Figure) -> list[tuple[Figure, ...]]:
    """Give the lists of two and more figures that may be the parts of *whole*."""
    if not _has_parts(whole):
        return []
    found = _tied_lists(scene, whole, tied_to(scene, whole))
    found += [finding(scene, whole) for finding in _SETTINGS]
    unique = {tuple(part.id for part in parts): parts for parts in found}
    return [parts for parts in unique.values() if len(parts) >= 2]


def tied_to(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the figures like *whole* that the reading ties to it as portions."""
    if not _has_parts(whole):
        return ()
    return tuple(
        part
        for part in scene.following(whole, Role.PART)
        if part.total is None and part.value_max is None and are_like(whole, part)
    )


def listed(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the parts of *whole* that the list after it names, none without a list."""
    followers = _told_of(scene, whole)
    if not followers or not _has_parts(whole):
        return ()
    lead = scene.between(whole, followers[0])
    if len(lead) > _LEAD:
        return ()
    among = says_among(lead) or divides(scene, whole)
    if among and _BEHIND_ALL.search(lead):
        return ()
    if not (among or opens_bracket(lead) or ":" in lead):
        return _complements(scene, whole, followers)
    parts = _at_one_level(scene, whole, followers)
    # After a mere colon something else may be counted.
    if not among and any(nominal(part) > nominal(whole) for part in parts):
        return ()
    return parts


def _has_parts(whole: Figure) -> bool:
    part_less = is_rate(whole) or whole.kind in {Kind.PERCENT, Kind.RANK}
    return whole.value is not None and not part_less


def _tied_lists(
    scene: Scene, whole: Figure, parts: tuple[Figure, ...]
) -> list[tuple[Figure, ...]]:
    """Give the tied parts of each sentence, those that lead labelled lines, and all.

    What a bracket holds is a list of its own: "40 đơn (tồn 15 đơn), gồm 31 …, 9 …".
    """
    by_place: dict[tuple[int, bool], list[Figure]] = defaultdict(list)
    by_sentence: dict[int, list[Figure]] = defaultdict(list)
    for part in parts:
        by_sentence[scene.sentence(part)].append(part)
        inside = opens_bracket(_up_to(scene, whole, part))
        by_place[scene.sentence(part), inside].append(part)
    leading = tuple(part for part in parts if scene.leads_its_line(part))
    labelled = tuple(part for part in leading if part.section)
    places = by_place if len(by_place) > len(by_sentence) else by_sentence
    return [*map(tuple, places.values()), labelled, leading, parts]


def _up_to(scene: Scene, whole: Figure, part: Figure) -> str:
    """Give the text from *whole* to a part after it; nothing to one before it."""
    return scene.between(whole, part) if part.span > whole.span else ""


def _by_label(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the amounts after *whole* that a bare label parts: "…; nội địa 10 tỷ, …".

    A label without a verb continues the sentence of the whole.
    """
    if whole.kind not in {Kind.MONEY, Kind.MEASURE} or whole.role not in FREE:
        return ()
    parts = []
    for figure in _followers(scene, whole):
        if not are_same(whole, figure) or figure.role is Role.TARGET:
            continue
        label = LABEL.search(scene.before(figure))
        if label is None or VERBS.search(label["words"]) or not is_free(figure, whole):
            break
        parts.append(figure)
    return tuple(parts)


def _by_elision(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the counts after *whole* that leave its noun out: "…; tuyển chọn 56"."""
    if whole.kind is not Kind.COUNT or ELIDED.match(scene.after(whole)):
        return ()
    if whole.role not in FREE:
        return ()
    parts: list[Figure] = []
    for figure in scene.after_it(whole, _LENGTH):
        # The list stands in one sentence: that of the whole, or the one after it.
        steps = scene.sentence(figure) - scene.sentence(parts[0] if parts else whole)
        if steps > (0 if parts else 1):
            break
        if figure.kind is not Kind.COUNT:
            continue
        if not (_is_elided(scene, figure) and is_free(figure, whole, *parts)):
            break
        parts.append(figure)
    return tuple(parts)


def are_elided(scene: Scene, parts: Sequence[Figure]) -> bool:
    """Tell whether all of *parts* are bare numbers after a label."""
    return all(_is_elided(scene, part) for part in parts)


def _is_elided(scene: Scene, figure: Figure) -> bool:
    if not ELIDED.match(scene.after(figure)):
        return False
    label = _MARK.split(scene.before(figure))[-1]
    return re.search(r"\w", label) is not None and not VERBS.search(label)


def in_brackets(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the counts in the bracket right after *whole*, whatever they are called."""
    followers = _told_of(scene, whole)
    if not followers or whole.kind is not Kind.COUNT:
        return ()
    if not opens_bracket(scene.between(whole, followers[0])):
        return ()
    parts = []
    for figure in followers:
        if not opens_bracket(scene.between(whole, figure)):
            break
        if figure.kind is Kind.COUNT and is_free(figure, whole):
            parts.append(figure)
    return tuple(parts)


def says_among(words: str) -> bool:
    """Tell whether *words* announce portions ("trong đó", "gồm")."""
    return bool(AMONG.search(words) or WHOLLY.search(words))


def is_dated(scene: Scene, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether the list opens with another time: "28 cá nhân (năm 2015: 24 …)"."""
    return _DATED.search(_up_to(scene, whole, parts[0])) is not None


def divides(scene: Scene, whole: Figure) -> bool:
    """Tell whether *whole* stands first, to be divided ("trong số 11 nhóm hàng")."""
    if OUT_OF_THESE.search(scene.before(whole)):
        return True
    within = WITHIN_THESE.search(scene.before(whole)) is not None
    return within and HAS.search(scene.after(whole)) is not None


def opens_bracket(words: str) -> bool:
    """Tell whether *words* end inside a bracket that they open."""
    return words.count("(") > words.count(")")


def are_complements(scene: Scene, parts: Sequence[Figure]) -> bool:
    """Tell whether two parts are a thing and its opposite ("đạt", "không đạt")."""
    if len(parts) != 2:
        return False
    for words in (_before, _behind):
        one, other = (words(scene, part) for part in parts)
        if _negates(one, other) or _negates(other, one):
            return True
    return False


def _negates(plain: str, opposite: str) -> bool:
    negated = NEGATED.search(opposite)
    if negated is None or NEGATED.search(plain):
        return False
    return plain.endswith(negated["verb"])


def _before(scene: Scene, figure: Figure) -> str:
    return scene.before(figure).rstrip(" :")


def _behind(scene: Scene, figure: Figure) -> str:
    return _MARK.split(scene.after(figure), maxsplit=1)[0].rstrip()


def _followers(scene: Scene, whole: Figure) -> list[Figure]:
    """Give the figures after *whole* in its sentence."""
    sentence = scene.sentence(whole)
    # Sentences follow each other, so that the first figure of another one ends them.
    return list(
        takewhile(
            lambda figure: scene.sentence(figure) == sentence,
            scene.after_it(whole, _LENGTH),
        )
    )


def _told_of(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the figures after *whole* without those that compare or restate it."""
    if whole.id not in scene.told_after:
        told = dropwhile(_compares, _followers(scene, whole))
        scene.told_after[whole.id] = tuple(told)
    return scene.told_after[whole.id]


def _compares(figure: Figure) -> bool:
    rate = figure.kind is Kind.PERCENT or is_rate(figure)
    return rate or figure.role not in FREE


def _behind_bracket(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the list after the bracket of *whole*: "47 đề tài (16 mới), gồm: 4 …"."""
    followers = _told_of(scene, whole)
    if not followers or not opens_bracket(scene.between(whole, followers[0])):
        return ()
    outside = [one for one in followers if not opens_bracket(scene.between(whole, one))]
    if not outside or not _has_parts(whole):
        return ()
    lead = scene.between(whole, outside[0]).rpartition(")")[2]
    if len(lead) > _LEAD or not WHOLLY.search(lead):
        return ()
    return _at_one_level(scene, whole, outside)


def by_any_name(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the counts of the list after *whole*, whatever they are called."""
    followers = _told_of(scene, whole)
    if not followers or not _has_parts(whole):
        return ()
    lead = scene.between(whole, followers[0])
    opens = says_among(lead) or opens_bracket(lead) or ":" in lead
    if not opens or len(lead) > _LEAD:
        return ()
    return _at_one_level(scene, whole, followers, is_named=False)


def _at_one_level(
    scene: Scene, whole: Figure, followers: Sequence[Figure], *, is_named: bool = True
) -> tuple[Figure, ...]:
    """Give the members of a list, without what further brackets or lists hold.

    Where they are not *is_named*, whatever counts things is one.
    """
    inside = opens_bracket(scene.between(whole, followers[0]))
    last, parts = whole, list[Figure]()
    for figure in followers:
        words = scene.between(whole, figure)
        depth = words.count("(") - words.count(")")
        rest = _is_rest(scene, whole, figure)
        if depth > inside and not rest:
            continue
        step = _BRACKETS.sub("", scene.between(last, figure))
        if depth < inside or (last is not whole and says_among(step)):
            break
        counted = rest or (figure.kind is whole.kind is Kind.COUNT and not is_named)
        if is_free(figure, whole, *parts) and (counted or are_like(whole, figure)):
            last = figure
            parts.append(figure)
    return tuple(parts)


def _is_rest(scene: Scene, whole: Figure, figure: Figure) -> bool:
    """Tell whether *figure* counts all others, whatever it calls them."""
    said = _REST.search(scene.before(figure)) is not None
    return said and figure.kind is whole.kind


def _complements(
    scene: Scene, whole: Figure, followers: Sequence[Figure]
) -> tuple[Figure, ...]:
    parts = tuple(
        figure
        for figure in followers[:4]
        if figure.role in FREE and figure.total is None and are_like(whole, figure)
    )[:2]
    return parts if are_complements(scene, parts) else ()


# The ways in which a list of parts is set, beside being tied by the reading.
_SETTINGS = (listed, _behind_bracket, by_line, _by_label, _by_elision, in_brackets)
