"""The addresses of the catalogue."""

from django.urls import path

from tongket.doors.web.indicators import views

app_name = "indicators"
urlpatterns = [
    path("", views.indicators, name="indicators"),
    path("<str:code>/", views.indicator, name="indicator"),
]
