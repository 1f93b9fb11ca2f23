"""Whoever types an indicator means it, and is helped to the one they mean."""

from django.test import Client

from tests.doors.intake.test_deciding import form_of
from tests.doors.web.reading import text_of
from tongket.rooms.intake import queries


def change(client: Client, document: int, **fields: object):
    said = form_of(document, "f1", **fields)
    return client.post(f"/documents/{document}/f1/change/", said)


def indicator(document: int) -> str:
    return queries.figure(document, "f1").proposal.indicator


def test_a_typed_code_counts_when_the_list_was_left_as_it_stood(binh, document):
    before = indicator(document)

    change(binh, document, choice=before, indicator="nv-009")

    assert before != "NV-009"
    assert indicator(document) == "NV-009"


def test_another_choice_of_the_list_counts_before_typed_words(binh, document):
    change(binh, document, choice="NV-007", indicator="giải ngân")

    assert indicator(document) == "NV-007"


def test_typed_words_bring_the_indicators_that_they_fit(binh, document):
    response = change(binh, document, choice="", indicator="giải ngân")

    page = text_of(response)
    assert response.status_code == 422
    assert "“giải ngân” ứng với các chỉ tiêu dưới đây" in page
    assert "Danh mục không có chỉ tiêu" not in page
    assert "(NV-041)" in page


def test_words_that_fit_nothing_are_told_so(binh, document):
    response = change(binh, document, choice="", indicator="zzzz")

    assert response.status_code == 422
    assert "Danh mục không có chỉ tiêu zzzz" in text_of(response)
