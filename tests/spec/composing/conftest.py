"""Ask for the sentence that the report makes of some entries."""

from collections.abc import Callable

import pytest
from tests.core.composing.cast import bullets, report

from tongket.core.nouns.entry import Entry


@pytest.fixture
def tells() -> Callable[..., None]:
    """Hold the first sentence that the report makes of entries against another."""

    def told(*entries: Entry, sentence: str, **asked: str) -> None:
        assert bullets(report(*entries, **asked))[0] == sentence

    return told
