"""The address of the help page."""

from django.urls import path

from tongket.doors.web.help import views

app_name = "help"
urlpatterns = [path("", views.explain, name="help")]
