"""How a department stands: each target with what came of it, each field with its moves.

Values in, values out, so that the page is tested without a database.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from tongket.core.nouns.entry import Aspect, Entry, EntryKind
from tongket.core.nouns.indicator import Direction, Indicator
from tongket.core.nouns.period import PeriodKind

_TENTH, _HUNDRED = Decimal("0.1"), Decimal(100)
# How much of the year's plan a part of the year has had time for.
_ELAPSED = {
    PeriodKind.HALF_YEAR: Decimal(50),
    PeriodKind.NINE_MONTHS: Decimal(75),
}
# As many figures of a field as are taken in at a glance.
HEADLINES = 2
Key = tuple[str, str, tuple[tuple[str, str], ...]]


class Standing(StrEnum):
    """How an actual value stands against its target."""

    EXCEEDED = "exceeded"
    REACHED = "reached"
    ON_WAY = "on-way"
    BEHIND = "behind"
    MISSING = "missing"


# What needs eyes comes first.
ORDER = (
    Standing.BEHIND,
    Standing.MISSING,
    Standing.ON_WAY,
    Standing.REACHED,
    Standing.EXCEEDED,
)


@dataclass(frozen=True, slots=True)
class Target:
    """A target and what came of it.

    `share` is the achievement in per cent of the plan, to the tenth; None when there
    is no actual yet or no plan to divide by. `stated` is the entry of a report that
    gives the achievement itself ("đạt 125% kế hoạch") without plan and amount.
    """

    indicator: Indicator
    breakdown: tuple[tuple[str, str], ...]
    standing: Standing
    plan: Entry | None = None
    actual: Entry | None = None
    stated: Entry | None = None
    share: Decimal | None = None

    @property
    def needs_eyes(self) -> bool:
        """Tell whether the target is behind or still without a figure."""
        return self.standing in {Standing.BEHIND, Standing.MISSING}


def key(entry: Entry) -> Key:
    """Return what an entry is about: unit, indicator and breakdown."""
    return entry.draft.unit, entry.draft.indicator, entry.draft.breakdown


def targets(
    entries: Iterable[Entry],
    indicators: Mapping[str, Indicator],
    *,
    of: PeriodKind = PeriodKind.YEAR,
    year_plans: Iterable[Entry] = (),
) -> tuple[Target, ...]:
    """Return every target among *entries* of one period, what needs eyes first.

    *year_plans* are the plans of the whole year when the period is a part of it; they
    stand in where the period has no plan of its own.
    """
    own = list(entries)
    plans = {**latest(year_plans, EntryKind.PLAN), **latest(own, EntryKind.PLAN)}
    actuals = _came(own)
    own_plans = latest(own, EntryKind.PLAN)
    due = _ELAPSED.get(of, _HUNDRED)
    found = [
        _planned(
            indicators[about[1]],
            plan,
            actuals.get(about),
            due=_HUNDRED if about in own_plans else due,
        )
        for about, plan in plans.items()
        if about[1] in indicators
    ]
    found += [
        _stated(indicators[entry.draft.indicator], entry, actuals.get(key(entry)))
        for entry in own
        if entry.draft.aspect is Aspect.GAP
        and entry.draft.indicator in indicators
        and entry.draft.value is not None
        and key(entry) not in plans
    ]
    return tuple(sorted(found, key=lambda each: ORDER.index(each.standing)))


def latest(entries: Iterable[Entry], kind: EntryKind) -> dict[Key, Entry]:
    """Return the last posted level of *kind* for each thing it is about."""
    chosen = [
        entry
        for entry in entries
        if entry.draft.kind is kind
        and entry.draft.aspect is Aspect.LEVEL
        and entry.draft.value is not None
    ]
    return {key(entry): entry for entry in sorted(chosen, key=lambda each: each.number)}


def _planned(
    indicator: Indicator, plan: Entry, actual: Entry | None, *, due: Decimal
) -> Target:
    if actual is None:
        standing, share = Standing.MISSING, None
    else:
        share = share_of_plan(actual, plan)
        standing = _standing(indicator, actual, plan, due=due)
    return Target(
        indicator=indicator,
        breakdown=plan.draft.breakdown,
        standing=standing,
        plan=plan,
        actual=actual,
        share=share,
    )


def share_of_plan(actual: Entry, plan: Entry) -> Decimal | None:
    """Return actual ÷ plan in per cent, rounded half up to the tenth."""
    done, aim = actual.draft.value, plan.draft.value
    if done is None or not aim:
        return None
    return (done * _HUNDRED / aim).quantize(_TENTH, ROUND_HALF_UP)


def _standing(
    indicator: Indicator, actual: Entry, plan: Entry, *, due: Decimal
) -> Standing:
    done, aim = actual.draft.value or Decimal(0), plan.draft.value or Decimal(0)
    if indicator.direction is Direction.LOWER:
        done, aim, due = -done, -aim, _HUNDRED
    if done > aim:
        return Standing.EXCEEDED
    if done == aim:
        return Standing.REACHED
    # Compared before rounding, so that 99,96 % of a due half is not called reached.
    return Standing.ON_WAY if done * _HUNDRED >= aim * due else Standing.BEHIND


def _stated(indicator: Indicator, entry: Entry, actual: Entry | None) -> Target:
    """Take an achievement as its report words it: "+" above, "-" below, "=" of plan."""
    draft = entry.draft
    value = draft.value or Decimal(0)
    if draft.sign == "-" or (draft.sign == "=" and value < _HUNDRED):
        standing = Standing.BEHIND
    elif draft.sign == "=" and value == _HUNDRED:
        standing = Standing.REACHED
    else:
        standing = Standing.EXCEEDED
    # "Vượt 12,2%" beside a level that is itself a percentage may mean points.
    two_readings = indicator.measure == "%" and actual is not None
    return Target(
        indicator=indicator,
        breakdown=draft.breakdown,
        standing=standing,
        actual=actual,
        stated=entry,
        share=None if two_readings else _stated_share(entry),
    )


def _stated_share(entry: Entry) -> Decimal | None:
    """Return the achievement in per cent; "sớm 15 ngày" is none."""
    value = entry.draft.value
    if value is None or entry.draft.measure != "%":
        return None
    return {"=": value, "+": _HUNDRED + value, "-": _HUNDRED - value}.get(
        entry.draft.sign or ""
    )


@dataclass(frozen=True, slots=True)
class FieldStanding:
    """A field of work: its targets, what it did, how it moved against last year.

    `headlines` are its first figures in the order of the catalogue, where general
    indicators come before their breakdowns.
    """

    code: str
    targets: tuple[Target, ...]
    headlines: tuple[Entry, ...]
    figures: int
    risen: int
    fallen: int
    equal: int

    @property
    def compared(self) -> int:
        """Count the figures that have one of last year beside them."""
        return self.risen + self.fallen + self.equal


def fields(
    entries: Sequence[Entry],
    last_year: Iterable[Entry],
    indicators: Mapping[str, Indicator],
    *,
    found: Iterable[Target],
) -> tuple[FieldStanding, ...]:
    """Return the fields that have figures or targets, in the order of *indicators*."""
    now, before = _came(entries), _came(last_year)
    of_field: dict[str, list[Target]] = {}
    for target in found:
        of_field.setdefault(target.indicator.field, []).append(target)
    ranks = {code: rank for rank, code in enumerate(indicators)}
    figures: dict[str, list[Entry]] = {}
    for entry in entries:
        if indicator := indicators.get(entry.draft.indicator):
            figures.setdefault(indicator.field, []).append(entry)
    codes = dict.fromkeys(indicator.field for indicator in indicators.values())
    return tuple(
        _field(
            code,
            tuple(of_field.get(code, ())),
            sorted(figures.get(code, ()), key=lambda each: ranks[each.draft.indicator]),
            moves=_moves(now, before, {each.draft.indicator for each in figures[code]})
            if code in figures
            else [],
        )
        for code in codes
        if code in figures or code in of_field
    )


def _came(entries: Iterable[Entry]) -> dict[Key, Entry]:
    """Return what came of each thing: the actual level, else its estimate."""
    known = list(entries)
    return {**latest(known, EntryKind.ESTIMATE), **latest(known, EntryKind.ACTUAL)}


def _moves(
    now: Mapping[Key, Entry], before: Mapping[Key, Entry], codes: set[str]
) -> list[int]:
    """Return 1, -1 or 0 for each thing of *codes* that has a value in both years."""
    gaps = (
        (entry.draft.value or 0) - (before[about].draft.value or 0)
        for about, entry in now.items()
        if about in before and about[1] in codes
    )
    return [(gap > 0) - (gap < 0) for gap in gaps]


def _field(
    code: str,
    targets: tuple[Target, ...],
    entries: Sequence[Entry],
    *,
    moves: Sequence[int],
) -> FieldStanding:
    whole = [entry for about, entry in _came(entries).items() if not about[2]]
    ranked = [entry for entry in entries if entry in whole]
    return FieldStanding(
        code=code,
        targets=targets,
        headlines=tuple(ranked[:HEADLINES]),
        figures=len(entries),
        risen=moves.count(1),
        fallen=moves.count(-1),
        equal=moves.count(0),
    )
