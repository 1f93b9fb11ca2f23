"""The pages of accounts: who has one, what they may do, and the keys to it."""

import secrets

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from tongket.content.refusal import Refusal
from tongket.core.nouns.person import Person
from tongket.doors.web.people.about import about, summaries, workplaces
from tongket.doors.web.people.forms import Account, Work
from tongket.rooms.people import actions as people
from tongket.rooms.people import queries

administrators_only = permission_required("people.change", raise_exception=True)


@administrators_only
def everybody(request: HttpRequest) -> HttpResponse:
    rows = summaries(queries.people(active_only=False))
    return render(request, "people/everybody.html", {"rows": rows})


@never_cache
@administrators_only
def new(request: HttpRequest) -> HttpResponse:
    form = Account(request.POST or None, units=workplaces())
    if not form.is_valid():
        return _asked(request, form)
    password = fresh_password()
    try:
        person = people.create(
            person=form.person(), password=password, by=_signer(request), at=now()
        )
    except Refusal as refusal:
        form.add_error("username", refusal.sentence(get_language() or "vi"))
        return _asked(request, form)
    return _keys(request, person, password)


def _asked(request: HttpRequest, form: Account) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "people/new.html", {"form": form}, status=status)


@administrators_only
def person(request: HttpRequest, username: str) -> HttpResponse:
    known = _known(username)
    work = {"unit": known.unit, "post": known.post, "role": known.role.value}
    form = Work(request.POST or None, units=workplaces(), initial=work)
    if not form.is_valid():
        context = {"about": about(known), "form": form}
        status = 422 if form.is_bound else 200
        return render(request, "people/person.html", context, status=status)
    unit, role = form.chosen_unit(), form.chosen_role()
    post, by, at = form.cleaned_data["post"], _signer(request), now()
    if (unit, post) != (known.unit, known.post):
        people.move(username=username, unit=unit, post=post, by=by, at=at)
    if role is not known.role:
        people.give_role(username=username, role=role, by=by, at=at)
    messages.success(request, _("Đã ghi thay đổi."))
    return redirect("people:person", username)


@never_cache
@require_POST
@administrators_only
def password(request: HttpRequest, username: str) -> HttpResponse:
    fresh = fresh_password()
    people.change_password(
        username=username, password=fresh, by=_signer(request), at=now()
    )
    return _keys(request, _known(username), fresh)


@require_POST
@administrators_only
def close(request: HttpRequest, username: str) -> HttpResponse:
    people.deactivate(username=username, by=_signer(request), at=now())
    messages.success(request, _("Tài khoản đã đóng. Những gì đã ký vẫn còn nguyên."))
    return redirect("people:person", username)


@require_POST
@administrators_only
def reopen(request: HttpRequest, username: str) -> HttpResponse:
    people.reactivate(username=username, by=_signer(request), at=now())
    messages.success(request, _("Tài khoản đã mở lại."))
    return redirect("people:person", username)


def fresh_password() -> str:
    """Return a password that nobody guesses and everybody can type from paper."""
    # Twelve letters of thirty-one, without those that look alike.
    letters = "abcdefghijkmnpqrstuvwxyz2345678"
    groups = ("".join(secrets.choice(letters) for _ in range(4)) for _ in range(3))
    return "-".join(groups)


def _keys(request: HttpRequest, person: Person, password: str) -> HttpResponse:
    """Show a new password, this once: it is stored nowhere that can be read."""
    context = {"person": person, "password": password}
    return render(request, "people/keys.html", context)


def _known(username: str) -> Person:
    known = queries.person(username)
    if known is None:
        raise Http404
    return known


def _signer(request: HttpRequest) -> str:
    return request.user.get_username()
