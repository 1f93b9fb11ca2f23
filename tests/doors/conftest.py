"""A real browser before the site, for tests marked `browser`."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.conftest import skip_or_fail

ARGUMENTS = ("--no-sandbox", "--disable-background-networking", "--disable-gpu")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser that the Debian package chromium brings."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        skip_or_fail("no browser on this machine (Debian package chromium)")
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        # Playwright keeps a loop running, in which Django would refuse its database.
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(
            executable_path=program, args=list(ARGUMENTS)
        )
        yield browser
        browser.close()


@pytest.fixture
def surf(
    chromium: Browser, live_server: object
) -> Iterator[Callable[..., BrowserContext]]:
    """Open a window on the site, for somebody of the cast or for a visitor.

    Further arguments are Playwright's (viewport, java_script_enabled, …); addresses
    that begin with "/" are the site's.
    """
    opened: list[BrowserContext] = []

    def window(username: str = "", **options: object) -> BrowserContext:
        options.setdefault("viewport", {"width": 1366, "height": 768})
        context = chromium.new_context(base_url=str(live_server), **options)
        context.set_default_timeout(10_000)
        if username:
            client = Client()
            person = get_user_model().objects.get(username=username)
            client.force_login(person, "django.contrib.auth.backends.ModelBackend")
            key = client.cookies[settings.SESSION_COOKIE_NAME].value
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": key}
            context.add_cookies([{**cookie, "url": str(live_server)}])
        opened.append(context)
        return context

    yield window
    for context in opened:
        context.close()
