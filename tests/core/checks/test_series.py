"""Values with the percentages that restate them."""

import pytest

from tests.core.checks.marked import marked
from tongket.core.checks.comparing.compared import Base
from tongket.core.checks.comparing.fitting import fitting
from tongket.core.checks.comparing.series import is_pair
from tongket.core.checks.relations.target_gap import RULE
from tongket.core.checks.scene import scene
from tongket.core.checks.values.interval import exactly


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("Chọn [[a|5/9|đề tài]] đề tài.", True),
        ("Chọn [[a|5|đề tài]] đề tài.", False),
        ("Số vụ bằng [[a|1/2|vụ]] cả nước.", False),
    ],
)
def test_a_pair_has_a_whole_and_is_no_fraction(text: str, *, is_it: bool) -> None:
    laid_out = scene(marked(text))

    assert is_pair(laid_out, laid_out.figures[0]) is is_it


def test_a_base_without_a_figure_leads_to_no_value() -> None:
    laid_out = scene(marked("Có [[a|90|lớp]] lớp, đạt [[b|120%|%|gap =]]."))
    base = Base(exactly(75), exactly(75).low, "75")

    assert fitting(laid_out, laid_out.figures[1], "=", base=base, rule=RULE) is None
