"""The reading face of the ledger: entries, their history, and the proof of both."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import TypedDict, Unpack

from django.db.models import Count, F, QuerySet

from tongket.content.catalogue import catalogue
from tongket.content.messages import messages
from tongket.content.periods import period as known_period
from tongket.content.refusal import Refusal
from tongket.core.nouns.delivered import Sealed
from tongket.core.nouns.entry import Aspect, Entry, EntryKind
from tongket.core.nouns.seal import Break, Proof, Soundness
from tongket.rooms.ledger import columns, guards, models, sealing, verifying
from tongket.rooms.ledger.rows import entry_of, written_breakdown

# A page, a chart or a report of one department asks for less; an export asks in parts.
LIMIT = 10_000
# Twelve digits of a hash tell any two entries of a ledger apart by eye.
SHOWN = 12


class Asked(TypedDict, total=False):
    """By what entries can be asked for; what is left out does not matter.

    `unit` is who the value is about; of `indicators` (kept codes), `periods`, `kinds`
    and `aspects` any will do; `document` is the SHA-256 of a source document,
    `reference` any source's reference. Only entries that stand are given unless
    `current_only` is False; from the `start`th, at most `limit` (10 000 when not said,
    None for all), in the order of their numbers or the `newest_first`.
    """

    department: str | None
    unit: str | None
    indicator: str | None
    indicators: tuple[str, ...]
    period: str | None
    periods: tuple[str, ...]
    kinds: tuple[EntryKind, ...]
    aspects: tuple[Aspect, ...]
    document: str | None
    reference: str | None
    current_only: bool
    newest_first: bool
    start: int
    limit: int | None


class NoSuchEntry(Refusal):
    """No entry has that number."""

    code = "ledger_no_such_entry"


def entry(number: int) -> Entry:
    """Return the entry of that number. Raises NoSuchEntry."""
    row = _all().filter(pk=number).first()
    if row is None:
        raise NoSuchEntry(entry=number)
    return _value(row)


def entries(**asked: Unpack[Asked]) -> tuple[Entry, ...]:
    """Return the entries asked for (see `Asked`)."""
    start = asked.get("start", 0)
    order = "-number" if asked.get("newest_first") else "number"
    rows = _asked(asked).order_by(order)
    limit = asked.get("limit", LIMIT)
    end = None if limit is None else start + limit
    return tuple(map(_value, rows[start:end]))


def count(**asked: Unpack[Asked]) -> int:
    """Return how many entries `entries` would give without a limit."""
    return _asked(asked).count()


def numbered(numbers: tuple[int, ...]) -> dict[int, Entry]:
    """Return the entries of those numbers, by number; missing ones are left out."""
    return {row.pk: _value(row) for row in _all().filter(pk__in=numbers)}


def history(number: int) -> tuple[Entry, ...]:
    """Return the corrections that an entry is part of, first entry to last.

    Raises NoSuchEntry.
    """
    found = entry(number)
    earlier: list[Entry] = [found]
    later: list[Entry] = []
    while earlier[-1].replaces is not None:
        earlier.append(entry(earlier[-1].replaces))
    latest = found
    while latest.replaced_by is not None:
        latest = entry(latest.replaced_by)
        later.append(latest)
    return (*reversed(earlier), *later)


def series(indicator: str, department: str) -> tuple[Entry, ...]:
    """Return the standing levels of an indicator in a department, in order of time.

    Levels of the department's units and breakdowns are among them.
    """
    found = entries(indicator=indicator, department=department, aspects=(Aspect.LEVEL,))
    return tuple(
        sorted(
            found,
            key=lambda each: (
                known_period(each.draft.period).start,
                known_period(each.draft.period).end,
                each.number,
            ),
        )
    )


def undivided(indicator: str) -> tuple[Entry, ...]:
    """Return the standing actual levels that whole departments have of an indicator.

    Of every department and period, in the order of their numbers; what a unit has, or
    a breakdown's value, is left out.
    """
    rows = _asked(
        {
            "indicator": indicator,
            "aspects": (Aspect.LEVEL,),
            "kinds": (EntryKind.ACTUAL,),
        }
    )
    whole = rows.filter(unit=F("department"), breakdown=written_breakdown(()))
    return tuple(map(_value, whole.order_by("number")))


def periods(department: str) -> tuple[str, ...]:
    """Return the periods that a department has standing entries of, latest first."""
    return tuple(count_by_period(department))


def count_by_period(department: str) -> dict[str, int]:
    """Return how many standing entries a department has, latest period first."""
    counted = (
        _asked({"department": department})
        .order_by()
        .values_list("period")
        .annotate(Count("pk"))
    )
    return dict(
        sorted(
            counted,
            key=lambda each: (known_period(each[0]).end, known_period(each[0]).start),
            reverse=True,
        )
    )


def departments() -> tuple[str, ...]:
    """Return the departments that have a chain, by code."""
    chains = models.Chain.objects.order_by("pk")
    return tuple(chains.values_list("department_id", flat=True))


def indicators(department: str) -> tuple[str, ...]:
    """Return the indicators that a department has standing entries of, by code."""
    codes = _asked({"department": department}).values_list("indicator", flat=True)
    return tuple(sorted(codes.order_by().distinct()))


def proof(number: int) -> Proof:
    """Return what proves an entry, recomputed from what stands in the ledger now.

    Raises NoSuchEntry.
    """
    row = next(columns.of_entries([number]), None)
    if row is None:
        raise NoSuchEntry(entry=number)
    return Proof(
        number=row.number,
        department=row.department,
        position=row.position,
        payload=columns.written(row),
        previous_hash=row.previous_hash,
        hash=row.hash,
        recomputed=columns.recomputed(row),
        checkpoint=_covering(row.department, row.position),
    )


def sealed(numbers: Iterable[int]) -> tuple[Sealed, ...]:
    """Return what the seals of those entries cover, in the order of their numbers.

    Raises NoSuchEntry for the first that is not there.
    """
    wanted = sorted(set(numbers))
    rows = {row.number: row for row in columns.of_entries(wanted)}
    lost = next((number for number in wanted if number not in rows), None)
    if lost is not None:
        raise NoSuchEntry(entry=lost)
    return tuple(
        Sealed(number, columns.written(rows[number]), rows[number].hash)
        for number in wanted
    )


def verify() -> Soundness:
    """Recompute every seal of the ledger, link by link, and say where it breaks first.

    Reads the whole ledger once, row by row, whatever its size.
    """
    return verifying.verify()


def is_guarded() -> bool:
    """Tell whether the database itself refuses changes and deletions."""
    return not guards.missing()


def broken_sentence(broken: Break, language: str = "vi") -> str:
    """Return one sentence that says where a ledger is broken and how it shows.

    Of hashes it says the beginning: the whole of them stands in *broken*.
    """
    return messages(language)[broken.fault].format(
        department=broken.department,
        position=broken.position,
        entry=broken.entry,
        before=broken.before,
        checkpoint=broken.checkpoint,
        expected=_beginning(broken.expected),
        found=_beginning(broken.found),
    )


def _all() -> QuerySet[models.Entry]:
    return models.Entry.objects.annotate(replaced_by=F("corrections"))


def _value(row: models.Entry) -> Entry:
    replaced_by: int | None = getattr(row, "replaced_by", None)
    return entry_of(row, replaced_by)


def _asked(asked: Asked) -> QuerySet[models.Entry]:
    wanted = {
        "department_id": asked.get("department"),
        "unit_id": asked.get("unit"),
        "indicator": _resolved(asked.get("indicator")),
        "indicator__in": asked.get("indicators"),
        "period": asked.get("period"),
        "source_reference": asked.get("document") or asked.get("reference"),
        "source_kind": "document" if asked.get("document") else None,
        "period__in": asked.get("periods"),
        "kind__in": asked.get("kinds"),
        "aspect__in": asked.get("aspects"),
    }
    rows = _all().filter(
        **{name: value for name, value in wanted.items() if value is not None}
    )
    if asked.get("current_only", True):
        rows = rows.filter(corrections__isnull=True, withdrawn=False)
    return rows


def _resolved(indicator: str | None) -> str | None:
    """Return the code that a synonym stands for: entries are posted under it."""
    known = catalogue().by_code.get(indicator or "")
    return known.code if known else indicator


def _beginning(said: str) -> str:
    """Return enough of a hash to compare it by eye; anything shorter as it is."""
    return f"{said[:SHOWN]}…" if len(said) > SHOWN else said or "—"


def _covering(department: str, position: int) -> int | None:
    """Return the first checkpoint whose head of the chain is not before *position*.

    Chains only grow, so that every later checkpoint covers it too: search by halves.
    """

    def covers(number: int) -> bool:
        row = models.Checkpoint.objects.filter(pk=number).first()
        heads = sealing.heads_of(row) if row else []
        return any(head[0] == department and head[1] >= position for head in heads)

    numbers = range(1, models.Checkpoint.objects.count() + 1)
    found = bisect_left(numbers, x=True, key=covers)
    return numbers[found] if found < len(numbers) else None
