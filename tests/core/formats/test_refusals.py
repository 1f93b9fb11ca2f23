"""Bad files: each is refused with one sentence that says what to do."""

import string

import pytest

from tests.core.formats.files import (
    PACKAGE,
    R,
    W,
    archive,
    paragraph,
    raw_pdf,
    received,
    run,
    word,
    workbook,
)
from tongket.content.messages import messages
from tongket.core.reading.formats.limits import MEGABYTE, Limits
from tongket.core.reading.formats.messages import sentence
from tongket.core.reading.formats.unreadable import Unreadable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def named(stream: str) -> bytes:
    """Return an old Office container that has a stream of this name."""
    return OLE + stream.encode("utf-16-le") + bytes(64)


def code(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(Unreadable) as refusal:
        received(data, limits=limits or Limits())
    return refusal.value.code


def pages(count: int) -> bytes:
    """Return a pdf of many empty pages."""
    kids = b" ".join(b"%d 0 R" % (20 + number) for number in range(count))
    leaves = b"".join(
        b"%d 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"
        % (20 + number)
        for number in range(count)
    )
    tree = b"2 0 obj\n<</Type/Pages/Count %d/Kids[%s]>>\nendobj\n" % (count, kids)
    return (
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        + tree + leaves + b"trailer<</Root 1 0 R>>\n%%EOF"
    )  # fmt: skip


DTD = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'
FETCH = '<!DOCTYPE d [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
ENTITY = "<d><w:body xmlns:w='x'>&b;</w:body></d>"

REFUSED = {
    "nothing": (b"", "file_empty"),
    "only blanks": (b" \r\n\t\xc2\xa0", "file_blank"),
    "a program renamed": (b"MZ\x90\x00" + bytes(300), "file_program"),
    "a Linux program": (b"\x7fELF\x02\x01\x01" + bytes(300), "file_program"),
    "a photograph": (b"\xff\xd8\xff\xe0" + bytes(range(256)), "file_picture"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "file_picture"),
    "an archive of other things": (archive({"a.txt": "x"}), "file_archive"),
    "another archive": (b"Rar!\x1a\x07\x00" + bytes(99), "file_archive"),
    "an empty archive": (b"PK\x05\x06" + bytes(18), "file_archive"),
    "rich text": (rb"{\rtf1\ansi abc}", "file_rtf"),
    "a locked Word file": (named("EncryptedPackage"), "file_protected"),
    "an old Word file": (named("WordDocument"), "file_old_word"),
    "an old Excel file": (named("Workbook"), "file_old_excel"),
    "an older Excel file": (named("Book"), "file_old_excel"),
    "another old Office file": (named("PowerPoint Document"), "file_old_office"),
    "slides": (archive({"ppt/presentation.xml": "<a/>"}), "file_slides"),
    "an OpenDocument file": (archive({"content.xml": "<a/>"}), "file_open_document"),
    "a binary spreadsheet": (archive({"xl/workbook.bin": "x"}), "file_old_excel"),
    "a Word file cut off": (word(paragraph("a" * 999))[:200], "file_archive_broken"),
    "a Word file without a body": (archive({"word/styles.xml": "<a/>"}), "file_archive_broken"),
    "a Word file that is no XML": (archive({"word/document.xml": "<a"}), "file_archive_broken"),
    "a Word file without words": (word(paragraph(" ")), "file_blank"),
    "entities that unfold": (archive({"word/document.xml": DTD + ENTITY}), "file_archive_broken"),
    "an entity that fetches": (archive({"word/document.xml": FETCH + ENTITY}), "file_archive_broken"),
    "a spreadsheet without cells": (workbook(""), "file_blank"),
    "a pdf cut off": (b"%PDF-1.7\n1 0 obj", "file_pdf_broken"),
    "a pdf without words": (raw_pdf(b"0 0 m 9 9 l S"), "file_blank"),
    "bytes at random": (bytes(range(256)) * 4, "file_binary_content"),
    "control codes": (b"abc\x01\x02\x03\x04" * 99, "file_binary_content"),
    "bytes of no alphabet": (b"\x81\x8d\x8f\x90\x9d abc " * 50, "file_encoding_unknown"),
    "half a letter of UTF-16": (b"\xff\xfea\x00\x00\xd8", "file_binary_content"),
    "a page without words": (b"<html><body></body></html>", "file_blank"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), REFUSED.values(), ids=REFUSED)
def test_a_bad_file_is_refused_for_its_own_reason(data, expected):
    assert code(data) == expected


DEEP = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
LIMITED = {
    "too long a file": (b"a" * 2_100_000, Limits(data=2_000_000), "file_too_big"),
    "too long a text": (b"chu " * 99, Limits(text=100), "file_text_too_long"),
    "too long a Word text": (word(paragraph("a" * 200)), Limits(text=100), "file_text_too_long"),
    "too many pieces": (word(paragraph(*["a"] * 20)), Limits(stretches=10), "file_too_many_stretches"),
    "too many pages": (pages(3), Limits(pages=2), "file_too_many_pages"),
    "too many cells": (workbook("<row><c><v>1</v></c></row>" * 9), Limits(cells=5), "file_too_many_cells"),
    "an archive that unfolds": (word(paragraph("a" * 9999)), Limits(unpacked=5000), "file_unfolds_too_far"),
    "an archive bomb": (word(paragraph("a" * 12_000_000)), Limits(), "file_unfolds_too_far"),
    "elements too deep": (word(DEEP), Limits(), "file_nested_too_deep"),
    "blocks too deep": (word("<w:sdt>" * 99 + "</w:sdt>" * 99), Limits(), "file_nested_too_deep"),
    "runs too deep": (word(paragraph("<w:ins>" * 99 + run("a") + "</w:ins>" * 99)), Limits(), "file_nested_too_deep"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "limits", "expected"), LIMITED.values(), ids=LIMITED)
def test_a_file_beyond_a_limit_is_refused_by_that_limit(data, limits, expected):
    assert code(data, limits) == expected


def test_a_locked_pdf_is_refused_with_what_to_do():
    # The dictionary alone asks for a password; nothing of the file is really locked.
    lock = (
        b"10 0 obj\n<</Filter/Standard/V 1/R 2/P -44/O("
        + b"x" * 32 + b")/U(" + b"y" * 32 + b")>>\nendobj\n"
    )  # fmt: skip
    locked = raw_pdf(b"", more=lock).replace(
        b"trailer<<", b"trailer<</Encrypt 10 0 R/ID[(a)(a)]"
    )

    assert code(locked) == "file_protected"


def test_an_archive_locked_by_a_password_is_refused_with_what_to_do():
    locked = bytearray(word(paragraph("a")))
    # The flags of the part, in its own head and in the list at the end of the archive.
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1

    assert code(bytes(locked)) == "file_protected"


def test_a_size_just_over_the_limit_never_reads_as_the_limit_itself():
    with pytest.raises(Unreadable) as refusal:
        received(b"a" * (2 * MEGABYTE + 1), limits=Limits(data=2 * MEGABYTE))

    assert refusal.value.argument("size") == "3"
    assert refusal.value.argument("limit") == "2"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("data", [data for data, _ in REFUSED.values()], ids=REFUSED)
def test_the_sentence_names_the_file_and_fills_all_its_places(data, language):
    with pytest.raises(Unreadable) as refusal:
        received(data, name="bao-cao-2019.docx")

    told = sentence(refusal.value, messages(language))

    assert "bao-cao-2019.docx" in told
    assert told.endswith(".")
    assert "file_" not in told


def test_both_languages_say_the_same_things_with_the_same_places():
    vi, en = messages("vi"), messages("en")
    codes = {key for key in vi if key.startswith("file_")}

    assert codes == {key for key in en if key.startswith("file_")}
    for key in codes:
        assert places(vi[key]) == places(en[key]), key


def places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_no_sentence_pleads_or_calls_things_invalid():
    told = [
        text.lower() for key, text in messages("vi").items() if key.startswith("file_")
    ]

    for word_ in ("vui lòng", "rất tiếc", "không hợp lệ", "thành công"):
        assert not [text for text in told if word_ in text]


def test_a_code_without_a_sentence_is_shown_as_it_is():
    assert sentence(Unreadable("new", (("name", "a"),)), {}) == "a: new"
    assert sentence(Unreadable("x"), {"x": "{name}{count}!"}) == "!"


def test_a_part_that_repeats_itself_without_end_is_refused_before_it_is_read():
    assert code(word("<w:p/>" * 500_000)) == "file_unfolds_too_far"


def test_empty_paragraphs_are_counted_too():
    limits = Limits(stretches=1_000)

    assert code(word("<w:p/>" * 1_001), limits) == "file_too_many_stretches"
    assert received(word("<w:p/>" * 900, paragraph("Hết.")), limits=limits)


def test_a_page_with_more_characters_than_any_printed_page_is_refused():
    lines = b"".join(b"(" + b"12 de tai " * 10 + b") ' " for _ in range(1_100))
    page = raw_pdf(b"BT /F1 1 Tf 1 TL 0 800 Td " + lines + b"ET")

    assert code(page) == "file_page_too_full"


def test_a_text_in_old_letters_that_is_far_too_long_is_refused_unconverted():
    line = "Së Khoa häc vµ C«ng nghÖ nghiÖm thu 12 ®Ò tµi\n".encode("latin-1")

    assert code(line * 100, Limits(text=1_000)) == "file_text_too_long"


def test_a_part_of_a_word_file_that_brings_entities_is_refused():
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body/></w:document>',
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" '
            f'Type="{R}/styles" Target="styles.xml"/></Relationships>'
        ),
        "word/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    }

    assert code(archive(parts)) == "file_archive_broken"


def test_wide_letters_with_a_nought_among_them_are_no_text():
    data = b"\xff\xfe" + "a\0b".encode("utf-16-le")

    assert code(data) == "file_binary_content"


def test_a_web_page_of_more_pieces_than_any_page_has_is_refused_before_it_is_read():
    page = b"<html><body>" + b"<p>12" * 4

    assert code(page, Limits(stretches=3)) == "file_too_many_stretches"


def test_a_web_page_that_is_only_a_declaration_is_blank():
    assert code(b"<!DOCTYPE html>") == "file_blank"


def test_a_page_of_a_pdf_that_is_lost_does_not_keep_the_others_from_being_read():
    words = raw_pdf(b"BT /F1 12 Tf 100 700 Td (Bang 12) Tj ET")
    some = words.replace(b"/Count 1/Kids[4 0 R]", b"/Count 2/Kids[9 0 R 4 0 R]")
    none = words.replace(b"/Kids[4 0 R]", b"/Kids[9 0 R]")

    assert received(some).text == "Bang 12\n"
    assert code(none) == "file_pdf_broken"


def test_a_web_page_nested_deeper_than_its_parser_goes_is_refused():
    assert code(b"<html><body>" + b"<div>" * 3_000 + b"12") == "file_nested_too_deep"
