"""Posting by hand: what a person answers for, its correction, its withdrawal."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tongket.content.catalogue import catalogue
from tongket.core.nouns.entry import Entry
from tongket.doors.web.choice import chosen
from tongket.doors.web.entries.forms import Correct, Post, Reason
from tongket.doors.web.intake import access
from tongket.rooms.ledger import actions as ledger
from tongket.rooms.ledger import queries
from tongket.rooms.units import queries as units

UNPROCESSABLE = 422


@require_http_methods(["GET", "POST"])
@permission_required("entries.post", raise_exception=True)
def new(request: HttpRequest) -> HttpResponse:
    choice = chosen(request)
    start = {
        "unit": choice.department.code if choice.department else "",
        "year": choice.period[:4],
        "part": choice.period[4:],
    }
    form = Post(request.POST or None, units=access.units_of(request), initial=start)
    if form.is_valid():
        department = units.department_of(form.cleaned_data["unit"])
        if department is None:
            raise PermissionDenied
        by = access.name_of(request)
        draft = form.draft(department=department.code, by=by)
        (entry,) = ledger.post(drafts=[draft], by=by, at=now())
        messages.success(request, _("Đã vào sổ."))
        return redirect("entries:entry", entry.number)
    status = UNPROCESSABLE if form.is_bound else 200
    context = {"form": form, "indicators": catalogue().indicators}
    return render(request, "entries/new.html", context, status=status)


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, number: int) -> HttpResponse:
    entry = _correctable(request, number)
    form = Correct(request.POST or None)
    if form.is_valid():
        by = access.name_of(request)
        later = ledger.correct(
            entry=number,
            draft=form.draft(entry.draft, by=by),
            reason=form.cleaned_data["reason"],
            by=by,
            at=now(),
        )
        messages.success(request, _("Đã đính chính; dòng cũ vẫn đọc được."))
        return redirect("entries:entry", later.number)
    status = UNPROCESSABLE if form.is_bound else 200
    return _correcting(request, entry, status, form=form, withdrawal=_withdrawal())


@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    entry = _correctable(request, number)
    form = _withdrawal(request.POST)
    if not form.is_valid():
        return _correcting(
            request, entry, UNPROCESSABLE, form=Correct(), withdrawal=form
        )
    gone = ledger.withdraw(
        entry=number,
        reason=form.cleaned_data["reason"],
        by=access.name_of(request),
        at=now(),
    )
    messages.success(request, _("Đã rút số khỏi sổ; dòng cũ vẫn đọc được."))
    return redirect("entries:entry", gone.number)


def _correctable(request: HttpRequest, number: int) -> Entry:
    """Return the entry, if the person may correct what its department posted."""
    if number >= 2**63:
        raise Http404
    entry = queries.entry(number)
    if not access.may(request, "entries.correct", entry.draft.department):
        raise PermissionDenied
    return entry


def _withdrawal(said: QueryDict | None = None) -> Reason:
    # It stands beside another form with a reason, so that its ids are its own.
    return Reason(said, auto_id="withdraw_%s")


def _correcting(
    request: HttpRequest, entry: Entry, status: int, **forms: Reason
) -> HttpResponse:
    context = {"entry": entry, **forms}
    return render(request, "entries/correct.html", context, status=status)
