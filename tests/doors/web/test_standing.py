"""The first page: targets, what came of them, and how fields moved."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from tongket.core.nouns.entry import Aspect, Draft, Entry, EntryKind, Source, SourceKind
from tongket.core.nouns.indicator import Aggregation, Direction, Indicator
from tongket.doors.web.home.fields import fields
from tongket.doors.web.home.targets import Standing, targets

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
TRAINEES = Indicator(
    "TT-001", "Lượt người tập huấn", "Trainees", "truyen_thong", "lượt người",
    Direction.HIGHER, Aggregation.SUM,
)  # fmt: skip
ANSWERED = Indicator(
    "KT-002", "Tỷ lệ giải quyết", "Share answered", "khieu_nai", "%",
    Direction.HIGHER, Aggregation.RATIO,
)  # fmt: skip
EVERY = (MISSIONS, COMPLAINTS, RENEWAL, TRAINEES, ANSWERED)
ALL = {each.code: each for each in EVERY}


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


def test_a_target_without_a_figure_is_missing():
    (found,) = targets([plan(1, MISSIONS, "60")], ALL)

    assert found.standing is Standing.MISSING
    assert found.share is None


@pytest.mark.parametrize(
    ("months", "done", "standing"),
    [
        (6, "30", Standing.ON_WAY),
        (6, "29.9", Standing.BEHIND),
        (9, "45", Standing.ON_WAY),
        (9, "44", Standing.BEHIND),
        (3, "15", Standing.ON_WAY),
        (1, "5", Standing.ON_WAY),
        (6, "61", Standing.EXCEEDED),
    ],
)
def test_a_flow_is_due_by_the_share_of_the_year_that_has_passed(months, done, standing):
    part = [actual(2, TRAINEES, done, period="2018-H1")]

    (found,) = targets(part, ALL, months=months, year_plans=[plan(1, TRAINEES, "60")])

    assert found.standing is standing


def test_a_stock_has_until_the_end_of_the_year():
    half = [actual(2, MISSIONS, "10", period="2018-H1")]

    (found,) = targets(half, ALL, months=6, year_plans=[plan(1, MISSIONS, "60")])

    assert found.standing is Standing.ON_WAY


def test_a_rate_is_expected_in_full_at_any_time():
    half = [actual(2, ANSWERED, "80", period="2018-H1")]

    (found,) = targets(half, ALL, months=6, year_plans=[plan(1, ANSWERED, "95")])

    assert found.standing is Standing.BEHIND


def test_too_much_of_what_should_be_little_is_behind_at_mid_year_too():
    half = [actual(2, COMPLAINTS, "12", period="2018-H1")]

    (found,) = targets(half, ALL, months=6, year_plans=[plan(1, COMPLAINTS, "10")])

    assert found.standing is Standing.BEHIND


def test_a_plan_of_the_half_year_itself_is_due_in_full():
    half = [
        plan(2, MISSIONS, "40", period="2018-H1"),
        actual(3, MISSIONS, "30", period="2018-H1"),
    ]

    (found,) = targets(half, ALL, months=6, year_plans=[plan(1, MISSIONS, "60")])

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


@pytest.mark.parametrize(
    ("indicator", "sign", "value", "measure", "standing", "share"),
    [
        (MISSIONS, "=", "125", "%", Standing.EXCEEDED, Decimal(125)),
        (MISSIONS, "=", "100", "%", Standing.REACHED, Decimal(100)),
        (MISSIONS, "=", "96.5", "%", Standing.BEHIND, Decimal("96.5")),
        (MISSIONS, "+", "50", "%", Standing.EXCEEDED, Decimal(150)),
        (MISSIONS, "-", "3", "%", Standing.BEHIND, Decimal(97)),
        (MISSIONS, "+", "15", "ngày", Standing.EXCEEDED, None),
        (COMPLAINTS, "+", "20", "%", Standing.BEHIND, Decimal(120)),
        (COMPLAINTS, "-", "20", "%", Standing.EXCEEDED, Decimal(80)),
    ],
)
def test_a_stated_achievement_counts_without_plan_and_amount(
    indicator, sign, value, measure, standing, share
):
    said = actual(1, indicator, value, aspect=Aspect.GAP, sign=sign, measure=measure)

    (found,) = targets([said], ALL)

    assert (found.standing, found.share) == (standing, share)


def test_a_gap_that_does_not_say_which_way_is_not_judged():
    assert targets([actual(1, MISSIONS, "50", aspect=Aspect.GAP)], ALL) == ()


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


def test_a_slip_of_the_keyboard_is_no_achievement():
    (found,) = targets([plan(1, MISSIONS, "60"), actual(2, MISSIONS, "9" * 50)], ALL)

    assert found.share is None
    assert found.standing is Standing.EXCEEDED


def test_nothing_is_divided_by_a_plan_of_nothing():
    (found,) = targets([plan(1, MISSIONS, "0"), actual(2, MISSIONS, "5")], ALL)

    assert found.share is None
