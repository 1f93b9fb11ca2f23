"""What people hand in on the pages of reports."""

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Delivered(forms.Form):
    """A file that was delivered, to be held against what it carries."""

    file = forms.FileField(
        label=gettext_lazy("Tệp báo cáo đã phát hành (docx, pdf, html)"),
        error_messages={
            "required": gettext_lazy("Chọn tệp báo cáo cần kiểm tra"),
            "empty": gettext_lazy("Tệp không có nội dung. Chọn lại tệp báo cáo."),
            "missing": gettext_lazy("Chọn tệp báo cáo cần kiểm tra"),
            "invalid": gettext_lazy("Chọn tệp báo cáo cần kiểm tra"),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.pdf,.html"}),
    )

    def refuse_as_too_large(self) -> None:
        """Say that the site kept nothing of the file: it is longer than any of ours."""
        self.errors.pop("file", None)
        most = filesizeformat(settings.TONGKET_MAX_UPLOAD)
        self.add_error(
            "file",
            _("Tệp lớn hơn %(most)s. Chọn đúng tệp báo cáo đã phát hành.")
            % {"most": most},
        )
