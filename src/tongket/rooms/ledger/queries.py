"""The reading face of the ledger: entries, their history, and the proof of both."""

from bisect import bisect_left
from typing import TypedDict, Unpack

from django.db.models import F, QuerySet

from tongket.content.catalogue import catalogue
from tongket.content.messages import messages
from tongket.content.periods import period as known_period
from tongket.content.refusal import Refusal
from tongket.core.nouns.entry import Aspect, Entry, EntryKind
from tongket.core.nouns.seal import Break, Checkpoint, Proof, Soundness
from tongket.rooms.ledger import columns, guards, models, sealing, verifying
from tongket.rooms.ledger.rows import entry_of

# A page, a chart or a report of one department asks for less; an export asks in parts.
LIMIT = 10_000
# Twelve digits of a hash tell any two entries of a ledger apart by eye.
SHOWN = 12


class Asked(TypedDict, total=False):
    """By what entries can be asked for; what is left out does not matter.

    `unit` is who the value is about, `kinds` and `aspects` any of these, `document` the
    SHA-256 of a source document, `reference` any source's reference. Only entries that
    stand are given unless `current_only` is False; from the `start`th, at most `limit`
    (10 000 when not said), in the order of their numbers or the `newest_first`.
    """

    department: str | None
    unit: str | None
    indicator: str | None
    period: str | None
    kinds: tuple[EntryKind, ...]
    aspects: tuple[Aspect, ...]
    document: str | None
    reference: str | None
    current_only: bool
    newest_first: bool
    start: int
    limit: int


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
    return tuple(map(_value, rows[start : start + asked.get("limit", LIMIT)]))


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


def periods(department: str) -> tuple[str, ...]:
    """Return the periods that a department has standing entries of, latest first."""
    codes = _asked({"department": department}).values_list("period", flat=True)
    return tuple(
        sorted(
            set(codes.order_by().distinct()),
            key=lambda code: (known_period(code).end, known_period(code).start),
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
    row = columns.of_entry(number)
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


def last_checkpoint() -> Checkpoint | None:
    """Return the last checkpoint, None while there is none."""
    row = models.Checkpoint.objects.order_by("-number").first()
    return None if row is None else sealing.checkpoint_of(row)


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
        "period": asked.get("period"),
        "source_reference": asked.get("document") or asked.get("reference"),
        "source_kind": "document" if asked.get("document") else None,
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
