"""Digits and their separators, the Vietnamese way and the sloppy ways."""

import re
from decimal import Decimal
from typing import NamedTuple

# One number: grouped in threes by dots, commas or (sloppily) a dot with a blank; else
# a decimal; else digits alone. Lengths are bounded, so that matching stays linear.
NUMBER = (
    r"\d{1,3}(?:\.\d{3})+(?:,\d{1,9})?(?![\d])"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d{1,9})?(?!\d)"
    r"|\d{1,3}(?: \.\d{3}|\. \d{3})(?:\.\d{3})*(?![\d.,]\d|\d)"
    r"|\d{1,15}[.,]\d{1,9}(?!\d)"
    r"|\d{1,15}(?!\d)"
)
_NUMBER = re.compile(NUMBER)


_ONE = Decimal(1)


class Digits(NamedTuple):
    """The value of a stretch of digits, and the worth of its last displayed digit."""

    value: Decimal
    quantum: Decimal
    sloppy: bool = False


def end_of_digits(low: str, at: int, end: int) -> int | None:
    """Return where the number that begins at an offset ends; None: too long."""
    match = _NUMBER.match(low, at, end)
    return match.end() if match else None


def read_digits(
    raw: str, *, fractional: bool, counted: bool, percent: bool = False
) -> Digits:
    """Read digits with their separators.

    A dot groups thousands and a comma marks decimals. Where a writer did it the
    other way round the shape decides: a group has three digits. `fractional` says
    that the measure splits (per cent, money scales, kilograms), `counted` that it
    counts things, which have no fractions; a `percent` has no thousands.

    >>> read_digits("1.100", fractional=False, counted=True).value
    Decimal('1100')
    >>> read_digits("19,07", fractional=True, counted=False).value
    Decimal('19.07')
    >>> read_digits("12.5", fractional=True, counted=False).value
    Decimal('12.5')
    >>> read_digits("1 .187", fractional=False, counted=True).value
    Decimal('1187')
    >>> read_digits("7,958", fractional=True, counted=False).value
    Decimal('7.958')
    """
    if raw.isdecimal():
        return Digits(Decimal(raw), _ONE)
    joined = raw.replace(" ", "")
    sloppy = joined != raw
    dots, commas = joined.count("."), joined.count(",")
    if dots and commas:
        last = "." if joined.rfind(".") > joined.rfind(",") else ","
        return _decimal(joined, last, sloppy=last == ".")
    mark = "." if dots else ","
    grouped = _groups(joined, mark, fractional=fractional, counted=counted)
    if grouped and not (percent and joined.count(mark) == 1):
        whole = Decimal(joined.replace(mark, ""))
        return Digits(whole, Decimal(1), sloppy or mark == ",")
    return _decimal(joined, mark, sloppy=sloppy or mark == ".")


def _groups(joined: str, mark: str, *, fractional: bool, counted: bool) -> bool:
    """Tell whether a mark groups thousands in a number that has only this mark."""
    parts = joined.split(mark)
    if any(len(part) != 3 for part in parts[1:]) or len(parts[0]) > 3:
        return False
    if len(parts) > 2:
        return True
    if parts[0].startswith("0"):
        return False
    if mark == ".":
        return True
    # "7,958 tỷ" is a decimal; "1,100 tỷ" has noughts that no decimal would carry.
    return counted or not fractional or parts[1].endswith("00")


def _decimal(joined: str, mark: str, *, sloppy: bool) -> Digits:
    other = "," if mark == "." else "."
    text = joined.replace(other, "").replace(mark, ".")
    places = len(text) - text.find(".") - 1
    return Digits(Decimal(text), Decimal(1).scaleb(-places), sloppy)


def whole(value: Decimal) -> Decimal:
    """Return an amount without the noughts of its scale: 8.200.000, not 8200000.0."""
    return value.to_integral_value() if value == value.to_integral_value() else value
