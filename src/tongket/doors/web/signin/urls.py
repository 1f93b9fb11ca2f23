"""The pages of one's own account."""

from django.urls import path

from tongket.doors.web.signin import views

app_name = "signin"
urlpatterns = [
    path("sign-in/", views.SignInView.as_view(), name="sign_in"),
    path("sign-out/", views.SignOutView.as_view(), name="sign_out"),
    path("password/", views.password, name="password"),
    path("language/", views.language, name="language"),
]
