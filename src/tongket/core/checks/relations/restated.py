"""The same figure said twice: in the title and in the text, or in two sentences."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_same
from tongket.core.checks.values.interval import nominal
from tongket.core.checks.values.judging import Rule, claim
from tongket.core.checks.values.notation import amount, number, written
from tongket.core.checks.values.slips import slips_of
from tongket.core.checks.wording import (
    IN_WORDS,
    OUT_OF_THESE,
    SAID_ABOVE,
    SAID_BEFORE,
    WORDS_END,
)
from tongket.core.nouns.claim import Claim, ClaimType, Severity, Verdict
from tongket.core.nouns.figure import Bound, Figure, Kind, Role

RULE = Rule("C009", ClaimType.RESTATED)
# How many figures back a mention may point, and the second number of a pair; and how
# many words make a thing's name.
_BACK, _FAR = 8, 30
_NAME = 3
# A number so large is given twice of one thing, whatever the words around it.
_LARGE = 100
# A title is no longer than this; so far around a number its words are compared, and so
# many of them must be the same.
_TITLE, _REACH, _COMMON = 200, 60, 2
# Smaller numbers of like things recur by chance.
_TELLING = 10
# Rows of one form are told by the figures this near to one another.
_ROW = 3
_WORD = re.compile(r"\w+|[,.;:()]")


def restated(scene: Scene) -> Iterator[Claim]:
    """C009: a figure that is said twice of one thing is the same both times."""
    named: dict[tuple[str, ...], Figure] = {}
    for place, figure in enumerate(scene.figures):
        if not _can_recur(figure):
            continue
        digits = _in_digits(scene, figure)
        if digits is not None:
            yield from _told(digits, figure)
            continue
        name = _name(scene, figure)
        earlier = named.get(name) if name else None
        if earlier is not None and _is_one_thing(scene, earlier, figure):
            yield from _told(earlier, figure)
        else:
            found = list(_pointed_back(scene, place, figure))
            yield from found or _titled(scene, figure)
        if name:
            named[name] = figure


def _can_recur(figure: Figure) -> bool:
    kinds = {Kind.COUNT, Kind.MONEY, Kind.MEASURE}
    return figure.value is not None and figure.kind in kinds


def _name(scene: Scene, figure: Figure) -> tuple[str, ...]:
    """Give the words after *figure*, up to a mark; nothing where they are too few."""
    words: list[str] = []
    for match in _WORD.finditer(scene.after(figure)):
        if not match.group().isalnum() or len(words) == _NAME + 1:
            break
        words.append(match.group())
    return tuple(words) if len(words) > _NAME else ()


def _in_digits(scene: Scene, figure: Figure) -> Figure | None:
    """Give the amount in digits that a bracket repeats in words: "(bằng chữ: …)"."""
    if figure.kind is not Kind.MONEY or any(map(str.isdecimal, figure.text)):
        return None
    for earlier in scene.before_it(figure, 1):
        beside = IN_WORDS.fullmatch(scene.between(earlier, figure))
        beside = beside and WORDS_END.match(scene.after(figure))
        if beside and earlier.kind is Kind.MONEY and earlier.value is not None:
            return earlier
    return None


def _is_one_thing(scene: Scene, earlier: Figure, later: Figure) -> bool:
    """Tell whether two mentions with the same following words are of one thing.

    In different sections they are not, unless the first stands in the heading that
    the second is under, or in the title.
    """
    plain = {Role.RESULT}
    if {earlier.role, later.role} != plain or earlier.period != later.period:
        return False
    if earlier.total is not None or later.total is not None:
        return False
    if earlier.bound is not Bound.EXACT or later.bound is not Bound.EXACT:
        return False
    headed = any(
        earlier.text in heading and scene.words_of(earlier) in heading
        for heading in later.section
    )
    if headed:
        return True
    apart = scene.sentence(earlier) != scene.sentence(later)
    telling = min(nominal(earlier), nominal(later)) >= _TELLING
    beside = earlier.section == later.section and are_same(earlier, later)
    return apart and telling and beside and not _are_rows(scene, earlier, later)


def _are_rows(scene: Scene, one: Figure, other: Figure) -> bool:
    """Tell whether two figures stand in lines of one form, each telling of its own.

    So it is when another number of the one line counts the same in the other line and
    differs: "Phòng A soạn 3 văn bản, tập huấn 30 người", and so for every division.
    """
    here, there = _around(scene, one), _around(scene, other)
    return any(
        offset in there
        and are_same(figure, there[offset])
        and figure.value != there[offset].value
        for offset, figure in here.items()
    )


def _around(scene: Scene, figure: Figure) -> dict[int, Figure]:
    """Give the other figures of a figure's line, by how far before or after it."""
    place = scene.position[figure.id]
    found = {}
    for offset in range(-_ROW, _ROW + 1):
        at = place + offset
        if offset and 0 <= at < len(scene.figures):
            other = scene.figures[at]
            first, last = sorted((figure.span, other.span))
            if "\n" not in scene.text[first.end : last.start]:
                found[offset] = other
    return found


def _pointed_back(scene: Scene, place: int, figure: Figure) -> Iterator[Claim]:
    """Find the figure that "của 06 doanh nghiệp" or a pair's whole takes up again."""
    before, after = scene.before(figure, 30), scene.after(figure, 30)
    named = OUT_OF_THESE.search(before) or SAID_ABOVE.search(after)
    if figure.total is None and not (named or SAID_BEFORE.search(before)):
        return
    again = _last_number(figure)
    reach = _FAR if named or figure.total is not None else _BACK
    back = scene.figures[max(0, place - reach) : place][::-1]
    for earlier in back:
        if _takes_up(earlier, figure, again):
            yield from _told(earlier, figure)
            return
    for earlier in back:
        # "126 đơn nêu trên", after 162: what is pointed at was said otherwise.
        pointed = SAID_ABOVE.search(after) and again in slips_of(earlier)
        if pointed and _takes_up(replace(earlier, value=again), figure, again):
            yield _held(earlier, figure)
            return


def _titled(scene: Scene, figure: Figure) -> Iterator[Claim]:
    """Find the figure of the title that the text gives again in the same words.

    Another number is a slip where the words to both sides of it are the same.
    """
    plain = figure.role is Role.RESULT and figure.bound is Bound.EXACT
    again = _last_number(figure)
    if not plain or again < _TELLING or figure.id in _titles(scene):
        return
    for title in _titles(scene).values():
        if title.role is not Role.RESULT or not are_same(title, figure):
            continue
        same = title.value == again
        meant = figure.total is None and again in slips_of(title)
        known = again >= _LARGE or _shares_words(scene, title, figure)
        if (same and known) or (meant and _is_verbatim(scene, title, figure)):
            yield from _told(title, figure)
            return


@lru_cache(maxsize=1)
def _titles(scene: Scene) -> Mapping[str, Figure]:
    """Give the figures of the first line of a text that no full stop ends, by id."""
    line = scene.text.lstrip().partition("\n")[0]
    end = scene.text.index(line) + len(line)
    if line.rstrip().endswith((".", ":", ";")) or len(line) > _TITLE or not line:
        return {}
    return {
        one.id: one
        for one in scene.figures[:_BACK]
        if one.span.end <= end < len(scene.text)
    }


def _shares_words(scene: Scene, title: Figure, figure: Figure) -> bool:
    """Tell whether two words around one mention stand around the other too."""
    one, other = (set(_words_around(scene, each)) for each in (title, figure))
    return len(one & other) >= _COMMON


def _is_verbatim(scene: Scene, title: Figure, figure: Figure) -> bool:
    """Tell whether the words before, or those behind, are the same to the third."""
    one, other = (
        scene.before(each, _REACH).split()[-_COMMON:]
        + scene.after(each, _REACH).split()[:_COMMON]
        for each in (title, figure)
    )
    return one == other and len(one) > _COMMON


def _words_around(scene: Scene, figure: Figure) -> list[str]:
    before = scene.before(figure, _REACH).rpartition("\n")[2]
    after = scene.after(figure, _REACH).partition("\n")[0]
    words = f"{before} {after}".split()
    measure = figure.measure.split()
    return [word for word in words if len(word) > 1 and word not in measure]


def _last_number(figure: Figure) -> Decimal:
    """Give the whole of a pair, and the value of any other figure."""
    last = figure.value if figure.total is None else figure.total
    return last or Decimal()


def _takes_up(earlier: Figure, figure: Figure, value: Decimal) -> bool:
    return (
        earlier.value == value
        and earlier.total is None
        and earlier.kind is figure.kind
        and _is_shortened(earlier.measure, figure.measure)
        and earlier.role is not Role.PREVIOUS
    )


def _is_shortened(name: str, again: str) -> bool:
    """Tell whether a thing is named again in the same words or in fewer of them."""
    return f"{name} ".casefold().startswith(f"{again} ".casefold())


def _told(earlier: Figure, later: Figure) -> Iterator[Claim]:
    first, again = _last_number(earlier), _last_number(later)
    same = first == again
    spelled = not any(map(str.isdecimal, later.text))
    if same or spelled or _is_slip(first, again):
        yield _held(earlier, later)


def _held(earlier: Figure, later: Figure) -> Claim:
    first, again = _last_number(earlier), _last_number(later)
    same = first == again
    text = written(later) if later.total is None else number(later.total)
    return claim(
        RULE,
        Verdict.CONSISTENT if same else Verdict.INCONSISTENT,
        [earlier, later],
        arithmetic=f"{written(earlier)} {'=' if same else '≠'} {text}",
        grade=Severity.CONTRADICTION,
        first=written(earlier),
        second=text,
        what=later.measure,
        gap=amount(abs(again - first), earlier),
    )


def _is_slip(one: Decimal, other: Decimal) -> bool:
    """Tell whether two values are near enough to be meant as one.

    Small numbers of the same thing recur with other values all the time.
    """
    larger = max(one, other)
    return larger >= 20 and abs(one - other) * 10 <= larger
