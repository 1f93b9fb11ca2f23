"""What the pages say of an account, put together from the rooms."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from tongket.content.roles import role_name, verb_name, verbs_of
from tongket.core.nouns.person import Person, Role
from tongket.core.nouns.unit import Unit
from tongket.rooms.ledger import queries as ledger
from tongket.rooms.people import queries as people
from tongket.rooms.units import queries as units


@dataclass(frozen=True, slots=True)
class Summary:
    """An account in the list."""

    person: Person
    unit: str
    role: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something done to an account, in words."""

    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class About:
    """Everything that the page of an account says."""

    summary: Summary
    may: tuple[str, ...]
    events: tuple[Event, ...]


def summaries(persons: Collection[Person]) -> tuple[Summary, ...]:
    codes = {person.unit for person in persons if person.unit}
    names = {each.code: each.short_name or each.name for each in units.several(codes)}
    return tuple(
        Summary(each, names.get(each.unit or "", ""), role_name(each.role, _language()))
        for each in persons
    )


def about(person: Person) -> About:
    may = sorted(verbs_of(person.role)) if person.active else []
    return About(
        summary=summaries([person])[0],
        may=tuple(verb_name(verb, _language()) for verb in may),
        events=tuple(
            Event(_told(change.verb, change.value), change.by, change.at)
            for change in reversed(people.changes(person.username))
        ),
    )


def workplaces() -> tuple[Unit, ...]:
    """Return where somebody may work: departments with figures first, and their own."""
    first = units.several(ledger.departments())
    others = [each for each in units.departments() if each not in first]
    return tuple(
        unit for each in (*first, *others) for unit in (each, *_divisions(each, first))
    )


def _divisions(department: Unit, first: Collection[Unit]) -> tuple[Unit, ...]:
    # Asking for the divisions of a hundred departments would take a hundred questions.
    return units.below(department.code) if department in first else ()


def _told(verb: str, value: str) -> str:
    """Say what an action did."""
    if verb in {"create", "give_role"}:
        role = role_name(Role(value), _language())
        opened = _("Mở tài khoản, vai trò: %(role)s")
        given = _("Giao vai trò: %(role)s")
        return (opened if verb == "create" else given) % {"role": role}
    if verb == "move":
        name = units.unit(value).name if value else "—"
        return _("Chuyển đến: %(unit)s") % {"unit": name}
    return {
        "change_password": _("Đổi mật khẩu"),
        "choose_language": _("Chọn ngôn ngữ: %(language)s") % {"language": value},
        "deactivate": pgettext("journal", "Đóng tài khoản"),
        "reactivate": pgettext("journal", "Mở lại tài khoản"),
    }[verb]


def _language() -> str:
    return get_language() or "vi"
