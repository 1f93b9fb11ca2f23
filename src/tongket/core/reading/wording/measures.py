"""The measure after a number: per cent, money, kilograms, or the thing counted."""

from tongket.core.nouns.figure import Kind
from tongket.core.reading.lexicon import Lexicon, Noun
from tongket.core.reading.line import Line
from tongket.core.reading.sighting import Sighting


def measure_after(seen: Sighting, lexicon: Lexicon) -> None:
    """Find the measure after a number and write it into the sighting.

    Where no measure follows, the sighting is marked as elided.
    """
    line, at = seen.line, seen.last
    seen.tail = at
    if seen.measure:
        if line.words[at] == seen.measure:
            seen.tail = at + 1
        return
    words = line.words
    noun = lexicon.nouns.ahead(words, at)
    counted = noun[1] if noun is not None else 0
    if _set_measure(seen, at, lexicon, counted=counted):
        return
    follower = lexicon.followers.ahead(words, at)
    if seen.twin is not None and seen.twin.first < seen.first:
        seen.twin.tail = at
    if (follower is not None and follower[1] > counted) or (
        words[at] in lexicon.numbers.units and not counted
    ):
        seen.elided = True
        return
    at = _past_bracket(seen, lexicon)
    if words[at] in {"số", "so"} and lexicon.nouns.ahead(words, at + 1) is not None:
        at += 1
    end = noun_end(line, at, lexicon)
    if end == at:
        end = _unknown_noun(line, at, lexicon)
    if end == at:
        seen.elided = True
        return
    _set_noun(seen, lexicon, first=at, end=end)


_SIZES = frozenset((Kind.MEASURE, Kind.DURATION, Kind.MONEY))


def mark_sizes(seen: list[Sighting], lexicon: Lexicon) -> None:
    """Mark measures that only specify a thing: "loại 20 lít", "từ 5 điểm trở lên"."""
    for one in seen:
        words = one.line.words
        if one.host >= 0 and _says_again(one, seen):
            one.optional = True
            one.note("said_again", (one.start, one.end))
        if one.kind not in _SIZES or one.settled:
            continue
        before = words[one.first - 1] if one.first else ""
        sized = before in _CONTAINERS and words[one.first - 2] != "trung"
        averaged = lexicon.averages.behind(words, one.opening) is not None
        aged = one.measure in {"tuổi", "tháng tuổi"} and not averaged
        edge = before in {"từ", "dưới", "trên", "tu", "duoi", "tren"}
        threshold = edge and lexicon.bounds.after.ahead(words, one.tail) is not None
        if sized or aged or threshold:
            one.optional = True
            one.note("size_of_thing", one.line.span(max(one.first - 1, 0), one.last))


# "chai 750 ml", but "trung bình 6,5 ngày" is no bottle.
_CONTAINERS = frozenset(("loại", "chai", "bình", "can", "thùng", "gói", "túi", "hộp"))


def _says_again(one: Sighting, seen: list[Sighting]) -> bool:
    """Tell whether a number in words repeats the digits before its bracket."""
    return one.spelled and any(
        other.value == one.value and other.last <= one.host <= other.tail + 2
        for other in seen
        if other is not one and not other.spelled
    )


def rank_of_leaders(seen: Sighting, lexicon: Lexicon) -> None:
    """Read "nhóm 5 địa phương dẫn đầu" as a place among the first five."""
    words, at = seen.line.words, seen.tail
    if seen.kind is not Kind.COUNT or words[seen.first - 1] not in _AMONG:
        return
    for place in range(at, min(at + 3, len(words) - 1)):
        if lexicon.cues.leaders.ahead(words, place):
            seen.kind, seen.measure, seen.noun = Kind.RANK, "top", ""
            seen.kin = frozenset()
            seen.note("rank", seen.line.span(seen.first - 1, place + 1), "top")
            return


_AMONG = frozenset(("nhóm", "trong", "tốp", "top", "nhom", "trong số", "số"))


def _past_bracket(seen: Sighting, lexicon: Lexicon) -> int:
    """Return the word where the counted noun begins, past "(37,9%)" behind a pair."""
    words, at = seen.line.words, seen.last
    if words[at] != "(" or ")" not in words[at : at + 8]:
        return at
    shut = words.index(")", at)
    bracket = words[at + 1 : shut]
    past = "%" in bracket and lexicon.nouns.ahead(words, shut + 1) is not None
    return shut + 1 if past else at


def _set_measure(seen: Sighting, at: int, lexicon: Lexicon, *, counted: int) -> bool:
    """Write per cent, money, a physical measure or a length of time."""
    line = seen.line
    words = line.words
    found = lexicon.measures.ahead(words, at)
    if found is None:
        return not counted and _scale_means_money(seen, lexicon)
    measure, length = found
    if counted > length:
        return False
    barred = lexicon.not_before.get(words[at])
    if barred is not None and barred.ahead(words, at + length):
        return False
    if measure.kind is Kind.MEASURE and line.is_capital(at) and len(words[at]) > 2:
        return False
    start, end = line.span(at, at + length)
    seen.kind, seen.measure = measure.kind, measure.label
    seen.tail = at + length
    if measure.label in {"%", "‰"}:
        seen.end, seen.last = end, at + length
    elif words[seen.tail] == "/" and _is_base(line, seen.tail + 1, lexicon):
        seen.tail = _rate_end(line, seen.tail, lexicon)
        seen.measure = measure.label + line.low[end : line.ends[seen.tail - 1]]
    seen.note(f"measure_{measure.kind.value}", (start, end), seen.measure)
    return True


def _scale_means_money(seen: Sighting, lexicon: Lexicon) -> bool:
    """Take millions without a measure as money, unless a noun stands before them."""
    line, at = seen.line, seen.last
    words = line.words
    noun = lexicon.nouns.behind(words, seen.first)
    if noun is not None and seen.factor < _BILLION:
        ahead = words[seen.first - noun[1] - 1] if seen.first > noun[1] else ""
        if not ahead.isdecimal() and not noun[0].classifier:
            return False
    if not seen.scaled:
        return False
    seen.kind, seen.measure = Kind.MONEY, "đồng"
    if words[at] == "/" and _is_base(line, at + 1, lexicon):
        seen.tail = _rate_end(line, at, lexicon)
        start, end = line.span(at, seen.tail)
        seen.measure += line.low[start:end]
    seen.note("scale_means_money", (seen.start, seen.end), seen.measure)
    return True


def _is_base(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a rate may be taken over what stands here; a plan is no base."""
    if not line.words[at][0].isalpha():
        return False
    return lexicon.cues.plan_words.ahead(line.words, at) is None


def _rate_end(line: Line, at: int, lexicon: Lexicon) -> int:
    """Return the word after "/ha", "/vạn dân", "/người/năm", "/100 dân"."""
    words = line.words
    if words[at + 1].isdecimal():
        return _counted_base(line, at, lexicon)
    while words[at] == "/" and _is_base(line, at + 1, lexicon):
        scale = lexicon.numbers.scales.ahead(words, at + 1)
        taken = scale[1] if scale is not None else 0
        thing = lexicon.measures.ahead(words, at + 1 + taken) or lexicon.nouns.ahead(
            words, at + 1 + taken
        )
        at += 1 + taken + (thing[1] if thing is not None else int(not taken))
    return at


def _counted_base(line: Line, at: int, lexicon: Lexicon) -> int:
    """Return the word after "/100 dân", "/1.000 người"; *at*: it is no base."""
    end = line.number_end(at + 1)
    if end is None:
        return at
    after = line.word_at(end, at)
    found = lexicon.nouns.ahead(line.words, after)
    raw = line.low[line.starts[at + 1] : end].replace(".", "")
    scale = lexicon.numbers.scales.ahead(line.words, after)
    if scale is not None and found is None:
        after += scale[1]
        found = lexicon.nouns.ahead(line.words, after)
    if found is None or raw.strip("0") != "1" or not (len(raw) > 2 or scale):
        return at
    return after + found[1]


def noun_end(line: Line, at: int, lexicon: Lexicon) -> int:
    """Return the word after the counted noun that begins at a word; *at*: none.

    A classifier takes the noun after it, and coordinated nouns go together
    ("huyện, thị, thành phố").
    """
    words = line.words
    found = lexicon.nouns.ahead(words, at)
    if found is None:
        return at
    noun, length = found
    end = at + length
    if noun.classifier:
        inner = lexicon.nouns.ahead(words, end)
        act = lexicon.acts.ahead(words, end)
        if inner is not None and inner[0].label not in _DESCRIBING:
            noun, end = inner[0], end + inner[1]
        elif act is not None:
            end += act[1]
    while True:
        more = _joined(line, end, lexicon, noun=noun)
        if more == end:
            break
        end = more
    if words[end] == "/" and line.glued(end):
        end = _rate_end(line, end, lexicon)
    return end


# Below this, a scale also counts people and things ("lao động 1,6 triệu").
_BILLION = 1_000_000_000
# After a classifier these describe it: "ca loại I", "trường cấp 2".
_DESCRIBING = frozenset(("loại", "cấp", "loai", "cap", "khác"))


def _joined(line: Line, end: int, lexicon: Lexicon, *, noun: Noun) -> int:
    """Return the word after one more noun joined by a comma or "và"."""
    if line.words[end] not in {",", "và", "va"} or not noun.joins:
        return end
    found = lexicon.nouns.ahead(line.words, end + 1)
    if found is None or not found[0].joins & noun.joins:
        return end
    return end + 1 + found[1]


def _unknown_noun(line: Line, at: int, lexicon: Lexicon) -> int:
    """Take up to two words as the counted thing, where the lexicon knows none."""
    words = line.words
    end = at
    while end < at + 2 and words[end][0].isalpha():
        if lexicon.structure.stops.ahead(words, end):
            break
        if end > at and lexicon.followers.ahead(words, end):
            break
        if line.is_capital(end) and not _is_abbreviation(line, end):
            break
        end += 1
    return end


def _is_abbreviation(line: Line, word: int) -> bool:
    """Tell whether a word is all capitals, as an abbreviation or in a loud line."""
    return line.text[line.starts[word] : line.ends[word]].isupper()


def _set_noun(seen: Sighting, lexicon: Lexicon, *, first: int, end: int) -> None:
    line, at = seen.line, first
    if first <= seen.last + 1:
        seen.tail = end
    else:
        seen.thing = first
    seen.measure = " ".join(line.low[line.starts[at] : line.ends[end - 1]].split())
    found = lexicon.nouns.ahead(line.words, at)
    if found is not None:
        noun = found[0]
        seen.kin = noun.kin
        seen.noun = noun.label
        inner = lexicon.nouns.ahead(line.words, at + found[1])
        if noun.classifier and inner is not None:
            seen.kin = seen.kin | inner[0].kin
    else:
        seen.noun = seen.measure
        seen.doubt("0.8")
    rule = "counted_noun" if found is not None else "counted_unknown"
    seen.note(rule, line.span(at, end), seen.measure)
