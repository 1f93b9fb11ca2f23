"""How a page writes a number: the Vietnamese or the English way."""

from collections.abc import Callable
from decimal import Decimal, localcontext

from tongket.core.nouns.entry import Draft

Written = Callable[[Decimal], str]

# The scales in which reports write money, largest first.
SCALES_VI = ((10**9, "tỷ"), (10**6, "triệu"))
SCALES_EN = ((10**9, "billion"), (10**6, "million"))


def written(value: Decimal | int, language: str = "vi") -> str:
    """Write *value* with all its digits, grouped by thousands.

    >>> written(Decimal("1100.50"))
    '1.100,5'
    >>> written(Decimal("1100.50"), "en")
    '1,100.5'
    """
    exact = Decimal(value)
    whole, _, fraction = f"{exact.copy_abs():f}".partition(".")
    fraction = fraction.rstrip("0")
    group, point = (",", ".") if language == "en" else (".", ",")
    digits = f"{int(whole):,}".replace(",", group)
    sign = "−" if exact < 0 and (int(whole) or fraction) else ""
    return f"{sign}{digits}{point}{fraction}" if fraction else f"{sign}{digits}"


def amount(value: Decimal, measure: str, language: str = "vi") -> str:
    """Write *value* with its measure, money in the largest scale that loses no digit.

    >>> amount(Decimal("1100000000000"), "đồng")
    '1.100 tỷ đồng'
    >>> amount(Decimal("320835000"), "đồng")
    '320,835 triệu đồng'
    >>> amount(Decimal("19.07"), "%")
    '19,07%'
    """
    if measure == "%":
        return f"{written(value, language)}%"
    if measure == "đồng":
        for size, word in SCALES_EN if language == "en" else SCALES_VI:
            scaled = _scaled(value, size)
            if scaled is not None:
                return f"{written(scaled, language)} {word} {measure}"
    return f"{written(value, language)} {measure}".rstrip()


def _scaled(value: Decimal, size: int) -> Decimal | None:
    """Return *value* in units of *size*, where that is short and loses nothing.

    Up to three decimals stay readable; a longer tail is better written out in full.
    """
    digits = max(value.adjusted(), 0) + len(value.as_tuple().digits)
    with localcontext(prec=digits + 20):
        scaled = value / size
        return scaled if abs(scaled) >= 1 and scaled == round(scaled, 3) else None


def shown(draft: Draft, language: str = "vi") -> str:
    """Write the value of an entry: its own digits, or anew on an English page.

    "15.000" is fifteen thousand to one reader and fifteen to the other.
    """
    if language != "en" or draft.value is None:
        return draft.displayed
    measure = draft.measure if draft.measure in {"%", "đồng"} else ""
    words = amount(draft.value, measure, language).removesuffix(" đồng")
    if draft.total is not None:
        return f"{words}/{written(draft.total, language)}"
    if draft.value_max is not None:
        upper = amount(draft.value_max, measure, language).removesuffix(" đồng")
        return f"{words}–{upper}"
    return words
