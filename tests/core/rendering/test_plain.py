"""A plain text is set as a PDF file that says the same and stays the same."""

from tests.core.formats.files import received
from tongket.content.layouts import fonts, plain_typesetting
from tongket.core.rendering.plain import plain_to_pdf

TEXT = """BÁO CÁO
Kết quả năm 2019

I. KẾT QUẢ

1. Quản lý khoa học
Cấp 12 giấy phép; "nghiệm thu" #7 đề tài, *không* có nhiệm vụ nào chậm.
"""


def printed(text: str) -> bytes:
    return plain_to_pdf(text, typesetting=plain_typesetting(), fonts=[str(fonts())])


def test_every_word_is_printed_as_it_was_written():
    read = received(printed(TEXT)).text

    assert read.split() == TEXT.split()


def test_the_same_text_is_the_same_file():
    assert printed(TEXT) == printed(TEXT)
