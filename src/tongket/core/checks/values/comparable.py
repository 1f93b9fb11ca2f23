"""Which figures may be held against each other: like with like, and nothing else.

A part is counted in the same thing as its whole, or in a narrower one: "đề tài" among
"nhiệm vụ", "doanh nghiệp" among "cơ sở". Everything else (visits and inspected
places, contracts and their worth) is no part, whatever the sentence looks like.
"""

import re
from functools import lru_cache

from tongket.core.nouns.figure import Figure, Kind

# Families of counted nouns that reports use for one another, narrower for wider.
_FAMILIES = tuple(
    frozenset(family.split("|"))
    for family in """\
cơ sở|doanh nghiệp|dn|đơn vị|tổ chức|công ty|htx|hợp tác xã|hộ|cửa hàng|đại lý|cơ quan\
|nhà máy|điểm|trường hợp|chi nhánh|quầy
nhiệm vụ|nv|đề tài|dự án|đt|da|đtda|đề án|chương trình|hợp phần|công trình
người|cán bộ|công chức|viên chức|cbccvc|học sinh|sinh viên|thí sinh|em|lao động|nam|nữ\
|học viên|đại biểu|cá nhân|đồng chí|đ/c|chuyên gia|nhân lực|hs|giáo viên|bác sĩ\
|đối tượng|bệnh nhân|ca|trường hợp|đảng viên|giảng viên
giải|giải pháp|đề tài|sản phẩm|công trình|tác phẩm|mô hình|ý tưởng|bài
vụ|vụ việc|trường hợp|vụ án|hành vi|chuyên án
đơn|văn bằng|bằng|giấy chứng nhận|gcn|nhãn hiệu|kiểu dáng|sáng chế|hồ sơ
hồ sơ|hs|thủ tục|tthc|dịch vụ|dvc|lượt|bộ|giấy phép|văn bản|đơn thư|đơn
xã|phường|thị trấn|huyện|thành phố|thị xã|địa phương|tỉnh|đơn vị|thôn|ấp
cuộc|đợt|lượt|đoàn|lớp|khóa|buổi|hội nghị|hội thảo|hội thi|cuộc thi
mẫu|lô|sản phẩm|mặt hàng|phương tiện
tập thể|cá nhân|điển hình|đơn vị|tổ chức|đối tượng
tổ chức|đảng bộ|chi bộ|chi đoàn|công đoàn|chi hội|hội
văn bản|nghị quyết|quyết định|kế hoạch|nghị định|thông tư|luật|chỉ thị""".splitlines()
)
_RATE = re.compile(r"\w{2}\s*/|/\s*\w{2}|/\s*\d")
# Classifiers that say nothing of the thing they classify.
_BARE = frozenset(("lượt", "cái", "chiếc", "con", "các", "những"))


def are_like(whole: Figure, part: Figure) -> bool:
    """Tell whether *part* can be a portion of *whole*."""
    if whole.value is None or part.value is None:
        return False
    if whole.kind is not part.kind:
        return False
    if whole.kind in {Kind.MONEY, Kind.MEASURE, Kind.DURATION}:
        return _same(whole.measure, part.measure)
    return whole.kind is Kind.COUNT and counts_like(whole.measure, part.measure)


@lru_cache(maxsize=4096)
def counts_like(whole: str, part: str) -> bool:
    """Tell whether things counted as *part* can be among things counted as *whole*.

    >>> counts_like("nhiệm vụ", "đề tài"), counts_like("cuộc thanh tra", "cơ sở")
    (True, False)
    """
    if not whole or not part or _same(whole, part):
        return True
    ours, theirs = _words(whole), _words(part)
    if not ours or not theirs or ours & theirs:
        return True
    return any(
        _belongs(whole, family) and _belongs(part, family) for family in _FAMILIES
    )


def is_rate(figure: Figure) -> bool:
    """Tell whether *figure* is so much of one thing for each of another.

    "tạ/ha" and "thuê bao/100 dân" are rates; "đ/c" is short for "đồng chí".
    """
    return _RATE.search(figure.measure) is not None


def are_same(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are in one kind and one measure."""
    return one.kind is other.kind and _same(one.measure, other.measure)


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _words(measure: str) -> frozenset[str]:
    return frozenset(measure.casefold().replace(",", " ").split()) - _BARE


def _belongs(measure: str, family: frozenset[str]) -> bool:
    words = measure.casefold().replace(",", " ").split()
    while words and words[0] in _BARE:
        del words[0]
    names = (" ".join(words[:length]) for length in (1, 2, 3))
    return any(name in family for name in names)
