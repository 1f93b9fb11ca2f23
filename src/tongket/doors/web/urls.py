"""Every page of the site: one prefix per area, each area in its own folder."""

from django.urls import include, path

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

urlpatterns = [
    path(prefix, include(f"tongket.doors.web.{area}.urls"))
    for prefix, area in AREAS.items()
]
