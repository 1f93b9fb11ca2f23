"""Every page of the site: one prefix per area, each area in its own folder."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

AREAS = {
    "": "home",
    "account/": "signin",
    "units/": "units",
    "indicators/": "indicators",
    "entries/": "entries",
    "documents/": "intake",
    "findings/": "checking",
    "reports/": "reports",
    "people/": "people",
    "help/": "help",
}

urlpatterns: list[URLPattern | URLResolver] = [
    path(prefix, include(f"tongket.doors.web.{area}.urls"))
    for prefix, area in AREAS.items()
    if find_spec(f"tongket.doors.web.{area}")
    and find_spec(f"tongket.doors.web.{area}.urls")
]
