"""The addresses of accounts."""

from django.urls import path

from tongket.doors.web.people import views

app_name = "people"
urlpatterns = [
    path("", views.everybody, name="everybody"),
    path("new/", views.new, name="new"),
    path("<str:username>/", views.person, name="person"),
    path("<str:username>/password/", views.password, name="password"),
    path("<str:username>/close/", views.close, name="close"),
    path("<str:username>/reopen/", views.reopen, name="reopen"),
]
