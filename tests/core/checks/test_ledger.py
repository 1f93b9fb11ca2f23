"""What the ledger knows decides between readings that the wording leaves open."""

from decimal import Decimal

import pytest

from tests.core.checks.marked import marked
from tongket.content.messages import messages
from tongket.core.checks.check import check
from tongket.core.checks.messages import sentence
from tongket.core.nouns.claim import Claim, Known, Verdict

RISE = "Tốc độ đổi mới [[a|19,07%|%]], tăng [[b|0,97%|%|change of a +]]."
EXCESS = "Tốc độ đổi mới [[a|19,07%|%]], vượt chỉ tiêu giao [[b|12,2%|%|gap of a +]]."
AMOUNT = "Thu [[a|12.221 tỷ|đồng]] đồng, đạt [[b|51,8%|%|gap of a =]] dự toán."


def only(text: str, *known: Known) -> Claim:
    (claim,) = check(marked(text), known)
    return claim


@pytest.mark.parametrize(
    ("text", "known", "reading"),
    [
        (RISE, Known("a", previous=Decimal("18.1")), "points"),
        (RISE, Known("a", previous=Decimal("18.89")), "relative"),
        (EXCESS, Known("a", plan=Decimal(17)), "relative"),
        (EXCESS, Known("a", plan=Decimal("6.87")), "points"),
        (AMOUNT, Known("a", plan=Decimal(23_600_000_000_000)), "relative"),
    ],
)
def test_the_reading_that_fits_the_ledger_comes_first(
    text: str, known: Known, reading: str
) -> None:
    claim = only(text, known)

    assert claim.verdict is Verdict.CONSISTENT
    assert (claim.alternatives[0].name, claim.alternatives[0].fits) == (reading, True)
    assert not any(other.fits for other in claim.alternatives[1:])


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (RISE, Known("a", previous=Decimal("17.5"))),
        (EXCESS, Known("a", plan=Decimal(18))),
        (AMOUNT, Known("a", plan=Decimal(20_000_000_000_000))),
    ],
)
def test_a_comparison_that_no_reading_fits_contradicts_the_ledger(
    text: str, known: Known
) -> None:
    claim = only(text, known)

    assert claim.verdict is Verdict.INCONSISTENT
    assert claim.severity == "contradiction"


def test_the_ledger_says_nothing_of_what_it_does_not_hold() -> None:
    assert only(RISE, Known("a", plan=Decimal(17))) == only(RISE)
    assert only(RISE, Known("b", previous=Decimal("18.1"))) == only(RISE)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("plan", [17, 18])
def test_what_the_ledger_decides_is_told(language: str, plan: int) -> None:
    told = sentence(only(EXCESS, Known("a", plan=Decimal(plan))), messages(language))

    assert f"{plan},00 %" in told
    assert "17,00 %" in told


def test_a_text_tells_the_ledger_and_the_reading_that_fits_it() -> None:
    told = sentence(only(RISE, Known("a", previous=Decimal("18.1"))), messages("vi"))

    assert told == (
        "19,07 %, tăng 0,97 %: hiểu là điểm phần trăm thì kỳ trước là 18,10 % (khớp sổ); "
        "hiểu là phần trăm thì kỳ trước là 18,89 %; số kỳ trước trong sổ là 18,10 %, "
        "khớp. (C007)"
    )


def test_an_alternative_spans_what_the_displayed_digits_leave_open() -> None:
    points, relative = only(RISE).alternatives

    assert (points.low, points.high) == (Decimal("18.09"), Decimal("18.11"))
    assert points.shown == "18,10 %"
    assert Decimal("18.88") < relative.low < Decimal("18.887") < relative.high
    assert relative.high < Decimal("18.9")
    assert (points.fits, relative.fits) == (None, None)


@pytest.mark.parametrize("previous", ["18.09", "18.11"])
def test_the_ends_of_the_span_fit(previous: str) -> None:
    claim = only(RISE, Known("a", previous=Decimal(previous)))

    assert claim.alternatives[0].fits is True


@pytest.mark.parametrize("previous", ["18.08", "18.12"])
def test_what_lies_beyond_the_span_does_not_fit(previous: str) -> None:
    claim = only(RISE, Known("a", previous=Decimal(previous)))

    assert claim.verdict is Verdict.INCONSISTENT
    assert claim.alternatives[0].fits is False


def test_growth_by_times_spans_what_its_digits_leave_open() -> None:
    text = "Có [[a|50|đơn]] đơn, tăng [[b|1,5|lần|change of a +]] lần."
    more, plain = only(text).alternatives

    assert (more.name, more.shown) == ("more_times", "20")
    assert Decimal("19.6") < more.low < 20 < more.high < Decimal("20.5")
    assert (plain.name, plain.shown) == ("times", "33")
    assert Decimal("32.2") < plain.low < Decimal("33.3") < plain.high < Decimal("34.5")
