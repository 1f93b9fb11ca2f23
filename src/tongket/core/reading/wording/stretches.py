"""Stretches: the words before and after a number that belong to its subject."""

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line, words_of
from tongket.core.reading.sighting import Sighting
from tongket.core.reading.signs import between
from tongket.core.reading.survey import STOPS

EDGES = frozenset(("-", "/", "+", '"', *STOPS))
TIME = frozenset(
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
_COPULAS = frozenset(("là", "la"))
MOST_LEFT = 18
_MOST_RIGHT = 18
# A stretch after a comma goes on with a list only when it is this short.
_MOST_LISTED = 6
_LONGEST_AGENT = 24
_LONGEST_ACTOR = 12
BY_VALUE = frozenset((Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.DURATION, Kind.RANK))


def right_of(seen: Sighting, after: Sighting | None, lexicon: Lexicon) -> str:
    """Return the noun phrase after a number, up to where another thing begins."""
    line = seen.line
    words = line.words
    first = _right_start(seen, lexicon)
    if first is None:
        return ""
    if seen.thing >= 0:
        first, after = seen.thing, None
    limit = min(first + _MOST_RIGHT, len(words) - 1)
    if after is not None:
        limit = min(limit, max(after.opening, first))
    at = max(seen.tail, first) if seen.thing < 0 else first
    end = _first_stop(seen, (at, limit), lexicon) if at < limit else at
    # "văn bằng" ends like a preposition, and is what was counted.
    floor = seen.tail if seen.thing < 0 else first
    last = max(_trim_end(line, (first, end), lexicon), min(floor, limit))
    while last > first and words[last - 1] in {"/", "-", "+", "&"}:
        last -= 1
    return line.quote(first, last)


def _first_stop(seen: Sighting, place: tuple[int, int], lexicon: Lexicon) -> int:
    """Return the first word after a number that ends its phrase; the limit: none."""
    line, (first, limit) = seen.line, place
    words = line.words
    for at in between(line.signs.stops, first, limit):
        if words[at] in STOPS and not (
            words[at] == "," and at > seen.last and _goes_on(line, (at, limit), lexicon)
        ):
            return at
        if (at > seen.tail or _leads_on(seen, at)) and _stops(
            line, (at, limit), lexicon
        ):
            return at
    return limit


def _leads_on(seen: Sighting, at: int) -> bool:
    """Tell whether "50 giải cho các tác giả" goes on right behind what is counted."""
    named = seen.kind is Kind.COUNT and at > seen.last
    return named and seen.line.words[at] in _PREPOSITIONS


_PREPOSITIONS = frozenset(("cho", "với", "để", "nhằm", "voi", "nham"))


def _right_start(seen: Sighting, lexicon: Lexicon) -> int | None:
    """Return the word that the stretch after a number begins with; None: none."""
    words = seen.line.words
    if seen.kind is Kind.RANK:
        return None
    if seen.kind not in BY_VALUE:
        return seen.last
    first = seen.tail
    if seen.kind is Kind.PERCENT and words[first] in {"là", "la"}:
        return first + 1
    ended = words[first] in TIME or _ends_here(seen, lexicon)
    return None if ended else first


def _stops(line: Line, place: tuple[int, int], lexicon: Lexicon) -> bool:
    """Tell whether another thing begins at a word after a number."""
    words = line.words
    at, limit = place
    if words[at] in {"và", "va"}:
        return not _goes_on(line, (at, limit), lexicon)
    if words[at] == "/" and at + 1 == limit:
        return True
    if lexicon.structure.wholes.behind(words, at + 1) is not None:
        return False
    if words[at] in _ATTAINED and at + 1 < len(words) and _says_quality(words, at):
        return False
    return lexicon.structure.stops.ahead(words, at) is not None


def _says_quality(words: list[str], at: int) -> bool:
    """Tell whether "41 mẫu đạt, 05 mẫu không đạt" says which, and no value follows."""
    return words[at + 1] in STOPS or words[at - 1] in {"không", "chưa", "khong"}


_ATTAINED = frozenset(("đạt", "dat"))


def _goes_on(line: Line, place: tuple[int, int], lexicon: Lexicon) -> bool:
    """Tell whether a comma or "và" joins one more word of the same list.

    It does when a short stretch follows that runs into no further number and holds
    no cue.
    """
    words = line.words
    at, limit = place
    end = at + 1
    while end < limit and words[end] not in STOPS and words[end] not in {"và", "va"}:
        if lexicon.cues.roles.ahead(words, end) or words[end].isdecimal():
            return False
        end += 1
    if end >= limit or not 0 < end - at - 1 <= _MOST_LISTED or line.is_capital(at + 1):
        return words[at] in {"và", "va"} and end < limit and words[end] in {".", ";"}
    return lexicon.structure.leads.ahead(words, at + 1) is None


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


def _trim_end(line: Line, place: tuple[int, int], lexicon: Lexicon) -> int:
    """Return the end of a stretch after a number, without dangling words."""
    first, last = place
    while last > first:
        if lexicon.structure.wholes.behind(line.words, last) is not None:
            return last
        found = lexicon.structure.right_trails.behind(line.words, last)
        if found is None or last - found[1] < first:
            return last
        last -= found[1]
    return last


def left_of(seen: Sighting, before: Sighting | None, lexicon: Lexicon) -> str:
    """Return the stretch before a number that says what was done with the things."""
    first, last = seen.lead, seen.opening
    same = before is not None and (before.clause == seen.clause or first == before.tail)
    found = _cut_left(seen, (first, last), same=same, lexicon=lexicon)
    if found or seen.host < 0 or seen.host < first - 1:
        return found
    # Nothing within the bracket: what it explains stands before it.
    outer = 0 if before is None or before.line is not seen.line else before.tail
    first = max(outer, seen.sentence, seen.host - 30)
    item = _item_before(seen, first)
    same = item == first and outer > seen.sentence
    return _cut_left(seen, (item, seen.host), same=same, lexicon=lexicon)


def _item_before(seen: Sighting, first: int) -> int:
    """Return where the item begins that a bracket ends: "…: y dược (4 bài); …"."""
    words = seen.line.words
    for at in range(seen.host - 1, first - 1, -1):
        if words[at] in {";", ":"}:
            return at + 1
    return first


def _cut_left(
    seen: Sighting, place: tuple[int, int], *, same: bool, lexicon: Lexicon
) -> str:
    line = seen.line
    words = line.words
    first, last = place
    if same:
        first = _amount_named(words, place, lexicon) or _after_comma(words, first, last)
    elif ")" in words[first:last][:8] and "(" not in words[first:last][:8]:
        first = words.index(")", first) + 1
    last = _trim_cues(seen, (first, last), lexicon)
    first = _trim_start(line, (first, last), lexicon)
    if last - first > MOST_LEFT:
        if words[last] in _COPULAS and first < last:
            # "Tổng số đơn thuộc thẩm quyền … là 33": what is meant is named first.
            last = first + MOST_LEFT
        else:
            first = _shorter(words, first, last)
    while first < last and words[first] in EDGES:
        first += 1
    while first < last and words[last - 1] in EDGES:
        last -= 1
    shut = words[last] == ")" and "(" in words[first:last]
    quoted = words[last] == '"' and words[first:last].count('"') % 2
    if shut or quoted:
        last += 1
    return line.quote(first, last)


def _amount_named(
    words: list[str], place: tuple[int, int], lexicon: Lexicon
) -> int | None:
    """Return where "với tổng vốn đăng ký 7.650 tỷ đồng" names its amount."""
    first, last = place
    for at in range(first, last - 1):
        if words[at] in {"với", "voi"}:
            named = lexicon.structure.amount_heads.ahead(words, at + 1)
            return at + 1 if named is not None else None
        if words[at] in {",", ";", ")"}:
            return None
    return None


def _after_comma(words: list[str], first: int, last: int) -> int:
    """Return where a new stretch begins behind the number before.

    A list of short words right behind that number ("21, sửa đổi, bổ sung 3", ", khoa
    học xã hội và nhân văn 11") begins at its first comma.
    """
    opens = first < last and words[first] in {",", ";"}
    for at in range(last - 1, first - 1, -1):
        if words[at] in {",", ")", ";"}:
            short = words[at] == "," and 0 < at - first - 1 <= _LISTED_WORDS
            return first + 1 if opens and short else at + 1
        if words[at] in {"và", "va"} and at + 1 < last and not opens:
            return at + 1
    return last


# "sửa đổi, bổ sung", "thu phí, lệ phí": words so few are listed, and open no clause.
_LISTED_WORDS = 2


def _trim_cues(seen: Sighting, place: tuple[int, int], lexicon: Lexicon) -> int:
    """Drop cues, time and prepositions from the end of a stretch before a number."""
    words = seen.line.words
    structure = lexicon.structure
    first, last = place
    while last > first:
        if structure.wholes.behind(words, last) is not None:
            return last
        found = structure.trails.behind(words, last)
        if found is None:
            found = lexicon.cues.roles.behind(words, last)
            if found is not None and _names_portion(seen, found[0]):
                return last
        if found is None and seen.kind is Kind.RANK:
            found = structure.standings.behind(words, last)
        if found is not None and last - found[1] >= first:
            last -= found[1]
        elif (
            words[last - 1][0].isdecimal()
            or words[last - 1] in EDGES
            or (words[last - 1] in {"năm", "nam"} and last - first > 1)
            or (
                words[last - 1] in _TERMS
                and last < place[1]
                and words[last].isdecimal()
            )
        ):
            last -= 1
        else:
            break
    return last


_TERMS = frozenset(("tháng", "quý", "kỳ", "ngày", "thang"))


def _names_portion(seen: Sighting, cue: str) -> bool:
    """Tell whether "trước hạn 97, trễ hạn 2" names portions, and is no cue."""
    return seen.role is Role.PART and cue.startswith("gap")


def _trim_start(line: Line, place: tuple[int, int], lexicon: Lexicon) -> int:
    """Drop time, agents and filling words from the start of a stretch."""
    words = line.words
    first, last = place
    stretch = words[first:last]
    if "đã" in stretch or "da" in stretch:
        first = _past_done(words, first, last)
    if "," in stretch:
        first = _past_lead(words, (first, last), lexicon)
    begun = first
    first = _past_adverbial(words, (first, last), lexicon)
    while first < last:
        found = lexicon.structure.leads.ahead(words, first)
        if lexicon.structure.wholes.ahead(words, first) is not None:
            break
        if found is not None and first + found[1] <= last:
            first += found[1]
        elif words[first] in {"quý", "quy"} and words[first + 1] in _QUARTERS:
            first += 2
        elif (
            words[first] in TIME
            or (words[first][0].isdecimal() and not words[first + 1][0].isalpha())
            or (
                words[first][0].isdecimal()
                and line.starts[first + 1] > line.ends[first]
            )
        ):
            first += 1
        else:
            break
    if first > begun:
        first = _past_adverbial(words, (first, last), lexicon)
    return _past_agent(words, (first, last), lexicon)


_QUARTERS = frozenset(("i", "ii", "iii", "iv"))


def _past_done(words: list[str], first: int, last: int) -> int:
    """Return where the deed begins behind the last "đã" of a stretch."""
    for at in range(last - 2, first - 1, -1):
        if words[at] in {"đã", "da"}:
            return at + 1
    return first


def _past_lead(words: list[str], place: tuple[int, int], lexicon: Lexicon) -> int:
    """Return where a stretch goes on behind "Theo ông A, đến nay …": no subject."""
    first, last = place
    for at in range(last - 2, first, -1):
        if words[at] == "," and lexicon.structure.leads.ahead(words, at + 1):
            return at + 1
    return first


def _past_adverbial(words: list[str], place: tuple[int, int], lexicon: Lexicon) -> int:
    """Return where a stretch goes on behind "Sau hai vòng, …", "từ 15/7, …"."""
    first, last = place
    # "Sáu tháng đầu năm, …" also only says when.
    timed = words[first] in lexicon.numbers.units and words[first + 1] in _TERMS
    if not timed and not lexicon.structure.adverbials.ahead(words, first):
        return first
    if "," not in words[first:last]:
        return first
    comma = words.index(",", first, last)
    return comma + 1 if last - comma > 2 else first


def _past_agent(words: list[str], place: tuple[int, int], lexicon: Lexicon) -> int:
    """Return where the deed begins behind who acted: "Lực lượng công an phát hiện"."""
    first, last = place
    head = lexicon.structure.agent_heads.ahead(words, first)
    if head is None:
        return first
    for at in range(first + head[1], min(last, first + _LONGEST_ACTOR)):
        if words[at] == ",":
            return first
        deed = lexicon.structure.deeds.ahead(words, at)
        level = lexicon.followers.ahead(words, at)
        named = level is not None and deed is not None and level[1] > deed[1]
        if deed is not None and at + deed[1] <= last and not named:
            return at
    return first


def _shorter(words: list[str], first: int, last: int) -> int:
    """Cut a long stretch at a comma, else to the words nearest the number."""
    for at in range(last - MOST_LEFT, last - 4):
        if words[at] == ",":
            return at + 1
    return max(first, last - MOST_LEFT)


def is_agent(stretch: str, lexicon: Lexicon) -> bool:
    """Tell whether a stretch only says who acted."""
    if not stretch or len(stretch) > _LONGEST_AGENT:
        return False
    return " ".join(words_of(stretch)) in lexicon.structure.agents
