"""A notation for texts whose figures are marked, so that checks need no reader.

"Công nhận [[a|50/132|hồ sơ]] hồ sơ ([[b|37,9%|%|share of a]])." marks two figures:
id, number, measure, and what else is said of it, in words:
    part of X, share of X, gap of X, change of X, previous of X, cumulative of X, target
    +, - or =           the sign of a gap or change
    approx, more, less, vague      the bound
    in 2018             the period
    under A / B         the headings
    about …             the subject
"""

import re
from decimal import Decimal

from tongket.core.nouns.figure import Bound, Figure, Kind, Role
from tongket.core.nouns.reading import Reading
from tongket.core.nouns.span import Span

MARK = re.compile(r"\[\[([^\]]*)\]\]")
SCALES = (("tỷ", 9), ("tỉ", 9), ("triệu", 6), ("nghìn", 3))
SPELLED = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "gấp đôi": 2, "đôi": 2}
ROLES = {role.value for role in Role}
BOUNDS = {bound.value for bound in Bound}
DURATIONS = {"ngày", "tháng", "năm", "tuổi"}
MEASURES = {"kg", "m2", "ha", "km", "lít", "ml", "điểm"}


def marked(text: str) -> Reading:
    """Return the reading of a text with marks; its text is the text without them."""
    plain, figures, last = "", [], 0
    for mark in MARK.finditer(text):
        plain += text[last : mark.start()]
        number = mark[1].split("|")[1]
        figures.append(figure(mark[1], Span(len(plain), len(plain) + len(number))))
        plain += number
        last = mark.end()
    return Reading(plain + text[last:], tuple(figures), ())


def figure(mark: str, span: Span) -> Figure:
    """Return the figure of one mark."""
    key, text, measure, *words = mark.split("|")
    value, total, quantum = read(text)
    fields = spoken(words)
    if fields.get("bound") is Bound.VAGUE:
        value = quantum = None
    return Figure(
        id=key,
        span=span,
        text=text,
        kind=kind(measure),
        value=value,
        measure=measure,
        total=total,
        quantum=quantum,
        **fields,
    )


def spoken(words: list[str]) -> dict[str, object]:
    """Return the fields that the words of a mark fill."""
    fields: dict[str, object] = {}
    for word in words:
        name, _, rest = word.partition(" ")
        if name == "under":
            fields["section"] = tuple(rest.split(" / "))
        elif name == "about":
            fields["subject"] = rest
        else:
            fields |= brief(word.split())
    return fields


def brief(said: list[str]) -> dict[str, object]:
    """Return the fields that single words fill."""
    fields: dict[str, object] = {}
    for word, following in zip(said, [*said[1:], ""], strict=True):
        if word in ROLES:
            fields["role"] = Role(word)
        elif word in BOUNDS:
            fields["bound"] = Bound(word)
        elif word in {"+", "-", "="}:
            fields["sign"] = word
        elif word == "of":
            fields["of"] = following
        elif word == "in":
            fields["period"] = following
    return fields


def kind(measure: str) -> Kind:
    """Return the sort of quantity that a measure is of."""
    if "%" in measure:
        return Kind.PERCENT
    if measure in {"đồng", "usd"}:
        return Kind.MONEY
    if measure in {"hạng", "top"}:
        return Kind.RANK
    if measure in DURATIONS:
        return Kind.DURATION
    return Kind.MEASURE if measure in MEASURES else Kind.COUNT


def read(text: str) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Return the value, the second number of a pair, and the last digit's worth."""
    if text in SPELLED:
        return Decimal(SPELLED[text]), None, Decimal(1)
    match = re.match(r"([\d.,]+)(?:/([\d.,]+))?", text)
    if match is None:
        return None, None, None
    value, total = plain(match[1]), plain(match[2]) if match[2] else None
    power = sum(power for scale, power in SCALES if scale in text)
    decimals = len(match[1].partition(",")[2])
    return value.scaleb(power) + 0, total, Decimal(1).scaleb(power - decimals) + 0


def plain(digits: str) -> Decimal:
    """Return the value of digits written the Vietnamese way."""
    return Decimal(digits.replace(".", "").replace(",", "."))
