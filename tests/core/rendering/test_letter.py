"""The lines of the decree around a report: number, date, to whom, sources."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from tests.core.rendering.paper import LAYOUT, delivered, paper
from tongket.core.rendering.docx import to_docx
from tongket.core.rendering.letter import addressee_lines, number_line, place_line

PROVINCE = "Ủy ban nhân dân tỉnh An Bình"
MINISTRY = "Bộ Khoa học và Công nghệ"


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("5", "Số: 05/BC-SKHCN"),
        ("12", "Số: 12/BC-SKHCN"),
        ("5a", "Số: 5a/BC-SKHCN"),
    ],
)
def test_a_number_below_ten_carries_a_zero(number: str, line: str) -> None:
    assert number_line(replace(paper(), number=number), LAYOUT) == line


def test_a_report_without_a_number_leaves_room_for_it() -> None:
    line = number_line(replace(paper(), number=""), LAYOUT)

    assert line.split() == ["Số:", "/BC-SKHCN"]
    assert len(line) > len("Số: 05/BC-SKHCN")


@pytest.mark.parametrize(
    ("on", "line"),
    [
        (date(2020, 2, 5), "An Bình, ngày 05 tháng 02 năm 2020"),
        (date(2020, 12, 15), "An Bình, ngày 15 tháng 12 năm 2020"),
        (None, "An Bình, ngày … tháng … năm …"),
    ],
)
def test_the_day_of_a_report_is_written_as_the_decree_wants(
    on: date | None, line: str
) -> None:
    assert place_line(replace(paper(), on=on), LAYOUT) == line


def test_several_addressees_stand_one_below_the_other() -> None:
    made = replace(paper(), addressees=(PROVINCE, MINISTRY))

    lines = addressee_lines(made, LAYOUT)

    assert lines[1:] == (f"- {PROVINCE};", f"- {MINISTRY}.")


def paragraphs(**changed: object) -> list[str]:
    """Return the texts of a Word file of the report with something changed."""
    made = replace(paper(), **changed)
    body = docx.Document(BytesIO(to_docx(made, layout=LAYOUT))).element.body
    return [
        "".join(text.text or "" for text in each.iter(qn("w:t")))
        for each in body.iter(qn("w:p"))
    ]


def test_a_word_file_lists_its_addressees() -> None:
    said = paragraphs(addressees=(PROVINCE, MINISTRY))

    assert said[said.index(f"- {PROVINCE};") + 1] == f"- {MINISTRY}."


def test_a_word_file_without_addressees_has_no_such_lines() -> None:
    assert not any(
        PROVINCE in line and "gửi" in line for line in paragraphs(addressees=())
    )


def test_a_draft_carries_no_facts_and_no_time() -> None:
    draft = docx.Document(BytesIO(to_docx(paper(), layout=LAYOUT)))

    assert draft.core_properties.keywords == ""
    assert not [
        part
        for part in draft.part.package.iter_parts()
        if part.partname.startswith("/customXml")
    ]


def test_a_file_whose_time_is_not_known_has_none() -> None:
    known = delivered()
    timeless = replace(known, origin=replace(known.origin, at=""))

    of_it = docx.Document(
        BytesIO(to_docx(paper(), layout=LAYOUT, delivered=timeless))
    ).core_properties

    assert of_it.keywords == "2019"
    assert of_it.modified is None or of_it.modified.year != 2020
