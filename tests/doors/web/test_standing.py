"""The first page: targets, what came of them, and how fields moved."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from tongket.core.nouns.entry import Aspect, Draft, Entry, EntryKind, Source, SourceKind
from tongket.core.nouns.indicator import Aggregation, Direction, Indicator
from tongket.core.nouns.period import PeriodKind
from tongket.doors.web.home.standing import Standing, fields, targets

MISSIONS = Indicator(
    "NV-001", "Nhiệm vụ đang quản lý", "Missions", "nhiem_vu", "nhiệm vụ",
    Direction.HIGHER, Aggregation.LAST,
)  # fmt: skip
COMPLAINTS = Indicator(
    "KT-001", "Đơn tồn", "Open complaints", "khieu_nai", "đơn",
    Direction.LOWER, Aggregation.LAST,
)  # fmt: skip
RENEWAL = Indicator(
    "CN-001", "Tốc độ đổi mới", "Renewal", "cong_nghe", "%",
    Direction.HIGHER, Aggregation.LAST,
)  # fmt: skip
ALL = {each.code: each for each in (MISSIONS, COMPLAINTS, RENEWAL)}


def entry(number, indicator, kind, value, **draft):
    return Entry(
        number=number,
        position=number,
        draft=Draft(
            department="an-binh",
            unit="an-binh",
            period=draft.pop("period", "2018"),
            indicator=indicator.code,
            kind=kind,
            value=Decimal(value),
            displayed=value,
            measure=draft.pop("measure", indicator.measure),
            source=Source(SourceKind.PERSON, "lan"),
            **draft,
        ),
        by="lan",
        at=datetime(2019, 1, 4, tzinfo=UTC),
        previous_hash="",
        hash="",
    )


def plan(number, indicator, value, **draft):
    return entry(number, indicator, EntryKind.PLAN, value, **draft)


def actual(number, indicator, value, **draft):
    return entry(number, indicator, EntryKind.ACTUAL, value, **draft)


@pytest.mark.parametrize(
    ("indicator", "planned", "done", "standing"),
    [
        (MISSIONS, "60", "78", Standing.EXCEEDED),
        (MISSIONS, "60", "60", Standing.REACHED),
        (MISSIONS, "60", "59", Standing.BEHIND),
        (COMPLAINTS, "10", "8", Standing.EXCEEDED),
        (COMPLAINTS, "10", "12", Standing.BEHIND),
    ],
)
def test_a_target_is_judged_by_the_direction_of_its_indicator(
    indicator, planned, done, standing
):
    (found,) = targets([plan(1, indicator, planned), actual(2, indicator, done)], ALL)

    assert found.standing is standing


def test_a_target_without_a_figure_needs_eyes():
    (found,) = targets([plan(1, MISSIONS, "60")], ALL)

    assert found.standing is Standing.MISSING
    assert found.needs_eyes
    assert found.share is None


def test_half_of_the_year_s_plan_is_on_the_way_at_mid_year():
    half = [actual(2, MISSIONS, "30", period="2018-H1")]

    (found,) = targets(
        half, ALL, of=PeriodKind.HALF_YEAR, year_plans=[plan(1, MISSIONS, "60")]
    )

    assert (found.standing, found.share) == (Standing.ON_WAY, Decimal("50.0"))


def test_a_plan_of_the_half_year_itself_is_due_in_full():
    half = [
        plan(2, MISSIONS, "40", period="2018-H1"),
        actual(3, MISSIONS, "30", period="2018-H1"),
    ]

    (found,) = targets(
        half, ALL, of=PeriodKind.HALF_YEAR, year_plans=[plan(1, MISSIONS, "60")]
    )

    assert (found.standing, found.share) == (Standing.BEHIND, Decimal("75.0"))


def test_an_actual_value_takes_the_place_of_its_estimate():
    (found,) = targets(
        [
            plan(1, MISSIONS, "60"),
            actual(2, MISSIONS, "58"),
            entry(3, MISSIONS, EntryKind.ESTIMATE, "61"),
        ],
        ALL,
    )

    assert found.actual.number == 2


def test_a_stated_achievement_counts_without_plan_and_amount():
    said = actual(1, MISSIONS, "125", aspect=Aspect.GAP, sign="=", measure="%")

    (found,) = targets([said], ALL)

    assert (found.standing, found.share) == (Standing.EXCEEDED, Decimal(125))


def test_exceeding_a_percentage_by_per_cent_is_not_turned_into_a_share():
    level = actual(1, RENEWAL, "19.07")
    said = actual(2, RENEWAL, "12.2", aspect=Aspect.GAP, sign="+", measure="%")

    (found,) = targets([level, said], ALL)

    assert found.share is None
    assert found.actual is level


def test_what_needs_eyes_comes_first():
    found = targets(
        [
            plan(1, MISSIONS, "60"),
            actual(2, MISSIONS, "70"),
            plan(3, COMPLAINTS, "10"),
            actual(4, COMPLAINTS, "12"),
        ],
        ALL,
    )

    assert [each.indicator for each in found] == [COMPLAINTS, MISSIONS]


def test_a_field_counts_what_rose_and_what_fell_against_last_year():
    now = [actual(1, MISSIONS, "78"), actual(2, COMPLAINTS, "8")]
    before = [
        actual(3, MISSIONS, "61", period="2017"),
        actual(4, COMPLAINTS, "8", period="2017"),
    ]

    missions, complaints = fields(now, before, ALL, found=())

    assert (missions.risen, missions.fallen, missions.equal) == (1, 0, 0)
    assert (complaints.risen, complaints.fallen, complaints.equal) == (0, 0, 1)


def test_a_field_is_headed_by_its_first_undivided_figures():
    now = [
        actual(1, COMPLAINTS, "8"),
        actual(2, MISSIONS, "35", breakdown=(("cấp quản lý", "tỉnh"),)),
        actual(3, MISSIONS, "78"),
        plan(4, MISSIONS, "75"),
    ]

    missions, complaints = fields(now, (), ALL, found=())

    assert [entry.number for entry in missions.headlines] == [3]
    assert [entry.number for entry in complaints.headlines] == [1]
    assert missions.figures == 3
