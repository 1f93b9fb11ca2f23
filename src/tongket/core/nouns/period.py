"""A period: the time that a figure covers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PeriodKind(StrEnum):
    """The lengths in which departments report."""

    YEAR = "year"
    HALF_YEAR = "half-year"
    NINE_MONTHS = "nine-months"
    QUARTER = "quarter"
    MONTH = "month"
    SPAN = "span"


class Window(StrEnum):
    """Which days a period of that name covers.

    CALENDAR: 1 January to 31 December (statistics). DECREE_09: 15 December of the
    year before to 14 December (periodic reports, Nghị định 09/2019/NĐ-CP, article 12,
    in force from 12/3/2019).
    """

    CALENDAR = "calendar"
    DECREE_09 = "decree-09"


@dataclass(frozen=True, slots=True)
class Period:
    """The time a figure covers, half-open: `start` included, `end` excluded.

    `code` names it: "2019", "2018-H1", "2018-H2", "2019-9M", "2019-Q3", "2019-M05",
    "2016..2018" for a span of years.
    """

    code: str
    kind: PeriodKind
    start: date
    end: date
    window: Window = Window.CALENDAR
