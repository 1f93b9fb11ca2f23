"""Plain text: sound text stays as it is, old and broken letters come back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.formats.files import received

from tongket.content.alphabets import legacy
from tongket.core.nouns.document import Format
from tongket.core.reading.formats.letters.mojibake import SHOWN

REPORT = (
    "Sở Khoa học và Công nghệ đã nghiệm thu 12 nhiệm vụ, đạt 37,9% kế hoạch.\n"
    "Giữ vững kỷ cương; kinh phí được giao 1.250 triệu đồng, tăng 5,5%.\n"
)


def notes(data: bytes) -> list[str]:
    return [note.code for note in received(data).notes]


def misread(text: str) -> str:
    """Return UTF-8 as a program shows it that takes it for Windows-1252."""
    return "".join(
        sign
        if ord(sign) < 128
        else "".join(SHOWN[byte - 128] for byte in sign.encode())
        for sign in text
    )


def in_tcvn3(text: str) -> bytes:
    codes = {letter: code for code, letter in tables("tcvn3").items()}
    return "".join(codes.get(letter, letter) for letter in text).encode("latin-1")


def in_vni(text: str) -> bytes:
    codes = {letter: code for code, letter in tables("vni").items() if len(letter) == 1}
    return "".join(codes.get(letter, letter) for letter in text).encode("latin-1")


def tables(name: str) -> dict[str, str]:
    alphabet = legacy().alphabet(name)
    assert alphabet is not None
    return dict(alphabet.letters)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_utf_8_is_the_text_exactly_as_stored(line_end):
    stored = REPORT.replace("\n", line_end) + "  đuôi\t\n\n\n"

    document = received(stored.encode())

    assert document.text == stored
    assert document.format is Format.TEXT
    assert document.notes == ()


def test_a_byte_order_mark_stays_so_that_offsets_count_the_code_points_of_the_file():
    assert received(b"\xef\xbb\xbf" + REPORT.encode()).text == "\ufeff" + REPORT


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_and_utf_32_are_read_with_and_without_their_mark(encoding):
    assert received(REPORT.encode(encoding)).text == REPORT


def test_letters_in_parts_are_put_together_with_a_note():
    parts = unicodedata.normalize("NFD", REPORT).encode()

    assert received(parts).text == REPORT
    assert notes(parts) == ["letters_composed"]


def test_tcvn3_comes_back_in_the_letters_of_today():
    assert received(in_tcvn3(REPORT)).text == REPORT
    assert notes(in_tcvn3(REPORT)) == ["tcvn3_converted"]


def test_small_letters_among_capitals_of_tcvn3_are_raised():
    headed = in_tcvn3("KếT QUả Sở Đã ĐạT: " + REPORT)

    assert received(headed).text.startswith("KẾT QUẢ Sở Đã ĐẠT: ")


def test_vni_comes_back_in_the_letters_of_today():
    assert received(in_vni(REPORT)).text == REPORT
    assert notes(in_vni(REPORT)) == ["vni_converted"]


def test_windows_1258_comes_back_in_the_letters_of_today():
    stored = "".join(_without_hats(letter) for letter in REPORT)

    assert received(stored.encode("cp1258")).text == REPORT
    assert notes(stored.encode("cp1258")) == ["cp1258_converted"]


def _without_hats(letter: str) -> str:
    """Take a letter's tone apart from it, the way Windows-1258 stores it."""
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
    rest = "".join(mark for mark in parts if mark not in tones)
    return unicodedata.normalize("NFC", rest) + tones


def test_viqr_comes_back_and_an_escaped_full_stop_is_no_tone():
    typed = "So+? Khoa ho.c va` Co^ng nghe^. ddu+o+.c giao 12 nhie^.m vu. na(m nay\\."

    document = received(typed.encode())

    assert document.text == "Sở Khoa học và Công nghệ được giao 12 nhiệm vụ năm nay."


def test_text_without_any_marks_is_no_viqr():
    typed = (
        "So Khoa hoc va Cong nghe da nghiem thu 12 nhiem vu cua nam. Ke hoach da du."
    )

    assert received(typed.encode()).text == typed


def test_letters_of_tcvn3_that_were_copied_into_unicode_come_back():
    copied = in_tcvn3(REPORT).decode("latin-1")

    assert received(copied.encode()).text == REPORT


@pytest.mark.parametrize("times", [1, 2, 3])
def test_text_that_was_decoded_wrongly_comes_back(times):
    broken = REPORT
    for _ in range(times):
        broken = misread(broken)

    assert received(broken.encode()).text == REPORT
    assert notes(broken.encode()) == ["mojibake_repaired"]


def test_a_broken_page_within_a_sound_text_is_mended_alone():
    assert received((REPORT + misread(REPORT)).encode()).text == REPORT * 2


def test_a_quotation_that_looks_broken_is_left_alone():
    quoted = "Đoạn «cá»… và «á»… trong ngoặc kép của 3 văn bản.\n"

    assert received(quoted.encode()).text == quoted


def test_french_text_is_no_vietnamese_in_old_letters():
    french = "Les études ont été menées à Hanoï, où l'équipe a rédigé 12 thèses."

    assert received(french.encode()).text == french


def test_a_file_that_was_cut_off_in_a_letter_keeps_the_rest():
    cut = (REPORT * 5).encode()[:-3] + "ế".encode()[:2]

    assert "nghiệm thu 12 nhiệm vụ" in received(cut).text
    assert notes(cut) == ["letters_damaged"]


def test_a_part_in_old_letters_comes_back_and_the_rest_stays():
    copied = in_tcvn3(REPORT).decode("latin-1")

    document = received((REPORT + copied + REPORT * 9).encode())

    assert document.text == REPORT * 11
    assert [note.code for note in document.notes] == ["tcvn3_converted"]


@pytest.mark.parametrize("written", [in_tcvn3, in_vni])
def test_words_in_old_letters_come_back_beside_words_of_today(written):
    old = written("Trung tâm chuyển giao kỹ thuật, đào tạo cán bộ").decode("latin-1")
    line = f"Sở và {old} cho 230 hộ dân, kể cả án phí (ø 12 mm), đợt năm 2019.\n"

    assert received(line.encode()).text == (
        "Sở và Trung tâm chuyển giao kỹ thuật, đào tạo cán bộ cho 230 hộ dân, kể cả án "
        "phí (ø 12 mm), đợt năm 2019.\n"
    )


def test_signs_of_measures_and_foreign_names_are_no_old_letters():
    text = (
        REPORT * 3 + "Ống Ø 12, Ø 16, Ø 20; khung 3×4 m; bụi 5 µg, 7 µg; © Gaußsche\n"
    )

    assert received(text.encode()).text == text
    assert notes(text.encode()) == []


WORDS = st.lists(st.sampled_from(REPORT.split()), min_size=8)


@given(WORDS)
def test_whatever_is_written_in_tcvn3_is_read_as_it_was_meant(words):
    text = " ".join(["Sở Khoa học và Công nghệ:", *words])

    assert received(in_tcvn3(text)).text == text


@given(WORDS)
def test_whatever_is_written_in_vni_is_read_as_it_was_meant(words):
    text = " ".join(["Sở Khoa học và Công nghệ:", *words])

    assert received(in_vni(text)).text == text


@given(WORDS)
def test_whatever_was_decoded_wrongly_is_read_as_it_was_meant(words):
    text = " ".join(["Sở Khoa học và Công nghệ:", *words])

    assert received(misread(text).encode()).text == text


@given(WORDS)
def test_whatever_is_written_in_windows_1258_is_read_as_it_was_meant(words):
    text = " ".join(["Sở Khoa học và Công nghệ:", *words])
    stored = "".join(_without_hats(letter) for letter in text).encode("cp1258")

    assert received(stored).text == text
    assert notes(stored) == ["cp1258_converted"]


@given(WORDS, st.sampled_from(["utf-16", "utf-16-le", "utf-16-be", "utf-32"]))
def test_whatever_is_written_in_wide_letters_is_read_as_it_was_meant(words, encoding):
    text = " ".join(["Sở Khoa học và Công nghệ:", *words])

    assert received(text.encode(encoding)).text == text


@given(WORDS)
def test_whatever_is_written_in_parts_is_read_as_it_was_meant(words):
    text = " ".join(["Sở Khoa học và Công nghệ:", *words])

    assert received(unicodedata.normalize("NFD", text).encode()).text == text


@given(st.lists(st.tuples(st.booleans(), WORDS), min_size=2))
def test_lines_in_old_letters_come_back_among_lines_of_today(lines):
    sound = [" ".join(["Sở Khoa học và Công nghệ:", *words]) for _, words in lines]
    stored = [
        in_tcvn3(line).decode("latin-1") if old else line
        for line, (old, _) in zip(sound, lines, strict=True)
    ]

    assert received("\n".join(stored).encode()).text == "\n".join(sound)


@given(WORDS, st.integers(1, 3))
def test_whatever_was_decoded_wrongly_more_than_once_is_read_as_meant(words, times):
    text = broken = " ".join(["Sở Khoa học và Công nghệ:", *words])
    for _ in range(times):
        broken = misread(broken)

    assert received(broken.encode()).text == text
    assert notes(broken.encode()) == ["mojibake_repaired"]


def test_bytes_that_only_look_like_a_misread_letter_stay():
    text = "Mau so í\xa0€ in lai í\xa0€ va í\xa0€ trong 3 trang.\n"

    assert received(text.encode()).text == text


def test_a_long_part_in_old_letters_comes_back_whole():
    long = REPORT * 5000
    copied = in_tcvn3(long).decode("latin-1")

    assert received((REPORT * 40 + copied).encode()).text == REPORT * 40 + long
