"""Long and hostile texts: a text of nothing but marks is looked through once."""

from time import process_time

import pytest

from tongket.core.checks.check import check
from tongket.core.nouns.reading import Reading

HOSTILE = {
    "dots": "." * 100_000,
    "dots and quotes": '."' * 50_000,
    "quotes behind a dot": "." + '"' * 100_000,
    "blanks behind a dot": "." + " " * 100_000 + "a",
    "blanks behind a number": "\n5" + " " * 100_000 + "a",
    "blanks behind a line": "\n" + " " * 100_000 + "a",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_sentences_of_a_text_without_words_are_parted_at_once(text: str) -> None:
    start = process_time()
    check(Reading(text, figures=(), others=()))

    # What is measured is a hundredth of this; the square of the length takes minutes.
    assert process_time() - start < 1
