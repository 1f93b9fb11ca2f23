"""Places and their departments: the provinces of yesterday and today as units.

On 1/7/2025 the 63 provinces became 34. A province of before and one of after are two
units even where the name stayed, because their territories and figures differ; a
department likewise.
"""

import unicodedata
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from tongket.content import loader
from tongket.core.nouns.unit import Unit, UnitKind

# From this day the new provinces exist; their departments' codes end in its year.
_REFORM = date(2025, 7, 1)


class PlaceKind(StrEnum):
    """What a province is called before its name."""

    PROVINCE = "province"
    CITY = "city"


_BEFORE_NAME = {PlaceKind.PROVINCE: "tỉnh", PlaceKind.CITY: "thành phố"}


class UnknownPlace(Exception):
    """The code names no province or department."""


@cache
def provinces() -> tuple[Unit, ...]:
    """Return every province, old ones (O83) before today's (N86), by number.

    An old one ends on 30/6/2025 and names what it was merged into.
    """
    return tuple(
        Unit(
            code=code,
            name=_latest(facts["names"]),
            kind=UnitKind.PROVINCE,
            province=code,
            short_name=_latest(facts["names"]),
            valid_from=min(facts["names"]),
            valid_to=facts.get("until"),
            merged_into=facts.get("into"),
        )
        for code, facts in _facts().items()
    )


@cache
def departments() -> tuple[Unit, ...]:
    """Return the Department of Science and Technology of every province.

    Codes are the province's name in plain letters ("ben-tre"); those of the provinces
    formed in 2025 end in the year ("vinh-long-2025").
    """
    code_of = {place.code: _department_code(place) for place in provinces()}
    return tuple(
        Unit(
            code=code_of[place.code],
            name=f"Sở Khoa học và Công nghệ {place.name}",
            kind=UnitKind.DEPARTMENT,
            parent=place.code,
            province=place.code,
            short_name=f"Sở KH&CN {place.name}",
            valid_from=place.valid_from,
            valid_to=place.valid_to,
            merged_into=code_of.get(place.merged_into or ""),
        )
        for place in provinces()
    )


def typical_divisions(department: Unit, on: date) -> tuple[Unit, ...]:
    """Return the divisions and centres that a department usually has on a day.

    Their codes begin with the department's ("ben-tre.van-phong").
    """
    structure = loader.at(loader.load("units/divisions.yaml")["structures"], on)
    return tuple(
        Unit(
            code=f"{department.code}.{unit['code']}",
            name=unit["name"],
            kind=UnitKind(unit["kind"]),
            parent=f"{department.code}.{unit['parent']}"
            if "parent" in unit
            else department.code,
            province=department.province,
        )
        for unit in (structure["units"] if structure else ())
    )


def kind_on(code: str, on: date) -> PlaceKind:
    """Return whether a province is a province or a centrally run city on a day.

    >>> kind_on("O46", date(2024, 12, 31)), kind_on("O46", date(2025, 1, 1))
    (<PlaceKind.PROVINCE: 'province'>, <PlaceKind.CITY: 'city'>)

    A day before it existed counts as its first. Raises UnknownPlace.
    """
    return PlaceKind(_on(_place(code)["kinds"], on))


def full_name(code: str, on: date) -> str:
    """Return a province's name as documents of a day write it.

    >>> full_name("O83", date(2019, 12, 31)), full_name("N75", date(2026, 5, 1))
    ('tỉnh Bến Tre', 'thành phố Đồng Nai')

    Raises UnknownPlace.
    """
    return f"{_BEFORE_NAME[kind_on(code, on)]} {_on(_place(code)['names'], on)}"


def department(code: str) -> Unit:
    """Return the department of a code. Raises UnknownPlace."""
    found = _departments_by_code().get(code)
    if found is None:
        raise UnknownPlace(
            f"Không có Sở nào mang mã {code!r}; mã là tên tỉnh không dấu, ví dụ "
            "'ben-tre', và thêm năm với tỉnh lập từ 01/7/2025, ví dụ 'vinh-long-2025'"
        )
    return found


@cache
def _departments_by_code() -> dict[str, Unit]:
    return {unit.code: unit for unit in departments()}


@cache
def _facts() -> dict[str, dict[str, Any]]:
    pages = loader.load_folder("units/provinces")
    return {
        code: facts
        for page in ("until_2025", "today")
        for code, facts in pages[page]["provinces"].items()
    }


def _place(code: str) -> dict[str, Any]:
    if code not in _facts():
        raise UnknownPlace(
            f"Không có tỉnh nào mang mã {code!r}; mã gồm O (trước 01/7/2025) hoặc N "
            "(từ 01/7/2025) và hai chữ số, ví dụ O83, N86"
        )
    return _facts()[code]


def _on(values: dict[date, str], on: date) -> str:
    return loader.at(values, max(on, min(values))) or ""


def _latest(values: dict[date, str]) -> str:
    return values[max(values)]


def _department_code(place: Unit) -> str:
    """Return the name in plain letters, with the year for a province of the reform."""
    letters = unicodedata.normalize("NFD", place.name.lower().replace("đ", "d"))
    plain = "".join(c if c.isalpha() else " " for c in letters if c.isascii())
    code = "-".join(plain.split())
    is_new = place.valid_from is not None and place.valid_from >= _REFORM
    return f"{code}-{_REFORM.year}" if is_new else code
