"""Running totals: each takes in the one before it and what came since."""

from itertools import groupby

from tongket.core.nouns.figure import Kind, Role
from tongket.core.reading.relations.likeness import added
from tongket.core.reading.sighting import Sighting

_TERMS = frozenset((Role.RESULT, Role.CUMULATIVE))
_COUNTED = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE))


def parts_since_totals(seen: list[Sighting]) -> None:
    """Make what came since a total a portion of the next, where the two agree.

    "Quý I 6, quý II 7, cộng 6 tháng 13; quý III 6, lũy kế 9 tháng 19": the third 6 is
    a portion of the 19, which adds it to the 13.
    """
    totals = {one.of for one in seen if one.of is not None and one.of.start > one.start}
    if not totals:
        return
    for _, sentence in groupby(seen, key=lambda one: (id(one.line), one.sentence)):
        _run_on([one for one in sentence if _may_run(one)], totals)


def _may_run(one: Sighting) -> bool:
    plain = one.host < 0 and one.total is None and not one.settled
    return plain and bool(one.value) and one.kind in _COUNTED


def _run_on(sentence: list[Sighting], totals: set[Sighting]) -> None:
    """Follow the totals of a sentence from the first that adds up numbers before it."""
    last: Sighting | None = None
    since: list[Sighting] = []
    for one in sentence:
        if one.role not in _TERMS or (last is not None and one.kind is not last.kind):
            continue
        if one in totals and last is None:
            last = one
        elif last is not None and since and _takes_in(one, last, since):
            for flow in since:
                flow.role, flow.of = Role.PART, one
                flow.note("role_part_sum", (last.start, one.end), f"{one.value:f}")
            last, since = one, []
        elif last is not None:
            since.append(one)


def _takes_in(one: Sighting, last: Sighting, since: list[Sighting]) -> bool:
    """Tell whether a number is the total before it and what came since."""
    return one.value == added((last, *since))
