"""Folding: an indicator that is another seen through a breakdown is told within it.

"Quản lý 78 nhiệm vụ; gồm: 05 cấp quốc gia, …" says more than five sentences that leave
the reader to find out that four of them are parts of the first.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from tongket.core.composing.holdings import Holdings, Line
from tongket.core.composing.naming import is_renamed, parts_of, unit_of
from tongket.core.nouns.indicator import Indicator


def folded(
    holdings: Holdings, indicators: Mapping[str, Indicator], within: Collection[str]
) -> dict[str, tuple[Line, ...]]:
    """Return the lines of each indicator by code, parts moved to their wholes.

    A part is moved when its whole has a number, and when it says no more than a number
    itself. `within` names the breakdowns whose parts are told so: of others, the
    part's own name says something that the whole does not.
    """
    lines = {code: holdings.of(code) for code in holdings.codes}
    moved: dict[str, list[Line]] = {}
    for code, own in lines.items():
        part = own[0]
        general = indicators.get(part.indicator.general or "")
        if general is None or not _is_bare(own) or _has_parts(code, lines, indicators):
            continue
        if _is_whole(lines.get(general.code, ())) and _is_within(part, within):
            moved.setdefault(general.code, []).append(_as_part(part, general))
            lines[code] = ()
    return {code: (*own, *moved.get(code, ())) for code, own in lines.items()}


def _is_bare(own: tuple[Line, ...]) -> bool:
    """Tell whether an indicator has one line of the department, and only a number."""
    line = own[0]
    said = line.plan or line.previous or line.cumulative or line.remarks or line.ahead
    plain = line.done is not None and not line.done.rivals and not said
    return len(own) == 1 and plain and not (unit_of(line) or is_renamed(line))


def _has_parts(
    code: str,
    lines: Mapping[str, tuple[Line, ...]],
    indicators: Mapping[str, Indicator],
) -> bool:
    """Tell whether the indicator is itself the whole of others with a number."""
    return any(indicators[other].general == code for other in lines if lines[other])


def _is_whole(lines: tuple[Line, ...]) -> bool:
    """Tell whether an indicator has a number of the department, undivided."""
    return any(
        line.done is not None
        and not line.done.rivals
        and not (unit_of(line) or parts_of(line) or is_renamed(line))
        for line in lines
    )


def _is_within(part: Line, within: Collection[str]) -> bool:
    return bool(part.indicator.fixed) and all(
        name in within for name, _ in part.indicator.fixed
    )


def _as_part(part: Line, general: Indicator) -> Line:
    """Return a part as a line of its whole; its own breakdown goes before the fixed."""
    own = dict(part.breakdown)
    fixed = tuple(pair for pair in part.indicator.fixed if pair[0] not in own)
    return replace(part, indicator=general, breakdown=(*part.breakdown, *fixed))
