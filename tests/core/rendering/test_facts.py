"""A delivered file tells by itself whether its numbers still stand."""

import re
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.rendering.paper import FORMS, LAYOUT, delivered, file, paper, pdf
from tongket.core.nouns.delivered import Sealed
from tongket.core.nouns.paper import Fact
from tongket.core.rendering import capsule, printed
from tongket.core.rendering.docx import to_docx
from tongket.core.rendering.facts import NotOurs, check_delivered, extract
from tongket.core.rendering.html import to_page


def reworked(part: str, change) -> bytes:
    """Return the Word file with one part of its package changed."""
    target = BytesIO()
    with ZipFile(BytesIO(file("docx"))) as source, ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            copy.writestr(name, change(content) if name == part else content)
    return target.getvalue()


def printed_otherwise(form: str, old: str, new: str) -> bytes:
    """Return a file that prints *new* where the facts inside say *old*."""
    blocks = tuple(
        replace(
            block,
            parts=tuple(
                replace(part, text=new)
                if isinstance(part, Fact) and part.text == old
                else part
                for part in block.parts
            ),
        )
        if hasattr(block, "parts")
        else block
        for block in paper().blocks
    )
    made = replace(paper(), blocks=blocks)
    if form == "docx":
        return to_docx(made, layout=LAYOUT, delivered=delivered())
    if form == "html":
        return to_page(made, layout=LAYOUT, delivered=delivered())
    return pdf(made, delivered())


@pytest.mark.parametrize("form", FORMS)
def test_the_facts_come_out_as_they_went_in(form) -> None:
    assert extract(file(form)) == delivered()


@pytest.mark.parametrize("form", FORMS)
def test_an_untouched_file_is_whole(form) -> None:
    found = check_delivered(file(form))

    assert found.is_whole
    assert (found.changed, found.added, found.unsealed) == ((), (), ())


@pytest.mark.parametrize("form", FORMS)
def test_a_number_printed_otherwise_is_found(form) -> None:
    found = check_delivered(printed_otherwise(form, "1.100 tỷ", "1.200 tỷ"))

    (change,) = found.changed
    assert change.delivered == "1.100 tỷ"
    assert change.found in ("1.200 tỷ", "")
    assert not found.is_whole


def test_a_number_taken_out_of_a_word_file_is_found() -> None:
    spoilt = reworked(
        "word/document.xml",
        lambda xml: xml.replace("1.100 tỷ".encode(), b""),
    )

    (change,) = check_delivered(spoilt).changed
    assert (change.delivered, change.found) == ("1.100 tỷ", "")


def test_a_number_split_over_runs_by_word_still_stands() -> None:
    """Word cuts a text into runs when somebody clicks into it."""
    split = reworked(
        "word/document.xml",
        lambda xml: xml.replace(
            ">1.100 tỷ<".encode(),
            '>1.1</w:t></w:r><w:r><w:t xml:space="preserve">00 tỷ<'.encode(),
        ),
    )

    assert split != file("docx")
    assert check_delivered(split).is_whole


def resaved() -> bytes:
    """Return the file as a writer saves it that drops tags and sorts parts its own way."""
    target = BytesIO()
    with ZipFile(BytesIO(file("docx"))) as source, ZipFile(target, "w") as copy:
        for name in reversed(source.namelist()):
            part = source.read(name)
            if name == "word/document.xml":
                part = re.sub(rb'<w:tag w:val="[^"]*"/>', b"", part)
            copy.writestr(name, part)
    return target.getvalue()


def test_facts_survive_a_writer_that_drops_their_tags() -> None:
    found = check_delivered(resaved())

    assert found.is_whole
    assert found.added == ()


def test_facts_survive_a_writer_that_puts_tags_of_its_own() -> None:
    retagged = reworked(
        "word/document.xml",
        lambda xml: re.sub(rb'<w:tag w:val="[^"]*"/>', b'<w:tag w:val="goog_1"/>', xml),
    )

    assert check_delivered(retagged).is_whole


def test_a_control_of_somebody_else_is_no_fact() -> None:
    foreign = b"<w:sdt><w:sdtPr/><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    added = reworked(
        "word/document.xml",
        lambda xml: xml.replace(b"<w:body>", b"<w:body>" + foreign, 1),
    )

    assert added != file("docx")
    assert check_delivered(added).is_whole


def test_a_draft_in_any_form_carries_nothing_to_verify() -> None:
    page = b"<!doctype html><title>Nh\xc3\xa1p</title><p>21</p>"

    for draft in (to_docx(paper(), layout=LAYOUT), pdf(paper()), page):
        with pytest.raises(NotOurs) as refused:
            check_delivered(draft)
        assert refused.value.reason == "none"


def test_a_pdf_with_an_enclosure_of_somebody_else_carries_no_facts() -> None:
    enclosing = pypdfium2.PdfDocument(pdf(paper()))
    enclosing.new_attachment("phu-luc.txt").set_data(b"21")
    target = BytesIO()
    enclosing.save(target)
    enclosing.close()

    with pytest.raises(NotOurs) as refused:
        check_delivered(target.getvalue())
    assert refused.value.reason == "none"


def test_a_word_file_that_swells_when_unpacked_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(printed, "_LARGEST_PART", 1000)

    with pytest.raises(NotOurs) as refused:
        check_delivered(file("docx"))
    assert refused.value.reason == "unreadable"


def copied(xml: bytes, change: bytes) -> bytes:
    """Return the text with its paragraph of "1.100 tỷ" twice, the second changed."""
    number = "1.100 tỷ".encode()
    start = xml.rindex(b"<w:p>", 0, xml.index(number))
    end = xml.index(b"</w:p>", start) + len(b"</w:p>")
    paragraph = xml[start:end]
    return xml[:end] + paragraph.replace(number, change) + xml[end:]


@pytest.mark.parametrize(
    ("second", "is_whole"), [("1.100 tỷ", True), ("1.900 tỷ", False)]
)
def test_a_copied_number_stands_only_while_both_copies_do(second, is_whole) -> None:
    twice = reworked("word/document.xml", lambda xml: copied(xml, second.encode()))

    assert twice != file("docx")
    assert check_delivered(twice).is_whole is is_whole


def test_a_number_written_in_by_hand_is_told_apart() -> None:
    written = reworked(
        "word/document.xml", lambda xml: xml.replace("Ghi chú".encode(), b"Tang 4.711")
    )

    found = check_delivered(written)
    assert found.added == ("4.711",)
    assert found.is_whole


def test_facts_changed_inside_the_file_are_spoilt() -> None:
    forged = reworked(
        "customXml/item1.xml", lambda xml: xml.replace(b'"text":"21"', b'"text":"31"')
    )

    with pytest.raises(NotOurs) as refused:
        check_delivered(forged)
    assert refused.value.reason == "spoilt"


def test_facts_are_found_when_word_renames_their_part() -> None:
    target = BytesIO()
    with ZipFile(BytesIO(file("docx"))) as source, ZipFile(target, "w") as copy:
        for name in source.namelist():
            copy.writestr(name.replace("item1.xml", "item4.xml"), source.read(name))

    assert extract(target.getvalue()) == delivered()


def test_an_entry_that_does_not_match_its_seal_is_named() -> None:
    forged = replace(delivered(), entries=(Sealed(9, "{}", "0" * 64),))

    found = check_delivered(to_page(paper(), layout=LAYOUT, delivered=forged))

    assert found.unsealed == (9,)
    assert not found.is_whole


def test_a_page_number_is_no_number_written_in() -> None:
    assert check_delivered(file("pdf")).added == ()


def test_pages_that_bear_no_number_take_none_away() -> None:
    longer = pypdfium2.PdfDocument(file("pdf"))
    for _ in range(2):
        longer.new_page(595, 842)
    target = BytesIO()
    longer.save(target)
    longer.close()

    found = check_delivered(target.getvalue())

    assert found.is_whole
    assert found.added == ()


@pytest.mark.parametrize(
    "torn", [b"", b"{}", b"[]", b'{"content": 1, "digest": "", "format": ""}', b"\xff"]
)
def test_what_is_no_capsule_is_refused(torn: bytes) -> None:
    with pytest.raises(NotOurs) as refused:
        capsule.from_json(torn)
    assert refused.value.reason == "spoilt"


def test_a_capsule_of_a_later_form_is_not_guessed_at() -> None:
    later = capsule.to_json(delivered()).replace(b"tongket-facts/1", b"tongket-facts/9")

    with pytest.raises(NotOurs):
        capsule.from_json(later)


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_a_damaged_file_is_refused_or_told_but_never_breaks_us(form, data) -> None:
    whole = file(form)
    at = data.draw(st.integers(0, len(whole) - 1))
    width = data.draw(st.integers(1, 64))
    damage = data.draw(st.binary(max_size=64))

    with suppress(NotOurs):
        check_delivered(whole[:at] + damage + whole[at + width :])


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7\n", b"<html>"]),
)
def test_any_bytes_are_refused(rest, lead) -> None:
    with pytest.raises(NotOurs):
        check_delivered(lead + rest)
