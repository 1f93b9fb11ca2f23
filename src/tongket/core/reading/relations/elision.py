"""Elision: the measure of a number whose counted thing was left out."""

from bisect import bisect_left
from decimal import Decimal

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.digits import whole
from tongket.core.reading.lexicon import Noun
from tongket.core.reading.relations.portions.lists import divided
from tongket.core.reading.relations.scene import Scene
from tongket.core.reading.sighting import Sighting

# A stretch names its thing among its first words: "Tổng số đơn thuộc …".
_HEAD = 3
# A label before a colon has so many words at most.
_BACK = 12


def infer_measure(scene: Scene) -> None:
    """Take the measure from the label before a number, or from a number before it."""
    seen = scene.seen
    words = seen.line.words
    if _ranked_like(scene) or _split_like(scene):
        return
    if _scaled_like(scene) or _points(scene) or _portion_of(scene):
        return
    label = _head_of_compound(scene) or _label_noun(scene)
    model = None if _in_a_row(seen) else _model(scene)
    if label is not None and model is not None and not _after_colon(seen):
        noun = scene.lexicon.nouns.ahead(words, label[0])
        beside = label[1] == seen.opening and seen.host >= 0 and model in scene.mates
        if beside and noun is not None and noun[0].kin & model.kin:
            label = None
    if label is not None:
        first, last = label
        seen.measure = " ".join(
            seen.line.low[slice(*seen.line.span(first, last))].split()
        )
        noun = scene.lexicon.nouns.ahead(words, first)
        seen.noun = noun[0].label if noun else seen.measure
        seen.kin = noun[0].kin if noun else frozenset()
        seen.note("measure_from_label", seen.line.span(first, last), seen.measure)
        return
    if model is None:
        seen.doubt("0.5")
        return
    seen.measure, seen.noun, seen.kin = model.measure, model.noun, model.kin
    seen.doubt("0.9")
    seen.note("measure_carried_on", (model.start, model.end), model.measure)


def _portion_of(scene: Scene) -> bool:
    """Take the measure of "168 cơ sở, trong đó: đồ chơi trẻ em 31" from the whole.

    Its own label is taken where that names a thing of another sort, right before it.
    """
    seen = scene.seen
    model = divided(scene)
    if model is None or seen.scaled or seen.total is not None:
        return False
    if model.kind is Kind.MONEY:
        _take_scale_of(seen, model)
    seen.measure, seen.noun, seen.kin = model.measure, model.noun, model.kin
    seen.note("measure_carried_on", (model.start, model.end), model.measure)
    return True


def _ranked_like(scene: Scene) -> bool:
    """Take "2" and "3" of "các vị trí 1, 2 và 3" for places in a standing as well."""
    seen, before = scene.seen, scene.before
    if before is None or before.kind is not Kind.RANK or before.total is not None:
        return False
    if seen.line.words[before.tail : seen.opening] not in ([","], ["và"], ["va"]):
        return False
    seen.kind, seen.measure, seen.elided = Kind.RANK, before.measure, False
    seen.note("measure_carried_on", (before.start, before.end), before.measure)
    return True


def _split_like(scene: Scene) -> bool:
    """Take scale and measure for "xuất 0,95" from the "1,86 tỷ USD" before it.

    Things are counted whole: a number with decimals goes on from one that can split.
    """
    seen = scene.seen
    if seen.value is None or seen.value == seen.value.to_integral_value():
        return False
    for mate in reversed(scene.mates[-6:]):
        splits = mate.factor > 1 or mate.kind in {Kind.MONEY, Kind.MEASURE}
        if not splits or mate.optional or mate.value is None:
            continue
        seen.kind, seen.measure = mate.kind, mate.measure
        seen.noun, seen.kin = mate.noun, mate.kin
        _take_scale_of(seen, mate)
        seen.note("measure_carried_on", (mate.start, mate.end), mate.measure)
        return True
    return False


def _take_scale_of(seen: Sighting, model: Sighting) -> None:
    """Multiply the scale in that a number shares with one before it."""
    if seen.value is not None:
        seen.kind, seen.factor = model.kind, model.factor
        seen.value = whole(seen.value * model.factor)
        seen.quantum = whole((seen.quantum or Decimal(1)) * model.factor)


def _scaled_like(scene: Scene) -> bool:
    """Take "đào tạo cán bộ 900 triệu" for money where the millions before it are."""
    seen = scene.seen
    if not seen.scaled:
        return False
    for mate in reversed(scene.history[-8:]):
        if mate.line is not seen.line or mate.factor == 1:
            continue
        if mate.kind is not Kind.MONEY:
            return False
        seen.kind, seen.measure = mate.kind, mate.measure
        seen.noun, seen.kin, seen.elided = mate.noun, mate.kin, False
        seen.note("scale_means_money", (seen.start, seen.end), seen.measure)
        return True
    return False


def _points(scene: Scene) -> bool:
    """Take the measure of "điểm chuẩn cao nhất 36,5" from its own words."""
    seen = scene.seen
    words = seen.line.words
    for at in range(max(seen.lead, seen.opening - 5), seen.opening):
        found = scene.lexicon.measures.ahead(words, at)
        if found is not None and found[0].label in {"điểm", "diem"}:
            seen.kind, seen.measure = found[0].kind, found[0].label
            seen.note("measure_from_label", seen.line.span(at, at + 1), seen.measure)
            return True
    return False


def is_unmeasured(seen: Sighting) -> bool:
    """Tell whether nothing in the text says what a number counts.

    In running prose the words before a number say it even without a noun of the
    lexicon ("giỏi 225, khá 981"); on a short line they may be anything.
    """
    if not seen.elided or seen.measure or seen.settled:
        return False
    plain = seen.total is None and seen.value_max is None and seen.value is not None
    # A heading makes whatever stands below it an aim, and says of none what it counts.
    headed = any(step[0] == "role_aim_heading" for step in seen.steps)
    if not plain or not (seen.role is Role.RESULT or headed):
        return False
    words = seen.line.words
    said = any(word[0].isalpha() for word in words[seen.lead : seen.opening])
    prose = len(words) > _PROSE and said and not _in_a_row(seen)
    return not prose


# A line of fewer words may be a menu, a counter or a caption.
_PROSE = 16


def _in_a_row(seen: Sighting) -> bool:
    """Tell whether numbers stand side by side, as the pages of a list do."""
    words = seen.line.words
    before = words[seen.first - 1] if seen.first else ""
    return words[seen.last].isdecimal() or before.isdecimal()


def _label_noun(scene: Scene) -> tuple[int, int] | None:
    """Return the words of a noun right before a number, but for ":", "là", "A"."""
    seen = scene.seen
    words, cues = seen.line.words, scene.lexicon.cues
    end = seen.opening
    first = max(0, seen.lead - 12 if _after_colon(seen) else seen.lead)
    while end > first:
        found = _noun_behind(scene, end)
        if found is not None and end - found[1] >= first:
            if cues.roles.get(found[0].label) is not None and not _after_colon(seen):
                # "chỉ tiêu 9.800" says what the number does, not what it counts.
                return None
            if found[0].classifier and end == seen.opening and not _after_colon(seen):
                # "nhóm 2", "lượt 3": the number names which one.
                return None
            return _rate_before(scene, end - found[1], first), end
        before = _past_filling(words, first, end)
        if before == end:
            break
        end = before
    return _noun_after_colon(scene, first) if _after_colon(seen) else _numbered(scene)


def _noun_behind(scene: Scene, end: int) -> tuple[Noun, int] | None:
    """Return the noun that ends before a word, unless a longer word ends so.

    The "thành" of "hoàn thành 45" is no town.
    """
    words = scene.line.words
    found = scene.lexicon.nouns.behind(words, end)
    if found is None:
        return None
    compound = scene.lexicon.structure.wholes.behind(words, end)
    return None if compound is not None and compound[1] > found[1] else found


def _past_filling(words: list[str], first: int, end: int) -> int:
    """Return where the label ends before ":", "là", a letter or a bracket."""
    word = words[end - 1]
    if word in _FILLING or (len(word) == 1 and word.isalpha()):
        return end - 1
    if word == ")" and "(" in words[max(first, end - 14) : end]:
        return len(words[:end]) - words[:end][::-1].index("(") - 1
    return end


_FILLING = frozenset((":", "là", "la", "có", "co", "đạt", "dat", "-"))


def _noun_after_colon(scene: Scene, first: int) -> tuple[int, int] | None:
    """Return the first noun of the label before a colon and of what follows it."""
    seen = scene.seen
    words, nouns = seen.line.words, scene.lexicon.nouns
    wholes = scene.lexicon.structure.wholes
    for at in range(max(first, _clause_before(seen)), seen.opening):
        found = nouns.ahead(words, at)
        if found is not None and wholes.behind(words, at + found[1]) is None:
            return at, at + found[1]
    return None


def _head_of_compound(scene: Scene) -> tuple[int, int] | None:
    """Return the first noun of "cơ quan hành chính Nhà nước 145": it is meant."""
    seen = scene.seen
    words, nouns = seen.line.words, scene.lexicon.nouns
    end = seen.opening - (words[seen.opening - 1] == ":")
    first = max(0, seen.lead - _BACK if end < seen.opening else seen.lead)
    if scene.lexicon.structure.wholes.behind(words, end) is None:
        return None
    for at in range(end - 1, first - 1, -1):
        if words[at] in {",", ";", ":", "."}:
            first = at + 1
            break
    for at in range(first, min(first + _HEAD, end)):
        found = nouns.ahead(words, at)
        if found is not None:
            return at, at + found[1]
    return None


def _numbered(scene: Scene) -> tuple[int, int] | None:
    """Return the noun of "tổng số đề tài … là 38", "số dự án tăng từ 4 lên 19"."""
    seen = scene.seen
    words, nouns = seen.line.words, scene.lexicon.nouns
    first = max(seen.lead, seen.clause, seen.opening - _NUMBERED)
    for at in range(seen.opening - 2, first - 1, -1):
        found = nouns.ahead(words, at + 1)
        if words[at] in {"số", "so", "lượng", "luong"} and found is not None:
            return at + 1, at + 1 + found[1]
    return None


# "số" and its noun may stand so many words before the number.
_NUMBERED = 14


def _rate_before(scene: Scene, at: int, first: int) -> int:
    """Return where the measure begins: "bác sĩ" for the "dân" of "bác sĩ/vạn dân"."""
    words, nouns = scene.seen.line.words, scene.lexicon.nouns
    slash = at - 1 if words[at - 1] == "/" else at - 2
    if slash <= first or words[slash] != "/":
        return at
    found = nouns.behind(words, slash)
    return slash - found[1] if found is not None else at


def _after_colon(seen: Sighting) -> bool:
    return 0 < seen.clause == seen.lead and seen.line.words[seen.clause - 1] == ":"


def _clause_before(seen: Sighting) -> int:
    words = seen.line.words
    at = seen.clause - 1
    while at > max(0, seen.clause - 14) and words[at - 1] not in {";", ".", ":", "…"}:
        at -= 1
    return at


def _attributive(mate: Sighting) -> bool:
    """Tell whether a count only describes another thing: "của 63 tỉnh"."""
    before = mate.line.words[mate.opening - 1] if mate.opening else ""
    return before in {"của", "tại", "ở", "trên", "thuộc", "cua", "tai", "o", "tren"}


def _listed_of(scene: Scene, mate: Sighting) -> Sighting | None:
    """Return what a list divides, for a number in the clause after the list.

    In "163 đơn, gồm 12 khiếu nại, 151 phản ánh; đã giải quyết 113" the letters are
    meant again, not the complaints. None: no list is over.
    """
    seen = scene.seen
    if mate.clause == seen.clause or mate.host != seen.host:
        return None
    behind = bisect_left(scene.signs.listings, mate.first)
    at = scene.signs.listings[behind - 1] if behind else -1
    if at < mate.clause:
        return None
    before = [one for one in scene.mates if one.last <= at and one.kind is Kind.COUNT]
    return before[-1] if before else None


def _model(scene: Scene) -> Sighting | None:
    """Return the count that a number without its own noun goes on from."""
    seen = scene.seen
    if seen.twin is not None and seen.twin.measure:
        return seen.twin
    for mate in reversed(scene.mates):
        if mate.kind is Kind.COUNT and mate.measure and not _attributive(mate):
            return _listed_of(scene, mate) or mate
    for earlier in reversed(scene.history[-12:]):
        # From another line only an item's label ("- Xuất sắc: 02") goes on.
        if earlier.line is not seen.line and (
            not _after_colon(seen) or earlier not in scene.history[-4:]
        ):
            break
        if (
            earlier.kind is Kind.COUNT
            and earlier.measure
            and (earlier.role in {Role.RESULT, Role.PART, Role.CUMULATIVE})
        ):
            return earlier
    return None
