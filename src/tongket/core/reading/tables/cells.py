"""Cells: the numbers of a table, read by the row and the column they stand in."""

import re
from decimal import Decimal
from functools import lru_cache

from tongket.core.nouns.figure import Kind
from tongket.core.nouns.reading import TokenClass
from tongket.core.reading.digits import read_digits, whole
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line, words_of
from tongket.core.reading.sighting import Aside, Found, Sighting
from tongket.core.reading.tables.body import Placed
from tongket.core.reading.tables.columns import TIER, Titles
from tongket.core.reading.tables.rows import Cell, Row, Worth

_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]\s*$")
# The marker of a row: "A.", "II.", "1.2.", "-".
_MARKER = re.compile(r"^(?:[A-ZĐ]|[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})*)[.)] |^[-+•*] ?")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_LEAD_IN = re.compile(r"(?:tổng )?số (?:lượng )?|tỷ lệ |tỉ lệ ", re.IGNORECASE)
_COUNTED = re.compile(r"(?:tổng )?số (?:lượng )?")
# What parts the counted noun from the rest of a label: "cuộc thanh tra, kiểm tra".
_STOPS = ",;:."


def titles_of(lexicon: Lexicon) -> Titles:
    """Return the known titles of table columns."""
    known = lexicon.columns
    return Titles(known.roles, known.totals, known.comparing)


def cells_of(line: Line, row: Row, lexicon: Lexicon) -> list[Placed]:
    """Return the numbers of a table row, with all that row and column say of them."""
    subject = _BRACKET.sub("", _label(line.text, row)).strip()
    titles = titles_of(lexicon)
    worths: dict[str, Worth] = {}
    placed: list[Placed] = []
    for cell in row.cells:
        first = line.word_at(cell.start, 0)
        end = line.number_end(first)
        if end is not None and end <= cell.end:
            if cell.heading not in worths:
                worths[cell.heading] = _worth(
                    line.text, row, cell.heading, lexicon=lexicon
                )
            one = _read_cell(line, first, worths[cell.heading])
            one.subject = subject
            one.note("table_cell", row.label, cell.heading)
            _sign(one, cell, titles.role(cell.heading))
            placed.append(Placed(one, cell.column, cell.heading))
    return placed


def _label(text: str, row: Row) -> str:
    return _MARKER.sub("", text[slice(*row.label)].strip())


def _sign(seen: Sighting, cell: Cell, role: str) -> None:
    """Keep the sign before a number: of a change its way, else it is below nought."""
    if role in {"change", "gap"}:
        seen.sign = cell.sign or None
    elif cell.sign == "-" and seen.value is not None:
        seen.value = -seen.value
        seen.start, seen.end = cell.signed
        seen.note("negative_cell", cell.signed)


def years_of_head(line: Line) -> list[Found]:
    """Return the years in the titles of columns: "Hạng 2021" is no rank."""
    return [
        Aside(line.starts[at], line.ends[at], TokenClass.DATE, "year")
        for at, word in enumerate(line.words)
        if _YEAR.fullmatch(word)
    ]


def _read_cell(line: Line, first: int, worth: Worth) -> Sighting:
    """Return the number of a cell, in a measure and scale known from around it."""
    kind, measure, factor = worth
    start = line.starts[first]
    end = line.number_end(first) or line.ends[first]
    last = line.word_at(end, first)
    raw = line.low[start:end]
    if line.words[last] == "%":
        kind, measure, factor = Kind.PERCENT, "%", Decimal(1)
        end, last = line.ends[last], last + 1
    counted = kind is Kind.COUNT and "," not in raw
    digits = read_digits(raw, fractional=kind is Kind.PERCENT, counted=counted)
    seen = Sighting(line, first, last, start, end, whole(digits.value * factor))
    seen.quantum = whole(digits.quantum * factor)
    seen.kind, seen.measure, seen.noun = kind, measure, measure
    seen.tail, seen.opening, seen.settled = last, first, True
    return seen


def _worth(text: str, row: Row, heading: str, *, lexicon: Lexicon) -> Worth:
    """Return kind, measure and scale of a cell; of a total, those of all it adds up."""
    if row.above:
        added = {_measure(text, other, heading, lexicon=lexicon) for other in row.above}
        if len(added) == 1:
            return added.pop()
    return _measure(text, row, heading, lexicon=lexicon)


def _measure(text: str, row: Row, heading: str, *, lexicon: Lexicon) -> Worth:
    """Return kind, measure and scale of a cell of a row, found once per heading."""
    if heading not in row.worths:
        label = _label(text, row)
        row.worths[heading] = _found_measure(row, label, heading, lexicon=lexicon)
    return row.worths[heading]


def _found_measure(row: Row, label: str, heading: str, *, lexicon: Lexicon) -> Worth:
    """Return kind, measure and scale of a cell: of its column, row or label."""
    bracket = _BRACKET.search(label)
    tiers = heading.split(TIER)[::-1]
    titled = [inside[1] for tier in tiers if (inside := _BRACKET.search(tier))]
    for words in (
        *titled,
        "%" if "%" in tiers[0] else "",
    ):
        found = _named_measure(words, lexicon)
        if found is not None:
            return found
    for tier in tiers:
        found = _titled_measure(tier, lexicon)
        if found is not None:
            return found
    for words in (row.measure, bracket[1] if bracket else ""):
        found = _named_measure(words, lexicon)
        if found is not None:
            return found
    if words_of(label)[:2] in (["tỷ", "lệ"], ["tỉ", "lệ"]):
        return Kind.PERCENT, "%", Decimal(1)
    if lexicon.columns.places.get(row.titled.lower()) is not None:
        # The rows are places or offices: what is counted there, the column says.
        words = [*words_of(_BRACKET.sub("", tiers[0])), "\n"]
        counted = lexicon.nouns.ahead(words, 0)
        named = " ".join(words[: counted[1]]) if counted is not None else ""
        return Kind.COUNT, named, Decimal(1)
    return Kind.COUNT, _noun_of(label, lexicon), Decimal(1)


def _noun_of(label: str, lexicon: Lexicon) -> str:
    """Return what the label of a row counts: its noun, or all of it."""
    noun = _LEAD_IN.sub("", _BRACKET.sub("", label)).strip().lower()
    found_noun = lexicon.nouns.ahead([*words_of(noun), "\n"], 0)
    if found_noun is not None and "/" not in noun:
        length = len(words_of(found_noun[0].label))
        noun = " ".join(noun.split()[:length]).rstrip(_STOPS) if length else noun
    elif titles_of(lexicon).is_total(label):
        # A total of different things is a number of nothing that has a name.
        noun = ""
    return noun


@lru_cache(maxsize=512)
def _titled_measure(heading: str, lexicon: Lexicon) -> Worth | None:
    """Return what a heading says that it measures: "Hạng 2023", "Điểm", "Số hồ sơ"."""
    role = lexicon.columns.roles.get(heading.lower())
    if role == "gap":
        return Kind.PERCENT, "%", Decimal(1)
    words = [
        word
        for word in words_of(_BRACKET.sub("", heading))
        if word not in {"năm", "nam"} and not _YEAR.fullmatch(word)
    ]
    words.append("\n")
    rank = lexicon.cues.ranks.ahead(words, 0)
    if rank is not None and rank[1] == len(words) - 1:
        return Kind.RANK, rank[0], Decimal(1)
    measure = lexicon.measures.ahead(words, 0)
    if measure is not None and measure[1] == len(words) - 1:
        return measure[0].kind, measure[0].label, Decimal(1)
    counted = _COUNTED.match(" ".join(words))
    if counted is None:
        return None
    rest = [*words_of(" ".join(words)[counted.end() :]), "\n"]
    noun = lexicon.nouns.ahead(rest, 0)
    return (Kind.COUNT, " ".join(rest[: noun[1]]), Decimal(1)) if noun else None


@lru_cache(maxsize=512)
def _named_measure(words: str, lexicon: Lexicon) -> Worth | None:
    split = [*words_of(words), "\n", "\n"]
    if len(split) < 3:
        return None
    at = 1 if split[0] in {"đvt", ":"} else 0
    factor = Decimal(1)
    scale = lexicon.numbers.scales.ahead(split, at)
    if scale is not None:
        factor, at = scale[0], at + scale[1]
    found = lexicon.measures.ahead(split, at)
    if found is not None:
        return found[0].kind, found[0].label, factor
    if scale is not None and at >= len(split) - 2:
        return Kind.MONEY, "đồng", factor
    noun = lexicon.nouns.ahead(split, at)
    if noun is None:
        return None
    return Kind.COUNT, " ".join(split[at:-2]).replace(" ,", ","), factor
