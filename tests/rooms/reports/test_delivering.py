"""What is delivered is kept, and can be proven with the file alone."""

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.cast import AT, BEN_TRE, BINH
from tests.rooms.reports.conftest import ASKED
from tongket.core.rendering import capsule
from tongket.core.rendering.facts import extract
from tongket.rooms.ledger import actions as ledger
from tongket.rooms.ledger import queries as entries
from tongket.rooms.reports import actions, models
from tongket.rooms.reports import queries as reports

pytestmark = pytest.mark.django_db
FORMS = ("docx", "pdf", "html")


def deliver(to: str = "docx"):
    return actions.deliver(**ASKED, to=to, by=BINH.username, at=AT)


def edited(data: bytes, old: str, new: str) -> bytes:
    """Return a Word file in which somebody typed *new* over *old* once."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as copy:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode(), 1)
            copy.writestr(name, part)
    return target.getvalue()


@pytest.mark.parametrize("form", FORMS)
def test_a_delivered_file_is_kept_byte_by_byte(year, form) -> None:
    made = deliver(form)

    kept = reports.file(made.delivery.number)
    assert kept == made
    assert made.delivery.sha256 == sha256(made.content).hexdigest()
    assert made.delivery.name == f"bao-cao-tong-ket-ben-tre-2019.{form}"
    assert made.delivery.head == year[-1].hash
    assert reports.deliveries(BEN_TRE) == (made.delivery,)


def test_what_somebody_delivers_seals_the_ledger(year) -> None:
    assert entries.proof(year[-1].number).checkpoint is None

    deliver()

    assert entries.proof(year[-1].number).checkpoint == 1


def test_what_the_program_delivers_is_signed_by_nobody(year) -> None:
    actions.deliver(**ASKED, to="docx", by="tongket", at=AT)

    assert entries.verify().checkpoints == 0


@pytest.mark.parametrize("form", FORMS)
def test_a_delivered_file_is_whole_by_itself(
    year, form, django_assert_num_queries
) -> None:
    made = deliver(form)

    with django_assert_num_queries(0):
        found = reports.verification(made.content, with_ledger=False)

    assert found.is_whole
    assert found.doubts == ()
    assert found.facts == made.delivery.facts
    assert found.entries == len(year)


@pytest.mark.parametrize("form", FORMS)
def test_the_ledger_knows_the_file_that_it_delivered(year, form) -> None:
    made = deliver(form)

    found = reports.verification(made.content)

    assert found.is_whole
    assert found.delivery == made.delivery
    assert "nguyên vẹn" in reports.sentences(found)[0]


def test_a_number_typed_over_in_word_is_found(year) -> None:
    spoilt = edited(deliver().content, ">105%<", ">115%<")

    found = reports.verification(spoilt)

    assert not found.is_whole
    assert found.delivery is None
    assert any(
        "«105%»" in each and "«115%»" in each for each in reports.sentences(found)
    )


def test_a_number_written_between_the_words_is_told_but_breaks_nothing(year) -> None:
    added = edited(deliver().content, "Ghi chú: ", "Ghi chú: 4711 ")

    found = reports.verification(added)

    assert found.is_whole
    assert [doubt.arguments for doubt in found.doubts] == [(("number", "4711"),)]


def test_an_entry_corrected_later_is_told(year) -> None:
    content = deliver("pdf").content
    old = year[0]
    new = ledger.correct(
        entry=old.number,
        draft=old.draft,
        reason="Đếm lại",
        by=BINH.username,
        at=AT,
    )

    found = reports.verification(content)

    assert found.is_whole
    assert found.doubts[0].code == "reports_superseded"
    assert dict(found.doubts[0].arguments)["by"] == str(new.number)


def test_a_report_of_another_ledger_is_not_taken_for_ours(year, monkeypatch) -> None:
    content = deliver("html").content
    monkeypatch.setattr(entries, "numbered", lambda _: {})

    found = reports.verification(content)

    assert {doubt.code for doubt in found.doubts} == {"reports_unknown_entry"}
    assert not found.is_whole


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "none"),
        (b"PK\x03\x04 torn", "unreadable"),
        (b"%PDF-1.7 torn", "unreadable"),
        (b"<p>21</p>", "none"),
    ],
)
def test_a_file_without_facts_is_refused(db, data, reason) -> None:
    with pytest.raises(reports.NotDelivered) as refused:
        reports.verification(data)

    assert refused.value.arguments == {"reason": reason}
    assert "{" not in refused.value.sentence("vi") + refused.value.sentence("en")


def test_an_unknown_form_is_refused_and_nothing_is_kept(year) -> None:
    with pytest.raises(actions.NoSuchForm):
        deliver("odt")

    assert not models.Delivery.objects.exists()


def test_a_delivery_that_is_not_there_is_refused(db) -> None:
    with pytest.raises(reports.NoSuchDelivery):
        reports.file(7)


def forged(data: bytes, **changes: object) -> bytes:
    """Return a page that carries other facts than it was delivered with."""
    carried = extract(data)
    other = capsule.to_json(replace(carried, **changes)).decode()
    own = capsule.to_json(carried).decode()
    assert own in data.decode()
    return data.decode().replace(own, other).encode()


def test_a_forged_entry_is_found_by_its_seal_and_by_the_arithmetic(year) -> None:
    content = deliver("html").content
    first, *rest = extract(content).entries
    payload = first.payload.replace('"value":"21"', '"value":"31"')
    assert payload != first.payload

    found = reports.verification(
        forged(content, entries=(replace(first, payload=payload), *rest)),
        with_ledger=False,
    )

    codes = {doubt.code for doubt in found.doubts}
    assert codes == {"reports_unsealed", "reports_miscomputed"}
    assert len(reports.sentences(found, "en")) == len(found.doubts) + 1


def test_a_well_sealed_entry_of_another_ledger_is_found_by_the_ledger(year) -> None:
    content = deliver("html").content
    first, *rest = extract(content).entries
    payload = first.payload.replace('"displayed":"21"', '"displayed":"21,0"')
    sealed = replace(first, payload=payload, hash=sha256(payload.encode()).hexdigest())

    found = reports.verification(forged(content, entries=(sealed, *rest)))

    assert [doubt.code for doubt in found.doubts] == ["reports_other_entry"]


def test_nothing_is_delivered_where_there_is_nothing_to_report(cast) -> None:
    with pytest.raises(actions.NothingToReport):
        deliver()

    assert not models.Delivery.objects.exists()


def test_the_report_carries_the_day_on_which_it_is_delivered(year) -> None:
    page = deliver("html").content.decode()

    assert "Bến Tre, ngày 15 tháng 01 năm 2020" in page
