"""Signing in, the password, and the language of the pages."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from tongket.content.refusal import Refusal
from tongket.doors.web.signin.forms import NewPassword, SignIn
from tongket.rooms.people import actions as people


class SignInView(LoginView):
    template_name = "signin/sign_in.html"
    authentication_form = SignIn
    redirect_authenticated_user = True

    def form_valid(self, form: SignIn) -> HttpResponse:  # type: ignore[override]  # ours
        """Open the site in the language just chosen, else in the person's own."""
        response = super().form_valid(form)
        if settings.LANGUAGE_COOKIE_NAME in self.request.COOKIES:
            return response
        language = getattr(form.get_user(), "language", settings.LANGUAGE_CODE)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            samesite="Lax",
        )
        return response


class SignOutView(LogoutView):
    def dispatch(
        self, request: HttpRequest, *arguments: Any, **keywords: Any
    ) -> HttpResponse:
        """Leave no choice of language behind for the next to sit at this machine."""
        response = super().dispatch(request, *arguments, **keywords)
        response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
        return response


def password(request: HttpRequest) -> HttpResponse:
    person = request.user
    if not person.is_authenticated:
        return redirect("signin:sign_in")
    form = NewPassword(person, request.POST or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "signin/password.html", {"form": form}, status=status)
    name = person.get_username()
    chosen = form.cleaned_data["new_password1"]
    people.change_password(username=name, password=chosen, by=name, at=now())
    person.refresh_from_db()
    update_session_auth_hash(request, person)
    messages.success(
        request, _("Mật khẩu đã đổi. Lần sau đăng nhập bằng mật khẩu mới.")
    )
    return redirect("home:home")


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponseBase:
    response = set_language(request)
    if request.user.is_authenticated:
        name = request.user.get_username()
        try:
            people.choose_language(
                username=name, language=request.POST["language"], by=name, at=now()
            )
        except (KeyError, Refusal):
            # Django kept the language as it was; there is nothing to remember.
            return response
    return response
