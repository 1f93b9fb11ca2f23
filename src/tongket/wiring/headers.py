"""What stands on every answer: the scripts a page may run, who may keep it, methods."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


class ContentSecurityPolicy:
    """Puts the policy on every response that does not bring its own."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer *request* and set the policy on the answer."""
        response = self.respond(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response


class PrivatePages:
    """Lets nobody keep a page: on an office's shared computer others come after.

    Without it, the browser's way back shows the pages of who has signed out. Files of
    the site itself say how long they may be kept, and are left alone.
    """

    def __init__(self, respond: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer *request* and say that the answer is this reader's alone."""
        response = self.respond(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class KnownMethods:
    """Answers no request but those that pages and forms make."""

    METHODS = ("GET", "HEAD", "POST")

    def __init__(self, respond: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer *request*, or say which methods there are."""
        if request.method not in self.METHODS:
            return HttpResponseNotAllowed(self.METHODS)
        return self.respond(request)
