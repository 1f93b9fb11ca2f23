"""How numbers are written in the arithmetic that a claim spells out.

The Vietnamese way (dot for thousands, comma for decimals) in every language, because
the numbers are quoted from Vietnamese texts and must be found there again.
"""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from tongket.core.checks.values.interval import Interval, power, quantum
from tongket.core.nouns.figure import Bound, Figure, Kind

_PRECISE = Context(prec=60)
_SCALES = (
    (10**15, ("triệu tỷ", "triệu tỉ")),
    (10**12, ("nghìn tỷ", "ngàn tỷ", "nghìn tỉ", "ngàn tỉ")),
    (10**9, ("tỷ", "tỉ")),
    (10**6, ("triệu",)),
    (10**3, ("nghìn", "ngàn")),
)
_BOUND_MARKS = {Bound.APPROX: "≈ ", Bound.MORE: "> ", Bound.LESS: "< "}


def number(value: Decimal | Fraction, last: Decimal | Fraction | None = None) -> str:
    """Write *value*, rounded half up to a multiple of the power of ten *last*.

    >>> number(Decimal("1240.5"))
    '1.240,5'
    >>> number(Fraction(50, 132) * 100, Decimal("0.01"))
    '37,88'
    """
    exact = decimal(value)
    if last is not None:
        exact = rounded(exact, decimal(last))
    sign, digits = ("−", -exact) if exact < 0 else ("", exact)
    whole, _, rest = f"{digits:,f}".partition(".")
    return sign + whole.replace(",", ".") + (f",{rest}" if rest else "")


def decimal(value: Decimal | Fraction) -> Decimal:
    """Give *value* as a decimal, to sixty digits where it has no end."""
    if isinstance(value, Decimal):
        return value
    return _PRECISE.divide(Decimal(value.numerator), Decimal(value.denominator))


def rounded(value: Decimal, last: Decimal) -> Decimal:
    """Round half up, away from zero, to a multiple of the power of ten *last*."""
    if last >= 1:
        steps = (value / last).to_integral_value(ROUND_HALF_UP)
        return _PRECISE.multiply(steps, last).quantize(Decimal(1))
    return value.quantize(last.normalize(), ROUND_HALF_UP, _PRECISE)


def amount(
    value: Decimal | Fraction, like: Figure, last: Fraction | None = None
) -> str:
    """Write *value* in the scale and measure of the figure *like*.

    *last* is the worth of the last digit to be written, by default that of *like*.
    """
    step = quantum(like) if last is None else last
    scale, name = _scale(like)
    text = number(decimal(value) / scale, step / scale) + name
    return f"{text} %" if like.kind is Kind.PERCENT else text


def percent(value: Fraction, like: Figure) -> str:
    """Write the share *value* (100 is the whole) with one digit more than *like*."""
    return f"{number(value, quantum(like) / 10)} %"


def written(figure: Figure) -> str:
    """Write the value of *figure* as the text shows it, with a mark for its bound."""
    return _BOUND_MARKS.get(figure.bound, "") + plain(figure)


def plain(figure: Figure) -> str:
    """Write the value of *figure* as the text shows it, without a mark."""
    text = " ".join(figure.text.split())
    return f"{text.rstrip('% ')} %" if figure.kind is Kind.PERCENT else text


def _scale(figure: Figure) -> tuple[int, str]:
    """Give the scale word in the text of *figure* with its worth, or 1 and nothing."""
    words = figure.text.lower()
    for scale, names in _SCALES:
        for name in names:
            if name in words:
                return scale, f" {name}"
    return 1, ""


def simplest(interval: Interval) -> Decimal:
    """Give the roundest decimal in *interval*: the fewest decimals, then most zeros.

    >>> simplest(Interval(Fraction("16.98"), Fraction("17.01")))
    Decimal('17')
    """
    for places in range(15, -13, -1):
        step = Fraction(10**places) if places >= 0 else Fraction(1, 10**-places)
        multiple = -(-interval.low // step)
        if multiple * step <= interval.high and multiple != 0:
            return decimal(multiple * step).normalize()
    return decimal(interval.low)


def roundness(interval: Interval) -> int:
    """Rank how round a number the interval can stand for: more is rounder."""
    return power(simplest(interval))
