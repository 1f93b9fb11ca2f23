"""The addresses of findings."""

from django.urls import path

from tongket.doors.web.checking import views

app_name = "checking"
urlpatterns = [
    path("", views.findings, name="findings"),
    path("<int:document>/again/", views.again, name="again"),
    path("<int:document>/<str:finding>/waive/", views.waive, name="waive"),
    path(
        "<int:document>/<str:finding>/take-up/",
        views.take_up_again,
        name="take_up_again",
    ),
]
