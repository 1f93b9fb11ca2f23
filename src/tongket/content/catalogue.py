"""The catalogue: every indicator, by its code and by its field of work.

Codes are for ever. An indicator that was listed twice is held once, and its other code
is a synonym that still resolves; one that is another seen through a breakdown names it
(`general`) with the breakdown values that make it so (`fixed`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from tongket.content import loader
from tongket.core.nouns.indicator import Aggregation, Dimension, Direction, Indicator

# The code under which every figure can be entered that the catalogue does not know.
OUTSIDE = "NDM-000"

_CERTAINTY = {"verified": "đã đọc", "inferred": "suy ra", "recalled": "theo trí nhớ"}


class UnknownIndicator(Exception):
    """The code names no indicator of the catalogue."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work (lĩnh vực); its indicators' codes begin with `prefix`."""

    code: str
    prefix: str
    name_vi: str
    name_en: str

    def name(self, language: str = "vi") -> str:
        """Return the field's name in Vietnamese ("vi") or English ("en")."""
        return self.name_en if language == "en" else self.name_vi


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All indicators, in the order of the fields as a report takes them up.

    `by_code` resolves synonyms too; `by_field` holds, under a field's code, its
    indicators in order; `dimensions` resolves a breakdown's name or its synonym.
    """

    indicators: tuple[Indicator, ...]
    fields: tuple[Field, ...]
    by_code: Mapping[str, Indicator]
    by_field: Mapping[str, tuple[Indicator, ...]]
    dimensions: Mapping[str, Dimension]

    def indicator(self, code: str) -> Indicator:
        """Return the indicator of a code or synonym. Raises UnknownIndicator."""
        if code not in self.by_code:
            raise UnknownIndicator(
                f"Danh mục không có chỉ tiêu mang mã {code!r}; số liệu chưa có chỉ "
                f"tiêu thì ghi ở {OUTSIDE}"
            )
        return self.by_code[code]

    def general_of(self, code: str) -> Indicator | None:
        """Return the indicator that this one is a breakdown of; None when of none."""
        general = self.indicator(code).general
        return self.by_code[general] if general else None

    def breakdowns_of(self, code: str) -> tuple[Indicator, ...]:
        """Return the indicators that are this one seen through a breakdown."""
        own = self.indicator(code).code
        return tuple(each for each in self.indicators if each.general == own)


@cache
def catalogue() -> Catalogue:
    """Return the catalogue of indicators as it stands in content/indicators."""
    fields = _fields()
    pages = loader.load_folder("indicators")
    by_field = {
        field.code: tuple(
            sorted(
                (
                    indicator
                    for page in pages.values()
                    if page["field"] == field.code
                    for indicator in _indicators(page)
                ),
                key=lambda indicator: indicator.code,
            )
        )
        for field in fields
    }
    indicators = tuple(each for group in by_field.values() for each in group)
    by_code = {
        code: each for each in indicators for code in (each.code, *each.synonyms)
    }
    return Catalogue(
        indicators=indicators,
        fields=fields,
        by_code=MappingProxyType(by_code),
        by_field=MappingProxyType(by_field),
        dimensions=MappingProxyType(_dimensions()),
    )


def _fields() -> tuple[Field, ...]:
    facts = loader.load("fields.yaml")["fields"]
    return tuple(
        Field(code, fact["prefix"], fact["vi"], fact["en"])
        for code, fact in facts.items()
    )


def _dimensions() -> dict[str, Dimension]:
    """Return every dimension under its name and under each synonym."""
    found: dict[str, Dimension] = {}
    for page in loader.load_folder("dimensions").values():
        for name, fact in page["dimensions"].items():
            dimension = Dimension(
                name=name,
                name_en=fact["en"],
                synonyms=tuple(fact.get("synonyms", ())),
                values=tuple(
                    (value, tuple(spellings))
                    for value, spellings in fact.get("values", {}).items()
                ),
            )
            found |= dict.fromkeys((name, *dimension.synonyms), dimension)
    return found


def _indicators(page: Mapping[str, Any]) -> list[Indicator]:
    defaults = page.get("defaults", {})
    return [
        _indicator(code, page["field"], {**defaults, **fact})
        for code, fact in page["indicators"].items()
    ]


def _indicator(code: str, field: str, fact: Mapping[str, Any]) -> Indicator:
    return Indicator(
        code=code,
        name_vi=fact["name"]["vi"],
        name_en=fact["name"]["en"],
        field=field,
        measure=fact.get("measure", ""),
        direction=Direction(fact["direction"]),
        aggregation=Aggregation(fact["aggregation"]),
        breakdowns=tuple(fact.get("breakdowns", ())),
        aliases=tuple(fact.get("aliases", ())),
        register=fact.get("register", ""),
        formula=fact.get("formula", ""),
        source="; ".join(_cited(source) for source in fact["sources"]),
        general=fact.get("general"),
        fixed=tuple(fact.get("fixed", {}).items()),
        synonyms=tuple(fact.get("synonyms", ())),
        note=fact.get("note", ""),
    )


def _cited(source: Mapping[str, str]) -> str:
    """Return a source with how sure it is: "biểu 04/KHCN-NV (suy ra: tên biểu …)"."""
    certainty = _CERTAINTY[source["certainty"]]
    basis = f": {source['basis']}" if "basis" in source else ""
    return f"{source['text']} ({certainty}{basis})"
