"""Numbers and dates of a spreadsheet, shown as a Vietnamese reader sees them."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException

# Formats that every spreadsheet program knows by number (ECMA-376, 18.8.30).
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "dd/mm/yyyy", 15: "dd-mmm-yy", 16: "dd-mmm", 17: "mm/yyyy", 18: "h:mm",
    19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss",
}  # fmt: skip
# What a cell without a format shows: so many digits, as far as they are not zero.
GENERAL_DIGITS = 10
QUOTED = re.compile(r'"([^"]*)"|\\(.)')
BRACKETED = re.compile(r"\[[^\]]*\]")
# A pattern of digits: "#,##0.00", "0%".
DIGITS = re.compile(r"[#0?](?:[#0?,]*[#0?])?(,*)(?:\.([#0?]+))?\s*(%?)")
# Days are counted from here; a day too many, for 1900 was no leap year but is counted.
EPOCH, EPOCH_OF_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a cell has no zone
LATEST = 2_958_466


@dataclass(frozen=True, slots=True)
class Pattern:
    """A number format taken apart.

    `date` is "" or the parts that show ("dmy", "hm"), `decimals` at most so many,
    `fixed` of them always, `before` and `after` the words around the number.
    """

    date: str = ""
    digits: bool = False
    grouped: bool = False
    percent: bool = False
    thousands: int = 0
    decimals: int = 0
    fixed: int = 0
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, code: str) -> "Pattern":
        """Return the format that a format code spells; its first section decides.

        >>> Pattern.of('#,##0.0" tỷ"').after
        ' tỷ'
        >>> Pattern.of("dd/mm/yyyy").date
        'dmy'
        """
        section = BRACKETED.sub("", code).partition(";")[0]
        bare = QUOTED.sub("", section).lower()
        if re.search(r"[dmyhs]", bare):
            return cls(date="".join(part for part in "dmyhs" if part in bare))
        found = DIGITS.search(QUOTED.sub(lambda match: "\0" * len(match[0]), section))
        if found is None:
            return cls()
        scaling, decimals, percent = found.groups(default="")
        return cls(
            digits=True,
            grouped="," in found[0].rstrip("%").partition(".")[0].rstrip(","),
            percent=bool(percent),
            thousands=len(scaling),
            decimals=len(decimals),
            fixed=len(decimals.rstrip("#")),
            before=_literal(section[: found.start()]),
            after=_literal(section[found.end() :]),
        )


GENERAL = Pattern()


def _literal(section: str) -> str:
    """Return the words of a part of a format code, without padding and filling."""
    words = re.sub(r"[_*].", "", section)
    return QUOTED.sub(lambda match: match[1] or match[2] or "", words)


def shown(value: str, pattern: Pattern, *, from_1904: bool = False) -> str:
    """Return a stored number as its cell shows it, the Vietnamese way.

    >>> shown("0.379", Pattern.of("0.0%"))
    '37,9%'
    >>> shown("1250000", Pattern.of("#,##0"))
    '1.250.000'
    >>> shown("43465", Pattern.of("dd/mm/yyyy"))
    '31/12/2018'
    >>> shown("0.30000000000000004", Pattern())
    '0,3'
    """
    try:
        number = Decimal(value)
        if not number.is_finite() or abs(number.adjusted()) > 30:
            return value
        if pattern.date:
            return _date(number, pattern.date, from_1904=from_1904)
        return _number(number, pattern) if pattern.digits else _general(number)
    except DecimalException:
        return value


def _general(number: Decimal) -> str:
    if number == number.to_integral_value():
        return f"{number:f}".partition(".")[0]
    rounded = Context(GENERAL_DIGITS, ROUND_HALF_UP).create_decimal(number)
    return f"{rounded.normalize():f}".replace(".", ",")


def _number(number: Decimal, pattern: Pattern) -> str:
    scaled = number.scaleb(2 if pattern.percent else 0)
    scaled = scaled.scaleb(-3 * pattern.thousands)
    unit = Decimal(1).scaleb(-pattern.decimals)
    wide = Context(60, ROUND_HALF_UP)
    # Spreadsheets store binary fractions; fifteen digits of them are meant.
    meant = Context(15, ROUND_HALF_UP).create_decimal(scaled)
    digits = f"{meant.quantize(unit, context=wide):{',' if pattern.grouped else ''}f}"
    whole, _, decimals = digits.partition(".")
    kept = decimals[: pattern.fixed] + decimals[pattern.fixed :].rstrip("0")
    text = whole.replace(",", ".") + ("," + kept if kept else "")
    return f"{pattern.before}{text}{'%' if pattern.percent else ''}{pattern.after}"


def _date(number: Decimal, parts: str, *, from_1904: bool) -> str:
    if not 0 <= number < LATEST:
        return _general(number)
    seconds = int((number * 86_400).to_integral_value(ROUND_HALF_UP))
    moment = (EPOCH_OF_1904 if from_1904 else EPOCH) + timedelta(seconds=seconds)
    return moment.strftime(_spelled(parts))


def _spelled(parts: str) -> str:
    """Return how a date with these parts is written in Vietnamese."""
    if "y" not in parts and "d" not in parts:
        return "%H:%M:%S" if "s" in parts else "%H:%M"
    day = "/".join(
        sign
        for part, sign in zip("dmy", ("%d", "%m", "%Y"), strict=True)
        if part in parts
    )
    return f"{day} %H:%M" if "h" in parts else day
