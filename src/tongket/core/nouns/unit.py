"""A unit: an organisation that reports (đơn vị)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class UnitKind(StrEnum):
    """What sort of organisation a unit is."""

    PROVINCE = "province"
    DEPARTMENT = "department"
    DIVISION = "division"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation that reports, from one day to another (`valid_to` included).

    `parent` is the code of the unit above, `province` the code of the province
    ("O83", "N86"), `merged_into` the code of the unit that took it over.
    """

    code: str
    name: str
    kind: UnitKind
    parent: str | None = None
    province: str | None = None
    short_name: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    merged_into: str | None = None
