"""The forms of units: a division or centre is founded, and one day ended."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.core.nouns.unit import Unit, UnitKind
from tongket.doors.web.offered import choice_of
from tongket.doors.web.twins import told_apart
from tongket.doors.web.typed import Words


def day(label: Any, *, required: bool) -> forms.DateField:
    """Return a field for a day, typed the Vietnamese way."""
    wrong = _("Viết ngày/tháng/năm, ví dụ 01/07/2025")
    return forms.DateField(
        label=label,
        required=required,
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        widget=forms.DateInput(
            format="%d/%m/%Y",
            attrs={"inputmode": "numeric", "placeholder": "01/07/2025"},
        ),
        error_messages={"required": wrong, "invalid": wrong},
    )


class Founding(forms.Form):
    """A division or centre that a department founds."""

    name = Words(
        label=_("Tên"),
        max_length=250,
        help_text=_("Ví dụ: Phòng Quản lý khoa học"),
        widget=forms.TextInput(attrs={"list": "usual-names"}),
        error_messages={"required": _("Nhập tên")},
    )
    kind = forms.ChoiceField(
        label=_("Loại hình"),
        choices=[
            (UnitKind.DIVISION.value, _("Phòng, văn phòng, thanh tra, chi cục")),
            (UnitKind.CENTRE.value, _("Trung tâm, đơn vị sự nghiệp")),
        ],
    )
    first = day(_("Từ ngày, nếu biết"), required=False)

    def unit(self, parent: str) -> Unit:
        """Return the unit under *parent*, its code made of its name."""
        name = " ".join(self.cleaned_data["name"].split())
        return Unit(
            code=f"{parent}.{plain_letters(name)}",
            name=name,
            kind=UnitKind(self.cleaned_data["kind"]),
            parent=parent,
            valid_from=self.cleaned_data["first"],
        )


class Ending(forms.Form):
    """The last day of a unit, and who took it over."""

    last = day(_("Ngày cuối cùng"), required=True)
    successor = forms.ChoiceField(label=_("Sáp nhập vào"), required=False)

    def __init__(
        self, *arguments: Any, successors: Iterable[Unit], **keywords: Any
    ) -> None:
        super().__init__(*arguments, **keywords)
        choice_of(self, "successor").choices = [
            ("", _("Không đơn vị nào (giải thể)")),
            *told_apart(successors),
        ]

    def taken(self) -> tuple[date, str | None]:
        return self.cleaned_data["last"], self.cleaned_data["successor"] or None


def plain_letters(name: str) -> str:
    """Return a name in small plain letters joined by dashes.

    >>> plain_letters("Phòng Quản lý Đo lường & Chất lượng")
    'phong-quan-ly-do-luong-chat-luong'
    """
    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    ascii_only = letters.encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only))
