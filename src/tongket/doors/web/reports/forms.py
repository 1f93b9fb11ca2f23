"""What people hand in on the pages of reports."""

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
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

    def clean_file(self) -> "UploadedFile[bytes]":
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > settings.TONGKET_MAX_UPLOAD:
            raise forms.ValidationError(
                _("Tệp lớn hơn %(most)s. Chọn đúng tệp báo cáo đã phát hành.")
                % {"most": filesizeformat(settings.TONGKET_MAX_UPLOAD)}
            )
        return file
