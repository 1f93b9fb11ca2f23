"""Documents are checked, findings are kept, and set aside only with a reason."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.cast import AT, BEN_TRE, BINH, KIEN_GIANG
from tests.rooms.checking.conftest import BY, REPORT
from tongket.core.nouns.claim import Verdict
from tongket.core.nouns.entry import Draft, EntryKind, Source, SourceKind
from tongket.rooms.checking import actions, knowing, models, queries
from tongket.rooms.intake import actions as intake
from tongket.rooms.intake import queries as documents
from tongket.rooms.ledger import actions as ledger


def wrong(document: int):
    """Return the one finding that does not add up."""
    (found,) = (
        finding
        for finding in queries.findings(document)
        if finding.claim.verdict is Verdict.INCONSISTENT
    )
    return found


def test_a_share_that_does_not_follow_is_found_in_its_place(document) -> None:
    finding = wrong(document)

    words = {span.of(REPORT) for span in finding.claim.spans}
    assert "57%" in words
    assert finding.is_open


def test_what_agrees_is_kept_too_and_wants_no_look(document) -> None:
    verdicts = {finding.claim.verdict for finding in queries.findings(document)}

    assert Verdict.CONSISTENT in verdicts
    assert len(queries.open_findings(department=BEN_TRE)) == 1


def test_open_findings_are_those_of_a_department_and_period(document) -> None:
    assert len(queries.open_findings(department=BEN_TRE, period="2019")) == 1
    assert queries.open_findings(department=BEN_TRE, period="2018") == ()
    assert queries.open_findings(department=KIEN_GIANG) == ()
    assert queries.how_many_open(department=BEN_TRE)[Verdict.INCONSISTENT] == 1


def test_a_second_run_keeps_the_first_and_counts_once(document) -> None:
    actions.run(document=document, **BY)

    assert models.Run.objects.count() == 2
    assert queries.how_many_open()[Verdict.INCONSISTENT] == 1


def test_a_run_says_when_and_beside_which_ledger(document) -> None:
    run = models.Run.objects.get(document=document)

    assert (run.by_id, run.at, run.ledger_head) == (BINH.username, AT, "")


def test_a_document_that_was_never_checked_has_no_findings(cast) -> None:
    assert queries.findings(1) == ()


def test_a_finding_is_set_aside_with_a_reason(document) -> None:
    key = wrong(document).key

    actions.waive(document=document, finding=key, reason="Đã báo cáo lại", **BY)

    finding = wrong(document)
    assert not finding.is_open
    assert (finding.waiver.reason, finding.waiver.by) == (
        "Đã báo cáo lại",
        BINH.username,
    )
    assert queries.how_many_open(department=BEN_TRE)[Verdict.INCONSISTENT] == 0
    assert queries.open_findings(department=BEN_TRE) == ()


def test_a_waiver_outlives_the_run_it_was_given_in(document) -> None:
    actions.waive(document=document, finding=wrong(document).key, reason="Đã rõ", **BY)

    actions.run(document=document, **BY)

    assert wrong(document).waiver.reason == "Đã rõ"


def test_a_waiver_may_be_taken_back_and_both_stay_on_record(document) -> None:
    key = wrong(document).key
    actions.waive(document=document, finding=key, reason="Đã rõ", **BY)

    actions.take_up_again(document=document, finding=key, **BY)

    assert wrong(document).is_open
    assert models.Waiver.objects.count() == 2


def test_setting_aside_without_a_reason_is_refused(document) -> None:
    with pytest.raises(actions.WaiverWithoutReason):
        actions.waive(document=document, finding=wrong(document).key, reason=" ", **BY)

    assert wrong(document).is_open


def test_setting_aside_what_was_not_found_is_refused(document) -> None:
    with pytest.raises(actions.NoSuchFinding):
        actions.waive(document=document, finding="0" * 16, reason="Đã rõ", **BY)


def plan(
    value: str, *, period: str = "2019", kind: EntryKind = EntryKind.PLAN
) -> Draft:
    return Draft(
        department=BEN_TRE,
        unit=BEN_TRE,
        period=period,
        indicator="NV-006",
        kind=kind,
        value=Decimal(value),
        displayed=value,
        measure="nhiệm vụ",
        source=Source(SourceKind.PERSON, BINH.username),
    )


@pytest.fixture
def figure(receive):
    """A figure of 50 missions, and the document it stands in."""
    number = receive("Quản lý 50 nhiệm vụ khoa học và công nghệ.")
    said = documents.figure(number, "f1").proposal
    intake.change(
        document=number,
        figure="f1",
        proposal=replace(said, indicator="NV-006", breakdown=()),
        **BY,
    )
    return number


def known(document: int):
    return knowing.known_for(documents.document(document), documents.figures(document))


def test_what_the_ledger_knows_is_laid_beside_the_figure(figure) -> None:
    drafts = [
        plan("45"),
        plan("40", period="2018", kind=EntryKind.ACTUAL),
        plan("48", kind=EntryKind.ACTUAL),
    ]
    ledger.post(drafts=drafts, **BY)

    (one,) = known(figure)

    assert (one.figure, one.plan, one.previous, one.actual) == (
        "f1",
        Decimal(45),
        Decimal(40),
        Decimal(48),
    )


def test_where_the_ledger_knows_nothing_nothing_is_said(figure) -> None:
    assert known(figure) == ()


def test_a_document_is_no_witness_for_itself(figure) -> None:
    intake.post(document=figure, **BY)

    assert known(figure) == ()


def test_a_run_after_posting_names_the_ledgers_head(figure) -> None:
    intake.post(document=figure, **BY)

    actions.run(document=figure, **BY)

    assert len(models.Run.objects.latest("pk").ledger_head) == 64
