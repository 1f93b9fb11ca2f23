"""The forms of the ledger: a person posts a value, corrects one, takes one back."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tongket.content.catalogue import catalogue
from tongket.content.periods import UnknownPeriod, period
from tongket.core.nouns.entry import Draft, EntryKind, Source, SourceKind
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.indicator import Indicator
from tongket.core.nouns.unit import Unit
from tongket.doors.web import words
from tongket.doors.web.indicators.search import search
from tongket.doors.web.offered import choice_of
from tongket.doors.web.twins import told_apart
from tongket.doors.web.typed import PARTS, Words, asked_number, read_breakdown
from tongket.rooms.units import queries as units

# As many names as a person tells apart in an error message.
NAMED = 4


class Number(Words):
    """A number typed the Vietnamese way: "1.100,5"."""

    def clean(self, value: Any) -> Decimal | None:
        typed = super().clean(value)
        if not typed:
            return None
        return asked_number(typed)


class Post(forms.Form):
    """A value that a person answers for: a target assigned, a result counted."""

    unit = forms.ChoiceField(
        label=gettext_lazy("Đơn vị"),
        error_messages={"required": gettext_lazy("Chọn đơn vị")},
    )
    part = forms.ChoiceField(label=gettext_lazy("Kỳ"), choices=PARTS, required=False)
    year = forms.RegexField(
        label=gettext_lazy("Năm"),
        regex=r"^[12]\d{3}$",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
        error_messages={
            "required": gettext_lazy("Nhập năm"),
            "invalid": gettext_lazy("Năm gồm bốn chữ số, ví dụ 2024"),
        },
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Loại"),
        choices=[(kind.value, word) for kind, word in words.KINDS.items()],
    )
    indicator = Words(
        label=gettext_lazy("Chỉ tiêu"),
        max_length=200,
        help_text=gettext_lazy("Gõ mã, hoặc vài từ trong tên"),
        widget=forms.TextInput(attrs={"list": "indicators", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Nhập chỉ tiêu")},
    )
    value = Number(
        label=gettext_lazy("Giá trị"),
        max_length=60,
        help_text=gettext_lazy(
            "Bằng đơn vị tính của chỉ tiêu, viết đủ chữ số: 1.100.000.000"
        ),
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"required": gettext_lazy("Nhập giá trị")},
    )
    breakdown = Words(
        label=gettext_lazy("Phân tổ, nếu có"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Mỗi dòng một phân tổ, ví dụ “cấp: tỉnh”"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    label = Words(
        label=gettext_lazy("Nội dung, nếu cần"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Nói rõ thêm khi tên chỉ tiêu chưa đủ"),
    )

    def __init__(self, *arguments: Any, units: Iterable[Unit], **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        choice_of(self, "unit").choices = told_apart(units)

    def clean_indicator(self) -> Indicator:
        """Take a code, a name, or words that fit one indicator alone."""
        typed = self.cleaned_data["indicator"].strip()
        code = typed.partition(" ")[0]
        known = catalogue()
        if code in known.by_code:
            return known.by_code[code]
        found = search(typed, known.indicators)
        if len(found) == 1 or (found and words.name_of(found[0]) == typed):
            return found[0]
        if not found:
            raise forms.ValidationError(
                _(
                    "Danh mục không có chỉ tiêu nào ứng với “%(typed)s”. Bớt từ, hoặc "
                    "gõ mã."
                ),
                params={"typed": typed},
            )
        raise forms.ValidationError(
            _("“%(typed)s” ứng với nhiều chỉ tiêu, chọn một: %(names)s"),
            params={
                "typed": typed,
                "names": "; ".join(
                    f"{each.code} {words.name_of(each)}" for each in found[:NAMED]
                ),
            },
        )

    def clean_breakdown(self) -> tuple[tuple[str, str], ...]:
        """Read one "name: value" a line."""
        return read_breakdown(self.cleaned_data["breakdown"])

    def clean(self) -> dict[str, Any]:
        """Put part and year together."""
        cleaned = super().clean() or self.cleaned_data
        try:
            code = f"{cleaned.get('year', '')}{cleaned.get('part', '')}"
            covered = period(code)
            cleaned["period"] = covered.code
            if "unit" in cleaned:
                units.demand_still_there(cleaned["unit"], covered)
        except UnknownPeriod:
            if "year" not in self.errors:
                self.add_error("year", _("Nhập năm"))
        except units.Ended as refusal:
            self.add_error("unit", refusal.sentence(get_language() or "vi"))
        return cleaned

    def draft(self, *, department: str, by: str) -> Draft:
        """Return what is to be posted; call it when the form is valid."""
        said = self.cleaned_data
        return Draft(
            department=department,
            unit=said["unit"],
            period=said["period"],
            indicator=said["indicator"].code,
            kind=EntryKind(said["kind"]),
            value=said["value"],
            displayed=self.data["value"].strip(),
            measure=said["indicator"].measure,
            source=Source(SourceKind.PERSON, by),
            breakdown=said["breakdown"],
            label=said["label"].strip(),
        )


class Reason(forms.Form):
    """Why an entry is corrected or taken back."""

    reason = Words(
        label=gettext_lazy("Lý do"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": gettext_lazy("Ghi lý do: người đọc sổ sau này cần biết")
        },
    )


class Correct(Reason):
    """The right value in place of a wrong one."""

    value = Number(
        label=gettext_lazy("Giá trị đúng"),
        max_length=60,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"required": gettext_lazy("Nhập giá trị đúng")},
    )
    field_order = ("value", "reason")

    def draft(self, before: Draft, *, by: str) -> Draft:
        """Return *before* with the value that was typed; call it when valid."""
        return replace(
            before,
            value=self.cleaned_data["value"],
            displayed=self.data["value"].strip(),
            bound=Bound.EXACT,
            value_max=None,
            source=Source(SourceKind.PERSON, by),
        )
