"""The addresses of units."""

from django.urls import path

from tongket.doors.web.units import views

app_name = "units"
urlpatterns = [
    path("", views.all_units, name="units"),
    path("<str:code>/", views.unit, name="unit"),
]
