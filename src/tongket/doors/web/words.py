"""What the pages call the values of the core: kinds, aspects, verdicts, periods."""

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import pgettext_lazy as in_context

from tongket.content.catalogue import catalogue
from tongket.content.periods import UnknownPeriod, label, period
from tongket.core.nouns.claim import Severity, Verdict
from tongket.core.nouns.entry import Aspect, Draft, EntryKind, SourceKind
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.indicator import Aggregation, Direction, Indicator
from tongket.core.nouns.unit import UnitKind
from tongket.doors.web.home.targets import Standing

KINDS = {
    EntryKind.PLAN: gettext_lazy("Kế hoạch"),
    EntryKind.ACTUAL: gettext_lazy("Thực hiện"),
    EntryKind.ESTIMATE: gettext_lazy("Ước thực hiện"),
    EntryKind.CUMULATIVE: gettext_lazy("Lũy kế"),
}
ASPECTS = {
    Aspect.LEVEL: gettext_lazy("Mức đạt"),
    Aspect.CHANGE: gettext_lazy("Tăng, giảm"),
    Aspect.GAP: gettext_lazy("So với chỉ tiêu giao"),
    Aspect.SHARE: gettext_lazy("Tỷ trọng"),
}
# Which way a change or a gap went.
WAYS = {
    (Aspect.CHANGE, "+"): gettext_lazy("tăng"),
    (Aspect.CHANGE, "-"): gettext_lazy("giảm"),
    (Aspect.GAP, "+"): gettext_lazy("vượt"),
    (Aspect.GAP, "-"): gettext_lazy("thiếu"),
    (Aspect.GAP, "="): gettext_lazy("đạt"),
}
# What has a due day is early or late.
DAYS_WAYS = {"+": gettext_lazy("sớm"), "-": gettext_lazy("chậm")}
BOUNDS = {
    Bound.EXACT: "",
    Bound.APPROX: gettext_lazy("khoảng"),
    Bound.MORE: in_context("bound", "hơn"),
    Bound.LESS: in_context("bound", "dưới"),
    Bound.VAGUE: gettext_lazy("không nêu rõ"),
}
SOURCES = {
    SourceKind.DOCUMENT: gettext_lazy("Văn bản"),
    SourceKind.RECORD: gettext_lazy("Hồ sơ theo dõi"),
    SourceKind.PERSON: gettext_lazy("Người nhập"),
}
DIRECTIONS = {
    Direction.HIGHER: gettext_lazy("càng cao càng tốt"),
    Direction.LOWER: gettext_lazy("càng thấp càng tốt"),
    Direction.NEUTRAL: gettext_lazy("không có chiều tốt, xấu"),
}
AGGREGATIONS = {
    Aggregation.SUM: gettext_lazy("cộng các kỳ"),
    Aggregation.LAST: gettext_lazy("lấy số cuối kỳ"),
    Aggregation.RATIO: gettext_lazy("tính lại từ tử số và mẫu số"),
    Aggregation.AVERAGE: gettext_lazy("bình quân các kỳ"),
}
UNIT_KINDS = {
    UnitKind.PROVINCE: gettext_lazy("Tỉnh, thành phố"),
    UnitKind.DEPARTMENT: gettext_lazy("Sở"),
    UnitKind.DIVISION: gettext_lazy("Phòng"),
    UnitKind.CENTRE: gettext_lazy("Trung tâm, đơn vị sự nghiệp"),
}
# A sign, a tone and a word each, so that nothing hangs on colour alone.
VERDICTS = {
    Verdict.CONSISTENT: ("✓", "good", gettext_lazy("Khớp")),
    Verdict.INCONSISTENT: ("≠", "bad", gettext_lazy("Không khớp")),
    Verdict.AMBIGUOUS: ("?", "doubt", gettext_lazy("Hiểu được hai cách")),
    Verdict.UNDERDETERMINED: ("…", "", gettext_lazy("Chưa đủ số để tính lại")),
}
STANDINGS = {
    Standing.EXCEEDED: ("▲", "good", gettext_lazy("Vượt")),
    Standing.REACHED: ("✓", "good", gettext_lazy("Đạt")),
    Standing.ON_WAY: ("→", "accent", gettext_lazy("Đúng tiến độ")),
    Standing.BEHIND: ("▼", "bad", gettext_lazy("Chưa đạt")),
    Standing.MISSING: ("…", "doubt", gettext_lazy("Chưa có số")),
}
# What the badge of the verdict does not say by itself.
SEVERITIES = {
    Severity.NONE: "",
    Severity.ROUNDING: gettext_lazy("lệch do làm tròn"),
    Severity.CONTRADICTION: "",
    Severity.CONCLUSION: gettext_lazy("làm đổi kết luận"),
}


def way_of(draft: Draft) -> str:
    """Return which way a change or gap went ("vượt", "sớm"); empty for a level."""
    if draft.aspect is Aspect.GAP and draft.measure == "ngày" and draft.sign:
        return str(DAYS_WAYS.get(draft.sign, ""))
    return str(WAYS.get((draft.aspect, draft.sign or ""), ""))


def name_of(indicator: Indicator) -> str:
    """Return an indicator's name in the page's language."""
    return indicator.name_en if get_language() == "en" else indicator.name_vi


def indicator_name(code: str) -> str:
    """Return the name behind an indicator's code, the code itself when unknown."""
    indicator = catalogue().by_code.get(code)
    return name_of(indicator) if indicator else code


def field_name(code: str) -> str:
    """Return the name of a field of work in the page's language."""
    names = {field.code: field for field in catalogue().fields}
    return names[code].name(get_language() or "vi") if code in names else code


def dimension_name(name: str) -> str:
    """Return the name of a breakdown in the page's language."""
    known = catalogue().dimensions.get(name)
    return known.name_en if known and get_language() == "en" else name


def period_name(code: str) -> str:
    """Name a period in the page's language: "2018-H1" → "6 tháng đầu năm 2018"."""
    try:
        return label(period(code), get_language() or "vi")
    except UnknownPeriod:
        return code
