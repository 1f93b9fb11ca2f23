"""The addresses of reports."""

from django.urls import path

from tongket.doors.web.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.reports, name="reports"),
    path("verify/", views.verify, name="verify"),
    path("deliveries/<int:number>/", views.delivery, name="delivery"),
    path("<str:unit>/<str:period>/<str:kind>/", views.report, name="report"),
    path("<str:unit>/<str:period>/<str:kind>/deliver/", views.deliver, name="deliver"),
]
