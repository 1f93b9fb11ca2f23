"""A request that carries more than the site takes in gets its own page and status."""

import logging

from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import bad_request

TOO_LARGE = 413
TOO_MANY = (TooManyFieldsSent, TooManyFilesSent)
LOG = logging.getLogger(__name__)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that could not be read (Django's handler400)."""
    is_many = isinstance(exception, TOO_MANY)
    if not is_many and not isinstance(exception, RequestDataTooBig):
        return bad_request(request, exception)
    LOG.warning("%s: refused, %s", request.path, exception)
    return render(request, "413.html", {"is_many": is_many}, status=TOO_LARGE)
