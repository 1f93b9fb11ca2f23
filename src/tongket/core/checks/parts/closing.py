"""Lists that close by themselves: with their total, or with what is left over.

"Khối 6: 120, khối 7: 110, khối 8: 95; toàn trường: 325" and, after a sentence that
gave the whole, "đất đai 41 lượt, giao thông 5 lượt, lĩnh vực khác 12 lượt".
"""

import re
from collections.abc import Sequence

from tongket.core.checks.scene import Scene
from tongket.core.checks.values.comparable import are_like, are_same
from tongket.core.nouns.figure import Figure, Kind, Role

# A list that closes has so many items at least, and at most.
_FEWEST, _MOST = 3, 12
_FREE = frozenset((Role.RESULT, Role.PART))
_TOTAL = re.compile(
    r"(?:^|[;,.])\s*(?:và\s+)?(?:tổng\s+(?:cộng|số|là)|cộng|tổng|"
    r"toàn\s+(?:trường|tỉnh|huyện|xã|ngành|thành\s+phố|sở|quốc))"
    r"(?:\s+(?:là|có|được))?\s*:?\s*$"
)
_REST = re.compile(r"(?<!\w)khác\s*:?\s*$")


def before_total(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the figures of the sentence that lead up to *whole* as their total."""
    if whole.kind is Kind.PERCENT or not _TOTAL.search(scene.before(whole)):
        return ()
    parts: list[Figure] = []
    for figure in scene.before_it(whole, _MOST):
        together = scene.sentence(figure) == scene.sentence(whole)
        alike = are_like(whole, figure) and all(
            are_same(figure, part) for part in parts
        )
        if not (together and alike and _is_free(figure, whole)):
            break
        parts.append(figure)
    return tuple(reversed(parts)) if len(parts) >= _FEWEST else ()


def up_to_the_rest(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the figures of the sentence after *whole* that end with all others."""
    parts: list[Figure] = []
    for figure in scene.after_it(whole, _MOST):
        away = scene.sentence(figure) - scene.sentence(whole)
        if not are_same(whole, figure):
            if parts or away > 1:
                break
            continue
        if away != 1 or not _is_free(figure, whole):
            break
        parts.append(figure)
        if _REST.search(scene.before(figure)):
            break
    return tuple(parts) if ends_with_the_rest(scene, parts) else ()


def ends_with_the_rest(scene: Scene, parts: Sequence[Figure]) -> bool:
    """Tell whether the last of a list names all others: "lĩnh vực khác 12 lượt"."""
    return len(parts) >= _FEWEST and bool(_REST.search(scene.before(parts[-1])))


def _is_free(figure: Figure, whole: Figure) -> bool:
    mine = figure.of is None or figure.of == whole.id
    return mine and figure.role in _FREE and figure.total is None
