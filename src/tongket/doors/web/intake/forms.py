"""The forms of intake: a document comes in, a figure is changed."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongket.content.catalogue import catalogue
from tongket.content.periods import UnknownPeriod, period
from tongket.core.nouns.entry import Aspect, EntryKind
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.proposal import Fault, Proposal
from tongket.core.nouns.unit import Unit
from tongket.doors.web import numerals
from tongket.doors.web import words as shared
from tongket.doors.web.intake import words
from tongket.doors.web.offered import choice_of
from tongket.doors.web.twins import told_apart
from tongket.doors.web.typed import (
    PARTS,
    Words,
    asked_number,
    printed,
    read_breakdown,
)


class Upload(forms.Form):
    """A file or a pasted text, and what it reports about."""

    file = forms.FileField(
        label=gettext_lazy("Tệp báo cáo"),
        required=False,
        # An empty file is told about by the reader, in the reader's own words.
        allow_empty_file=True,
        widget=forms.FileInput(
            attrs={"accept": ".docx,.pdf,.html,.htm,.txt,.xlsx", "class": "file"}
        ),
    )
    text = forms.CharField(
        label=gettext_lazy("Hoặc dán văn bản vào đây"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Đơn vị báo cáo"),
        error_messages={"required": gettext_lazy("Chọn đơn vị báo cáo")},
    )
    part = forms.ChoiceField(label=gettext_lazy("Kỳ"), choices=PARTS, required=False)
    year = forms.RegexField(
        label=gettext_lazy("Năm"),
        regex=r"^[12]\d{3}$",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
        error_messages={
            "required": gettext_lazy("Nhập năm của báo cáo"),
            "invalid": gettext_lazy("Năm gồm bốn chữ số, ví dụ 2024"),
        },
    )

    def __init__(
        self, *arguments: Any, units: Iterable[Unit] = (), **keywords: Any
    ) -> None:
        super().__init__(*arguments, **keywords)
        choices = told_apart(units)
        if len(choices) > 1:
            choices.insert(0, ("", _("Chọn đơn vị")))
        choice_of(self, "unit").choices = choices

    def clean(self) -> dict[str, Any]:
        """Ask for a file or a text, and for a period that exists."""
        cleaned = super().clean() or self.cleaned_data
        has_text = bool((cleaned.get("text") or "").strip())
        if not cleaned.get("file") and not has_text:
            self.add_error("file", _("Chọn một tệp, hoặc dán văn bản vào ô bên dưới"))
        elif cleaned.get("file") and has_text:
            self.add_error("text", _("Chỉ gửi một trong hai: tệp, hoặc văn bản dán"))
        try:
            code = f"{cleaned.get('year', '')}{cleaned.get('part', '')}"
            cleaned["period"] = period(code).code
        except UnknownPeriod:
            if "year" not in self.errors:
                self.add_error("year", _("Chọn kỳ và nhập năm của báo cáo"))
        return cleaned

    def content(self) -> bytes:
        """Return the bytes that came in."""
        upload = self.cleaned_data.get("file")
        if upload:
            content: bytes = upload.read()
            return content
        return str(self.cleaned_data["text"]).encode()

    def name(self) -> str:
        """Return what to call the document: the file's name, or its first words."""
        upload = self.cleaned_data.get("file")
        if upload:
            return str(upload.name)
        first = str(self.cleaned_data["text"]).strip().splitlines()[0].strip()
        return first if len(first) <= 60 else first[:60].rpartition(" ")[0] + "…"


class Change(forms.Form):
    """What a figure should say in the ledger, field by field."""

    choice = forms.ChoiceField(
        label=gettext_lazy("Chỉ tiêu"), required=False, widget=forms.RadioSelect
    )
    indicator = Words(
        label=gettext_lazy("Chỉ tiêu khác"),
        required=False,
        help_text=gettext_lazy("Gõ mã, hoặc vài từ trong tên"),
        max_length=200,
    )
    value = Words(label=gettext_lazy("Số"), required=False, max_length=100)
    total = Words(label=gettext_lazy("Trên tổng số"), required=False, max_length=100)
    measure = Words(label=gettext_lazy("Đơn vị tính"), required=False, max_length=100)
    kind = forms.ChoiceField(
        label=gettext_lazy("Loại số"),
        choices=[(kind.value, word) for kind, word in shared.KINDS.items()],
    )
    aspect = forms.ChoiceField(
        label=gettext_lazy("Số này nói về"),
        choices=[(aspect.value, word) for aspect, word in shared.ASPECTS.items()],
    )
    period = Words(
        label=gettext_lazy("Kỳ"),
        max_length=20,
        error_messages={"required": gettext_lazy("Nhập mã kỳ, ví dụ 2018-H1")},
    )
    unit = forms.ChoiceField(label=gettext_lazy("Của đơn vị"))
    breakdown = Words(
        label=gettext_lazy("Phân tổ"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Mỗi dòng một phân tổ, ví dụ “cấp: tỉnh”"),
    )
    replaces = forms.IntegerField(required=False, widget=forms.HiddenInput)
    replace = forms.BooleanField(required=False)
    reason = Words(
        label=gettext_lazy("Lý do (phải ghi)"), required=False, max_length=500
    )

    def __init__(
        self,
        *arguments: Any,
        before: Proposal,
        units: Iterable[Unit],
        indicators: Iterable[tuple[str, str]],
        **keywords: Any,
    ) -> None:
        keywords["initial"] = initial(before)
        super().__init__(*arguments, **keywords)
        self.before = before
        choice_of(self, "unit").choices = told_apart(units)
        choice_of(self, "choice").choices = [
            *indicators,
            ("", _("Chỉ tiêu khác")),
        ]

    def clean_value(self) -> Decimal | None:
        """Read the number; a vague figure may stay without one."""
        return self._number("value", self.before.value)

    def clean_total(self) -> Decimal | None:
        """Read the whole of a pair, if there is one."""
        return self._number("total", self.before.total)

    def _number(self, name: str, before: Decimal | None) -> Decimal | None:
        typed = self.cleaned_data[name].strip()
        if not typed:
            return None
        # Unchanged words are the number that they were written from.
        if before is not None and typed == numerals.written(before):
            return before
        return asked_number(typed)

    def clean_breakdown(self) -> tuple[tuple[str, str], ...]:
        """Read one "name: value" a line."""
        return read_breakdown(self.cleaned_data["breakdown"])

    def proposal(self) -> Proposal:
        """Return what the figure should say; call it when the form is valid."""
        said = self.cleaned_data
        changed = said["value"] != self.before.value
        return replace(
            self.before,
            indicator=self.typed_indicator() or said["choice"],
            kind=EntryKind(said["kind"]),
            aspect=Aspect(said["aspect"]),
            period=said["period"].strip(),
            unit=said["unit"],
            value=said["value"],
            # A number that a person typed is exact, and stands as it was typed.
            displayed=self.data["value"].strip() if changed else self.before.displayed,
            bound=Bound.EXACT if changed else self.before.bound,
            total=said["total"],
            measure=said["measure"].strip(),
            breakdown=said["breakdown"],
            replaces=said["replaces"] if said["replace"] else None,
            reason=said["reason"].strip(),
        )

    def typed_indicator(self) -> str:
        """Return the code or the words typed for an indicator, empty when none count.

        Words count unless another indicator than before is chosen: whoever types into
        the box and leaves the list as it stood means what was typed.
        """
        # As sent: a field with a fault is no longer among the cleaned ones.
        typed = printed(self.data.get("indicator", "")).strip()
        chosen = self.data.get("choice", "")
        if chosen not in {"", self.before.indicator}:
            return ""
        return typed.upper() if typed.upper() in catalogue().by_code else typed

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Show beside its field what the room found wrong."""
        for fault in faults:
            name = fault.field if fault.field in self.fields else None
            self.add_error(name, words.told(fault))


def initial(proposal: Proposal) -> dict[str, object]:
    """Return how the form shows a proposal."""
    return {
        "choice": proposal.indicator,
        "value": _shown(proposal.value),
        "total": _shown(proposal.total),
        "measure": proposal.measure,
        "kind": proposal.kind.value,
        "aspect": proposal.aspect.value,
        "period": proposal.period,
        "unit": proposal.unit,
        "breakdown": "\n".join(
            f"{name}: {value}" for name, value in proposal.breakdown
        ),
        "replace": proposal.replaces is not None,
        "reason": proposal.reason,
    }


def _shown(value: Decimal | None) -> str:
    return "" if value is None else numerals.written(value)
