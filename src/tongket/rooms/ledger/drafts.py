"""What a draft must be before it is posted: named rightly, written in one way."""

import re
from collections.abc import Iterable
from dataclasses import fields, replace
from decimal import Decimal
from unicodedata import normalize

from tongket.content.catalogue import catalogue
from tongket.content.messages import messages
from tongket.content.periods import period
from tongket.content.refusal import Refusal
from tongket.core.nouns.entry import Draft
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.span import Span
from tongket.core.nouns.unit import UnitKind
from tongket.rooms.ledger.models import AMOUNT
from tongket.rooms.ledger.rows import written_breakdown
from tongket.rooms.ledger.seal import amount
from tongket.rooms.units import queries as units

Occasion = tuple[object, ...]
OCCASION = (
    "department_id",
    "unit_id",
    "period",
    "indicator",
    "breakdown",
    "kind",
    "aspect",
    "source_kind",
    "source_reference",
    "span_start",
    "span_end",
    "value",
    "displayed",
    "label",
    "quote",
)
SPAN_END = OCCASION.index("span_end") + 1

# The farthest code point that a column can name: no text of ours is that long.
FARTHEST = 2**31 - 1

# How long the words of an entry may be, whichever door they come through. What a
# department writes stays far below; the forms ask for less still.
LONGEST = {"displayed": 200, "measure": 200, "reference": 250, "reason": 2_000}
LONGEST_WORDS = 1_000

# PostgreSQL stores no NUL, and a lone half of a surrogate pair is no text anywhere.
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


class UnknownIndicator(Refusal):
    """The catalogue has no indicator of that code."""

    code = "ledger_unknown_indicator"


class UnknownUnit(Refusal):
    """No unit has that code."""

    code = "ledger_unknown_unit"


class NotADepartment(Refusal):
    """Only departments have a chain: provinces, divisions and centres have none."""

    code = "ledger_not_a_department"


class NotOfDepartment(Refusal):
    """The unit that a value is about belongs to another department."""

    code = "ledger_not_of_department"


class NotWritable(Refusal):
    """A draft holds what no ledger can: a missing value, an endless number, a NUL."""

    code = "ledger_not_writable"

    def sentence(self, language: str = "vi") -> str:
        """Return the sentence with the column's name in the same language."""
        known = messages(language)
        column = self.arguments["what"]
        name = known.get(f"ledger_column_{column}", column)
        return known[self.code].format(**self.arguments | {"what": name})


class TooLong(NotWritable):
    """Words are longer than a ledger takes them."""

    code = "ledger_too_long"


def settled(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Return *drafts* as they will be posted.

    A synonym becomes the code it stands for, breakdowns stand in the order of their
    names, words are NFC. Raises UnknownIndicator, UnknownUnit, NotADepartment,
    NotOfDepartment, UnknownPeriod (of content.periods) and NotWritable, each naming
    what stands there.
    """
    settling = tuple(_settle(draft) for draft in drafts)
    for department, unit in sorted({(each.department, each.unit) for each in settling}):
        _check_place(department, unit)
    return settling


def occasion(draft: Draft) -> Occasion:
    """Return what may stand only once: this source's words for this cell.

    The words of a document are their span; a source without spans (a record, a
    person) repeats itself when it says the same number again. In the words of the
    columns that are called OCCASION.
    """
    source = draft.source
    return once(
        (
            draft.department,
            draft.unit,
            draft.period,
            draft.indicator,
            written_breakdown(draft.breakdown),
            draft.kind.value,
            draft.aspect.value,
            source.kind.value,
            source.reference,
            source.span.start if source.span else None,
            source.span.end if source.span else None,
            amount(draft.value) or "",
            draft.displayed,
            draft.label,
            source.quote,
        )
    )


def once(columns: Occasion) -> Occasion:
    """Return the columns of an occasion without the words that its span stands for."""
    return columns[:SPAN_END] if columns[SPAN_END - 1] is not None else columns


def _settle(draft: Draft) -> Draft:
    indicator = catalogue().by_code.get(draft.indicator)
    if indicator is None:
        raise UnknownIndicator(indicator=draft.indicator)
    _check_amounts(draft)
    _check_words(draft)
    if draft.source.span is not None:
        _check_span(draft.source.span)
    return replace(
        draft,
        indicator=indicator.code,
        period=period(draft.period).code,
        breakdown=tuple(
            sorted((_nfc(name), _nfc(value)) for name, value in draft.breakdown)
        ),
        displayed=_nfc(draft.displayed),
        measure=_nfc(draft.measure),
        label=_nfc(draft.label),
    )


def _check_place(department: str, unit: str) -> None:
    unknown = sorted({department, unit} - units.known({department, unit}))
    if unknown:
        raise UnknownUnit(unit=unknown[0])
    if units.unit(department).kind is not UnitKind.DEPARTMENT:
        raise NotADepartment(unit=department)
    owner = units.department_of(unit)
    if owner is None or owner.code != department:
        raise NotOfDepartment(unit=unit, department=department)


def _check_amounts(draft: Draft) -> None:
    if draft.value is None and draft.bound is not Bound.VAGUE:
        raise NotWritable(what="value", found="—")
    for name in ("value", "value_max", "total"):
        value: Decimal | None = getattr(draft, name)
        if value is None:
            continue
        # An exponent is looked at before the number is written out.
        too_long = value.is_finite() and abs(value.adjusted()) > AMOUNT
        if not value.is_finite() or too_long or len(amount(value) or "") > AMOUNT:
            raise NotWritable(what=name, found=str(value)[:AMOUNT])


def _check_words(draft: Draft) -> None:
    words = {
        field.name: value
        for holder in (draft, draft.source)
        for field in fields(holder)
        if isinstance(value := getattr(holder, field.name), str)
    }
    words |= {name: value for pair in draft.breakdown for name, value in [pair]}
    names = [name for name, _ in draft.breakdown]
    for name, value in [*words.items(), *((name, name) for name in names)]:
        if _UNWRITABLE.search(value):
            raise NotWritable(what=name, found=repr(value)[:AMOUNT])
        demand_length(name, value)
    if len(set(names)) != len(names):
        raise NotWritable(what="breakdown", found=", ".join(names))
    if not draft.source.reference:
        raise NotWritable(what="source", found="—")


def demand_length(name: str, words: str) -> None:
    """Refuse words that are too long for the column *name*. Raises TooLong."""
    most = LONGEST.get(name, LONGEST_WORDS)
    if len(words) > most:
        raise TooLong(what=name, found=len(words), most=most)


def _check_span(span: Span) -> None:
    if not 0 <= span.start < span.end <= FARTHEST:
        raise NotWritable(what="span", found=f"{span.start}–{span.end}")


def _nfc(words: str) -> str:
    return normalize("NFC", words)
