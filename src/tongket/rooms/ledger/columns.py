"""The columns of an entry as they stand, whatever somebody made of them.

Verifying reads every row of the ledger and trusts none: nothing here is turned into a
value of core, so that a row that makes no sense is found changed instead of stopping
the search.
"""

import json
import re
from collections.abc import Collection, Iterator
from hashlib import sha256
from json.encoder import encode_basestring as _quoted
from typing import Any, NamedTuple

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from tongket.rooms.ledger import models, seal

CHUNK = 5_000


class Columns(NamedTuple):
    """One entry as it stands in the table; amounts are text, "" for none.

    `replaces` and `corrected_in` are the position and department of the entry that it
    corrects, `at` is the text that the database gives for the moment.
    """

    number: int
    department: str
    position: int
    replaces: int | None
    corrected_in: str | None
    hash: str
    previous_hash: str
    unit: str
    period: str
    indicator: str
    breakdown: str
    kind: str
    aspect: str
    value: str
    value_max: str
    total: str
    bound: str
    sign: str
    displayed: str
    measure: str
    label: str
    source_kind: str
    source_reference: str
    span_start: int | None
    span_end: int | None
    quote: str
    by: str
    at: str
    reason: str
    withdrawn: bool


# Where a column is called otherwise than here, or stands in the corrected entry.
_NAMES = {
    "department": "department_id",
    "replaces": "replaces__position",
    "corrected_in": "replaces__department_id",
    "unit": "unit_id",
    "by": "by_id",
    "at": "moment",
}
NAMES = tuple(_NAMES.get(name, name) for name in Columns._fields)

_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:\+00(?::00)?)?"
)

# Keys in canonical order. Canonical JSON for such payloads (plain keys, whole numbers)
# is written several times faster than by the reference; a test holds one to the other.
_CANONICAL = (
    '{"aspect":%s,"at":%s,"bound":%s,"breakdown":%s,"by":%s,"department":%s,'
    '"displayed":%s,"form":%d,"indicator":%s,"kind":%s,"label":%s,"measure":%s,'
    '"period":%s,"position":%s,"previous_hash":%s,"reason":%s,"replaces":%s,"sign":%s,'
    '"source":{"kind":%s,"quote":%s,"reference":%s,"span":%s},'
    '"total":%s,"unit":%s,"value":%s,"value_max":%s,"withdrawn":%s}'
)


def every_row() -> Iterator[Columns]:
    """Yield all entries, chain by chain, in the order of their positions."""
    rows = _rows().order_by("department_id", "position")
    return map(Columns._make, rows.values_list(*NAMES).iterator(CHUNK))


def of_entries(numbers: Collection[int]) -> Iterator[Columns]:
    """Yield the columns of those entries, in no order; missing ones are left out."""
    rows = _rows().filter(pk__in=numbers).values_list(*NAMES)
    return map(Columns._make, rows)


def recomputed(row: Columns) -> str:
    """Return the seal that the columns give now, "" when they make no sense."""
    try:
        quick = sha256(written(row).encode()).hexdigest()
        if quick == row.hash:
            return quick
        # In doubt the reference decides, from the columns taken apart and put together.
        return seal.seal(seal.canonical(payload(row)))
    except (ValueError, TypeError):
        return ""


def written(row: Columns) -> str:
    """Return the canonical JSON of an entry's payload, written fast."""
    return _CANONICAL % (
        _quoted(row.aspect),
        _quoted(_moment(row.at)),
        _quoted(row.bound),
        row.breakdown,
        _quoted(row.by),
        _quoted(row.department),
        _quoted(row.displayed),
        seal.FORM,
        _quoted(row.indicator),
        _quoted(row.kind),
        _quoted(row.label),
        _quoted(row.measure),
        _quoted(row.period),
        row.position,
        _quoted(row.previous_hash),
        _quoted(row.reason),
        "null" if row.replaces is None else row.replaces,
        _quoted(row.sign),
        _quoted(row.source_kind),
        _quoted(row.quote),
        _quoted(row.source_reference),
        "null" if row.span_start is None else f"[{row.span_start},{row.span_end}]",
        _quoted(row.total) if row.total else "null",
        _quoted(row.unit),
        _quoted(row.value) if row.value else "null",
        _quoted(row.value_max) if row.value_max else "null",
        "true" if row.withdrawn else "false",
    )


def payload(row: Columns) -> seal.Payload:
    """Return the payload that `seal.entry_payload` sealed, from columns as they stand.

    ValueError: the breakdown is no JSON.
    """
    return {
        "form": seal.FORM,
        "department": row.department,
        "position": row.position,
        "unit": row.unit,
        "period": row.period,
        "indicator": row.indicator,
        "breakdown": json.loads(row.breakdown),
        "kind": row.kind,
        "aspect": row.aspect,
        "value": row.value or None,
        "value_max": row.value_max or None,
        "total": row.total or None,
        "bound": row.bound,
        "sign": row.sign,
        "displayed": row.displayed,
        "measure": row.measure,
        "label": row.label,
        "source": {
            "kind": row.source_kind,
            "reference": row.source_reference,
            "span": None if row.span_start is None else [row.span_start, row.span_end],
            "quote": row.quote,
        },
        "by": row.by,
        "at": _moment(row.at),
        "replaces": row.replaces,
        "reason": row.reason,
        "withdrawn": row.withdrawn,
        "previous_hash": row.previous_hash,
    }


def _rows() -> QuerySet[models.Entry, Any]:
    return models.Entry.objects.annotate(moment=Cast("at", TextField()))


def _moment(text: str) -> str:
    """Return a database's text of a moment as `seal.moment` writes it."""
    said = _MOMENT.fullmatch(text)
    if said is None:
        return text
    day, time, fraction = said.groups(default="")
    return f"{day}T{time}.{fraction:0<6}Z"
