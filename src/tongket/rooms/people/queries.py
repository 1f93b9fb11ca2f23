"""The reading face of people: who somebody is, and what they may do."""

from collections.abc import Collection

from tongket.core.nouns.person import AccountChange, Person, Role
from tongket.rooms.people import models


def person(username: str) -> Person | None:
    """Return who has that account, None when nobody has."""
    row = models.Person.objects.filter(username=username).first()
    return None if row is None else value_of(row)


def people(*, unit: str | None = None, active_only: bool = True) -> tuple[Person, ...]:
    """Return everybody with an account, or those of one unit, by account name."""
    rows = models.Person.objects.all()
    if unit is not None:
        rows = rows.filter(unit=unit)
    if active_only:
        rows = rows.filter(is_active=True)
    return tuple(map(value_of, rows))


def full_names(usernames: Collection[str]) -> dict[str, str]:
    """Return what people are called, by account name; unknown ones are left out."""
    rows = models.Person.objects.filter(username__in=usernames)
    return dict(rows.values_list("username", "full_name"))


def changes(username: str) -> tuple[AccountChange, ...]:
    """Return what was done to an account, first to last."""
    rows = models.Change.objects.filter(person__username=username)
    return tuple(AccountChange(row.verb, row.value, row.by, row.at) for row in rows)


def value_of(row: models.Person) -> Person:
    """Return a stored row as a value."""
    return Person(
        username=row.username,
        full_name=row.full_name,
        unit=row.unit_id,
        post=row.post,
        role=Role(row.role),
        language=row.language,
        active=row.is_active,
    )
