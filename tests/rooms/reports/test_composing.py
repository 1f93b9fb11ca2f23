"""A report is composed from the ledger as it stands."""

from datetime import date

import pytest

from tests.cast import AT, BEN_TRE, PASSWORD
from tests.core.composing.cast import bullets
from tests.rooms.reports.conftest import ASKED, draft
from tongket.content.periods import UnknownPeriod
from tongket.core.nouns.person import Person, Role
from tongket.rooms.ledger import actions as ledger
from tongket.rooms.people import actions as people
from tongket.rooms.reports import queries as reports
from tongket.rooms.units.queries import NoSuchUnit

pytestmark = pytest.mark.django_db


def test_a_report_tells_what_the_ledger_holds(year) -> None:
    told = bullets(reports.paper(**ASKED))

    assert (
        "Nghiệm thu 21 nhiệm vụ cấp tỉnh, đạt 105% kế hoạch (vượt 5%), "
        "tăng 03 nhiệm vụ (16,7%) so với cùng kỳ năm 2018." in told
    )


def test_every_number_of_a_report_leads_to_entries_of_the_ledger(year) -> None:
    numbers = {entry.number for entry in year}

    paper = reports.paper(**ASKED)

    assert paper.facts
    assert all(set(fact.entries) <= numbers and fact.entries for fact in paper.facts)


def test_the_letterhead_is_that_of_the_department_and_its_province(year) -> None:
    paper = reports.paper(**ASKED, on=date(2019, 12, 31))

    assert paper.superior == "UBND tỉnh Bến Tre"
    assert (paper.issuer, paper.place) == ("Sở Khoa học và Công nghệ", "Bến Tre")
    assert paper.subject == (
        "Tổng kết công tác năm 2019, phương hướng, nhiệm vụ năm 2020"
    )


def test_after_march_2019_the_period_is_that_of_the_decree(year) -> None:
    opening = reports.paper(**ASKED).blocks[0]

    assert "từ ngày 15/12/2018 đến hết ngày 14/12/2019" in opening.parts[0].text


def test_a_year_named_for_a_half_year_report_means_its_first_half(year) -> None:
    with pytest.raises(reports.NothingToReport) as refused:
        reports.paper(unit=BEN_TRE, period="2019", kind="half-year")

    assert "6 tháng đầu năm 2019" in refused.value.sentence()


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ({"unit": "nowhere"}, NoSuchUnit),
        ({"unit": "O83"}, reports.NotADepartment),
        ({"period": "năm ngoái"}, UnknownPeriod),
        ({"period": "2018-H1"}, reports.KindDoesNotFit),
        ({"kind": "novel"}, reports.NoSuchKind),
        ({"period": "2007"}, reports.NothingToReport),
    ],
)
def test_what_cannot_be_reported_is_refused_by_name(year, asked, refusal) -> None:
    with pytest.raises(refusal):
        reports.paper(**{**ASKED, **asked})


def test_the_choice_names_the_reports_that_have_figures(year) -> None:
    choices = reports.choices(BEN_TRE)

    assert [(each.period, each.kind) for each in choices] == [
        ("2019", "year"),
        ("2018", "year"),
    ]
    assert choices[0].title == "Báo cáo tổng kết năm 2019"


def test_in_the_page_every_number_is_a_link(year) -> None:
    paper, html = reports.article(
        **ASKED, link=lambda fact: f"/entries/{fact.entries[0]}/"
    )

    assert html.count("<a data-fact=") == len(paper.facts)
    assert f'href="/entries/{year[0].number}/"' in html


@pytest.mark.parametrize(
    ("posts", "signed"),
    [
        ((), ("Giám đốc", "", "")),
        (("Phó Giám đốc",), ("KT. Giám đốc", "Phó Giám đốc", "Võ An")),
        (("Phó Giám đốc", "Giám đốc"), ("Giám đốc", "", "Võ An")),
    ],
    ids=["nobody", "a deputy", "the head"],
)
def test_the_head_signs_or_a_deputy_for_the_head(year, posts, signed) -> None:
    for number, post in enumerate(posts):
        people.create(
            person=Person(f"an{number}", "Võ An", BEN_TRE, post, Role.DIRECTOR),
            password=PASSWORD,
            by="cast",
            at=AT,
        )

    signature = reports.paper(**ASKED).signature

    assert (signature.authority, signature.post, signature.name) == signed


@pytest.mark.parametrize(
    ("period", "kind", "subject"),
    [
        ("2019-Q4", "quarter", "quý IV năm 2019, nhiệm vụ quý I năm 2020"),
        ("2019-Q1", "quarter", "quý I năm 2019, nhiệm vụ quý II năm 2019"),
        ("2019-9M", "nine-months", "9 tháng đầu năm 2019, nhiệm vụ quý IV năm 2019"),
        (
            "2019-H2",
            "half-year",
            "6 tháng cuối năm 2019, phương hướng, nhiệm vụ 6 tháng đầu năm 2020",
        ),
    ],
)
def test_a_report_looks_ahead_to_the_coming_period(cast, period, kind, subject) -> None:
    ledger.post(
        drafts=[draft(10, "3", indicator="NV-017", period=period)], by="binh", at=AT
    )

    paper = reports.paper(unit=BEN_TRE, period=period, kind=kind)

    assert paper.subject.endswith(subject)


def test_a_month_has_no_report_of_its_own(cast) -> None:
    ledger.post(drafts=[draft(10, "3", period="2019-M05")], by="binh", at=AT)

    assert reports.choices(BEN_TRE) == ()


def test_every_kind_has_a_title_and_an_unknown_one_is_refused() -> None:
    assert set(reports.kinds()) == {"year", "half-year", "nine-months", "quarter"}
    assert reports.title(period="2019", kind="year", language="en") == (
        "Annual report, 2019"
    )
    with pytest.raises(reports.NoSuchKind):
        reports.title(period="2019", kind="novel")
