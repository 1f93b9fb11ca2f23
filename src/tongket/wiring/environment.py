"""The environment variables that set up an installation, each read by its name.

A variable that cannot be understood stops the start with one sentence that names the
variable, what stands there and what may stand there.
"""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SECRET_KEY_LENGTH = 50


class NotUnderstood(ImproperlyConfigured):
    """An environment variable holds something that the program cannot use."""

    def __init__(self, name: str, value: str, *, vi: str, en: str) -> None:
        super().__init__(f"{name}={value!r}: {vi} ({en})")


@dataclass(frozen=True, slots=True)
class Environment:
    """The variables of one installation; `values` is usually os.environ."""

    values: Mapping[str, str]

    def text(self, name: str, default: str = "") -> str:
        """Return the variable's text without surrounding blanks, or *default*."""
        return self.values.get(name, "").strip() or default

    def switch(self, name: str, *, default: bool) -> bool:
        """Return a variable that is 'True' or 'False'."""
        value = self.text(name, str(default))
        if value not in {"True", "False"}:
            raise NotUnderstood(
                name, value, vi="dùng 'True' hoặc 'False'", en="use 'True' or 'False'"
            )
        return value == "True"

    def whole(self, name: str, default: int, *, most: int, least: int = 1) -> int:
        """Return a variable that is a whole number from *least* to *most*."""
        value = self.text(name, str(default))
        if not re.fullmatch(r"[0-9]{1,12}", value) or not least <= int(value) <= most:
            raise NotUnderstood(
                name,
                value,
                vi=f"dùng số nguyên từ {least} đến {most}",
                en=f"use a whole number from {least} to {most}",
            )
        return int(value)

    def names(self, name: str, default: tuple[str, ...]) -> list[str]:
        """Return a variable that lists names, separated by commas."""
        value = self.text(name)
        if not value:
            return list(default)
        listed = [part.strip() for part in value.split(",")]
        if any(not part or re.search(r"\s|://", part) for part in listed):
            raise NotUnderstood(
                name,
                value,
                vi="viết các tên cách nhau bằng dấu phẩy, không có 'http://', "
                "ví dụ 'skhcn.vi-du.gov.vn,localhost'",
                en="write names separated by commas, without 'http://'",
            )
        return listed

    def folder(self, name: str, default: Path) -> Path:
        """Return a variable that names a folder; the folder is made when missing."""
        value = self.text(name, str(default))
        folder = Path(value).expanduser().resolve()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as refused:
            raise NotUnderstood(
                name,
                value,
                vi="không tạo được thư mục này; chọn thư mục mà tài khoản chạy chương "
                "trình được ghi",
                en="this folder cannot be made; name one that may be written to",
            ) from refused
        return folder


def surroundings() -> Environment:
    """Return the environment that the program was started in."""
    return Environment(os.environ)


def kept_secret(file: Path) -> str:
    """Return the secret key kept in *file*; a fresh one is made the first time.

    The file is created readable by its owner alone. Two starts at the same moment
    agree: the one that comes second reads what the first one wrote.
    """
    draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    if not file.exists():
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as opened:
            opened.write(secrets.token_urlsafe(SECRET_KEY_LENGTH))
        try:
            # A link appears at once and whole, and never over an existing file.
            os.link(draft, file)
        except FileExistsError:
            pass
        except OSError:
            # Some file systems (USB sticks) have no links.
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
    return file.read_text(encoding="ascii").strip()
