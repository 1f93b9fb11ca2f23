"""The addresses of the ledger."""

from django.urls import path

from tongket.doors.web.entries import views

app_name = "entries"
urlpatterns = [
    path("", views.entries, name="entries"),
    path("<int:number>/", views.entry, name="entry"),
]
