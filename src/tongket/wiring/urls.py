"""The addresses of the site: all of them are the web door's."""

from django.urls import include, path

urlpatterns = [path("", include("tongket.doors.web.urls"))]
handler400 = "tongket.doors.web.oversized.refused"
