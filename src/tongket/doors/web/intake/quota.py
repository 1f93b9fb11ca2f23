"""How much of an upload is taken in: the limit, and not a byte more."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile


class Quota(FileUploadHandler):
    """Stops keeping a file that grows past TONGKET_MAX_UPLOAD_MB.

    Stands first among the upload handlers. What is over the limit is read off the
    wire and dropped, so that the form's other fields still arrive and the answer can
    say what was wrong; `too_large` on the request names such files.
    """

    def handle_raw_input(self, *arguments: Any, **keywords: Any) -> None:
        """Note that a form is being read; called once before its first field."""
        del arguments, keywords
        setattr(self.request, "too_large", [])  # noqa: B010 - Django's request is open

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the bytes on until the limit is passed."""
        if start + len(raw_data) > settings.TONGKET_MAX_UPLOAD:
            self.request.too_large.append(self.file_name)  # type: ignore[union-attr]  # ours
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the making of the file to the handlers that follow."""
