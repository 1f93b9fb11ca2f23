"""The addresses of findings."""

from django.urls import path

from tongket.doors.web.checking import views
from tongket.doors.web.intake import addresses

# Importing them makes the converters known.
__all__ = ["addresses"]

app_name = "checking"
urlpatterns = [
    path("", views.findings, name="findings"),
    path("<counted:document>/again/", views.again, name="again"),
    path("<counted:document>/<str:finding>/waive/", views.waive, name="waive"),
    path(
        "<counted:document>/<str:finding>/take-up/",
        views.take_up_again,
        name="take_up_again",
    ),
]
