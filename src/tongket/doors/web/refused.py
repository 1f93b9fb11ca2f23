"""What a room refuses is told on a page of its own, with the sentence that says why."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from tongket.content.periods import UnknownPeriod
from tongket.content.refusal import Refusal

# The codes of refusals because what was asked for does not exist say so; everything
# else is a matter of how things stand.
MISSING = "no_such"


class RefusalPage:
    """Turns a refusal that no view caught into a page with its sentence."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if isinstance(exception, Refusal):
            sentence = exception.sentence(get_language() or "vi")
            status = 404 if MISSING in exception.code else 409
        elif isinstance(exception, UnknownPeriod):
            sentence, status = str(exception), 404
        else:
            return None
        return render(request, "refused.html", {"sentence": sentence}, status=status)
