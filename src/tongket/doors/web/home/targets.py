"""The targets of a department: each with what came of it, and how it stands.

Values in, values out, so that the page is tested without a database.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from tongket.core.nouns.entry import Aspect, Entry, EntryKind
from tongket.core.nouns.indicator import Aggregation, Direction, Indicator
from tongket.doors.web.home.levels import came, key, latest

# How a report says which way an achievement went; without it nothing can be judged.
SIGNS = frozenset({"+", "-", "="})
# A value a million times its plan is a slip of the keyboard and no achievement.
FARTHEST = 10**6
_TENTH, _HUNDRED = Decimal("0.1"), Decimal(100)


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


def targets(
    entries: Iterable[Entry],
    indicators: Mapping[str, Indicator],
    *,
    months: int = 12,
    year_plans: Iterable[Entry] = (),
) -> tuple[Target, ...]:
    """Return every target among *entries* of one period, what needs eyes first.

    *year_plans* are the plans of the whole year when the period covers only *months* of
    it; they stand in where the period has no plan of its own.
    """
    own = list(entries)
    plans = {**latest(year_plans, EntryKind.PLAN), **latest(own, EntryKind.PLAN)}
    actuals = came(own)
    own_plans = latest(own, EntryKind.PLAN)
    found = [
        _planned(
            indicators[about[1]],
            plan,
            actuals.get(about),
            months=12 if about in own_plans else months,
        )
        for about, plan in plans.items()
        if about[1] in indicators
    ]
    found += [
        _stated(indicators[entry.draft.indicator], entry, actuals.get(key(entry)))
        for entry in own
        if entry.draft.aspect is Aspect.GAP
        and entry.draft.sign in SIGNS
        and entry.draft.indicator in indicators
        and entry.draft.value is not None
        and key(entry) not in plans
    ]
    return tuple(sorted(found, key=lambda each: ORDER.index(each.standing)))


def _planned(
    indicator: Indicator, plan: Entry, actual: Entry | None, *, months: int
) -> Target:
    if actual is None:
        standing, share = Standing.MISSING, None
    else:
        share = share_of_plan(actual, plan)
        standing = _standing(indicator, actual, plan, months=months)
    return Target(
        indicator=indicator,
        breakdown=plan.draft.breakdown,
        standing=standing,
        plan=plan,
        actual=actual,
        share=share,
    )


def share_of_plan(actual: Entry, plan: Entry) -> Decimal | None:
    """Return actual ÷ plan in per cent, rounded half up to the tenth.

    None without a plan to divide by, and where the two cannot be of one kind.
    """
    done, aim = actual.draft.value, plan.draft.value
    if done is None or not aim or abs(done) > FARTHEST * abs(aim):
        return None
    return (done * _HUNDRED / aim).quantize(_TENTH, ROUND_HALF_UP)


def _standing(
    indicator: Indicator, actual: Entry, plan: Entry, *, months: int
) -> Standing:
    done, aim = actual.draft.value or Decimal(0), plan.draft.value or Decimal(0)
    if indicator.direction is Direction.LOWER:
        done, aim = -done, -aim
    if done > aim:
        return Standing.EXCEEDED
    if done == aim:
        return Standing.REACHED
    in_time = _in_time(indicator, done=done, aim=aim, months=months)
    return Standing.ON_WAY if in_time else Standing.BEHIND


def _in_time(indicator: Indicator, *, done: Decimal, aim: Decimal, months: int) -> bool:
    """Tell whether what is short of the year's plan may still reach it.

    A flow is in time when it has the share of the plan that its months are of the year;
    a stock has until the year's end; a rate is expected in full at any time. Compared
    before rounding, so that 49,96 % is not called half.
    """
    if months == 12 or indicator.direction is Direction.LOWER:
        return False
    if indicator.aggregation is Aggregation.SUM:
        return done * 12 >= aim * months
    return indicator.aggregation is Aggregation.LAST


def _stated(indicator: Indicator, entry: Entry, actual: Entry | None) -> Target:
    """Take an achievement as its report words it: "+" above, "-" below, "=" of plan."""
    # "Vượt 12,2%" beside a level that is itself a percentage may mean points.
    two_readings = indicator.measure == "%" and actual is not None
    return Target(
        indicator=indicator,
        breakdown=entry.draft.breakdown,
        standing=_stated_standing(indicator, entry),
        actual=actual,
        stated=entry,
        share=None if two_readings else _stated_share(entry),
    )


def _stated_standing(indicator: Indicator, entry: Entry) -> Standing:
    """Judge the words: above is good unless less is better; "=" is a per cent."""
    sign, beyond = entry.draft.sign, Decimal(1)
    if sign == "=":
        beyond = (_stated_share(entry) or _HUNDRED) - _HUNDRED
    elif sign == "-":
        beyond = -beyond
    if beyond == 0:
        return Standing.REACHED
    is_good = (beyond > 0) is (indicator.direction is not Direction.LOWER)
    return Standing.EXCEEDED if is_good else Standing.BEHIND


def _stated_share(entry: Entry) -> Decimal | None:
    """Return the achievement in per cent; "sớm 15 ngày" is none."""
    value = entry.draft.value
    if value is None or entry.draft.measure != "%":
        return None
    return {"=": value, "+": _HUNDRED + value, "-": _HUNDRED - value}.get(
        entry.draft.sign or ""
    )
