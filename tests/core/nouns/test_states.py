"""What nouns tell of themselves: where a figure stands, whether a seal holds."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tongket.core.nouns.claim import Claim, ClaimType, Severity, Verdict
from tongket.core.nouns.delivery import Doubt, FileForm, Verification
from tongket.core.nouns.document import Format
from tongket.core.nouns.entry import Aspect, EntryKind
from tongket.core.nouns.figure import Figure, Kind
from tongket.core.nouns.finding import Apart, Finding, Waiver
from tongket.core.nouns.period import Period, PeriodKind
from tongket.core.nouns.proposal import (
    Act,
    Decision,
    Proposal,
    ProposedFigure,
    State,
    state_after,
)
from tongket.core.nouns.received import Received, Shelved
from tongket.core.nouns.seal import Break, Fault, Proof, Soundness
from tongket.core.nouns.span import Span
from tongket.core.nouns.stated import Disagreement, Stated

AT = datetime(2020, 1, 15, 8, 30, tzinfo=UTC)
SPAN = Span(5, 7)
PROPOSAL = Proposal(
    indicator="NV-017",
    kind=EntryKind.ACTUAL,
    aspect=Aspect.LEVEL,
    period="2019",
    unit="an-binh",
    value=Decimal(21),
    displayed="21",
    measure="nhiệm vụ",
)


def finding(verdict: Verdict, waiver: Waiver | None = None) -> Finding:
    claim = Claim("C004", ClaimType.SUM_OF_PARTS, verdict, ("a",), (SPAN,), "3 + 4 = 7")
    return Finding(1, "C004-5", claim, waiver)


@pytest.mark.parametrize(
    ("verdict", "is_open"),
    [
        (Verdict.INCONSISTENT, True),
        (Verdict.AMBIGUOUS, True),
        (Verdict.CONSISTENT, False),
        (Verdict.UNDERDETERMINED, False),
    ],
)
def test_a_finding_is_open_while_somebody_should_look(verdict, is_open) -> None:
    assert finding(verdict).is_open is is_open


def test_a_finding_that_was_set_aside_is_closed() -> None:
    waiver = Waiver("Số của hai kỳ khác nhau.", "lan", AT)

    assert not finding(Verdict.INCONSISTENT, waiver).is_open


def test_documents_that_disagree_name_both_places() -> None:
    period = Period("2019", PeriodKind.YEAR, date(2019, 1, 1), date(2020, 1, 1))
    one = Stated("NV-017", "an-binh", period, Decimal(21), "nhiệm vụ", "một", SPAN)
    other = replace(one, value=Decimal(22), document="hai")
    found = Disagreement(
        "C101", one, other, Decimal(1), Severity.CONTRADICTION, "22 − 21 = 1"
    )

    apart = Apart(found, (1, "f2"), (3, "f4"))

    assert apart.places == ((1, "f2"), (3, "f4"))


def decided(*acts: tuple[Act, int | None]) -> ProposedFigure:
    figure = Figure("f1", SPAN, "21", Kind.COUNT, Decimal(21), "nhiệm vụ")
    changed = replace(PROPOSAL, indicator="NV-001")
    return ProposedFigure(
        figure,
        PROPOSAL,
        Decimal("0.9"),
        tuple(Decision(act, "lan", AT, changed, entry) for act, entry in acts),
    )


def test_a_figure_nobody_decided_about_stands_as_the_reader_proposed() -> None:
    untouched = decided()

    assert untouched.state is State.PROPOSED
    assert untouched.proposal is PROPOSAL
    assert untouched.entry is None


def test_the_last_decision_says_where_a_figure_stands() -> None:
    posted = decided((Act.CHANGE, None), (Act.POST, 12))

    assert posted.state is State.POSTED
    assert posted.proposal.indicator == "NV-001"
    assert posted.entry == 12


@pytest.mark.parametrize(
    ("act", "state"),
    [
        (None, State.PROPOSED),
        (Act.ACCEPT, State.ACCEPTED),
        (Act.REFUSE, State.REFUSED),
        (Act.REOPEN, State.PROPOSED),
        (Act.CORRECT, State.POSTED),
        (Act.WITHDRAW, State.WITHDRAWN),
    ],
)
def test_each_act_leads_to_one_state(act, state) -> None:
    assert state_after(act) is state


def test_the_order_of_a_breakdown_is_no_other_value() -> None:
    level, field = ("cấp", "tỉnh"), ("lĩnh vực", "y tế")
    one = replace(PROPOSAL, breakdown=(level, field))
    other = replace(PROPOSAL, breakdown=(field, level))

    assert one.key == other.key
    assert one.key != replace(one, breakdown=(level,)).key


def test_a_seal_holds_while_the_entry_gives_the_same_hash() -> None:
    proof = Proof(1, "an-binh", 1, "{}", "0" * 64, "ab" * 32, "ab" * 32)

    assert proof.holds
    assert not replace(proof, recomputed="cd" * 32).holds


def test_a_ledger_is_whole_until_a_break_is_found() -> None:
    sound = Soundness(entries=7, chains=1, checkpoints=0)

    assert sound.whole
    assert not replace(sound, broken=Break(Fault.CHANGED, entry=7)).whole


@pytest.mark.parametrize(
    ("doubts", "is_whole"),
    [
        ((), True),
        ((Doubt("numbers_added", breaks=False),), True),
        ((Doubt("numbers_added", breaks=False), Doubt("fact_changed")), False),
    ],
)
def test_a_file_is_whole_unless_a_doubt_breaks_it(doubts, is_whole) -> None:
    assert Verification("Báo cáo", 3, 3, doubts).is_whole is is_whole


def test_a_browser_is_told_what_a_file_is() -> None:
    assert FileForm.PDF.media_type == "application/pdf"
    assert FileForm.HTML.media_type.startswith("text/html")


def test_a_shelf_counts_the_figures_of_a_document() -> None:
    document = Received(
        id=1,
        department="an-binh",
        unit="an-binh",
        period="2019",
        name="bao-cao.docx",
        format=Format.DOCX,
        sha256="ab" * 32,
        size=12_345,
        by="lan",
        at=AT,
    )

    shelved = Shelved(document, figures=9, waiting=3, accepted=2, posted=3, refused=1)

    assert shelved.document.notes == ()
    assert (
        shelved.waiting + shelved.accepted + shelved.posted + shelved.refused
        == shelved.figures
    )
