"""Any bytes at all: a document or a refusal, and nothing else."""

import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.formats.files import (
    archive,
    paragraph,
    pdf,
    raw_pdf,
    received,
    table,
    word,
    workbook,
)
from tongket.content.messages import messages
from tongket.core.nouns.document import Document
from tongket.core.reading.formats.unreadable import Unreadable

WORD = word(
    paragraph("Năm 2019 đạt 12 đề tài"),
    table(("TT", "12"), ("a", "37,9%")),
    styles='<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>',
    numbering='<w:abstractNum w:abstractNumId="0"/>',
)
SHEET = workbook(
    '<row r="1"><c r="A1" s="0"><v>12.5</v></c><c t="s"><v>0</v></c></row>'
)
PAGE = "<html><body><h1>Năm 2019</h1><table><tr><td>12<td>13</table></body></html>".encode()
TEXT = "Năm 2019, Sở đạt 12 đề tài.\n".encode()
PDF = pdf("Năm 2019, Sở đạt 12 đề tài. #table(columns: 2, [a], [12])")
RAW = raw_pdf(b"BT /F1 12 Tf 100 700 Td (Bang 12) Tj ET 10 10 m 90 10 l S")
FILES = [WORD, SHEET, PAGE, TEXT, PDF, RAW]

relaxed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(data: bytes) -> None:
    """Receive *data* and hold what is promised of any outcome."""
    outcome = outcome_of(data)
    if isinstance(outcome, Unreadable):
        assert outcome.code in messages("vi")
    else:
        check_places(outcome)


def outcome_of(data: bytes) -> Document | Unreadable:
    try:
        return received(data)
    except Unreadable as refusal:
        return refusal


def check_places(document: Document) -> None:
    end = 0
    for place in document.places:
        assert end <= place.span.start < place.span.end <= len(document.text)
        end = place.span.end
    for note in document.notes:
        assert note.code in messages("vi")


@relaxed
@given(st.binary(max_size=2000))
def test_bytes_at_random(data):
    check(data)


@relaxed
@given(
    st.sampled_from(
        [b"PK\x03\x04", b"%PDF-1.4\n", b"<html>", b"\xff\xfe", b"\xd0\xcf\x11\xe0"]
    ),
    st.binary(max_size=2000),
)
def test_bytes_at_random_after_the_mark_of_a_form(mark, data):
    check(mark + data)


@relaxed
@given(st.text(max_size=500))
def test_any_text_in_utf_8_comes_back(text):
    check(text.encode("utf-8", "surrogatepass"))


@relaxed
@given(st.text(alphabet="<>/=\"' &;!-abdtrplihm", max_size=300))
def test_any_tags(tags):
    check(b"<html>" + tags.encode())


spoiled = st.tuples(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=20),
)


@relaxed
@given(spoiled, st.integers(0, 10**6))
def test_valid_files_with_bytes_changed_or_cut_off(file, cut):
    data, changes = file
    broken = bytearray(data)
    for place, byte in changes:
        broken[place % len(broken)] = byte
    check(bytes(broken))
    check(bytes(broken[: cut % len(broken)]))


@relaxed
@given(
    st.sampled_from([WORD, SHEET]),
    st.integers(0, 10),
    st.lists(
        st.tuples(st.integers(0, 10**4), st.binary(max_size=8)), min_size=1, max_size=5
    ),
)
def test_office_files_with_the_xml_of_a_part_changed(file, which, changes):
    with ZipFile(BytesIO(file)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = sorted(parts)[which % len(parts)]
    part = bytearray(parts[name])
    for place, put in changes:
        at = place % len(part)
        part[at : at + len(put)] = put
    check(archive({**parts, name: bytes(part)}))


def test_reading_plain_text_loads_no_library_for_other_forms():
    program = (
        "import sys; from tongket.core.reading.formats.receive import receive; "
        "receive('Năm 2019 đạt 12 đề tài'.encode(), 'a.txt'); "
        "print(sorted({name.partition('.')[0] for name in sys.modules} & "
        "{'lxml', 'docx', 'pypdfium2', 'openpyxl', 'trafilatura', 'zipfile', 'django'}))"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert loaded.stdout.strip() == "[]"
