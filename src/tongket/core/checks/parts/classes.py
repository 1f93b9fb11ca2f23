"""Classes that exclude each other: what is "cấp tỉnh" is not "cấp cơ sở"."""

import re
from collections.abc import Sequence

from tongket.core.checks.scene import Scene
from tongket.core.nouns.figure import Figure, Kind

# The name of a class, without those that take in the ones above them ("trở lên").
_CLASS = re.compile(
    r"(?<!\w)(?:(?P<level>cấp)\s+(?P<of>quốc\s+gia|nhà\s+nước|trung\s+ương|bộ|tỉnh|"
    r"thành\s+phố|ngành|huyện|xã|cơ\s+sở|trường)"
    r"|(?P<grade>loại|hạng|bậc)\s+(?P<which>[a-dđ]|i{1,3}|iv|\d|xuất\s+sắc|giỏi|tốt|khá|"
    r"trung\s+bình|yếu|kém|mầm\s+non|tiểu\s+học|trung\s+học|thcs|thpt)"
    r"|(?P<tier>tuyến)\s+(?P<at>trung\s+ương|tỉnh|huyện|xã))(?!\w)(?!\s+trở)"
)
# Scales on which each thing has one place.
_SCALES = tuple(
    re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    for words in (
        r"(?:trước|đúng|quá|trễ|sớm|trong)\s+(?:thời\s+)?hạn",
        r"xuất\s+sắc|giỏi|tốt|khá|trung\s+bình|yếu|kém|đạt|loại\s+\w+|hạng\s+\w+",
        r"tăng|giảm|giữ\s+nguyên|không\s+đổi",
        r"hài\s+lòng|bình\s+thường|không\s+ý\s+kiến",
        r"đồng\s+ý|tán\s+thành|ý\s+kiến\s+khác",
    )
)
# Words of which one or the other holds of each thing.
_OPPOSITES = tuple(
    tuple(re.compile(rf"(?<!\w)(?:{words})(?!\w)") for words in pair)
    for pair in (
        ("nam", "nữ"),
        (
            r"nội\s+(?:tỉnh|địa|thành)|trong\s+(?:tỉnh|nước)",
            r"ngoại\s+thành|ngoài\s+(?:tỉnh|nước)|nước\s+ngoài|quốc\s+tế|xuất\s+nhập",
        ),
        (r"xuất(?:\s+khẩu)?", r"nhập(?:\s+khẩu)?"),
        (r"trực\s+tuyến|qua\s+mạng", r"trực\s+tiếp"),
        (r"tập\s+thể|tổ\s+chức", r"cá\s+nhân"),
        (r"chuyển\s+tiếp|cũ", r"mới|mở\s+mới"),
        (r"trung\s+ương", r"địa\s+phương"),
        (r"thành\s+thị", r"nông\s+thôn"),
        (r"thường\s+xuyên", r"đột\s+xuất|không\s+thường\s+xuyên"),
    )
)
_HALVES = 2
# Fewer parts than these are no scale.
_GRADES = 3
_CLAUSE = re.compile(r"[.,;:()\n]")


def are_opposites(scene: Scene, parts: Sequence[Figure]) -> bool:
    """Tell whether two parts are the two halves of what there is: "nam", "nữ"."""
    if len(parts) != _HALVES:
        return False
    one, other = (_beside(scene, part) for part in parts)
    return any(
        (left.search(one) and right.search(other))
        or (left.search(other) and right.search(one))
        for left, right in _OPPOSITES
    )


def are_grades(scene: Scene, parts: Sequence[Figure]) -> bool:
    """Tell whether *parts* are the grades of one scale: "trước hạn", "quá hạn"."""
    if len(parts) < _GRADES:
        return False
    return any(
        all(scale.search(_beside(scene, part)) for part in parts) for scale in _SCALES
    )


def _beside(scene: Scene, part: Figure) -> str:
    ahead = _CLAUSE.split(scene.before(part))[-1]
    return f"{ahead} {_CLAUSE.split(scene.after(part))[0]}"


def exclude_each_other(scene: Scene, parts: Sequence[Figure]) -> bool:
    """Tell whether *parts* of one sentence are counts in different classes."""
    if len(parts) < 2 or any(part.kind is not Kind.COUNT for part in parts):
        return False
    if len({scene.sentence(part) for part in parts}) > 1:
        return False
    named = [_class_of(scene, part) for part in parts]
    kinds = {name[0] for name in named if name}
    return None not in named and len(kinds) == 1 and len(set(named)) == len(parts)


def _class_of(scene: Scene, part: Figure) -> tuple[str, str] | None:
    """Give the sort of class and the class that the words beside *part* name."""
    behind = _CLASS.search(_CLAUSE.split(scene.after(part))[0])
    ahead = list(_CLASS.finditer(_CLAUSE.split(scene.before(part))[-1]))
    found = behind or (ahead[-1] if ahead else None)
    if found is None:
        return None
    sort, name = (word for word in found.groups() if word)
    return sort, " ".join(name.split())
