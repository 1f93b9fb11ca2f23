"""The labels of lists in Word files, counted as Word counts them."""

import pytest
from tests.core.formats.files import paragraph, received, word

from tongket.core.reading.formats.word.numbering import counted


def level(depth: int, form: str, label: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{label}"/>{more}</w:lvl>'
    )


def lists(
    *levels: str, more: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{more}'


def listed(text: str, depth: int = 0, number: int = 1) -> str:
    return paragraph(
        text,
        properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>',
    )


def lines(*blocks: str, numbering: str) -> list[str]:
    return received(word(*blocks, numbering=numbering)).text.splitlines()


REPORT = lists(
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%1.%2."),
    level(2, "lowerLetter", "%3)"),
    level(3, "bullet", "\uf0b7"),
)


def test_levels_count_apart_and_begin_anew_under_each_heading():
    read = lines(
        listed("Kết quả"),
        listed("Khoa học", 1),
        listed("Cấp tỉnh", 2),
        listed("Cấp cơ sở", 2),
        listed("dự án", 3),
        listed("Công nghệ", 1),
        listed("Cấp tỉnh", 2),
        listed("Tồn tại"),
        listed("Khách quan", 1),
        numbering=REPORT,
    )

    assert read == [
        "I. Kết quả",
        "I.1. Khoa học",
        "a) Cấp tỉnh",
        "b) Cấp cơ sở",
        "- dự án",
        "I.2. Công nghệ",
        "a) Cấp tỉnh",
        "II. Tồn tại",
        "II.1. Khách quan",
    ]


def test_legal_numbering_writes_all_levels_in_digits():
    numbering = lists(
        level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    )

    assert lines(listed("a"), listed("b", 1), numbering=numbering) == ["I. a", "1.1 b"]


def test_a_list_that_starts_afresh_counts_from_its_own_start():
    again = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    numbering = lists(level(0, "decimal", "%1."), more=again)

    read = lines(listed("a"), listed("b"), listed("c", number=2), numbering=numbering)

    assert read == ["1. a", "2. b", "5. c"]


def test_a_level_that_never_restarts_counts_on():
    never = level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    numbering = lists(level(0, "upperRoman", "%1."), never)

    read = lines(
        listed("a"), listed("b", 1), listed("c"), listed("d", 1), numbering=numbering
    )

    assert read == ["I. a", "1. b", "II. c", "2. d"]


def test_paragraphs_outside_of_lists_have_no_label():
    read = lines(
        listed("a", number=0), listed("b", number=9), paragraph("c"), numbering=REPORT
    )

    assert read == ["a", "b", "c"]


def test_an_empty_paragraph_of_a_list_counts_without_a_label():
    assert lines(listed("a"), listed(""), listed("b"), numbering=REPORT) == [
        "I. a",
        "",
        "III. b",
    ]


@pytest.mark.parametrize(
    ("form", "first", "fourth"),
    [
        ("decimal", "1", "4"),
        ("upperRoman", "I", "IV"),
        ("lowerRoman", "i", "iv"),
        ("upperLetter", "A", "D"),
        ("decimalZero", "01", "04"),
        ("chineseCounting", "1", "4"),
        ("none", "", ""),
    ],
)
def test_number_forms(form, first, fourth):
    assert (counted(1, form), counted(4, form)) == (first, fourth)


def test_a_list_that_points_to_the_list_of_a_style_counts_as_that_does():
    pointing = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Muc"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Muc"/>'
        f"{level(0, 'upperRoman', '%1.')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )

    assert lines(listed("Kết quả"), numbering=pointing) == ["I. Kết quả"]


def test_a_level_that_a_list_writes_anew_is_labelled_its_own_way():
    own = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}</w:lvlOverride></w:num>'
    )

    assert lines(
        listed("một"),
        listed("hai"),
        numbering=lists(level(0, "decimal", "%1."), more=own),
    ) == ["a) một", "b) hai"]


def test_a_level_or_a_list_that_is_nowhere_described_has_no_label():
    lost = '<w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num>'

    assert lines(listed("một", 3), numbering=lists(level(0, "decimal", "%1."))) == [
        "một"
    ]
    assert lines(listed("một"), numbering=lists(more=lost)) == ["một"]
