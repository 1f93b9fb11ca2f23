"""A person: somebody with an account, in a unit, with a role."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody does in the cycle; content/people/roles.yaml says who may what.

    VIEWER reads; SPECIALIST records and confirms figures (chuyên viên); OFFICE compiles
    (Văn phòng, tổng hợp); DIRECTOR signs; ADMINISTRATOR keeps units and accounts.
    """

    VIEWER = "viewer"
    SPECIALIST = "specialist"
    OFFICE = "office"
    DIRECTOR = "director"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account.

    `username` is for ever: entries are signed with it. `unit` is the code of the unit
    that the person works in, `post` the post held ("Trưởng phòng"), `language` "vi" or
    "en". Somebody who left is no longer `active`, and stays readable.
    """

    username: str
    full_name: str
    unit: str | None = None
    post: str = ""
    role: Role = Role.VIEWER
    language: str = "vi"
    active: bool = True


@dataclass(frozen=True, slots=True)
class AccountChange:
    """Something done to an account: the action's name, what it gave, by whom, when."""

    verb: str
    value: str
    by: str
    at: datetime
