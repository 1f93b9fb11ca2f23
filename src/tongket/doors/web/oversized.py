"""A request that carries more than the site takes in gets its own page and status."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import bad_request

TOO_LARGE = 413


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that could not be read (Django's handler400)."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=TOO_LARGE)
    return bad_request(request, exception)
