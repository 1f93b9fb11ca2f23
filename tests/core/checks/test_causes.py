"""One wrong number is one alarm, however many computations it breaks."""

import pytest

from tests.core.checks.marked import marked
from tests.core.checks.planting import alarms
from tongket.content.messages import messages
from tongket.core.checks.check import check
from tongket.core.checks.messages import sentence
from tongket.core.nouns.claim import Claim

TEXT = (
    "Thẩm định [[w|126|hồ sơ]] hồ sơ, gồm trực tuyến [[a|118|hồ sơ|part of w]] hồ sơ "
    "([[p|93,7%|%|share of a]]) và trực tiếp [[b|8|hồ sơ|part of w]] hồ sơ "
    "([[q|6,3%|%|share of b]])."
)


def groups(text: str) -> list[list[str]]:
    return [[one.code for one in group] for group in alarms(check(marked(text)))]


def first(text: str) -> Claim:
    return alarms(check(marked(text)))[0][0]


def test_a_right_text_raises_no_alarm() -> None:
    assert groups(TEXT) == []


@pytest.mark.parametrize(
    ("right", "wrong", "cause"),
    [("118|hồ", "181|hồ", "a"), ("126|hồ", "216|hồ", "w"), ("118|hồ", "116|hồ", "a")],
)
def test_the_number_that_breaks_its_sum_and_its_share_is_the_cause(
    right: str, wrong: str, cause: str
) -> None:
    text = TEXT.replace(right, wrong, 1)

    (group,) = alarms(check(marked(text)))

    assert len(group) > 1
    assert {one.cause for one in group} == {cause}


def test_a_wrong_share_stands_alone() -> None:
    (group,) = alarms(check(marked(TEXT.replace("93,7%", "97,3%"))))

    assert [one.cause for one in group] == [""]


def test_two_wrong_shares_of_a_right_whole_are_two_errors() -> None:
    text = TEXT.replace("93,7%", "97,3%") + TEXT.replace("126", "127").replace(
        "[[w|", "[[x|"
    ).replace("of w", "of x").replace("[[a|", "[[c|").replace("of a", "of c").replace(
        "[[b|8", "[[d|9"
    ).replace("of b", "of d").replace("[[p|93,7%", "[[r|39,7%").replace(
        "[[q|6,3%", "[[s|7,1%"
    )

    assert groups(text) == [["C003"], ["C003"]]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_cause_is_told_by_its_number(language: str) -> None:
    told = sentence(first(TEXT.replace("118|hồ", "181|hồ")), messages(language))

    assert messages(language)["cause"].format(cause="181") in told
