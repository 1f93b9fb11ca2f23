"""Who may decide about a document: a role that may, in the document's department."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tongket.core.nouns.unit import Unit
from tongket.rooms.intake import queries as intake
from tongket.rooms.people import queries as people
from tongket.rooms.units import queries as units

View = Callable[Concatenate[HttpRequest, int, ...], HttpResponse]


def own_department(request: HttpRequest) -> str | None:
    """Return the department of the person, None when they belong to none.

    Whoever belongs to no unit (the demo's account, a ministry's) works for all of
    them, as far as the role allows.
    """
    unit = getattr(request.user, "unit_id", None)
    department = units.department_of(unit) if unit else None
    return department.code if department else None


def units_of(request: HttpRequest) -> tuple[Unit, ...]:
    """Return the units that the person may hand in documents for."""
    own = own_department(request)
    if own is None:
        return units.departments()
    return (units.unit(own), *units.below(own))


def may(request: HttpRequest, verb: str, department: str) -> bool:
    """Tell whether the person may do *verb* to what belongs to *department*."""
    allowed: bool = request.user.has_perm(verb)
    return allowed and own_department(request) in {None, department}


@dataclass(frozen=True, slots=True)
class Rights:
    """What the person may do to the documents of one department."""

    decide: bool
    correct: bool
    waive: bool


def rights(request: HttpRequest, department: str) -> Rights:
    """Return what the person may do to what belongs to *department*."""
    inside = own_department(request) in {None, department}
    return Rights(
        decide=inside and request.user.has_perm("figures.confirm"),
        correct=inside and request.user.has_perm("entries.correct"),
        waive=inside and request.user.has_perm("findings.waive"),
    )


def deciding(verb: str) -> Callable[[View], View]:
    """Let a view of one document be entered only by who may do *verb* to it."""

    def guarded(view: View) -> View:
        @wraps(view)
        def entered(
            request: HttpRequest, document: int, *arguments: Any, **keywords: Any
        ) -> HttpResponse:
            if not may(request, verb, intake.document(document).department):
                raise PermissionDenied(
                    _(
                        "Vai trò của tài khoản này chưa được làm việc đó với văn bản "
                        "của Sở này. Đề nghị quản trị viên giao vai trò."
                    )
                )
            return view(request, document, *arguments, **keywords)

        return entered

    return guarded


def full_names(accounts: Iterable[str]) -> dict[str, str]:
    """Return what people are called, by account; a page shows no account names."""
    return people.full_names(set(accounts))


def name_of(request: HttpRequest) -> str:
    """Return the account that signs what is done."""
    return str(request.user.get_username())
