"""How an official report writes its numbers, and what a written number is worth.

Thousands are grouped by a point and decimals follow a comma. Money is written in the
largest scale that loses no digit ("1.100 tỷ"); counts below ten carry a zero before
them in running text ("05 văn bản"), because a lone digit is easily altered by hand.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

# Sums of money are compared in đồng; catalogues also name larger measures.
MONEY: dict[str, int] = {
    "đồng": 1,
    "nghìn đồng": 10**3,
    "triệu đồng": 10**6,
    "tỷ đồng": 10**9,
}
SCALES: tuple[tuple[str, int], ...] = (("tỷ", 10**9), ("triệu", 10**6))
# Ranks are places, not amounts: they are neither padded nor compared in per cent.
RANKS = frozenset({"hạng", "top", "bậc"})
PERCENT = "%"
NOTHING = "không"
"""The word that stands for zero in a sentence."""

_WRITTEN = re.compile(r"(\d[\d.]*)(?:,(\d+))?\s*(nghìn|triệu|tỷ)?")
_WORTH = {"": 1, "nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}


@dataclass(frozen=True, slots=True)
class Printed:
    """What a printed number says: its value, and the worth of its last digit."""

    value: Fraction
    quantum: Fraction


def digits(value: Decimal, *, decimals: int = 0) -> str:
    """Write *value* with all its digits, and at least *decimals* of them decimal.

    >>> digits(Decimal("1240"))
    '1.240'
    >>> digits(Decimal("19.070"))
    '19,07'
    >>> digits(Decimal("12.5"), decimals=2)
    '12,50'
    """
    whole, _, fraction = f"{abs(value):f}".partition(".")
    fraction = fraction.rstrip("0").ljust(decimals, "0")
    grouped = f"{int(whole):,}".replace(",", ".")
    sign = "−" if value < 0 else ""
    return f"{sign}{grouped},{fraction}" if fraction else f"{sign}{grouped}"


def money(value: Decimal) -> str:
    """Write a sum in đồng in the largest scale that keeps it exact and readable.

    >>> money(Decimal("1100000000000"))
    '1.100 tỷ'
    >>> money(Decimal("175000000"))
    '175 triệu'
    >>> money(Decimal("320835000"))
    '320.835.000'
    """
    for word, size in SCALES:
        scaled = value / size
        # A longer tail than two decimals reads worse than the whole sum.
        if abs(scaled) >= 1 and scaled == scaled.quantize(Decimal("0.01")):
            return f"{digits(scaled)} {word}"
    return digits(value)


def amount(
    value: Decimal, measure: str, *, pad: bool = False, decimals: int = 0
) -> str:
    """Write the number of *value* in *measure*, the measure itself left out.

    A per cent sign belongs to the number; other measures follow it as words.

    >>> amount(Decimal(5), "văn bản", pad=True)
    '05'
    >>> amount(Decimal("37.9"), "%")
    '37,9%'
    >>> amount(Decimal("1.1"), "tỷ đồng")
    '1,1 tỷ'
    """
    if measure in MONEY:
        return money(value * MONEY[measure])
    if measure == PERCENT:
        return digits(value, decimals=decimals) + PERCENT
    whole = value == value.to_integral_value()
    if pad and whole and 0 < abs(value) < 10 and measure not in RANKS:
        return digits(value).replace(f"{abs(value):.0f}", f"0{abs(value):.0f}")
    return digits(value, decimals=decimals)


def shown_decimals(displayed: str) -> int:
    """Count the decimals that a source wrote, so that none is lost or added.

    >>> shown_decimals("19,07%"), shown_decimals("1.100 tỷ"), shown_decimals("05")
    (2, 0, 0)
    """
    plain = re.fullmatch(r"\d[\d.]*,(\d+)\s*%?", displayed.strip())
    return len(plain[1]) if plain else 0


def rounded(value: Fraction, decimals: int) -> Decimal:
    """Round half up to *decimals*: the one place where a report rounds.

    >>> rounded(Fraction(50, 132) * 100, 1)
    Decimal('37.9')
    """
    step = Decimal(1).scaleb(-decimals)
    exact = value * 10**decimals
    # Decimal division would round once before; whole numbers keep the half exact.
    floor = exact.numerator // exact.denominator
    up = exact - floor >= Fraction(1, 2)
    return (Decimal(floor + up) * step).quantize(step, ROUND_HALF_UP)


def apart(value: Fraction, decimals: int, *, origin: Fraction) -> Decimal:
    """Round *value*, with more decimals while it would fall onto *origin* wrongly.

    What is not equal must not look equal: 10.001 of 10.000 is 100,01 %, not 100,0 %.

    >>> apart(Fraction(10001, 100), 1, origin=Fraction(100))
    Decimal('100.01')
    """
    for places in range(decimals, decimals + 6):
        shown = rounded(value, places)
        if Fraction(shown) != origin or value == origin:
            return shown
    return shown


def printed(text: str) -> Printed | None:
    """Read back a number as this module writes it; None when there is none.

    The word for nothing is a number as well.

    >>> printed("1.100 tỷ")
    Printed(value=Fraction(1100000000000, 1), quantum=Fraction(1000000000, 1))
    >>> printed("37,9%").quantum
    Fraction(1, 10)
    """
    found = _WRITTEN.search(text)
    if found is None:
        is_zero = text.strip().lower() == NOTHING
        return Printed(Fraction(0), Fraction(1)) if is_zero else None
    whole, fraction, scale = found[1].replace(".", ""), found[2] or "", found[3] or ""
    quantum = Fraction(_WORTH[scale], 10 ** len(fraction))
    return Printed(Fraction(int(whole + fraction)) * quantum, quantum)
