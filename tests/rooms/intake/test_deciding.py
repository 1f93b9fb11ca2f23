"""A person decides about each figure, and the journal remembers who did what."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.cast import AT, BEN_TRE, BINH
from tongket.content.catalogue import OUTSIDE
from tongket.core.nouns.proposal import Act, State
from tongket.core.reading.suggestions.confirmation import Confirmation
from tongket.rooms.intake import actions, examining, queries

BY = {"by": BINH.username, "at": AT}


def state(document: int, name: str) -> State:
    return queries.figure(document, name).state


def changed(document: int, name: str, **fields: object):
    """Change a figure, and return what was found wrong."""
    said = replace(queries.figure(document, name).proposal, **fields)
    return actions.change(document=document, figure=name, proposal=said, **BY)


def test_accepting_takes_what_stands_proposed(document) -> None:
    outcome = actions.accept(document=document, figures=["f1"], **BY)

    figure = queries.figure(document, "f1")
    assert outcome.taken == ("f1",)
    assert figure.state is State.ACCEPTED
    assert figure.proposal == figure.first


def test_the_journal_says_who_and_when(document) -> None:
    actions.accept(document=document, figures=["f1"], **BY)
    actions.refuse(document=document, figures=["f1"], **BY)

    journal = queries.figure(document, "f1").decisions

    assert [(line.act, line.by, line.at) for line in journal] == [
        (Act.ACCEPT, BINH.username, AT),
        (Act.REFUSE, BINH.username, AT),
    ]


@pytest.fixture
def unnamed(receive, monkeypatch) -> tuple[int, str]:
    """A figure that no indicator fits."""
    monkeypatch.setattr(examining, "suggest_all", lambda reading, _suggester: reading)
    document = receive("Trong năm đã trồng 1.240 cây phượng vĩ quanh hồ.")
    return document, queries.figures(document)[0].figure.id


def test_a_figure_without_an_indicator_is_not_accepted_blindly(unnamed) -> None:
    document, name = unnamed

    outcome = actions.accept(document=document, figures=[name], **BY)

    assert not outcome.taken
    assert [(held.figure, held.code) for held in outcome.held] == [
        (name, "held_no_indicator")
    ]
    assert state(document, name) is State.PROPOSED


def test_no_threshold_takes_a_figure_without_an_indicator(unnamed) -> None:
    document, _ = unnamed

    outcome = actions.accept_all_above(document=document, certainty=Decimal(0), **BY)

    assert outcome.taken == ()


def test_a_person_may_keep_a_figure_outside_the_catalogue(unnamed) -> None:
    document, name = unnamed

    actions.accept_outside_catalogue(document=document, figures=[name], **BY)

    figure = queries.figure(document, name)
    assert figure.proposal.indicator == OUTSIDE
    assert figure.proposal.breakdown[0][0] == "nội dung"
    assert figure.proposal.breakdown[0][1]


def test_all_above_a_certainty_are_accepted_and_no_others(document) -> None:
    figures = queries.figures(document)
    least = sorted(each.certainty for each in figures)[len(figures) // 2]

    outcome = actions.accept_all_above(document=document, certainty=least, **BY)

    sure = {
        each.figure.id
        for each in figures
        if each.certainty >= least and each.first.indicator
    }
    assert set(outcome.taken) == sure != set()


def test_all_above_leaves_alone_what_somebody_decided(document) -> None:
    actions.refuse(document=document, figures=["f1"], **BY)

    actions.accept_all_above(document=document, certainty=Decimal(0), **BY)

    assert state(document, "f1") is State.REFUSED


def test_a_change_is_recorded_beside_what_was_proposed(document) -> None:
    faults = changed(document, "f1", indicator="NV-006", value=Decimal(51))

    figure = queries.figure(document, "f1")
    assert faults == ()
    assert figure.state is State.CHANGED
    assert (figure.proposal.value, figure.first.value) == (Decimal(51), Decimal(50))


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"indicator": ""}, ("indicator", "fault_no_indicator")),
        ({"indicator": "XX-999"}, ("indicator", "fault_unknown_indicator")),
        ({"period": "sang năm"}, ("period", "fault_unknown_period")),
        ({"unit": "kien-giang"}, ("unit", "fault_unknown_unit")),
        ({"value": None}, ("value", "fault_no_value")),
        ({"value": Decimal(10) ** 61}, ("value", "fault_endless_number")),
        ({"value": Decimal("1e999999")}, ("value", "fault_endless_number")),
        ({"replaces": 1}, ("reason", "fault_reason_missing")),
    ],
)
def test_a_change_that_cannot_stand_says_which_field(document, fields, fault) -> None:
    good = {"indicator": "NV-006"}

    found = changed(document, "f1", **(good | fields))

    assert [(each.field, each.code) for each in found] == [fault]
    assert state(document, "f1") is State.PROPOSED


def test_refusing_may_be_taken_back(document) -> None:
    changed(document, "f1", indicator="NV-006", value=Decimal(51))
    actions.refuse(document=document, figures=["f1"], **BY)

    actions.reopen(document=document, figures=["f1"], **BY)

    figure = queries.figure(document, "f1")
    assert figure.state is State.PROPOSED
    assert figure.proposal == figure.first


def test_a_synonym_of_an_indicator_is_kept_by_its_own_code(document) -> None:
    from tongket.content.catalogue import catalogue

    synonym, indicator = next(
        (code, each) for each in catalogue().indicators for code in each.synonyms
    )

    changed(document, "f1", indicator=synonym)

    assert queries.figure(document, "f1").proposal.indicator == indicator.code


def test_confirmations_teach_the_departments_own_suggestions(receive) -> None:
    sentence = "Vận hành {} trạm quan trắc phượng vĩ."
    first = receive(sentence.format(14))
    name = queries.figures(first)[0].figure.id
    before = queries.figure(first, name).first.indicator
    assert before != "TX-001"
    changed(first, name, indicator="TX-001")

    second = receive(sentence.format(15), period="2018")

    assert queries.confirmations(BEN_TRE)[-1].code == "TX-001"
    assert queries.figures(second)[0].first.indicator == "TX-001"


def test_what_was_kept_outside_the_catalogue_teaches_nothing(document) -> None:
    actions.accept_outside_catalogue(document=document, figures=["f1"], **BY)

    assert queries.confirmations(BEN_TRE) == ()


def test_what_is_taught_are_the_words_that_were_read(document) -> None:
    changed(document, "f1", indicator="NV-006")

    figure = queries.figure(document, "f1").figure
    assert queries.confirmations(BEN_TRE) == (Confirmation.of(figure, "NV-006"),)


def test_what_was_refused_teaches_nothing(document) -> None:
    changed(document, "f1", indicator="NV-006")
    actions.refuse(document=document, figures=["f1"], **BY)

    assert queries.confirmations(BEN_TRE) == ()


def test_deciding_about_a_figure_that_does_not_exist_is_refused(document) -> None:
    with pytest.raises(actions.NoSuchFigure):
        actions.accept(document=document, figures=["f1", "f999"], **BY)

    assert state(document, "f1") is State.PROPOSED


def test_deciding_about_a_document_that_does_not_exist_is_refused(cast) -> None:
    with pytest.raises(actions.NoSuchDocument):
        actions.refuse(document=99, figures=["f1"], **BY)
