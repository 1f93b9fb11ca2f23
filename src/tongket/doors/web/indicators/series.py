"""An indicator over the periods of a department, row by row."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tongket.content.periods import period as known_period
from tongket.core.nouns.entry import Entry, EntryKind
from tongket.core.nouns.period import PeriodKind

About = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """One period: what was planned, estimated, done, and the running total."""

    period: str
    plan: Entry | None = None
    estimate: Entry | None = None
    actual: Entry | None = None
    cumulative: Entry | None = None

    @property
    def came(self) -> Entry | None:
        """Return the best that is known of what came of it."""
        return self.actual or self.estimate or self.cumulative


@dataclass(frozen=True, slots=True)
class Series:
    """One thing counted over the periods: whose, split how, row by row in time."""

    unit: str
    breakdown: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """Return the kinds that some period has, so that no column stands empty."""
        return frozenset(
            kind.value
            for kind in EntryKind
            if any(getattr(row, kind.value) is not None for row in self.rows)
        )


def all_series(levels: Iterable[Entry], *, department: str) -> tuple[Series, ...]:
    """Split standing levels by whom and what they are about.

    The department's own undivided series comes first, then the longer ones.
    """
    about: dict[About, list[Entry]] = {}
    for entry in levels:
        about.setdefault((entry.draft.unit, entry.draft.breakdown), []).append(entry)
    found = [
        Series(unit, breakdown, _rows(entries))
        for (unit, breakdown), entries in about.items()
    ]
    return tuple(
        sorted(
            found,
            key=lambda each: (
                each.unit != department,
                each.breakdown != (),
                -len(each.rows),
            ),
        )
    )


def _rows(entries: list[Entry]) -> tuple[Row, ...]:
    by_period: dict[str, dict[EntryKind, Entry]] = {}
    for entry in sorted(entries, key=lambda each: each.number):
        by_period.setdefault(entry.draft.period, {})[entry.draft.kind] = entry
    rows = [
        Row(
            period=code,
            plan=kinds.get(EntryKind.PLAN),
            estimate=kinds.get(EntryKind.ESTIMATE),
            actual=kinds.get(EntryKind.ACTUAL),
            cumulative=kinds.get(EntryKind.CUMULATIVE),
        )
        for code, kinds in by_period.items()
    ]
    return tuple(sorted(rows, key=lambda row: in_time(row.period)))


def in_time(code: str) -> tuple[date, date]:
    """Return what periods are ordered by: a half-year comes before its year."""
    period = known_period(code)
    return period.end, period.start


def comparable(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows of the length of period that most rows have, longer ones first.

    A bar of six months beside one of a year would compare unlike things.
    """
    known = list(rows)
    lengths = Counter(known_period(row.period).kind for row in known)
    if not lengths:
        return ()
    most = max(lengths.values())
    order = tuple(PeriodKind)
    chosen = min((k for k in lengths if lengths[k] == most), key=order.index)
    return tuple(row for row in known if known_period(row.period).kind is chosen)
