"""The writing face of people: open and close accounts, give roles, change passwords."""

import re
from datetime import datetime

from axes.utils import reset as unlock
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from tongket.content.refusal import Refusal
from tongket.core.nouns.person import Person, Role
from tongket.rooms.people import models
from tongket.rooms.people.queries import value_of
from tongket.rooms.units import queries as units

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,149}")
LANGUAGES = frozenset({"vi", "en"})


class NoSuchPerson(Refusal):
    """Nobody has that account."""

    code = "people_no_such_person"


class UsernameTaken(Refusal):
    """Somebody has or had that account; account names are for ever."""

    code = "people_username_taken"


class UsernameNotUsable(Refusal):
    """An account name holds something else than small letters, digits, dots, dashes."""

    code = "people_username_not_usable"


class NameMissing(Refusal):
    """An account was to be opened without the person's name."""

    code = "people_name_missing"


class PasswordTooWeak(Refusal):
    """The password is too short, too common or too much like the person's name."""

    code = "people_password_too_weak"


class UnknownLanguage(Refusal):
    """The site speaks no such language."""

    code = "people_unknown_language"


class LastAdministrator(Refusal):
    """Nobody would be left who may keep accounts."""

    code = "people_last_administrator"


def create(*, person: Person, password: str, by: str, at: datetime) -> Person:
    """Open an account.

    Raises UsernameTaken, UsernameNotUsable, NameMissing, PasswordTooWeak,
    UnknownLanguage, and NoSuchUnit (of rooms.units) for the person's unit.
    """
    if not _USERNAME.fullmatch(person.username):
        raise UsernameNotUsable(username=person.username)
    if not person.full_name.strip():
        raise NameMissing(username=person.username)
    _check_language(person.language)
    if person.unit is not None:
        units.unit(person.unit)
    row = models.Person(
        username=person.username,
        full_name=person.full_name.strip(),
        unit_id=person.unit,
        post=person.post,
        role=person.role.value,
        language=person.language,
        is_active=person.active,
    )
    _set_password(row, password)
    with transaction.atomic():
        if models.Person.objects.filter(username=person.username).exists():
            raise UsernameTaken(username=person.username)
        row.save(force_insert=True)
        _note(row, "create", person.role.value, by=by, at=at)
    return value_of(row)


def change_password(*, username: str, password: str, by: str, at: datetime) -> None:
    """Give an account a new password. Raises NoSuchPerson, PasswordTooWeak.

    A name that was locked after wrong passwords is open again when somebody else (an
    administrator) gave the password: that is what the locked-out person asked for.
    """
    with transaction.atomic():
        row = _row(username)
        _set_password(row, password)
        row.save()
        _note(row, "change_password", by=by, at=at)
        if by != username:
            unlock(username=username)


def give_role(*, username: str, role: Role, by: str, at: datetime) -> Person:
    """Give somebody another role. Raises NoSuchPerson, LastAdministrator."""
    with transaction.atomic():
        row = _row(username)
        if role is not Role.ADMINISTRATOR:
            _check_others_administer(row)
        row.role = role.value
        row.save()
        _note(row, "give_role", role.value, by=by, at=at)
    return value_of(row)


def move(
    *, username: str, unit: str | None, post: str = "", by: str, at: datetime
) -> Person:
    """Record that somebody works in another unit. Raises NoSuchPerson, NoSuchUnit."""
    if unit is not None:
        units.unit(unit)
    with transaction.atomic():
        row = _row(username)
        row.unit_id, row.post = unit, post
        row.save()
        _note(row, "move", unit or "", by=by, at=at)
    return value_of(row)


def choose_language(*, username: str, language: str, by: str, at: datetime) -> Person:
    """Remember the language somebody reads. Raises NoSuchPerson, UnknownLanguage."""
    _check_language(language)
    with transaction.atomic():
        row = _row(username)
        row.language = language
        row.save()
        _note(row, "choose_language", language, by=by, at=at)
    return value_of(row)


def deactivate(*, username: str, by: str, at: datetime) -> Person:
    """Close an account; what it signed stays.

    Raises NoSuchPerson, LastAdministrator.
    """
    with transaction.atomic():
        row = _row(username)
        _check_others_administer(row)
        row.is_active = False
        row.save()
        _note(row, "deactivate", by=by, at=at)
    return value_of(row)


def reactivate(*, username: str, by: str, at: datetime) -> Person:
    """Open a closed account again. Raises NoSuchPerson."""
    with transaction.atomic():
        row = _row(username)
        row.is_active = True
        row.save()
        _note(row, "reactivate", by=by, at=at)
    return value_of(row)


def _row(username: str) -> models.Person:
    row = models.Person.objects.select_for_update().filter(username=username).first()
    if row is None:
        raise NoSuchPerson(username=username)
    return row


def _set_password(row: models.Person, password: str) -> None:
    try:
        validate_password(password, row)
    except ValidationError as weak:
        raise PasswordTooWeak(why=" ".join(weak.messages)) from weak
    row.set_password(password)


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        raise UnknownLanguage(language=language)


def _check_others_administer(row: models.Person) -> None:
    if row.role != Role.ADMINISTRATOR.value or not row.is_active:
        return
    # Locked, so that two administrators cannot close each other at the same moment.
    others = models.Person.objects.select_for_update().filter(
        role=Role.ADMINISTRATOR.value, is_active=True
    )
    if not any(other.pk != row.pk for other in others):
        raise LastAdministrator(username=row.username)


def _note(
    row: models.Person, verb: str, value: str = "", *, by: str, at: datetime
) -> None:
    models.Change.objects.create(person=row, verb=verb, value=value, by=by, at=at)
