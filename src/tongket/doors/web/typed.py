"""What people type: numbers, periods and breakdowns, the Vietnamese way."""

import re
from decimal import Decimal

from django.core.exceptions import ValidationError
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
_VIETNAMESE = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")


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
