"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.doors.web.choice import chosen
from tongket.doors.web.home.overview import overview


def home(request: HttpRequest) -> HttpResponse:
    choice = chosen(request)
    if choice.department is None or not choice.period:
        return render(request, "home/nothing.html", {"choice": choice})
    found = overview(choice.department.code, choice.period)
    return render(request, "home/home.html", {"choice": choice, "overview": found})
