"""The pages of one's own account."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from tongket.doors.web.signin import views
from tongket.doors.web.signin.forms import SignIn

app_name = "signin"
urlpatterns = [
    path(
        "sign-in/",
        LoginView.as_view(
            template_name="signin/sign_in.html",
            authentication_form=SignIn,
            redirect_authenticated_user=True,
        ),
        name="sign_in",
    ),
    path("sign-out/", LogoutView.as_view(), name="sign_out"),
    path("password/", views.NewPasswordView.as_view(), name="password"),
]
