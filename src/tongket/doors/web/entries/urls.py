"""The addresses of the ledger."""

from django.urls import path

from tongket.doors.web.entries import posting, views

app_name = "entries"
urlpatterns = [
    path("", views.entries, name="entries"),
    path("new/", posting.new, name="new"),
    path("<int:number>/", views.entry, name="entry"),
    path("<int:number>/correct/", posting.correct, name="correct"),
    path("<int:number>/withdraw/", posting.withdraw, name="withdraw"),
]
