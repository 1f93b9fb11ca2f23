"""The forms of signing in: what to type, and what to do when it does not fit."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils.translation import gettext_lazy as _


class SignIn(AuthenticationForm):
    error_messages = {  # noqa: RUF012 - Django's own class declares it so
        "invalid_login": _(
            "Tên đăng nhập hoặc mật khẩu chưa đúng. Tắt bộ gõ tiếng Việt và phím Caps "
            "Lock rồi nhập lại; nếu quên mật khẩu, đề nghị quản trị viên đặt lại."
        ),
        "inactive": _("Tài khoản này đã ngừng. Liên hệ quản trị viên để mở lại."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Tên đăng nhập")
        self.fields["username"].error_messages["required"] = _("Nhập tên đăng nhập")
        self.fields["password"].label = _("Mật khẩu")
        self.fields["password"].error_messages["required"] = _("Nhập mật khẩu")


class NewPassword(PasswordChangeForm):
    error_messages = {  # noqa: RUF012 - Django's own class declares it so
        "password_incorrect": _(
            "Mật khẩu đang dùng chưa đúng. Tắt bộ gõ tiếng Việt rồi nhập lại."
        ),
        "password_mismatch": _("Hai lần nhập mật khẩu mới khác nhau. Nhập lại cả hai."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {
            "old_password": _("Mật khẩu đang dùng"),
            "new_password1": _("Mật khẩu mới"),
            "new_password2": _("Nhập lại mật khẩu mới"),
        }
        for name, label in names.items():
            field: forms.Field = self.fields[name]
            field.label = label
            field.error_messages["required"] = _("Nhập ô này")
        self.fields["new_password1"].help_text = _(
            "Ít nhất 8 ký tự, không chỉ gồm chữ số, không giống tên đăng nhập."
        )
