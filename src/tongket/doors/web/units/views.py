"""The pages of units."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from tongket.doors.web.units.profile import profile
from tongket.rooms.ledger import queries as ledger
from tongket.rooms.units import queries as units


def all_units(request: HttpRequest) -> HttpResponse:
    context = {
        "with_figures": units.several(ledger.departments()),
        "today": units.departments(localdate()),
        "former": [unit for unit in units.departments() if unit.merged_into],
    }
    return render(request, "units/units.html", context)


def unit(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "units/unit.html", {"profile": profile(code)})
