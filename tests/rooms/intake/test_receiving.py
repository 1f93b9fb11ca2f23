"""A document comes in whole, once, and by a name that can do no harm."""

import hashlib
import io

import docx
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import AT, BEN_TRE, BINH, HOA, KIEN_GIANG
from tests.rooms.intake.conftest import REPORT
from tongket.content.periods import UnknownPeriod
from tongket.core.nouns.document import Format
from tongket.core.nouns.plain import from_plain
from tongket.core.nouns.reading import Reading
from tongket.core.reading.formats.unreadable import Unreadable
from tongket.rooms.intake import actions, examining, models, queries
from tongket.rooms.units.queries import NoSuchUnit


def test_a_document_keeps_its_file_byte_for_byte(document) -> None:
    received = queries.document(document)

    assert queries.original(document) == REPORT.encode()
    assert received.sha256 == hashlib.sha256(REPORT.encode()).hexdigest()
    assert received.size == len(REPORT.encode())


def test_a_document_knows_whose_it_is_and_who_brought_it(document) -> None:
    received = queries.document(document)

    assert (received.department, received.unit, received.period) == (
        BEN_TRE,
        BEN_TRE,
        "2019",
    )
    assert (received.by, received.at) == (BINH.username, AT)
    assert received.format is Format.TEXT


def test_what_was_read_is_kept_as_it_was_read(document) -> None:
    kept = queries.reading(document)

    read = examining.examine(REPORT.encode(), "báo cáo.txt", ()).reading
    assert kept == read
    assert isinstance(kept, Reading)
    assert kept.figures


def test_every_figure_waits_for_a_person(document) -> None:
    figures = queries.figures(document)

    assert all(not figure.decisions for figure in figures)
    assert queries.waiting(department=BEN_TRE) == len(figures)
    assert queries.waiting(department=BEN_TRE, period="2018") == 0


def test_the_same_file_a_second_time_leads_to_the_first(receive) -> None:
    first = receive()

    with pytest.raises(actions.AlreadyReceived) as refusal:
        receive(name="tên khác.txt", period="2018")

    assert refusal.value.arguments["document"] == first
    assert queries.how_many() == 1


def test_two_departments_may_bring_the_same_file(receive) -> None:
    own = receive()

    theirs = actions.receive(
        data=REPORT.encode(),
        name="báo cáo.txt",
        unit=KIEN_GIANG,
        period="2019",
        by=HOA.username,
        at=AT,
    )

    assert theirs != own
    assert models.Original.objects.count() == 1


@pytest.mark.parametrize(
    "content", [b"", b"MZ\x90\x00 a program", b"PK\x03\x04 broken", b"%PDF-1.7 broken"]
)
def test_nothing_is_kept_of_a_file_that_cannot_be_read(receive, content) -> None:
    with pytest.raises(Unreadable):
        receive(content)

    assert models.Original.objects.count() == models.Document.objects.count() == 0


def test_nothing_is_kept_when_keeping_fails_halfway(receive, monkeypatch) -> None:
    def fails(*_arguments: object, **_keywords: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(models.Figure.objects, "bulk_create", fails)
    with pytest.raises(RuntimeError, match="disk"):
        receive()

    assert models.Original.objects.count() == models.Document.objects.count() == 0


def test_a_unit_that_does_not_exist_brings_nothing_in(receive) -> None:
    with pytest.raises(NoSuchUnit):
        receive(unit="atlantis")


def test_a_province_has_no_ledger_of_its_own(receive) -> None:
    with pytest.raises(actions.NotOfADepartment):
        receive(unit="O83")


def test_a_period_that_does_not_exist_brings_nothing_in(receive) -> None:
    with pytest.raises(UnknownPeriod):
        receive(period="2019-H3")


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\lan\\báo cáo.docx", "báo cáo.docx"),
        ("a\x00b\nc\u202e.txt", "abc.txt"),
        ("x" * 500, "x" * 200),
    ],
)
def test_a_name_is_shown_and_never_a_path(receive, sent, shown) -> None:
    number = receive(name=sent)

    assert queries.document(number).name == shown


def test_letters_that_no_database_stores_stay_in_their_places(receive) -> None:
    number = receive("Nghiệm thu 12\ufffd nhiệm vụ trong năm, tập huấn 30 lớp.")

    reading = queries.reading(number)
    assert all(
        figure.span.of(reading.text) == figure.text for figure in reading.figures
    )


def test_a_figure_is_found_by_its_place(document) -> None:
    figure = queries.figures(document)[0].figure
    sha256 = queries.document(document).sha256

    assert queries.document_of(sha256, department=BEN_TRE) == document
    assert queries.document_of(sha256, department=KIEN_GIANG) is None
    assert queries.figure_at(document, figure.span) == figure.id


def test_documents_are_listed_latest_first_with_their_counts(receive) -> None:
    first = receive()
    second = receive("Tập huấn 30 lớp cho doanh nghiệp.", period="2018")

    listed = queries.documents(department=BEN_TRE)

    assert [shelved.document.id for shelved in listed] == [second, first]
    assert listed[1].figures == listed[1].waiting == len(queries.figures(first))
    assert queries.documents(period="2018", limit=5)[0].document.id == second


def test_a_document_that_does_not_exist_is_named(cast) -> None:
    with pytest.raises(queries.NoSuchDocument, match="99"):
        queries.document(99)
    with pytest.raises(queries.NoSuchDocument):
        queries.reading(99)
    with pytest.raises(queries.NoSuchDocument):
        queries.original(99)


def test_a_figure_that_does_not_exist_is_named(document) -> None:
    for name in ("f999", "x", "f", "f1234567890123", "f²"):
        with pytest.raises(queries.NoSuchFigure):
            queries.figure(document, name)


def test_what_was_written_before_a_noun_grew_is_still_read(document) -> None:
    stored = models.Figure.objects.filter(document=document).first()

    figure = from_plain(type(queries.figures(document)[0].figure), stored.read)
    assert figure == queries.figures(document)[0].figure


def test_of_two_who_bring_a_file_at_once_one_is_led_to_the_other(
    receive, monkeypatch
) -> None:
    looks = []
    seen = queries.document_of

    def late(sha256: str, *, department: str | None = None) -> int | None:
        # The second person looked before the first one's document was there.
        looks.append(sha256)
        return None if len(looks) == 1 else seen(sha256, department=department)

    first = receive()
    monkeypatch.setattr(queries, "document_of", late)

    with pytest.raises(actions.AlreadyReceived) as refusal:
        receive()

    assert refusal.value.arguments["document"] == first
    assert queries.how_many() == 1


def test_a_plain_text_has_no_places_besides_its_own(document) -> None:
    figure = queries.figures(document)[0].figure

    assert queries.place_of(document, figure.span) is None


def test_a_word_file_leads_to_the_paragraph(receive) -> None:
    word = docx.Document()
    word.add_paragraph("Báo cáo năm")
    word.add_paragraph("Tập huấn 30 lớp cho doanh nghiệp.")
    kept = io.BytesIO()
    word.save(kept)

    number = receive(kept.getvalue(), name="báo cáo.docx")

    figure = queries.figures(number)[0].figure
    assert queries.place_of(number, figure.span).paragraph == 2


# Each example is undone by itself: the savepoint is rolled back.
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")),
        st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail),
        st.binary(max_size=200).map(lambda tail: b"%PDF-1.7\n" + tail),
    )
)
def test_any_bytes_become_a_document_or_are_refused_whole(receive, content) -> None:
    with transaction.atomic():
        try:
            number = receive(content)
        except Unreadable:
            assert models.Document.objects.count() == 0
        else:
            reading = queries.reading(number)
            assert all(
                each.figure.span.of(reading.text) == each.figure.text
                for each in queries.figures(number)
            )
        transaction.set_rollback(True)
