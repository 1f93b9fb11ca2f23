"""Forms that draw forms: a few are read, a bomb of them is refused at once."""

import zlib

import pytest

from tests.core.formats.files import raw_pdf, received
from tongket.core.reading.formats.unreadable import Unreadable


def form(number: int, content: bytes, resources: bytes, *, packed: bool) -> bytes:
    body, how = (
        (zlib.compress(content), b"/Filter/FlateDecode") if packed else (content, b"")
    )
    return (
        b"%d 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources%s%s/Length %d>>"
        b"stream\n%s\nendstream\nendobj\n" % (number, resources, how, len(body), body)
    )


def nested(
    depth: int, times: int, *, packed: bool = False, apart: bool = False
) -> bytes:
    """Return a pdf of forms, each of which draws the next one so many times."""
    more = b""
    for level in range(depth):
        here, below = 10 + level, 11 + level
        names = b"<</Font<</F1 3 0 R>>/XObject<</X%d %d 0 R>>>>" % (level + 1, below)
        content = b"/X%d Do " % (level + 1) * times
        if level == depth - 1:
            content = b"BT /F1 12 Tf 10 700 Td (Bang 12) Tj ET"
        if apart:
            more += b"%d 0 obj\n%s\nendobj\n" % (100 + here, names)
            names = b" %d 0 R" % (100 + here)
        more += form(here, content, names, packed=packed)
    return raw_pdf(b"/X0 Do", more=more)


def test_forms_within_forms_are_read():
    assert received(nested(3, 1)).text == "Bang 12\n"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("apart", [False, True])
def test_forms_that_never_end_are_refused(packed, apart):
    with pytest.raises(Unreadable) as refusal:
        received(nested(12, 10, packed=packed, apart=apart))

    assert refusal.value.code == "file_unfolds_too_far"


@pytest.mark.parametrize(("times", "read"), [(1, True), (2, False)])
def test_a_form_that_draws_itself_is_read_unless_it_multiplies(times, read):
    names = b"<</Font<</F1 3 0 R>>/XObject<</X0 10 0 R>>>>"
    content = b"BT /F1 12 Tf 10 700 Td (Bang 12) Tj ET " + b"/X0 Do " * times
    pair = b"".join(form(number, content, names, packed=False) for number in (10, 11))
    file = raw_pdf(b"/X0 Do", more=pair)

    if read:
        assert "Bang 12" in received(file).text
    else:
        with pytest.raises(Unreadable):
            received(file)


def test_a_form_that_is_drawn_often_is_no_bomb():
    assert "Bang 12" in received(nested(2, 300)).text


def test_a_bomb_whose_resources_are_packed_away_is_found():
    resources = b"<</XObject<</X0 10 0 R>>>>"
    head = b"90 0 "
    packed = zlib.compress(head + resources)
    stream = (
        b"91 0 obj\n<</Type/ObjStm/N 1/First %d/Filter/FlateDecode/Length %d>>stream\n"
        % (len(head), len(packed))
        + packed
        + b"\nendstream\nendobj\n"
    )
    both = b"".join(
        form(number, b"/X0 Do " * 3, b" 90 0 R", packed=True) for number in (10, 11)
    )

    with pytest.raises(Unreadable):
        received(raw_pdf(b"/X0 Do", more=both + stream))


@pytest.mark.parametrize("apart", [False, True])
def test_forms_deeper_than_any_program_goes_end_the_counting(apart):
    # PDFium stops drawing long before; that the file is answered at all is the point.
    deep = nested(70, 1, apart=apart)

    with pytest.raises(Unreadable) as refusal:
        received(deep)

    assert refusal.value.code in {"file_blank", "file_scanned"}


def test_resources_that_name_each_other_are_followed_once():
    loop = b"".join(
        b"%d 0 obj\n<</Font<</F1 3 0 R>>/A %d 0 R/B %d 0 R>>\nendobj\n"
        % (number, other, other)
        for number, other in ((50, 51), (51, 50))
    )
    content = b"BT /F1 12 Tf 10 700 Td (Bang 12) Tj ET"
    forms = b"".join(
        form(number, content, b" 50 0 R", packed=False) for number in (10, 11)
    )

    assert "Bang 12" in received(raw_pdf(b"/X0 Do", more=forms + loop)).text
