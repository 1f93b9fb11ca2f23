"""The pages on which an administrator founds a unit and ends it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tongket.content import places
from tongket.content.refusal import Refusal
from tongket.core.nouns.unit import Unit
from tongket.doors.web.units.forms import Ending, Founding
from tongket.rooms.units import actions
from tongket.rooms.units import queries as units

administrators_only = permission_required("units.change", raise_exception=True)


@administrators_only
def found(request: HttpRequest, code: str) -> HttpResponse:
    parent = units.unit(code)
    form = Founding(request.POST or None)
    page: dict[str, Any] = {"form": form, "unit": parent, "usual": _usual_names(parent)}
    if not form.is_valid():
        return _asked(request, "units/found.html", page)
    try:
        founded = actions.found(unit=form.unit(code), **_signature(request))
    except Refusal as refusal:
        form.add_error("name", refusal.sentence(get_language() or "vi"))
        return _asked(request, "units/found.html", page)
    messages.success(request, _("Đã thêm %(name)s.") % {"name": founded.name})
    return redirect("units:unit", code)


@administrators_only
def end(request: HttpRequest, code: str) -> HttpResponse:
    unit = units.unit(code)
    form = Ending(request.POST or None, successors=_successors(unit))
    page: dict[str, Any] = {"form": form, "unit": unit}
    if not form.is_valid():
        return _asked(request, "units/end.html", page)
    last, successor = form.taken()
    try:
        actions.end(code=code, on=last, merged_into=successor, **_signature(request))
    except Refusal as refusal:
        form.add_error("last", refusal.sentence(get_language() or "vi"))
        return _asked(request, "units/end.html", page)
    messages.success(request, _("Đã ghi ngày cuối. Số liệu cũ vẫn của đơn vị này."))
    return redirect("units:unit", code)


def _asked(request: HttpRequest, template: str, page: dict[str, Any]) -> HttpResponse:
    status = 422 if page["form"].is_bound else 200
    return render(request, template, page, status=status)


def _usual_names(department: Unit) -> list[str]:
    """Return what the divisions of a department are usually called, less its own."""
    own = {each.name for each in units.children(department.code)}
    usual = places.typical_divisions(department, localdate())
    return [each.name for each in usual if each.name not in own]


def _successors(unit: Unit) -> tuple[Unit, ...]:
    """Return who may take a unit over: those of its kind beside it, and above it."""
    if unit.parent is None:
        return ()
    beside = [each for each in units.children(unit.parent) if each.code != unit.code]
    return (units.unit(unit.parent), *(each for each in beside if not each.valid_to))


def _signature(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user.get_username(), "at": now()}
