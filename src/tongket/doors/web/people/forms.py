"""The forms of accounts: open one, change what somebody does and where."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tongket.content.roles import role_name
from tongket.core.nouns.person import Person, Role
from tongket.core.nouns.unit import Unit
from tongket.doors.web.offered import choice_of
from tongket.doors.web.twins import told_apart
from tongket.doors.web.typed import Words


class Work(forms.Form):
    """Where somebody works, as what, and with which role."""

    unit = forms.ChoiceField(label=_("Đơn vị"), required=False)
    post = Words(
        label=_("Chức vụ"),
        max_length=120,
        required=False,
        help_text=_("Ví dụ: Trưởng phòng, Chuyên viên"),
    )
    role = forms.ChoiceField(
        label=_("Vai trò"), error_messages={"required": _("Chọn vai trò")}
    )

    def __init__(self, *arguments: Any, units: Iterable[Unit], **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        language = get_language() or "vi"
        choice_of(self, "unit").choices = [
            ("", "—"),
            *told_apart(units),
        ]
        choice_of(self, "role").choices = [
            (role.value, role_name(role, language)) for role in Role
        ]

    def chosen_unit(self) -> str | None:
        return self.cleaned_data["unit"] or None

    def chosen_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class Account(Work):
    """An account to be opened."""

    full_name = Words(
        label=_("Họ và tên"),
        max_length=150,
        error_messages={"required": _("Nhập họ và tên")},
    )
    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=150,
        help_text=_("Chữ thường không dấu, ví dụ tran.binh; sau này không đổi được"),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
        error_messages={"required": _("Nhập tên đăng nhập")},
    )
    field_order = ("full_name", "username", "unit", "post", "role")

    def person(self) -> Person:
        return Person(
            username=self.cleaned_data["username"],
            full_name=self.cleaned_data["full_name"],
            unit=self.chosen_unit(),
            post=self.cleaned_data["post"],
            role=self.chosen_role(),
        )
