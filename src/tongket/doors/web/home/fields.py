"""The fields of work: what each did, how it moved against last year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tongket.core.nouns.entry import Entry
from tongket.core.nouns.indicator import Indicator
from tongket.doors.web.home.levels import Key, came
from tongket.doors.web.home.targets import Target

# As many figures of a field as are taken in at a glance.
HEADLINES = 2


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
    now, before = came(entries), came(last_year)
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
    whole = {each.number for about, each in came(entries).items() if not about[2]}
    ranked = [entry for entry in entries if entry.number in whole]
    return FieldStanding(
        code=code,
        targets=targets,
        headlines=tuple(ranked[:HEADLINES]),
        figures=len(entries),
        risen=moves.count(1),
        fallen=moves.count(-1),
        equal=moves.count(0),
    )
