"""The addresses of units."""

from django.urls import path

from tongket.doors.web.units import keeping, views

app_name = "units"
urlpatterns = [
    path("", views.all_units, name="units"),
    path("<str:code>/", views.unit, name="unit"),
    path("<str:code>/found/", keeping.found, name="found"),
    path("<str:code>/end/", keeping.end, name="end"),
]
