"""The reference pages are what the program would write now."""

from tools.reference.__main__ import outdated


def test_generated_docs_are_current() -> None:
    assert outdated() == [], "run: make docs"
