"""An indicator: the thing counted, with its measure and how its values combine."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Direction(StrEnum):
    """Whether more of an indicator is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"


class Aggregation(StrEnum):
    """How values over months or units make one value.

    SUM adds flows; LAST takes the latest stock, rank or score; RATIO is recomputed
    from numerator and denominator, never averaged; AVERAGE is the mean.
    """

    SUM = "sum"
    LAST = "last"
    RATIO = "ratio"
    AVERAGE = "average"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of the catalogue (chỉ tiêu).

    `measure` is its đơn vị tính, `breakdowns` the names along which it may be split
    (phân tổ), `aliases` the ways reports word it ("…" stands for the number),
    `register` the register of work or outside body that it is drawn from,
    `formula` the codes it is computed from, `general` the code of the general
    indicator that this one is a breakdown of, with `fixed` the breakdown values that
    make it so, `synonyms` the further codes that resolve to this one, `note` what it
    counts exactly where its name leaves doubt.
    """

    code: str
    name_vi: str
    name_en: str
    field: str
    measure: str
    direction: Direction
    aggregation: Aggregation
    breakdowns: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    register: str = ""
    formula: str = ""
    source: str = ""
    general: str | None = None
    fixed: tuple[tuple[str, str], ...] = ()
    synonyms: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension of breakdown (phân tổ), with the words by which texts give a value.

    `values` pairs each known value with its spellings, the value itself not repeated;
    empty: the dimension takes whatever the text says. `synonyms` are further names of
    the dimension.
    """

    name: str
    name_en: str
    synonyms: tuple[str, ...] = ()
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An indicator proposed for a figure, with how well it fits and why.

    `score` is between 0 and 1; `words` are the words of the text that spoke for it;
    `breakdown` holds the breakdown values found in the text.
    """

    code: str
    score: Decimal
    words: tuple[str, ...] = ()
    breakdown: tuple[tuple[str, str], ...] = field(default=())
