"""What the pages of intake call states, roles and the classes of other numbers."""

from collections.abc import Mapping

from django.utils.translation import get_language, gettext_lazy

from tongket.content.messages import messages
from tongket.core.nouns.figure import Kind, Role
from tongket.core.nouns.proposal import Act, Fault, Held, State
from tongket.core.nouns.reading import TokenClass

# A sign, a tone and a word each, so that nothing hangs on colour alone.
STATES = {
    State.PROPOSED: ("○", "", gettext_lazy("Chờ xem")),
    State.ACCEPTED: ("✓", "accent", gettext_lazy("Đã nhận")),
    State.CHANGED: ("✎", "accent", gettext_lazy("Đã đổi")),
    State.REFUSED: ("✕", "", gettext_lazy("Đã bỏ")),
    State.POSTED: ("●", "good", gettext_lazy("Đã vào sổ")),
    State.WITHDRAWN: ("↶", "", gettext_lazy("Đã rút khỏi sổ")),
}
ACTS = {
    Act.ACCEPT: gettext_lazy("Nhận"),
    Act.CHANGE: gettext_lazy("Đổi rồi nhận"),
    Act.REFUSE: gettext_lazy("Bỏ"),
    Act.REOPEN: gettext_lazy("Xem lại từ đầu"),
    Act.POST: gettext_lazy("Ghi vào sổ"),
    Act.CORRECT: gettext_lazy("Sửa dòng sổ"),
    Act.WITHDRAW: gettext_lazy("Rút khỏi sổ"),
}
ROLES = {
    Role.RESULT: gettext_lazy("kết quả"),
    Role.TARGET: gettext_lazy("chỉ tiêu giao"),
    Role.CUMULATIVE: gettext_lazy("lũy kế"),
    Role.PREVIOUS: gettext_lazy("kỳ trước"),
    Role.CHANGE: gettext_lazy("tăng, giảm"),
    Role.GAP: gettext_lazy("so với chỉ tiêu"),
    Role.SHARE: gettext_lazy("tỷ lệ"),
    Role.PART: gettext_lazy("một phần của số khác"),
}
KINDS = {
    Kind.COUNT: gettext_lazy("số đếm"),
    Kind.MONEY: gettext_lazy("tiền"),
    Kind.PERCENT: gettext_lazy("tỷ lệ phần trăm"),
    Kind.MEASURE: gettext_lazy("số đo"),
    Kind.DURATION: gettext_lazy("khoảng thời gian"),
    Kind.RANK: gettext_lazy("thứ hạng"),
}
CLASSES = {
    TokenClass.DATE: gettext_lazy("ngày, giờ, năm"),
    TokenClass.DOCUMENT_NUMBER: gettext_lazy("số, ký hiệu văn bản"),
    TokenClass.STANDARD: gettext_lazy("tiêu chuẩn, tên riêng"),
    TokenClass.LIST_MARKER: gettext_lazy("số thứ tự của mục"),
    TokenClass.PAGE_CHROME: gettext_lazy("phần của trang, không thuộc bài"),
    TokenClass.CONTACT: gettext_lazy("liên hệ, địa chỉ"),
    TokenClass.ORDINAL: gettext_lazy("số thứ tự"),
    TokenClass.REFUSED: gettext_lazy("chưa đọc được"),
}
# What a change or a gap says with its sign, in the words that reports use.
SIGNED = {
    (Role.CHANGE, "+"): gettext_lazy("tăng"),
    (Role.CHANGE, "-"): gettext_lazy("giảm"),
    (Role.GAP, "+"): gettext_lazy("vượt chỉ tiêu"),
    (Role.GAP, "-"): gettext_lazy("thấp hơn chỉ tiêu"),
    (Role.GAP, "="): gettext_lazy("đạt so với chỉ tiêu"),
}


def sentences() -> Mapping[str, str]:
    """Return the product's sentences in the language of the page."""
    return messages(language())


def language() -> str:
    """Return the language of the page, "vi" or "en"."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def doing(role: Role, sign: str | None) -> str:
    """Say what a figure does in its sentence."""
    return str(SIGNED.get((role, sign or ""), ROLES[role]))


def told(what: Held | Fault) -> str:
    """Say why a figure waits, or what is wrong with a field."""
    return sentences()[what.code].format(**dict(what.arguments))
