"""Accepted figures become entries with their span; what is posted is only corrected."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.cast import AT, BEN_TRE, BINH
from tongket.core.nouns.entry import Aspect, EntryKind, SourceKind
from tongket.core.nouns.proposal import State
from tongket.rooms.intake import actions, queries
from tongket.rooms.ledger import queries as ledger

BY = {"by": BINH.username, "at": AT}


def say(document: int, name: str, **fields: object) -> None:
    """Change a figure; whatever breakdown was suggested is left out."""
    before = replace(queries.figure(document, name).proposal, breakdown=())
    said = replace(before, **fields)
    faults = actions.change(document=document, figure=name, proposal=said, **BY)
    assert faults == ()


def number(document: int, name: str = "f1") -> int:
    """Return the number of the entry that a figure became."""
    return queries.figure(document, name).entry


@pytest.fixture
def posted(document) -> int:
    """A document whose first figure (50 nhiệm vụ) stands in the ledger."""
    say(document, "f1", indicator="NV-006")
    actions.post(document=document, **BY)
    return document


def test_an_entry_leads_back_to_the_span_it_was_read_in(posted) -> None:
    figure = queries.figure(posted, "f1").figure

    entry = ledger.entry(number(posted))

    source = entry.draft.source
    assert source.kind is SourceKind.DOCUMENT
    assert source.reference == queries.document(posted).sha256
    assert (source.span, source.quote) == (figure.span, "50")
    assert queries.figure_at(posted, source.span) == "f1"


def test_an_entry_says_what_was_decided(posted) -> None:
    said = ledger.entry(number(posted)).draft

    assert (said.department, said.unit, said.period) == (BEN_TRE, BEN_TRE, "2019")
    assert (said.indicator, said.kind, said.aspect) == (
        "NV-006",
        EntryKind.ACTUAL,
        Aspect.LEVEL,
    )
    assert (said.value, said.displayed) == (Decimal(50), "50")


def test_the_figure_knows_its_entry(posted) -> None:
    figure = queries.figure(posted, "f1")

    (entry,) = ledger.entries()
    assert (figure.state, figure.entry) == (State.POSTED, entry.number)


def test_only_what_was_accepted_is_posted(document) -> None:
    say(document, "f1", indicator="NV-006")
    actions.refuse(document=document, figures=["f2"], **BY)

    outcome = actions.post(document=document, **BY)

    assert outcome.taken == ("f1",)
    assert ledger.count() == 1


def test_posting_twice_posts_once(posted) -> None:
    outcome = actions.post(document=posted, **BY)

    assert outcome.taken == outcome.entries == ()
    assert ledger.count() == 1


def test_a_pair_is_one_entry_with_its_whole(document) -> None:
    pair = next(
        each for each in queries.figures(document) if each.figure.total is not None
    )
    say(document, pair.figure.id, indicator="TK-001")

    actions.post(document=document, **BY)

    said = ledger.entries()[0].draft
    assert (said.value, said.total, said.displayed) == (
        Decimal(30),
        Decimal(40),
        "30/40",
    )


def test_the_same_thing_said_twice_in_a_text_is_posted_once(document) -> None:
    say(document, "f1", indicator="NV-006")
    say(document, "f2", indicator="NV-006", value=Decimal(50))

    outcome = actions.post(document=document, **BY)

    assert outcome.taken == ("f1",)
    assert [held.code for held in outcome.held] == ["held_said_twice"]


def test_two_values_for_one_thing_wait_for_a_person(document) -> None:
    say(document, "f1", indicator="NV-006")
    say(document, "f2", indicator="NV-006")

    outcome = actions.post(document=document, **BY)

    (held,) = outcome.held
    assert (held.figure, held.code) == ("f2", "held_said_differently")
    assert queries.figure(document, "f2").state is State.CHANGED


def test_a_breakdown_tells_two_values_apart(document) -> None:
    say(document, "f1", indicator="NV-006")
    say(document, "f2", indicator="NV-006", breakdown=(("tình trạng", "nghiệm thu"),))

    outcome = actions.post(document=document, **BY)

    assert outcome.taken == ("f1", "f2")


def test_what_the_ledger_says_otherwise_waits_and_names_the_entry(
    posted, receive
) -> None:
    other = receive("Quản lý 52 nhiệm vụ cấp tỉnh.")
    say(other, "f1", indicator="NV-006")

    (held,) = queries.held(other)

    assert held.code == "held_ledger_differs"
    assert dict(held.arguments) == {"entry": str(number(posted)), "value": "50"}
    assert queries.standing(other, "f1").number == number(posted)


def test_what_the_ledger_has_already_is_not_posted_again(posted, receive) -> None:
    other = receive("Quản lý 50 nhiệm vụ cấp tỉnh trong năm.")
    say(other, "f1", indicator="NV-006")

    outcome = actions.post(document=other, **BY)

    assert [held.code for held in outcome.held] == ["held_ledger_has_it"]
    assert ledger.count() == 1


def test_a_person_may_replace_an_entry_by_name_with_a_reason(posted, receive) -> None:
    other = receive("Quản lý 52 nhiệm vụ cấp tỉnh.")
    first = number(posted)
    say(other, "f1", indicator="NV-006", replaces=first, reason="Báo cáo chính thức")

    actions.post(document=other, **BY)

    old, new = ledger.history(first)
    assert (old.draft.value, new.draft.value) == (Decimal(50), Decimal(52))
    assert (new.replaces, new.reason) == (first, "Báo cáo chính thức")
    assert ledger.count() == 1


def test_replacing_what_no_longer_stands_waits(document) -> None:
    say(document, "f1", indicator="NV-006", replaces=77, reason="Báo cáo chính thức")

    assert [held.code for held in queries.held(document)] == ["held_nothing_to_replace"]


def test_a_posted_figure_is_corrected_in_the_ledger(posted) -> None:
    before = queries.figure(posted, "f1").proposal
    right = replace(before, value=Decimal(51), displayed="51", reason="Đếm lại")

    faults = actions.correct(document=posted, figure="f1", proposal=right, **BY)

    assert faults == ()
    old, new = ledger.history(number(posted))
    assert (old.draft.value, new.draft.value) == (Decimal(50), Decimal(51))
    assert (new.reason, new.by) == ("Đếm lại", BINH.username)
    assert queries.figure(posted, "f1").entry == new.number


def test_a_correction_without_a_reason_is_refused(posted) -> None:
    before = queries.figure(posted, "f1").proposal

    faults = actions.correct(
        document=posted, figure="f1", proposal=replace(before, value=Decimal(51)), **BY
    )

    assert [fault.code for fault in faults] == ["fault_reason_missing"]
    assert ledger.count(current_only=False) == 1


def test_a_withdrawn_figure_stays_readable(posted) -> None:
    actions.withdraw(document=posted, figure="f1", reason="Nhầm kỳ", **BY)

    assert queries.figure(posted, "f1").state is State.WITHDRAWN
    assert ledger.entries() == ()
    history = ledger.history(number(posted))
    assert [entry.withdrawn for entry in history] == [False, True]


def test_withdrawing_needs_a_reason(posted) -> None:
    with pytest.raises(actions.ReasonMissing):
        actions.withdraw(document=posted, figure="f1", reason="  ", **BY)

    assert queries.figure(posted, "f1").state is State.POSTED


def test_a_withdrawn_figure_may_be_accepted_and_posted_again(posted) -> None:
    actions.withdraw(document=posted, figure="f1", reason="Nhầm", **BY)

    say(posted, "f1", period="2018")
    outcome = actions.post(document=posted, **BY)

    assert outcome.taken == ("f1",)
    assert ledger.entries()[0].draft.period == "2018"


def test_what_is_not_posted_cannot_be_withdrawn(document) -> None:
    with pytest.raises(actions.NotPosted):
        actions.withdraw(document=document, figure="f1", reason="Nhầm", **BY)


@pytest.mark.parametrize(
    "act", [actions.accept, actions.accept_outside_catalogue, actions.refuse]
)
def test_what_is_posted_is_left_alone_by_later_decisions(posted, act) -> None:
    outcome = act(document=posted, figures=["f1"], **BY)

    assert [held.code for held in outcome.held] == ["held_posted_already"]
    assert queries.figure(posted, "f1").state is State.POSTED


def test_what_is_posted_cannot_be_changed_as_if_it_were_not(posted) -> None:
    said = replace(queries.figure(posted, "f1").proposal, value=Decimal(9))

    faults = actions.change(document=posted, figure="f1", proposal=said, **BY)

    assert [fault.code for fault in faults] == ["fault_posted_already"]


def test_nothing_is_posted_when_one_entry_fails(document, monkeypatch) -> None:
    from tongket.rooms.intake import entering

    say(document, "f1", indicator="NV-006")

    def fails(_rows: object) -> None:
        raise RuntimeError("the lights went out")

    monkeypatch.setattr(entering.journal, "append", fails)
    with pytest.raises(RuntimeError, match="lights"):
        actions.post(document=document, **BY)

    assert ledger.count() == 0
    assert queries.figure(document, "f1").state is State.CHANGED
