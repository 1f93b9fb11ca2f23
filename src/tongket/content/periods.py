"""Reporting periods: their codes, the days they cover, and what they are called."""

import re
from datetime import date

from tongket.content import loader
from tongket.core.nouns.period import Period, PeriodKind, Window

_CODE = re.compile(
    r"(?P<year>[12]\d{3})"
    r"(?:-(?:H(?P<half>[12])|(?P<nine>9M)|Q(?P<quarter>[1-4])|M(?P<month>0[1-9]|1[0-2]))"
    r"|\.\.(?P<last>[12]\d{3}))?"
)
_ROMAN = ("I", "II", "III", "IV")


class UnknownPeriod(Exception):
    """The code names no period; the sentence says which codes do."""


def period(code: str, window: Window = Window.CALENDAR) -> Period:
    """Return the period of a code, with the days that it covers in a window.

    >>> period("2018-H1").end
    datetime.date(2018, 7, 1)
    >>> period("2019", Window.DECREE_09).start
    datetime.date(2018, 12, 15)

    Raises UnknownPeriod.
    """
    parts = _parts(code)
    kind, first, months = _extent(parts)
    start = _shifted(int(parts["year"]), first, window)
    end = _shifted(int(parts["year"]), first + months, window)
    return Period(code=code, kind=kind, start=start, end=end, window=window)


def label(of: Period, language: str = "vi") -> str:
    """Return what a report calls the period, in Vietnamese ("vi") or English ("en").

    >>> label(period("2018-H1"))
    '6 tháng đầu năm 2018'
    >>> label(period("2018-H1"), "en")
    'first half of 2018'
    """
    parts = _parts(of.code)
    content = loader.load("periods.yaml")
    month = int(parts["month"] or 1)
    template: str = content["labels"][_label_key(parts)][language]
    return template.format(
        year=parts["year"],
        last=parts["last"],
        quarter=_ROMAN[int(parts["quarter"] or 1) - 1],
        month=month,
        month_name=content["month_names"][month - 1],
    )


def previous_year(code: str) -> str:
    """Return the code of the same period one year earlier (cùng kỳ năm trước).

    >>> previous_year("2018-H1"), previous_year("2016..2018")
    ('2017-H1', '2015..2017')

    Raises UnknownPeriod.
    """
    parts = _parts(code)
    moved = str(int(parts["year"]) - 1) + code[4:]
    last = parts["last"]
    return moved if not last else f"{moved[:4]}..{int(last) - 1}"


def is_in_force(window: Window, on: date) -> bool:
    """Tell whether reports of a day were due in a window.

    >>> is_in_force(Window.DECREE_09, date(2018, 8, 10))
    False
    """
    dates = loader.load("periods.yaml")["windows"][window.value]["in_force"]
    return bool(loader.at(dates, on))


def _parts(code: str) -> dict[str, str]:
    """Take a code apart; parts that it lacks are empty."""
    match = _CODE.fullmatch(code)
    if not match or (match["last"] and match["last"] <= match["year"]):
        raise UnknownPeriod(
            f"{code!r} không phải mã kỳ; mã kỳ có dạng 2019, 2018-H1, 2018-H2, "
            "2019-9M, 2019-Q3, 2019-M05 hoặc 2016..2018"
        )
    return match.groupdict(default="")


def _extent(parts: dict[str, str]) -> tuple[PeriodKind, int, int]:
    """Return kind, first month (from 0) and number of months."""
    if parts["half"]:
        return PeriodKind.HALF_YEAR, 6 * (int(parts["half"]) - 1), 6
    if parts["nine"]:
        return PeriodKind.NINE_MONTHS, 0, 9
    if parts["quarter"]:
        return PeriodKind.QUARTER, 3 * (int(parts["quarter"]) - 1), 3
    if parts["month"]:
        return PeriodKind.MONTH, int(parts["month"]) - 1, 1
    if parts["last"]:
        years = int(parts["last"]) - int(parts["year"]) + 1
        return PeriodKind.SPAN, 0, 12 * years
    return PeriodKind.YEAR, 0, 12


def _shifted(year: int, month: int, window: Window) -> date:
    """Return the day on which a window lets the month begin (month counts from 0)."""
    rule = loader.load("periods.yaml")["windows"][window.value]
    years, rest = divmod(month - rule["months_back"], 12)
    return date(year + years, rest + 1, rule["day"])


def _label_key(parts: dict[str, str]) -> str:
    if parts["half"]:
        return "first-half" if parts["half"] == "1" else "second-half"
    for name in ("quarter", "month"):
        if parts[name]:
            return name
    if parts["nine"]:
        return "nine-months"
    return "span" if parts["last"] else "year"
