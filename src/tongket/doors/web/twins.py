"""Units of one name are told apart by the days between which they exist.

A province that kept its name in a merger has two departments of that name: the old
one, whose figures stay its own, and the new one.
"""

from collections import Counter
from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tongket.core.nouns.unit import Unit

DAY = "d/m/Y"


def told_apart(units: Iterable[Unit], *, short: bool = False) -> list[tuple[str, str]]:
    """Return the code and the name to show of each unit, no name twice.

    With *short*, the short names where there are some.
    """
    named = [(unit, (unit.short_name if short else "") or unit.name) for unit in units]
    times = Counter(name for _unit, name in named)
    return [
        (unit.code, name if times[name] == 1 else f"{name} ({_days(unit)})")
        for unit, name in named
    ]


def _days(unit: Unit) -> str:
    if unit.valid_to:
        return _("đến %(day)s") % {"day": date_format(unit.valid_to, DAY)}
    if unit.valid_from:
        return _("từ %(day)s") % {"day": date_format(unit.valid_from, DAY)}
    return unit.code
