"""What a figure does in its sentence decides what it would say in the ledger."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tongket.core.nouns.entry import Aspect, EntryKind
from tongket.core.nouns.figure import Figure, Kind, Role
from tongket.core.nouns.indicator import Suggestion
from tongket.core.nouns.reading import Reading
from tongket.core.nouns.span import Span
from tongket.rooms.intake.proposing import period_named, propose

FIFTY = Figure(
    id="f1",
    span=Span(8, 10),
    text="50",
    kind=Kind.COUNT,
    value=Decimal(50),
    measure="nhiệm vụ",
    subject="Quản lý ... nhiệm vụ",
    certainty=Decimal("0.9"),
    indicators=(
        Suggestion("NV-006", Decimal("0.8"), breakdown=(("lĩnh vực", "y tế"),)),
        Suggestion("NV-001", Decimal("0.7")),
    ),
)


def proposed(*figures: Figure, period: str = "2019"):
    reading = Reading("Quản lý 50 nhiệm vụ", figures, ())
    return propose(reading, unit="ben-tre", period=period)


def owned(role: Role, **fields: object) -> Figure:
    return replace(
        FIFTY, id="f2", span=Span(20, 22), role=role, of="f1", indicators=(), **fields
    )


@pytest.mark.parametrize(
    ("role", "kind", "aspect"),
    [
        (Role.RESULT, EntryKind.ACTUAL, Aspect.LEVEL),
        (Role.PART, EntryKind.ACTUAL, Aspect.LEVEL),
        (Role.TARGET, EntryKind.PLAN, Aspect.LEVEL),
        (Role.CUMULATIVE, EntryKind.CUMULATIVE, Aspect.LEVEL),
        (Role.PREVIOUS, EntryKind.ACTUAL, Aspect.LEVEL),
        (Role.CHANGE, EntryKind.ACTUAL, Aspect.CHANGE),
        (Role.GAP, EntryKind.ACTUAL, Aspect.GAP),
        (Role.SHARE, EntryKind.ACTUAL, Aspect.SHARE),
    ],
)
def test_a_role_becomes_a_stage_and_an_aspect(role, kind, aspect) -> None:
    (one,) = proposed(replace(FIFTY, role=role))

    assert (one.proposal.kind, one.proposal.aspect) == (kind, aspect)


def test_the_best_suggestion_is_proposed_with_its_breakdown() -> None:
    (one,) = proposed(FIFTY)

    assert one.proposal.indicator == "NV-006"
    assert one.proposal.breakdown == (("lĩnh vực", "y tế"),)


def test_certainty_is_that_of_the_weaker_of_reading_and_indicator() -> None:
    (one,) = proposed(FIFTY)
    (other,) = proposed(replace(FIFTY, certainty=Decimal("0.5")))

    assert (one.certainty, other.certainty) == (Decimal("0.8"), Decimal("0.5"))


def test_without_an_indicator_nothing_is_certain() -> None:
    (one,) = proposed(replace(FIFTY, indicators=()))

    assert (one.proposal.indicator, one.certainty) == ("", Decimal(0))


@pytest.mark.parametrize(
    "role",
    [
        Role.CHANGE,
        Role.GAP,
        Role.SHARE,
        Role.PREVIOUS,
        Role.TARGET,
        Role.CUMULATIVE,
    ],
)
def test_a_comparison_speaks_of_the_indicator_that_it_compares(role) -> None:
    _, compared = proposed(FIFTY, owned(role))

    assert compared.proposal.indicator == "NV-006"


def test_a_part_counts_something_narrower_and_inherits_nothing() -> None:
    _, part = proposed(FIFTY, owned(Role.PART))

    assert part.proposal.indicator == ""


def test_figures_that_belong_to_each_other_in_a_circle_end_nowhere() -> None:
    first = replace(FIFTY, indicators=(), role=Role.CHANGE, of="f2")
    second = owned(Role.CHANGE)

    one, other = proposed(first, second)

    assert one.proposal.indicator == other.proposal.indicator == ""


def test_a_previous_value_is_that_of_the_same_period_a_year_before() -> None:
    (one,) = proposed(replace(FIFTY, role=Role.PREVIOUS), period="2018-H1")

    assert one.proposal.period == "2017-H1"


def test_a_period_that_the_text_names_is_kept() -> None:
    (one,) = proposed(replace(FIFTY, role=Role.PREVIOUS, period="2016"))

    assert one.proposal.period == "2016"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("2016", "2016"),
        ("2016-2018", "2016..2018"),
        ("2016 – 2018", "2016..2018"),
        ("2018-06-30", "2018-H1"),
        ("2018-09-30", "2018-9M"),
        ("2018-12-31", "2018"),
        ("2018-05", "2018-M05"),
        ("2018-05-20", "2018-M05"),
        ("2018-H1", "2018-H1"),
        ("2018-13", None),
        ("nhiệm kỳ trước", None),
    ],
)
def test_periods_as_the_reader_writes_them(words, code) -> None:
    assert period_named(words) == code


def test_a_period_that_names_nothing_leaves_the_reports_own() -> None:
    (one,) = proposed(replace(FIFTY, period="nhiệm kỳ trước"))

    assert one.proposal.period == "2019"
