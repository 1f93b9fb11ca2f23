"""Holdings: what the ledger knows of each line of a report, level by level.

A line is one indicator seen through one breakdown. Its levels are what was planned,
done, estimated, done a year before, and accumulated; its remarks are comparisons that
a source stated and that no level lets us compute.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from tongket.core.composing import calendar
from tongket.core.composing.numerals import MONEY
from tongket.core.composing.request import Request
from tongket.core.nouns.entry import Aspect, Entry, EntryKind
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.indicator import Aggregation, Indicator

UNIT = "đơn vị"
"""The name of the breakdown by unit of the department."""


@dataclass(frozen=True, slots=True)
class Level:
    """A value of a line, and the entries that it is the sum of (mostly one).

    `rivals` are entries of the same line that state another value: the ledger holds
    two answers, and a person must choose.
    """

    entries: tuple[Entry, ...]
    rivals: tuple[Entry, ...] = ()

    @property
    def first(self) -> Entry:
        """Return the entry, or the first of those that are added."""
        return self.entries[0]

    @property
    def is_exact(self) -> bool:
        """Tell whether the value may be computed with."""
        return not self.rivals and all(
            entry.draft.bound is Bound.EXACT
            and entry.draft.value is not None
            and entry.draft.value_max is None
            for entry in self.entries
        )

    @property
    def worth(self) -> Fraction:
        """Return the value, sums of money in đồng; only for exact levels."""
        return sum((worth(entry) for entry in self.entries), start=Fraction(0))


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator seen through one breakdown, with all that is known of it."""

    indicator: Indicator
    breakdown: tuple[tuple[str, str], ...] = ()
    label: str = ""
    is_contested: bool = False
    actual: Level | None = None
    estimate: Level | None = None
    cumulative: Level | None = None
    plan: Level | None = None
    previous: Level | None = None
    ahead: Level | None = None
    plan_period: str = ""
    remarks: tuple[Entry, ...] = ()

    @property
    def done(self) -> Level | None:
        """Return what was done; while the period runs, what it is estimated to be."""
        return self.actual or self.estimate

    @property
    def is_reported(self) -> bool:
        """Tell whether the line has something to report beside plans and the past."""
        return bool(self.done or self.cumulative or self.remarks)


def worth(entry: Entry) -> Fraction:
    """Return the value of *entry* as an exact number, sums of money in đồng."""
    value = entry.draft.value if entry.draft.value is not None else Decimal(0)
    return Fraction(value) * MONEY.get(entry.draft.measure, 1)


@dataclass(frozen=True, slots=True)
class _Key:
    """What makes two entries speak of the same line."""

    code: str
    breakdown: tuple[tuple[str, str], ...]
    label: str = ""


class Holdings:
    """The lines of one report, found once from all entries handed in."""

    def __init__(
        self,
        request: Request,
        entries: Iterable[Entry],
        indicators: Mapping[str, Indicator],
    ) -> None:
        self._request = request
        self._indicators = indicators
        self._known = [entry for entry in entries if _stands(entry, indicators)]
        self._labelled = self._contested()
        self._by_key: dict[_Key, list[Entry]] = {}
        for entry in self._known:
            self._by_key.setdefault(self._key(entry), []).append(entry)
        self.lines = tuple(
            line for key in self._by_key for line in self._line(key) if _matters(line)
        )

    def of(self, code: str) -> tuple[Line, ...]:
        """Return the lines of one indicator: the whole first, then its breakdowns."""
        found = [line for line in self.lines if line.indicator.code == code]
        return tuple(sorted(found, key=lambda line: len(line.breakdown)))

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes of all indicators that have a line, in order of entry."""
        return tuple(dict.fromkeys(line.indicator.code for line in self.lines))

    def _contested(self) -> frozenset[_Key]:
        """Return the keys under which different labels state different values.

        "12 cuộc" of inspections and "3 cuộc" of surprise inspections may both stand
        under one indicator with no breakdown; their labels then keep them apart.
        """
        seen: dict[tuple[_Key, str, EntryKind], dict[str, set[Fraction]]] = {}
        for entry in self._known:
            draft = entry.draft
            if draft.aspect is Aspect.LEVEL and draft.label:
                slot = (self._plain_key(entry), draft.period, draft.kind)
                seen.setdefault(slot, {}).setdefault(draft.label, set()).add(
                    worth(entry)
                )
        return frozenset(
            slot[0]
            for slot, labels in seen.items()
            if len(labels) > 1 and len(set().union(*labels.values())) > 1
        )

    def _plain_key(self, entry: Entry) -> _Key:
        breakdown = entry.draft.breakdown
        if entry.draft.unit != self._request.department:
            name = self._request.units.get(entry.draft.unit, entry.draft.unit)
            breakdown = (*breakdown, (UNIT, name))
        code = self._indicators[entry.draft.indicator].code
        return _Key(code, tuple(sorted(breakdown)))

    def _key(self, entry: Entry) -> _Key:
        key = self._plain_key(entry)
        return replace(key, label=entry.draft.label) if key in self._labelled else key

    def _line(self, key: _Key) -> Iterable[Line]:
        period = self._request.period.code
        year, before = calendar.year_of(period), calendar.year_before(period)
        indicator = self._indicators[key.code]
        plan = self._level(key, period, EntryKind.PLAN)
        yearly = None if plan else self._level(key, year, EntryKind.PLAN)
        yield Line(
            indicator=indicator,
            breakdown=key.breakdown,
            label=key.label or self._labels(key),
            is_contested=bool(key.label),
            actual=self._level(key, period, EntryKind.ACTUAL)
            or self._added(key, period, EntryKind.ACTUAL),
            estimate=self._level(key, period, EntryKind.ESTIMATE),
            cumulative=self._level(key, period, EntryKind.CUMULATIVE),
            plan=plan or yearly,
            plan_period=period if plan else year,
            previous=(
                self._level(key, before, EntryKind.ACTUAL)
                or self._added(key, before, EntryKind.ACTUAL)
                if before
                else None
            ),
            ahead=self._level(key, self._request.ahead, EntryKind.PLAN),
            remarks=tuple(
                entry
                for entry in self._by_key[key]
                if entry.draft.aspect is not Aspect.LEVEL
                and entry.draft.period == period
            ),
        )

    def _labels(self, key: _Key) -> str:
        return next((e.draft.label for e in self._by_key[key] if e.draft.label), "")

    def _level(self, key: _Key, period: str, kind: EntryKind) -> Level | None:
        """Return the level that the ledger states, with what contradicts it."""
        stated = [
            entry
            for entry in self._by_key[key]
            if entry.draft.kind is kind
            and entry.draft.period == period
            and entry.draft.aspect is Aspect.LEVEL
        ]
        return _settled(stated) if stated else None

    def _added(self, key: _Key, period: str, kind: EntryKind) -> Level | None:
        """Return the level of a period made up of shorter ones, all of them known.

        Flows are added; a stock is what its last part left. Ratios, averages and
        approximate amounts make no level of a longer period.
        """
        for way in calendar.partitions(period):
            levels = [self._level(key, part, kind) for part in way]
            combined = _combined(levels, self._indicators[key.code].aggregation)
            if combined is not None:
                return combined
        return None


def _stands(entry: Entry, indicators: Mapping[str, Indicator]) -> bool:
    """Tell whether an entry is current and of an indicator that the catalogue knows."""
    current = entry.replaced_by is None and not entry.withdrawn
    return current and entry.draft.indicator in indicators


def _matters(line: Line) -> bool:
    return bool(line.is_reported or line.plan or line.ahead)


def _settled(stated: Sequence[Entry]) -> Level:
    """Return the latest of several statements, the differing ones as its rivals.

    An exact statement goes before an approximate one of the same thing: "1.214" and
    "hơn 1.200" agree.
    """
    exact = [entry for entry in stated if entry.draft.bound is Bound.EXACT]
    ranked = sorted(exact or stated, key=lambda entry: entry.number)
    chosen = ranked[-1]
    rivals = {
        (worth(entry), entry.draft.total): entry
        for entry in ranked
        if worth(entry) != worth(chosen)
    }
    return Level((chosen,), tuple(rivals.values()))


def _combined(levels: Sequence[Level | None], aggregation: Aggregation) -> Level | None:
    known = [level for level in levels if level is not None and level.is_exact]
    if len(known) < len(levels):
        last = levels[-1]
        return last if aggregation is Aggregation.LAST and last else None
    if aggregation is Aggregation.LAST:
        return known[-1]
    if aggregation is Aggregation.SUM and _one_measure(known):
        return Level(tuple(entry for level in known for entry in level.entries))
    return None


def _one_measure(levels: Sequence[Level]) -> bool:
    measures = {level.first.draft.measure for level in levels}
    return len(measures) == 1 or measures <= MONEY.keys()
