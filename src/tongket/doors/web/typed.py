"""What people type: numbers, periods and breakdowns, the Vietnamese way."""

import re
from decimal import Decimal
from typing import Any
from unicodedata import category, normalize

from django import forms
from django.core.exceptions import BadRequest, ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# The parts of a year that reports cover, as period codes end.
PARTS = (
    ("", gettext_lazy("Cả năm")),
    ("-H1", gettext_lazy("6 tháng đầu năm")),
    ("-H2", gettext_lazy("6 tháng cuối năm")),
    ("-9M", gettext_lazy("9 tháng đầu năm")),
    ("-Q1", gettext_lazy("Quý I")),
    ("-Q2", gettext_lazy("Quý II")),
    ("-Q3", gettext_lazy("Quý III")),
    ("-Q4", gettext_lazy("Quý IV")),
    *(
        (f"-M{month:02}", format_lazy("{} {}", gettext_lazy("Tháng"), month))
        for month in range(1, 13)
    ),
)
# Digits of other scripts are digits to Python, and are none of ours.
_VIETNAMESE = re.compile(r"-?([0-9]{1,3}(\.[0-9]{3})+|[0-9]+)(,[0-9]+)?")
LONGEST_REASON = 500
_COUNT = re.compile("[0-9]{1,9}")

# Vietnamese letters carry their marks in one code point; others carry two at most.
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILE_OF_MARKS = re.compile(f"({_MARK}{{2}}){_MARK}+")


class Words(forms.CharField):
    """A field for words, taken as a page can print them."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(printed(value) if isinstance(value, str) else value)


def printed(words: str) -> str:
    """Return what a reader sees of *words*, in NFC.

    Without controls, without letters that take no room or turn the direction of
    writing, without piles of marks on one letter: what is signed, and may stand for
    ever, is what the page shows.
    """
    seen = "".join(
        letter
        for letter in words.replace("\t", " ")
        if letter == "\n" or category(letter)[0] != "C"
    )
    return _PILE_OF_MARKS.sub(r"\1", normalize("NFC", seen))


def read_reason(words: str) -> str:
    """Read a reason that stands beside a button; the page lets nobody type more."""
    reason = printed(words)
    if len(reason) > LONGEST_REASON:
        raise BadRequest(f"a reason of {len(reason)} letters")
    return reason


def read_count(words: str) -> int | None:
    """Read a count that an address or a form carries; None when it is not one."""
    return int(words) if _COUNT.fullmatch(words) else None


def read_number(words: str) -> Decimal | None:
    """Read a number typed the Vietnamese way: "1.100,5"; None when it is not one.

    "12.5" is none: a dot groups thousands, so that a slip never changes a value.
    """
    typed = words.replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    if not _VIETNAMESE.fullmatch(typed):
        return None
    return Decimal(typed.replace(".", "").replace(",", "."))


def asked_number(typed: str) -> Decimal:
    """Read a number of a form; what is none is told with how to write one."""
    number = read_number(typed)
    if number is None:
        raise ValidationError(
            _(
                "“%(typed)s” chưa đọc được. Viết dấu chấm cho hàng nghìn, dấu phẩy "
                "cho phần lẻ: 1.100,5"
            ),
            params={"typed": typed},
        )
    return number


def read_breakdown(words: str) -> tuple[tuple[str, str], ...]:
    """Read one "name: value" a line; a line that is none is told."""
    pairs = []
    for line in filter(None, map(str.strip, words.splitlines())):
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not (name and colon and value):
            raise ValidationError(
                _("Viết “%(line)s” thành tên, dấu hai chấm, giá trị: “cấp: tỉnh”"),
                params={"line": line},
            )
        pairs.append((name, value))
    if len({name for name, _value in pairs}) != len(pairs):
        raise ValidationError(_("Mỗi tên phân tổ chỉ viết một lần"))
    return tuple(pairs)
